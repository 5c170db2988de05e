"""acuerdos forum new: a commented description of a forum to fill in."""

import argparse
import sys
from pathlib import Path

from bot.commands.arguments import Subparsers
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.forum_template import write_template
from knowledge.values.notices import mark

_WRITTEN = mark(
    "Se escribió {file}. Complételo con un editor de texto y compruébelo con «acuerdos doctor». "
    "El bot lo usa si la carpeta se llama «forum» y está en la de datos, o si ACUERDOS_FORUM dice dónde está."
)


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("forum", help="describir otro foro")
    parser.add_argument("action", choices=["new"], help="escribir un forum.yaml comentado, para completarlo")
    parser.add_argument("folder", type=Path, metavar="DIR", help="la carpeta del foro; se crea si falta")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Write the file, and explain its use."""
    catalogue = load_catalogues(BUILT_IN)[LANGUAGES[0]]
    path = write_template(arguments.folder)
    sys.stdout.write(catalogue.text(_WRITTEN, file=str(path)) + "\n")
    return 0
