"""Word what an entry of the audit kept: what it is about, how far commitments had come, how one was read."""

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
    """Say what was kept as a person reads it; what is no JSON of ours is left as it is."""
    try:
        read = json.loads(kept)
    except ValueError:
        return kept
    if isinstance(read, list):
        return ", ".join(_facts(each, catalogue) if isinstance(each, dict) else str(each) for each in read)
    if not isinstance(read, dict):
        return kept
    counted = Counter(state for state in read.values() if state in _NAMES)  # the number of the change is none
    states = [(catalogue.text(STATES[Fulfilment(state)]), count) for state, count in counted.items()]
    return ", ".join(said if count == 1 else f"{count} × {said}" for said, count in states)


def subject(kept: str, documents: Iterable[Document], catalogue: Catalogue) -> str:
    """Name what an entry is about as a citation does; of an act that is gone only its short name is known."""
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
    """Say how a commitment was read, or corrected: who, by when, of which kind."""
    who, when, kind = (read.get(each) for each in ("responsible", "deadline", "kind"))
    parties = tuple(map(str, who)) if isinstance(who, list) else ()
    told = (
        catalogue.parties(parties) if parties else "—",
        _day(str(when), catalogue) if when else catalogue.text(mark("sin plazo")),
        catalogue.text(COMMITMENT_KINDS[CommitmentKind(str(kind))]) if kind in set(CommitmentKind) else "",
    )
    return " · ".join(filter(None, told))


def _day(kept: str, catalogue: Catalogue) -> str:
    """Write a day, or the act's words where it tells none."""
    try:
        return catalogue.day(date.fromisoformat(kept))
    except ValueError:
        return f"«{kept}»"
