"""acuerdos check: read acts without loading them, and report what was found and what is doubtful."""

import argparse
import json
import sys
from functools import partial
from pathlib import Path

from bot.act_report import act_report
from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import act_json
from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from knowledge.language.forum import load_forum
from knowledge.language.forum_doubts import find_doubts
from knowledge.language.parties import PartyRegister
from knowledge.loading import ReadAct
from knowledge.reading import read_act
from knowledge.reading.reviews import SUFFIX, draft_review, reviewed
from knowledge.values.errors import FileExists
from knowledge.values.notices import mark, notice


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help="leer un acta sin cargarla y decir qué se encontró")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="el archivo del acta")
    parser.add_argument("--json", action="store_true", help="responder en JSON")
    parser.add_argument(
        "--review", action="store_true", help="escribir junto al acta un archivo para corregir lo leído"
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Report on standard output; the first file that cannot be read ends it."""
    data = settings_of(arguments).folders()
    catalogue = load_catalogues(data)[LANGUAGES[0]]
    read = partial(read_act, register=PartyRegister.load(data), data=data)
    if arguments.review:
        for path in arguments.files:
            sys.stdout.write(f"{_write_review(path, read, catalogue)}\n")
        return 0
    acts = [reviewed(read(path), path.parent) for path in arguments.files]
    if arguments.json:
        forms = [act_json(act, catalogue) for act in acts]
        sys.stdout.write(
            json.dumps(forms if len(forms) > 1 else forms[0], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        doubts = "".join(f"⚠ {catalogue.notice(doubt)}\n" for doubt in find_doubts(load_forum(data)))
        sys.stdout.write(doubts + "\n".join(act_report(act, catalogue) for act in acts))
    return 0


def _write_review(path: Path, read: ReadAct, catalogue: Catalogue) -> Path:
    """Write a first review file beside an act, and return where it is."""
    act = read(path)
    review = path.parent / f"{act.slug}{SUFFIX}"
    if review.exists():
        raise FileExists(notice(mark("Ya existe {file}: no se ha cambiado."), file=review.name))
    review.write_text(draft_review(act, say=catalogue.notice), encoding="utf-8")
    return review
