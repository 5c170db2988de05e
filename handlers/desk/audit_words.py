"""Word the content of an audit entry: its subject, the status of commitments, or how one was read."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from handlers.catalogue import Catalogue
from handlers.desk.tracking.words import STATES
from handlers.terms import COMMITMENT_KINDS
from knowledge.stores.documents import Document
from knowledge.values.acts import CommitmentKind
from knowledge.values.notices import mark
from knowledge.values.tracking import CommitmentKey, Fulfilment

_NAMES = {each.value for each in Fulfilment}


def word(kept: str, catalogue: Catalogue) -> str:
    """Word a kept value for people; leave it as it is unless it is our JSON."""
    try:
        read = json.loads(kept)
    except ValueError:
        return kept
    if isinstance(read, list):
        return ", ".join(_facts(each, catalogue) if isinstance(each, dict) else str(each) for each in read)
    if not isinstance(read, dict):
        return kept
    counted = Counter(state for state in read.values() if state in _NAMES)  # skips the number of the change
    states = [(catalogue.text(STATES[Fulfilment(state)]), count) for state, count in counted.items()]
    return ", ".join(said if count == 1 else f"{count} × {said}" for said, count in states)


def subject(kept: str, documents: Iterable[Document], catalogue: Catalogue) -> str:
    """Name the subject of an entry like a citation; an act no longer loaded by its short name."""
    acts = {each.slug: each for each in documents}
    return ", ".join(_named(each, acts, catalogue) for each in kept.split(", "))


def _named(key: str, acts: Mapping[str, Document], catalogue: Catalogue) -> str:
    if key in acts:
        return catalogue.meeting(acts[key].meeting) or key
    try:
        parsed = CommitmentKey.parse(key)
    except ValueError:
        return key
    act = acts.get(parsed.document)
    if act:
        return catalogue.citation(act.cite(parsed.reference))
    return f"{catalogue.reference(parsed.reference)} · {parsed.document}"


def _facts(read: dict[str, object], catalogue: Catalogue) -> str:
    """Word a commitment as read or corrected: responsible parties, deadline, kind."""
    who, when, kind = (read.get(each) for each in ("responsible", "deadline", "kind"))
    parties = tuple(map(str, who)) if isinstance(who, list) else ()
    told = (
        catalogue.parties(parties) if parties else "—",
        _day(str(when), catalogue) if when else catalogue.text(mark("sin plazo")),
        catalogue.text(COMMITMENT_KINDS[CommitmentKind(str(kind))]) if kind in set(CommitmentKind) else "",
    )
    return " · ".join(filter(None, told))


def _day(kept: str, catalogue: Catalogue) -> str:
    """Write a day, or quote the act's words if they aren't a date."""
    try:
        return catalogue.day(date.fromisoformat(kept))
    except ValueError:
        return f"«{kept}»"
