"""acuerdos check: read acts without loading them, and report what was found and what is doubtful."""

import argparse
import json
import sys
from pathlib import Path

from bot.act_report import act_report
from bot.commands.arguments import Subparsers
from bot.json_forms import act_json
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.reading import read_act


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help="leer un acta sin cargarla y decir qué se encontró")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="el archivo del acta")
    parser.add_argument("--json", action="store_true", help="responder en JSON")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Report on standard output; the first file that cannot be read ends it."""
    catalogue = load_catalogues(BUILT_IN)[LANGUAGES[0]]
    register = PartyRegister.load(BUILT_IN)
    acts = [read_act(path, register=register) for path in arguments.files]
    if arguments.json:
        forms = [act_json(act, catalogue) for act in acts]
        sys.stdout.write(
            json.dumps(forms if len(forms) > 1 else forms[0], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        sys.stdout.write("\n".join(act_report(act, catalogue) for act in acts))
    return 0
