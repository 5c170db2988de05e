"""Rank provisions: how much of the question each answers, and whether it holds what is asked for."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex, Weights
from knowledge.search.matching import Match

CANDIDATES = 50
"""Provisions that are looked at closely."""

NEWEST = 0.02
"""What being in the newest act is worth, against the oldest."""

# A lead-in says less than its sub-items; the preamble names every country and the meeting's own words.
_STRUCTURE: Mapping[Holds, float] = {
    Holds.RECOMMENDATION: -0.04,
}


class Ranked(NamedTuple):
    """A provision of the index with its score.

    `coverage` is the share of the question that it answers, from 0 to about 1, and `matched` how well it
    answers each unit.
    """

    number: int
    score: float
    coverage: float
    matched: tuple[float, ...]


def rank(
    index: SearchIndex,
    match: Match,
    preferences: Mapping[Holds, float],
    bonus: Weights | None = None,
    *,
    structure: bool = True,
) -> list[Ranked]:
    """List the best candidates.

    `preferences` are what holding a sort of answer is worth; `bonus` is added provision by provision. Without
    `structure` all provisions of an act are alike.
    """
    coverage = match.coverage
    score = coverage.copy()
    if structure:
        score += np.float32(NEWEST) * index.recency
    for sign, worth in (*(_STRUCTURE.items() if structure else ()), *preferences.items()):
        score += np.float32(worth) * ((index.holds & int(sign)) != 0)
    if bonus is not None:
        score += bonus
    score[coverage == 0] = -1
    return [
        Ranked(
            number=int(number),
            score=float(score[number]),
            coverage=float(coverage[number]),
            matched=tuple(match.scores[:, number].tolist()),
        )
        for number in _best(score)
        if score[number] > -1
    ]


def _best(score: Weights) -> npt.NDArray[np.intp]:
    if len(score) > CANDIDATES:
        best = np.argpartition(-score, CANDIDATES)[:CANDIDATES]
    else:
        best = np.arange(len(score))
    # Equal scores stay in the order of the act, whatever the partition did.
    return best[np.lexsort((best, -score[best]))]
