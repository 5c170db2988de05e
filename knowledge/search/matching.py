"""Match a question's words with provisions: each word counts once, by its best alternative."""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.search.index import WEIGHT_UNIT, Numbers, SearchIndex, Weights
from knowledge.search.terms import is_concept, party_of

OWN_WORD = 0.15
"""How much rarer than its notion a word itself may count."""

PART_OF_PHRASE = 0.2
"""Likeness of one word to its whole phrase: where no provision has more of it, the phrase is absent."""


class Alternative(NamedTuple):
    """A term by which a word of the question may be found; `likeness` runs from 0 to 1."""

    term: str
    likeness: float


class Unit(NamedTuple):
    """One word or phrase of a question; any of its alternatives matches it.

    `weight` is its share by kind of word; `absence` what it is worth, before `weight`, where no provision has
    it. `is_notion` marks a notion of the field or a party; `frequency` is the Zipf frequency of its rarest
    word in general text, 0 if it hardly occurs.
    """

    label: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    absence: float = 1.0
    is_notion: bool = False
    frequency: float = 0.0

    @property
    def is_topic(self) -> bool:
        """Tell whether it is a topic of the question, not a light word or a verb that asks."""
        return self.weight >= 1

    @property
    def names_party(self) -> bool:
        """Tell whether it names a party."""
        return any(map(party_of, self.terms))

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of the whole unit, without those of single words of a phrase."""
        return tuple(each.term for each in self.alternatives if each.likeness > PART_OF_PHRASE)


class Match:
    """How well each provision matches each unit.

    `scores` has a row per unit and a column per provision of the index; `worth` is the highest score that a
    provision can have on each unit, higher for rarer words.
    """

    def __init__(self, scores: Weights, worth: Weights) -> None:
        self.scores = scores
        self.worth = worth

    @cached_property
    def coverage(self) -> Weights:
        """The share of the question that each provision matches, from 0 to about 1."""
        covered: Weights = self.scores.sum(axis=0) / max(float(self.worth.sum()), 1e-6)
        return covered

    def best(self, count: int, within: npt.NDArray[np.bool_] | None = None) -> Numbers:
        """List the provisions that match any of the question, at most `count`, the best first."""
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
    """Return the highest rarity that a word may have: little more than its notion's.

    "Workshop" is rare where most acts are in Spanish, but workshops aren't.
    """
    counts = (len(index.postings(term).provisions) for term in unit.terms if is_concept(term))
    rarities = [rarity(count, index.size) for count in counts if count]
    return max(rarities, default=1.0) + OWN_WORD


def rarity(provisions: int, size: int) -> float:
    """Return how rare a term is: near 1 if few provisions have it, near 0 if all do."""
    return math.log1p((size - provisions + 0.5) / (provisions + 0.5)) / math.log1p((size + 0.5) / 0.5)
