"""Write the acts into an SQLite file for analysts, e.g. with Datasette; see analysis_schema."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from sqlite_utils import Database

from knowledge.language.parties import PartyRegister
from knowledge.stores.analysis_schema import DESCRIPTIONS, INDEXES, TABLES
from knowledge.stores.connections import create, refusing
from knowledge.stores.data_folder import publish, refusing_disk
from knowledge.stores.tracking import Statuses
from knowledge.values.acts import Act, Commitment
from knowledge.values.notices import mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, PartyStatus, keyed

_REMEDY = notice(mark("Indique otro archivo."))
_Row = dict[str, Any]

_FACETS = {
    "commitments_overview": ["status", "act", "kind"],
    "deadlines_overview": ["status", "act"],
    "commitments": ["kind", "act"],
    "provisions": ["kind", "act"],
    "roles": ["role"],
    "events": ["status"],
}
_LABELS = {"acts": "slug", "provisions": "reference", "commitments": "action", "events": "name"}


def write_analysis(
    path: Path, acts: Iterable[Act], register: PartyRegister, statuses: Statuses, title: str
) -> Path:
    """Write acts into a file, replacing an older one, and its metadata next to it; return the latter's path.

    Raises:
        StoreUnusable: a file can't be written; the older ones stay.
    """
    fresh, metadata = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.metadata.yaml")
    with refusing_disk(path.parent), refusing(path, _REMEDY):
        fresh.unlink(missing_ok=True)
        try:
            with closing(create(fresh)) as database:
                _fill(database, list(acts), register, statuses)
                shown = {name: list(database[name].columns_dict) for name in DESCRIPTIONS}
            publish(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        text = yaml.safe_dump(_metadata(path.stem, title, shown), allow_unicode=True, sort_keys=False)
        fresh.write_text(text, encoding="utf-8")
        publish(fresh, metadata)
    return metadata


def _fill(database: Database, acts: list[Act], register: PartyRegister, statuses: Statuses) -> None:
    database.executescript(TABLES)
    database.execute("PRAGMA foreign_keys = OFF")  # parties come last: an act may name one that no list has
    for act in acts:
        for table, rows in _tables(act, statuses).items():
            database.table(table).insert_all(rows)
    database.table("parties").insert_all(_parties(database, register))
    for table, indexes in INDEXES.items():
        for columns in indexes:
            database.table(table).create_index(columns)
    database.table("provisions").enable_fts(["text"], tokenize="unicode61 remove_diacritics 2")
    database.execute("ANALYZE")
    if strays := list(database.query("PRAGMA foreign_key_check")):
        message = f"rows that point nowhere: {strays[:3]}"
        raise ValueError(message)
    database.conn.commit()
    database.vacuum()


def _tables(act: Act, statuses: Statuses) -> dict[str, list[_Row]]:
    commitments = list(keyed(act.slug, act.commitments))
    roles = (
        {"provision": _id(act, each.reference), "party": party, "role": role.value}
        for each in act.provisions
        for party, role in each.parties.items()
    )
    glossary = (
        {
            "act": act.slug,
            "acronym": each.acronym,
            "expansion": each.expansion,
            "provision": _id(act, each.reference) if each.reference else None,
        }
        for each in act.glossary
    )
    return {
        "acts": [_act(act)],
        "provisions": list(_provisions(act)),
        "roles": list(roles),
        "commitments": [_commitment(act, key, each) for key, each in commitments],
        "commitment_parties": [row for key, each in commitments for row in _bound(key, each)],
        "deadlines": [row for key, each in commitments for row in _deadline(key, each)],
        "status": [row for key, _ in commitments for row in _status(key, statuses)],
        "events": list(_events(act)),
        "glossary": list(glossary),
    }


def _act(act: Act) -> _Row:
    meeting = act.meeting
    return {
        "slug": act.slug,
        "body": meeting.body,
        "title": meeting.title,
        "city": meeting.city,
        "country": meeting.country,
        "starts_on": _day(meeting.start),
        "ends_on": _day(meeting.end),
        "language": act.language,
        "source": act.source,
        "sha256": act.sha256,
    }


def _provisions(act: Act) -> Iterator[_Row]:
    for position, each in enumerate(act.provisions, 1):
        yield {
            "id": _id(act, each.reference),
            "act": act.slug,
            "reference": str(each.reference),
            "position": position,
            "kind": each.kind.value,
            "parent": _id(act, each.parent) if each.parent else None,
            "page": each.page,
            "text": each.text,
        }


def _commitment(act: Act, key: CommitmentKey, commitment: Commitment) -> _Row:
    return {
        "id": str(key),
        "act": act.slug,
        "provision": _id(act, commitment.reference),
        "kind": commitment.kind.value,
        "action": commitment.action,
        "quote": commitment.quote,
        "inferred": "; ".join(commitment.inferred),
        "reviewed": "; ".join(commitment.reviewed),
    }


def _bound(key: CommitmentKey, commitment: Commitment) -> Iterator[_Row]:
    roles = {
        "responsible": commitment.responsible,
        "recipient": commitment.recipient,
        "supporter": commitment.supporters,
    }
    for role, parties in roles.items():
        for party in dict.fromkeys(parties):
            yield {"commitment": str(key), "party": party, "role": role}


def _deadline(key: CommitmentKey, commitment: Commitment) -> Iterator[_Row]:
    deadline = commitment.deadline
    if deadline.text or deadline.start or deadline.end:
        yield {
            "commitment": str(key),
            "wording": deadline.text or "",
            "precision": deadline.precision.value,
            "starts_on": _day(deadline.start),
            "ends_on": _day(deadline.end),
        }


def _status(key: CommitmentKey, statuses: Statuses) -> Iterator[_Row]:
    tracked = statuses.of(key)
    if tracked is None:
        return
    said = PartyStatus(party="", fulfilment=tracked.fulfilment, day=tracked.day, note=tracked.note)
    for each in (said, *tracked.parties):
        yield {
            "commitment": str(key),
            "party": each.party,
            "fulfilment": each.fulfilment.value,
            "day": each.day.isoformat(),
            "note": each.note,
        }


def _events(act: Act) -> Iterator[_Row]:
    for each in act.events:
        yield {
            "act": act.slug,
            "provision": _id(act, each.reference),
            "name": each.name,
            "place": each.place,
            "starts_on": _day(each.start),
            "ends_on": _day(each.end),
            "precision": each.precision.value,
            "status": each.status.value,
            "organizers": "; ".join(each.organizers),
        }


def _parties(database: Database, register: PartyRegister) -> Iterator[_Row]:
    """Yield the parties of the forum, and any other that an act names."""
    named = database.query("SELECT party FROM roles UNION SELECT party FROM commitment_parties")
    names = {row["party"] for row in named}
    known = (party for party in register.parties.values() if not party.abroad or party.name in names)
    for party in known:
        names.discard(party.name)
        yield {
            "name": party.name,
            "english": party.english,
            "kind": party.kind.value,
            "is_member": int(party.member),
        }
    for name in sorted(names):
        yield {"name": name, "english": name, "kind": PartyKind.GROUP.value, "is_member": 0}


def _metadata(database: str, title: str, shown: Mapping[str, Sequence[str]]) -> _Row:
    """Return the descriptions that Datasette shows for the file, its tables and their columns, in order."""
    tables = {
        name: {
            "description": description,
            "columns": {column: columns[column] for column in shown[name]},
            **({"facets": _FACETS[name]} if name in _FACETS else {}),
            **({"label_column": _LABELS[name]} if name in _LABELS else {}),
        }
        for name, (description, columns) in DESCRIPTIONS.items()
    }
    return {"title": title, "databases": {database: {"description": title, "tables": tables}}}


def _id(act: Act, reference: Reference) -> str:
    return f"{act.slug}#{reference}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
