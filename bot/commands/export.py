"""acuerdos export: all that is known, as JSON or CSV, or what has days as a calendar."""

import argparse
import csv
import json
import sys
from collections.abc import Iterator

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import document_json
from bot.services import open_services
from handlers.calendars.sending import CALENDAR
from handlers.calendars.writing import write_calendar
from handlers.catalogue import LANGUAGES
from knowledge.values.acts import Act

_COLUMNS = (
    "document",
    "reference",
    "responsible",
    "recipient",
    "action",
    "kind",
    "deadline",
    "deadline_end",
    "quote",
)


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("export", help="escribir todo lo que se sabe")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="actas enteras en JSON (lo normal)")
    form.add_argument("--csv", action="store_true", help="los compromisos, uno por fila")
    form.add_argument("--ics", action="store_true", help="los plazos y eventos, para un calendario")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Export to standard output."""
    with open_services(settings_of(arguments)) as services:
        catalogue = services.catalogues[LANGUAGES[0]]
        if arguments.ics:
            title = catalogue.text(CALENDAR)
            sys.stdout.buffer.write(
                write_calendar(services.base.agenda(), catalogue, title, now=services.now())
            )
            return 0
        acts = (services.base.act(document.slug) for document in services.base.documents())
        if arguments.csv:
            writer = csv.writer(sys.stdout)
            writer.writerow(_COLUMNS)
            writer.writerows(row for act in acts for row in _rows(act))
        else:
            documents = [document_json(act, catalogue) for act in acts]
            sys.stdout.write(json.dumps({"documents": documents}, ensure_ascii=False, indent=2) + "\n")
    return 0


def _rows(act: Act) -> Iterator[tuple[str, ...]]:
    for commitment in act.commitments:
        deadline = commitment.deadline
        yield (
            act.slug,
            str(commitment.reference),
            "; ".join(commitment.responsible),
            "; ".join(commitment.recipient),
            commitment.action,
            commitment.kind.value,
            deadline.text or "",
            deadline.end.isoformat() if deadline.end else "",
            " ".join(commitment.quote.split()),
        )
