"""Convert values to rows of knowledge.db and back, without loss."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from knowledge.stores.documents import Document
from knowledge.values.acts import (
    Act,
    Commitment,
    CommitmentKind,
    Deadline,
    Event,
    EventStatus,
    GlossaryEntry,
    Meeting,
    Precision,
    Provision,
    ProvisionKind,
    Role,
)
from knowledge.values.base import Span
from knowledge.values.notices import Notice
from knowledge.values.references import Reference
from knowledge.values.statements import Statement

Row = dict[str, Any]

_DAY = "$day"
"""Tags a day in JSON; the parameters of a notice are identifiers, so none has this name."""


def document_row(act: Act, document: int) -> Row:
    """Make the row of an act as a whole; `document` is its row id, from 1."""
    return {
        "id": document,
        "slug": act.slug,
        "source": act.source,
        "sha256": act.sha256,
        "language": act.language,
        "starts_on": _day(act.meeting.start),
        "meeting": act.meeting.model_dump_json(),
        "printed": _json(act.printed),
        "warnings": _json([warning.model_dump() for warning in act.warnings]),
        "text": act.text,
    }


def document_value(row: Row) -> Document:
    """Read an act as a whole."""
    return Document(
        slug=row["slug"],
        source=row["source"],
        sha256=row["sha256"],
        language=row["language"],
        meeting=Meeting.model_validate_json(row["meeting"]),
        printed=json.loads(row["printed"]),
    )


def warnings_value(row: Row) -> tuple[Notice, ...]:
    """Read the warnings of an act."""
    warnings = json.loads(row["warnings"], object_hook=_untag_day)
    return tuple(Notice.model_validate(warning) for warning in warnings)


def provision_row(provision: Provision, document: int, position: int) -> Row:
    """Make the row of a provision; `position` counts from 0 in the order of the act."""
    return {
        "document": document,
        "position": position,
        "reference": str(provision.reference),
        "parent": _printed(provision.parent),
        "kind": provision.kind.value,
        "page": provision.page,
        "extent_start": provision.extent.start,
        "extent_end": provision.extent.end,
        "spans": _json([[span.start, span.end] for span in provision.spans]),
        "parties": _json(provision.parties),
        "reviewed": _json(provision.reviewed),
        "text": provision.text,
    }


def provision_value(row: Row) -> Provision:
    """Read a provision."""
    return Provision(
        reference=Reference.parse(row["reference"]),
        kind=ProvisionKind(row["kind"]),
        text=row["text"],
        spans=tuple(Span(start=start, end=end) for start, end in json.loads(row["spans"])),
        extent=Span(start=row["extent_start"], end=row["extent_end"]),
        page=row["page"],
        parties={name: Role(role) for name, role in json.loads(row["parties"]).items()},
        reviewed=tuple(json.loads(row["reviewed"])),
    )


def commitment_row(commitment: Commitment, document: int) -> Row:
    """Make the row of a commitment."""
    return {
        "document": document,
        "reference": str(commitment.reference),
        "kind": commitment.kind.value,
        "action": commitment.action,
        "quote": commitment.quote,
        "span_start": commitment.span.start,
        "span_end": commitment.span.end,
        "responsible": _json(commitment.responsible),
        "recipient": _json(commitment.recipient),
        "supporters": _json(commitment.supporters),
        "deadline_text": commitment.deadline.text,
        "deadline_start": _day(commitment.deadline.start),
        "deadline_end": _day(commitment.deadline.end),
        "deadline_precision": commitment.deadline.precision.value,
        "inferred": _json(commitment.inferred),
        "reviewed": _json(commitment.reviewed),
    }


def commitment_value(row: Row) -> Commitment:
    """Read a commitment."""
    return Commitment(
        reference=Reference.parse(row["reference"]),
        responsible=tuple(json.loads(row["responsible"])),
        recipient=tuple(json.loads(row["recipient"])),
        supporters=tuple(json.loads(row["supporters"])),
        action=row["action"],
        kind=CommitmentKind(row["kind"]),
        quote=row["quote"],
        span=Span(start=row["span_start"], end=row["span_end"]),
        deadline=Deadline(
            text=row["deadline_text"],
            start=_date(row["deadline_start"]),
            end=_date(row["deadline_end"]),
            precision=Precision(row["deadline_precision"]),
        ),
        inferred=tuple(json.loads(row["inferred"])),
        reviewed=tuple(json.loads(row["reviewed"])),
    )


def event_row(event: Event, document: int) -> Row:
    """Make the row of an event."""
    return {
        "document": document,
        "reference": str(event.reference),
        "name": event.name,
        "place": event.place,
        "starts_on": _day(event.start),
        "ends_on": _day(event.end),
        "precision": event.precision.value,
        "organizers": _json(event.organizers),
        "supporters": _json(event.supporters),
        "status": event.status.value,
        "inferred": _json(event.inferred),
    }


def event_value(row: Row) -> Event:
    """Read an event."""
    return Event(
        reference=Reference.parse(row["reference"]),
        name=row["name"],
        place=row["place"],
        start=_date(row["starts_on"]),
        end=_date(row["ends_on"]),
        precision=Precision(row["precision"]),
        organizers=tuple(json.loads(row["organizers"])),
        supporters=tuple(json.loads(row["supporters"])),
        status=EventStatus(row["status"]),
        inferred=tuple(json.loads(row["inferred"])),
    )


def statement_row(statement: Statement, document: int) -> Row:
    """Make the row of a statement."""
    return {
        "document": document,
        "reference": str(statement.reference),
        "content": statement.model_dump_json(exclude={"reference"}, exclude_defaults=True),
    }


def statement_value(row: Row) -> Statement:
    """Read a statement."""
    content = json.loads(row["content"])
    return Statement.model_validate({**content, "reference": Reference.parse(row["reference"])})


def glossary_row(entry: GlossaryEntry, document: int) -> Row:
    """Make the row of a glossary entry."""
    return {
        "document": document,
        "acronym": entry.acronym,
        "expansion": entry.expansion,
        "reference": _printed(entry.reference),
    }


def glossary_value(row: Row) -> GlossaryEntry:
    """Read a glossary entry."""
    reference = row["reference"]
    return GlossaryEntry(
        acronym=row["acronym"],
        expansion=row["expansion"],
        reference=Reference.parse(reference) if reference else None,
    )


def _json(content: Iterable[object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_tag_day)


def _tag_day(content: object) -> dict[str, str]:
    if not isinstance(content, date):
        message = f"{type(content).__name__} has no form in JSON"
        raise TypeError(message)
    return {_DAY: content.isoformat()}


def _untag_day(content: dict[str, Any]) -> object:
    return date.fromisoformat(content[_DAY]) if content.keys() == {_DAY} else content


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _printed(reference: Reference | None) -> str | None:
    return str(reference) if reference else None
