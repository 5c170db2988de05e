"""acuerdos export: write all data as JSON, CSV or SQLite, or the dates as a calendar."""

import argparse
import json
import sys
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import document_json
from bot.services import open_services
from handlers.calendars.sending import CALENDAR
from handlers.calendars.writing import write_calendar
from handlers.catalogue import LANGUAGES
from handlers.desk.tracking.rows import rows_of
from handlers.desk.tracking.writing import write_csv
from knowledge.stores.analysis import write_analysis
from knowledge.values.notices import mark

_TITLE = mark("Acuerdos de {forum}")


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("export", help="escribir todo lo que se sabe")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="actas enteras en JSON (lo normal)")
    form.add_argument("--csv", action="store_true", help="los compromisos, uno por fila")
    form.add_argument("--ics", action="store_true", help="los plazos y eventos, para un calendario")
    form.add_argument(
        "--sqlite",
        type=Path,
        metavar="FILE",
        help="todo en una base SQLite para analizar, p. ej. con Datasette; al lado, FILE.metadata.yaml",
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Export to standard output, or to the given SQLite file."""
    with open_services(settings_of(arguments)) as services:
        catalogue = services.catalogues[LANGUAGES[0]]
        if arguments.ics:
            title = catalogue.text(CALENDAR)
            sys.stdout.buffer.write(
                write_calendar(services.base.agenda(), catalogue, title, now=services.now())
            )
            return 0
        statuses = services.base.tracker.statuses
        if arguments.sqlite:
            every = (services.base.act(document.slug) for document in services.base.documents())
            title = catalogue.text(_TITLE)
            write_analysis(arguments.sqlite, every, services.base.register, statuses, title)
            return 0
        if arguments.csv:
            sys.stdout.write(write_csv(rows_of(services.base, statuses)))
        else:
            acts = (services.base.act(document.slug) for document in services.base.documents())
            documents = [document_json(act, catalogue, statuses) for act in acts]
            sys.stdout.write(json.dumps({"documents": documents}, ensure_ascii=False, indent=2) + "\n")
    return 0
