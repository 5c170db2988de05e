"""Rank provisions: how much of the question each answers, and whether it holds what is asked for."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex
from knowledge.search.matching import Match

CANDIDATES = 50
"""Provisions that are looked at closely."""

PARENT = -0.03
"""A lead-in says less than its sub-items."""

PREAMBLE = -0.15
"""The preamble names every country and the meeting's own words."""

NEWEST = 0.02


class Ranked(NamedTuple):
    """A provision of the index with its score; `coverage` is the share of the question that it answers."""

    number: int
    score: float
    coverage: float
    matched: tuple[float, ...]


def rank(index: SearchIndex, match: Match, preferences: Mapping[Holds, float]) -> list[Ranked]:
    """List the best candidates; `preferences` are what holding a sort of answer is worth."""
    coverage = match.coverage
    score = coverage.copy()
    holds = index.holds
    for sign, worth in preferences.items():
        score += np.float32(worth) * ((holds & int(sign)) != 0)
    score += np.float32(PARENT) * ((holds & int(Holds.HAS_SUB_ITEMS)) != 0)
    score += np.float32(PREAMBLE) * ((holds & int(Holds.PREAMBLE)) != 0)
    score += np.float32(NEWEST) * index.recency
    score[coverage == 0] = -1
    best = np.argsort(-score, kind="stable")[:CANDIDATES] if len(score) <= 4 * CANDIDATES else _top(score)
    return [
        Ranked(
            int(number),
            float(score[number]),
            float(coverage[number]),
            tuple(match.scores[:, number].tolist()),
        )
        for number in best
        if score[number] > -1
    ]


def _top(score: np.ndarray) -> np.ndarray:
    best = np.argpartition(-score, CANDIDATES)[:CANDIDATES]
    return best[np.argsort(-score[best], kind="stable")]
