"""What one provision is found by: its weighted terms, and the sorts of answers it holds."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.search.flags import Holds
from knowledge.search.terms import TermFinder, of_role
from knowledge.values.acts import Commitment, Event, Provision, ProvisionKind, Role

LEAD_IN = 0.45
"""What a word of the lead-in counts for a sub-item, against one of its own."""

_SATURATION = 0.4
_LENGTH_SHARE = 0.25
_USUAL_TERMS = 150

_DATE = re.compile(rf"\b(?:{MONTH_PATTERN})\b|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")


class Contents(NamedTuple):
    """Terms with their weights, about 1 for a term that occurs once; and sorts of answers."""

    weights: dict[str, float]
    holds: Holds


def contents_of(
    provision: Provision,
    parent: Provision | None,
    *,
    commitments: Iterable[Commitment],
    events: Iterable[Event],
    language: str,
    finder: TermFinder,
) -> Contents:
    """Find what a provision is found by; a sub-item inherits the words of its lead-in."""
    inherited = finder.count(parent.text, language) if parent else Counter[str]()
    weights = {term: weight * LEAD_IN for term, weight in _weigh(inherited).items()}
    for term, weight in _weigh(finder.count(provision.text, language)).items():
        weights[term] = max(weight, weights.get(term, 0))
    for role, name in _roles(provision, commitments, events):
        weights[of_role(role, name)] = 1
    return Contents(weights, _holds(provision, commitments, events))


def _weigh(counts: Counter[str]) -> dict[str, float]:
    length = counts.total() / _USUAL_TERMS
    norm = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length)
    return {term: count * (_SATURATION + 1) / (count + norm) for term, count in counts.items()}


def _roles(
    provision: Provision, commitments: Iterable[Commitment], events: Iterable[Event]
) -> set[tuple[Role, str]]:
    found = {(role, name) for name, role in provision.parties.items()}
    for commitment in commitments:
        found |= {(Role.RESPONSIBLE, name) for name in commitment.responsible}
        found |= {(Role.RECIPIENT, name) for name in commitment.recipient}
        found |= {(Role.SUPPORTER, name) for name in commitment.supporters}
    for event in events:
        found |= {(Role.ORGANIZER, name) for name in event.organizers}
        found |= {(Role.SUPPORTER, name) for name in event.supporters}
    return found


def _holds(provision: Provision, commitments: Iterable[Commitment], events: Iterable[Event]) -> Holds:
    folded = fold(provision.text)
    roles = {role for role, _ in _roles(provision, commitments, events)}
    signs = {
        Holds.DATE: bool(_DATE.search(folded)),
        Holds.DEADLINE: any(commitment.deadline.text for commitment in commitments),
        Holds.PLACE: any(event.place for event in events),
        Holds.EVENT: any(True for _ in events),
        Holds.TASK: any(True for _ in commitments),
        Holds.PROPOSAL: bool(roles & {Role.PROPOSER, Role.REQUESTER}),
        Holds.NUMBER: bool(_NUMBER.search(folded)),
        Holds.SUPPORT: Role.SUPPORTER in roles,
        Holds.PREAMBLE: provision.kind is ProvisionKind.PREAMBLE,
        Holds.SUB_ITEM: provision.kind is ProvisionKind.SUB_ITEM,
    }
    return sum((sign for sign, present in signs.items() if present), Holds.NOTHING)
