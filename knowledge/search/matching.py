"""Match what a question asks about with provisions: each of its words counts once, by its best likeness."""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.search.index import WEIGHT_UNIT, Numbers, SearchIndex, Weights
from knowledge.search.terms import is_concept, party_of

OWN_WORD = 0.15
"""How much more telling the word itself may be than its notion."""

PART_OF_PHRASE = 0.2
"""Likeness of a word of a phrase to the whole: where no provision has more of it, the phrase is absent."""


class Alternative(NamedTuple):
    """A term that a word of the question may be found by; `likeness` runs from 0 to 1."""

    term: str
    likeness: float


class Unit(NamedTuple):
    """One word or phrase of a question: any of its alternatives answers it.

    `weight` is its share by sort; `absence` what it is worth, before its weight, where no provision has it.
    `is_notion` marks a notion of the field or a party, `frequency` tells how often its rarest word occurs in
    texts of every sort (Zipf scale, 0 if hardly).
    """

    label: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    absence: float = 1.0
    is_notion: bool = False
    frequency: float = 0.0

    @property
    def is_topic(self) -> bool:
        """Tell whether it says what a question is about; light words and verbs that ask don't."""
        return self.weight >= 1

    @property
    def names_party(self) -> bool:
        """Tell whether it names a party."""
        return any(map(party_of, self.terms))

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of what it means as a whole, without those of single words of a phrase."""
        return tuple(each.term for each in self.alternatives if each.likeness > PART_OF_PHRASE)


class Match:
    """How well each unit is answered by each provision.

    `scores` has a row per unit and a column per provision of the index; `worth` is the most that a
    provision can score on each unit, higher for rarer words.
    """

    def __init__(self, scores: Weights, worth: Weights) -> None:
        self.scores = scores
        self.worth = worth

    @cached_property
    def coverage(self) -> Weights:
        """Which share of the question each provision answers, from 0 to about 1."""
        covered: Weights = self.scores.sum(axis=0) / max(float(self.worth.sum()), 1e-6)
        return covered

    def best(self, count: int, within: npt.NDArray[np.bool_] | None = None) -> Numbers:
        """List the provisions that answer most of the question, if any of it, the most first."""
        covered = self.coverage if within is None else np.where(within, self.coverage, 0)
        places = np.flatnonzero(covered > 0)
        if count < len(places):  # few of many: all of them needn't be sorted
            places = places[covered[places] >= np.partition(covered[places], -count)[-count]]
        found: Numbers = places[np.argsort(-covered[places], kind="stable")[:count]].astype(np.int32)
        return found


def match(index: SearchIndex, units: Sequence[Unit]) -> Match:
    """Score every provision on every unit."""
    scores = np.zeros((len(units), index.size), np.float32)
    worth = np.zeros(len(units), np.float32)
    for row, unit in enumerate(units):
        best, is_whole = 0.0, False
        cap = _cap(index, unit)
        for term, likeness in unit.alternatives:
            provisions, weights = index.postings(term)
            if not len(provisions):
                continue
            value = likeness * min(rarity(len(provisions), index.size), cap)
            found = weights * np.float32(WEIGHT_UNIT * value * unit.weight)
            scores[row, provisions] = np.maximum(scores[row, provisions], found)
            best = max(best, value)
            is_whole |= likeness > PART_OF_PHRASE
        worth[row] = unit.weight * (best if is_whole else max(best, unit.absence))
    return Match(scores, worth)


def _cap(index: SearchIndex, unit: Unit) -> float:
    """Return how telling a word may be at most: little more than its notion.

    "Workshop" is rare where most acts are in Spanish, but workshops aren't.
    """
    counts = (len(index.postings(term).provisions) for term in unit.terms if is_concept(term))
    rarities = [rarity(count, index.size) for count in counts if count]
    return max(rarities, default=1.0) + OWN_WORD


def rarity(provisions: int, size: int) -> float:
    """Return how telling a term is: near 1 if few of all provisions have it, near 0 if all do."""
    return math.log1p((size - provisions + 0.5) / (provisions + 0.5)) / math.log1p((size + 0.5) / 0.5)
