"""acuerdos import: show the changes in an edited table of commitments, and make them with --apply."""

import argparse
import sys
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.commands.track import record_change
from bot.services import open_services
from handlers.catalogue import LANGUAGES
from handlers.desk.tracking.changes import compare
from handlers.desk.tracking.importing import describe_differences, describe_faults
from knowledge.stores.marks import MarkStore
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_UNREADABLE = mark("No se puede leer {file}.")
_HOW = mark("Aún no se anotó nada; repita la orden con --apply.")


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("import", help="anotar lo que cambia una tabla editada de «export --csv»")
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="la tabla")
    parser.add_argument("--apply", action="store_true", help="anotarlo, y no solo mostrarlo")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Compare a table with the marks; return 1 if any line is faulty."""
    try:
        content = arguments.file.read_bytes()
    except OSError as error:
        raise UnreadableAct(notice(_UNREADABLE, file=str(arguments.file))) from error
    with open_services(settings_of(arguments)) as services:
        catalogue, now = services.catalogues[LANGUAGES[0]], services.now()
        found = compare(content, services.base, services.catalogues, services.today())
        if found.faults:
            sys.stderr.writelines(f"{line}\n" for line in describe_faults(found, catalogue))
            return 1
        sys.stdout.writelines(f"{line}\n" for line in describe_differences(found, catalogue))
        if not found.differences:
            return 0
        if not arguments.apply:
            sys.stderr.write(catalogue.text(_HOW) + "\n")
            return 0
        marks = [each.mark for each in found.differences]
        made = services.writer.submit(lambda state: MarkStore(state).make(marks, user_id=0, at=now)).result()
        record_change(services, "csv", made.number, "", str(len(marks)), at=now)
    return 0
