"""acuerdos review: correct a commitment, as /corregir does in the chat."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from bot.commands.arguments import Subparsers, settings_of
from bot.services import open_services
from handlers.catalogue import LANGUAGES
from handlers.desk.correcting.reading import (
    ReadValue,
    Several,
    read_correction,
    read_deadline,
    read_kind,
    read_missing,
    read_parties,
    read_provision,
)
from handlers.desk.correcting.saving import ACTION
from handlers.desk.correcting.steps import changes_between, facts
from handlers.desk.reports import describe_report
from handlers.services import Services
from knowledge.reading.correcting import ReviewEdit
from knowledge.stores.audit import AuditEntry, AuditTrail
from knowledge.stores.originals import AT_THE_SERVER
from knowledge.tracking.correctable import Correctable
from knowledge.values.acts import CommitmentKind
from knowledge.values.errors import MarkRefused
from knowledge.values.notices import Notice

_FIELDS: Mapping[str, ReadValue] = {
    "responsible": read_parties,
    "deadline": read_deadline,
    "kind": read_kind,
}


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("review", help="corregir lo que se leyó de un compromiso")
    parser.add_argument("reference", metavar="REF", help="16a, o «16a managua 2012»")
    parser.add_argument("--responsible", metavar="P", help="quién es responsable; varios, con «y»")
    parser.add_argument("--deadline", metavar="DATE", help="el plazo (2017-07-15), o none")
    parser.add_argument("--kind", choices=[each.value for each in CommitmentKind], help="la clase")
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--missing",
        metavar="WORDS",
        help="añadir un compromiso que no se leyó: con qué palabras obliga el acta; con --responsible y "
        "--deadline, si las dice",
    )
    change.add_argument("--not-a-commitment", action="store_true", help="no obliga a nadie")
    change.add_argument("--original", action="store_true", help="lo que se leyó, sin correcciones")
    parser.add_argument("--json", action="store_true", help="para otros programas")
    parser.set_defaults(execute=execute, usage_error=parser.error)


def execute(arguments: argparse.Namespace) -> int:
    """Write the correction, and rebuild the base."""
    if not _is_one_change(arguments):
        arguments.usage_error(
            "indique una sola corrección, o --missing con lo que el acta dice de ese compromiso"
        )
    with open_services(settings_of(arguments)) as services:
        catalogue = services.catalogues[LANGUAGES[0]]
        target, edit = _asked(services, arguments)
        slug = target.citation.document
        before, after = changes_between(target.commitments, services.base.foresee(slug, edit))
        report = services.base.load(lambda loader: loader.correct(slug, edit))
        entry = AuditEntry(
            at=datetime.now(UTC),
            user_id=AT_THE_SERVER,
            action=ACTION,
            subject=f"{slug}#{edit.reference}",
            before=facts(before),
            after=facts(after),
        )
        AuditTrail(services.state).record(entry)
        if arguments.json:
            decided = edit.correction or edit
            written = decided.model_dump(mode="json", exclude_none=True, exclude={"seen", "left"})
            sys.stdout.write(json.dumps({"act": slug, **written}, ensure_ascii=False, indent=2) + "\n")
        else:
            sys.stdout.write("\n".join(describe_report(report, catalogue)) + "\n")
    return 0


def _is_one_change(arguments: argparse.Namespace) -> bool:
    """Tell whether there is exactly one correction; all fields of a missing commitment count as one."""
    fields = sum(getattr(arguments, name) is not None for name in _FIELDS)
    return arguments.missing is not None or fields + arguments.not_a_commitment + arguments.original == 1


def _typed(arguments: argparse.Namespace) -> Iterator[tuple[ReadValue, str]]:
    for name, read in _FIELDS.items():
        value = getattr(arguments, name)
        if value is not None:
            yield read, value.replace("_", " ") if name == "kind" else value


def _asked(services: Services, arguments: argparse.Namespace) -> tuple[Correctable, ReviewEdit]:
    """Return the provision to correct, and the edit; raise MarkRefused if these are unclear."""
    if arguments.missing is not None:
        added = read_missing(services, arguments.reference, arguments.missing, _typed(arguments))
        if isinstance(added, Notice):
            raise MarkRefused(added)
        return added
    if not arguments.original:
        asked = read_correction(services, f"{arguments.reference} {_change(arguments)}")
        if isinstance(asked, Several):
            raise MarkRefused(asked.notice)
        if isinstance(asked, Notice):
            raise MarkRefused(asked)
        return asked.target, asked.edit
    target = read_provision(services, arguments.reference)
    if isinstance(target, Notice):
        raise MarkRefused(target)
    return target, ReviewEdit(reference=target.citation.reference, seen=target.seen)


def _change(arguments: argparse.Namespace) -> str:
    """Word the change as in the chat."""
    if arguments.not_a_commitment:
        return "not a commitment"
    if arguments.kind:
        return f"kind {arguments.kind.replace('_', ' ')}"
    if arguments.responsible:
        return f"responsible {arguments.responsible}"
    return f"deadline {arguments.deadline}"
