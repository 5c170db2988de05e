"""Search: rank the provisions for a question by what it asks for, and choose those to show."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from knowledge.answering.cues import Asked
from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex, Weights
from knowledge.search.matching import Match, Unit, match
from knowledge.search.ranking import Ranked, rank
from knowledge.values.acts import Role

_BY_ASKED: Mapping[Asked, Mapping[Holds, float]] = {
    Asked.DEADLINE: {Holds.DEADLINE: 0.1, Holds.DATE: 0.06},
    Asked.DATE: {Holds.EVENT: 0.08, Holds.DATE: 0.06},
    Asked.PLACE: {Holds.PLACE: 0.1, Holds.EVENT: 0.04},
    Asked.COUNT: {Holds.NUMBER: 0.05},
    Asked.COUNTRY: {Holds.COUNTRY: 0.15},
    Asked.ORGANIZATION: {Holds.ORGANIZATION: 0.08},
    Asked.PERSON: {Holds.PERSON: 0.25},
    Asked.WHO: {Holds.PERSON: 0.1},
    Asked.LIST: {Holds.HAS_SUB_ITEMS: 0.1},
}
_BY_ROLE: Mapping[Role, Mapping[Holds, float]] = {
    Role.PROPOSER: {Holds.PROPOSAL: 0.06},
    Role.REQUESTER: {Holds.PROPOSAL: 0.04},
    Role.SUPPORTER: {Holds.SUPPORT: 0.06},
    Role.ORGANIZER: {Holds.ORGANIZER: 0.04},
    Role.HOST: {Holds.ORGANIZER: 0.04},
    Role.RESPONSIBLE: {Holds.TASK: 0.06},
}

# A provision is shown beside the best one if it scores at least this share of it, by how the question asks.
_BESIDE_LIST = 0.8
_BESIDE_BROAD = 0.85
_BESIDE = 0.96
_BROAD = 2
MAX_LISTED = 6
MAX_BESIDE = 3


class Found(NamedTuple):
    """What a search found: the ranked provisions, and how the units matched."""

    units: tuple[Unit, ...]
    match: Match
    ranked: list[Ranked]


def search(
    index: SearchIndex,
    units: Sequence[Unit],
    asked: Iterable[Asked],
    roles: Iterable[Role],
    bonus: Weights | None = None,
) -> Found:
    """Rank the provisions for the units of a question; `bonus` is added provision by provision."""
    preferences: dict[Holds, float] = {}
    for wishes in (*(_BY_ASKED.get(each, {}) for each in asked), *(_BY_ROLE.get(role, {}) for role in roles)):
        for sign, worth in wishes.items():
            preferences[sign] = max(worth, preferences.get(sign, 0))
    matched = match(index, units)
    return Found(tuple(units), matched, rank(index, matched, preferences, bonus) if units else [])


def choose(found: Found, asked: Iterable[Asked]) -> list[Ranked]:
    """Choose which of the ranked provisions to show: the best, and those that answer as well."""
    topics = sum(unit.weight >= 1 for unit in found.units)
    lists = Asked.LIST in set(asked)
    share = _BESIDE_LIST if lists else _BESIDE_BROAD if topics <= _BROAD else _BESIDE
    best = found.ranked[0]
    beside = [
        each
        for each in found.ranked
        if each.score >= share * best.score and each.coverage >= share * best.coverage
    ]
    return beside[: MAX_LISTED if lists else MAX_BESIDE]
