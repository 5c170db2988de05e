"""Search: rank the provisions for a question by what it asks for, and choose those to show."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from knowledge.answering.cues import Asked
from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex, Weights
from knowledge.search.matching import Match, Unit, match
from knowledge.search.parts import Parts
from knowledge.search.ranking import Ranked, rank
from knowledge.search.terms import is_concept, is_party, is_role, is_stem
from knowledge.values.acts import Role

# What holding the sort of answer asked for is worth, against answering a share of the question.
_BY_ASKED: Mapping[Asked, Mapping[Holds, float]] = {
    Asked.DEADLINE: {Holds.DEADLINE: 0.15, Holds.DATE: 0.13},
    Asked.DATE: {Holds.EVENT: 0.08, Holds.DATE: 0.08},
    Asked.PLACE: {Holds.PLACE: 0.2, Holds.EVENT: 0.06},
    Asked.COUNT: {Holds.NUMBER: 0.05},
    Asked.COUNTRY: {Holds.COUNTRY: 0.25},
    Asked.ORGANIZATION: {Holds.ORGANIZATION: 0.08},
    Asked.PERSON: {Holds.PERSON: 0.4},
    Asked.HOLDER: {Holds.PERSON: 0.4},
    Asked.WHO: {Holds.PERSON: 0.16},
    Asked.LIST: {Holds.HAS_SUB_ITEMS: 0.15},
}
_BY_ROLE: Mapping[Role, Mapping[Holds, float]] = {
    Role.PROPOSER: {Holds.PROPOSAL: 0.06},
    Role.SUPPORTER: {Holds.SUPPORT: 0.1},
    Role.ORGANIZER: {Holds.ORGANIZER: 0.05},
    Role.HOST: {Holds.ORGANIZER: 0.13},
    Role.RESPONSIBLE: {Holds.TASK: 0.03},
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

    def speaks_of_all(self, number: int, share: float, first: int | None = None) -> bool:
        """Tell whether a provision speaks of every topic searched for, or of those in the `first` units.

        `share` is how much of a topic's worth it must have.
        """
        topics = self._topics if first is None else [place for place in self._topics if place < first]
        return all(self.match.scores[place, number] >= share * self.match.worth[place] for place in topics)

    @property
    def silent(self) -> Weights:
        """Mark with 1 the provisions that say nothing of a topic of which others speak."""
        spoken = self.match.scores[self._topics] > 0
        missed = ~spoken & spoken.any(axis=1, keepdims=True)
        return np.asarray(missed.any(axis=0), np.float32)

    @property
    def _topics(self) -> list[int]:
        return [place for place, unit in enumerate(self.units) if unit.is_topic]


class Searcher:
    """Search one index with the parts that are switched on."""

    def __init__(self, index: SearchIndex, parts: Parts) -> None:
        self.index = index
        self._parts = parts

    def search(
        self,
        units: Sequence[Unit],
        asked: Iterable[Asked],
        roles: Iterable[Role],
        bonus: Weights | None = None,
    ) -> Found:
        """Rank the provisions for the units of a question; `bonus` is added provision by provision."""
        preferences: dict[Holds, float] = {}
        wanted = (*(_BY_ASKED.get(each, {}) for each in asked), *(_BY_ROLE.get(role, {}) for role in roles))
        for wishes in wanted if self._parts.sorts else ():
            for sign, worth in wishes.items():
                preferences[sign] = max(worth, preferences.get(sign, 0))
        kept = tuple(map(self._keep, units))
        matched = match(self.index, kept)
        ranked = rank(self.index, matched, preferences, bonus, structure=self._parts.structure)
        return Found(kept, matched, ranked if units else [])

    def _keep(self, unit: Unit) -> Unit:
        """Drop the alternatives of parts that are switched off."""
        off = [
            is_of_part
            for is_on, is_of_part in (
                (self._parts.stems, is_stem),
                (self._parts.thesaurus, is_concept),
                (self._parts.parties, is_party),
                (self._parts.roles, is_role),
            )
            if not is_on
        ]
        if not off:
            return unit
        kept = (each for each in unit.alternatives if not any(is_of_part(each.term) for is_of_part in off))
        return unit._replace(alternatives=tuple(kept))


def choose(found: Found, asked: Iterable[Asked]) -> list[Ranked]:
    """Choose which of the ranked provisions to show: the best, and those that answer as well."""
    topics = sum(unit.is_topic for unit in found.units)
    lists = Asked.LIST in set(asked)
    share = _BESIDE_LIST if lists else _BESIDE_BROAD if topics <= _BROAD else _BESIDE
    best = found.ranked[0]
    beside = [
        each
        for each in found.ranked
        if each.score >= share * best.score and each.coverage >= share * best.coverage
    ]
    return beside[: MAX_LISTED if lists else MAX_BESIDE]
