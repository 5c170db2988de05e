"""The index contents of one provision: its weighted terms, and the kinds of answers it holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.search.finder import TermFinder
from knowledge.search.flags import Holds
from knowledge.search.terms import of_role
from knowledge.values.acts import Commitment, Event, Provision, ProvisionKind, Role
from knowledge.values.parties import PartyKind
from knowledge.values.references import Section

LEAD_IN = 0.45
"""Weight of a word of the lead-in for a sub-item, against one of its own."""

ABOVE = 0.5
"""Weight of a word of the sub-items for the closing paragraph of their item."""

_CLOSING = "\n\n"
ADDRESSED = 0.7
"""Weight of the addressee of a recommendation, whom only the heading names."""

_HEADING = {"es": "recomendaciones", "en": "recommendations"}
"""The words of the heading, which hold for every provision under it."""

INFERRED = 0.9
"""Weight of a role that is inferred rather than stated in the act."""

_SATURATION = 0.6
_LENGTH_SHARE = 0.2
_USUAL_TERMS = 150

_DATE = re.compile(rf"\b(?:{MONTH_PATTERN})\b|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")


class Contents(NamedTuple):
    """Terms with their weights, about 1 for a term that occurs once, and the kinds of answers."""

    weights: dict[str, float]
    holds: Holds


def contents_of(
    provision: Provision,
    parent: Provision | None,
    *,
    sub_items: Iterable[Provision] = (),
    commitments: Iterable[Commitment],
    events: Iterable[Event],
    language: str,
    finder: TermFinder,
) -> Contents:
    """Return the terms of a provision with their weights, and the kinds of answers it holds.

    A sub-item inherits the words of its lead-in, and a closing paragraph those of the `sub_items` above it.
    """
    lead_in = parent.text.split("\n\n")[0] if parent else ""
    inherited = finder.count(lead_in, language)
    weights = {term: weight * LEAD_IN for term, weight in _weigh(inherited).items()}
    for term, weight in _weigh(finder.count(provision.text, language)).items():
        weights[term] = max(weight, weights.get(term, 0))
    if _CLOSING in provision.text:
        above = finder.count(" ".join(each.text for each in sub_items), language)
        for term, weight in _weigh(above).items():
            weights.setdefault(term, weight * ABOVE)
    for role, name in finder.askers(lead_in):
        weights[of_role(role, name)] = LEAD_IN
    for role, name in finder.askers(provision.text):
        weights[of_role(role, name)] = 1.0
    for (role, name), weight in _roles(provision, commitments, events).items():
        weights[of_role(role, name)] = weight
    for term, weight in _from_heading(provision, commitments, language, finder):
        weights.setdefault(term, weight)
    holds = _holds(provision, commitments, events, finder)
    if not holds & (Holds.DATE | Holds.DEADLINE) and finder.tells_time(provision.text):
        holds |= Holds.TIME
    return Contents(weights, holds)


def _from_heading(
    provision: Provision, commitments: Iterable[Commitment], language: str, finder: TermFinder
) -> Iterator[tuple[str, float]]:
    """Yield the terms that only the heading above gives: that it is a recommendation, and to whom."""
    if provision.reference.section is Section.RECOMMENDATION:
        addressed = " ".join(name for commitment in commitments for name in commitment.responsible)
        yield from ((term, 1.0) for term in finder.count(_HEADING[language], language))
        yield from ((term, ADDRESSED) for term in finder.count(addressed, language))


def _weigh(counts: Mapping[str, int]) -> dict[str, float]:
    length = sum(counts.values()) / _USUAL_TERMS
    norm = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length)
    return {term: count * (_SATURATION + 1) / (count + norm) for term, count in counts.items()}


def _roles(
    provision: Provision, commitments: Iterable[Commitment], events: Iterable[Event]
) -> dict[tuple[Role, str], float]:
    """Return the weights of the parties' roles: those that the act states, and those that are inferred."""
    found = {(role, name): 1.0 for name, role in provision.parties.items()}
    said: tuple[Commitment | Event, ...] = (*commitments, *events)
    for each in said:
        for role, name, follows in each.roles():
            found[role, name] = max(INFERRED if follows else 1.0, found.get((role, name), 0))
    return found


def _holds(
    provision: Provision, commitments: Iterable[Commitment], events: Iterable[Event], finder: TermFinder
) -> Holds:
    folded = fold(provision.text)
    roles = {role for role, _ in _roles(provision, commitments, events)}
    kinds = {finder.register.parties[mention.name].kind for mention in finder.register.find(provision.text)}
    signs = {
        Holds.DATE: bool(_DATE.search(folded)),
        # A deadline corrected by an officer has a day, but no words.
        Holds.DEADLINE: any(each.deadline.text or each.deadline.end for each in commitments),
        Holds.PLACE: any(event.place for event in events),
        Holds.EVENT: any(True for _ in events),
        Holds.TASK: any(True for _ in commitments),
        Holds.PROPOSAL: bool(roles & {Role.PROPOSER, Role.REQUESTER}),
        Holds.NUMBER: bool(_NUMBER.search(folded)),
        Holds.SUPPORT: Role.SUPPORTER in roles,
        Holds.PREAMBLE: provision.kind is ProvisionKind.PREAMBLE,
        Holds.SUB_ITEM: provision.kind is ProvisionKind.SUB_ITEM,
        Holds.RECOMMENDATION: provision.reference.section is Section.RECOMMENDATION,
        Holds.COUNTRY: PartyKind.COUNTRY in kinds,
        Holds.ORGANIZATION: bool(kinds & {PartyKind.ORGANIZATION, PartyKind.OFFICE, PartyKind.NETWORK}),
        Holds.PERSON: finder.names_person(provision.text),
        Holds.ORGANIZER: bool(roles & {Role.ORGANIZER, Role.HOST}),
        Holds.THANKS: Role.THANKED in roles,
    }
    return reduce(or_, (sign for sign, present in signs.items() if present), Holds.NOTHING)
