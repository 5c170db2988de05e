"""How sure it is that a provision answers a question, learned from labelled questions."""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.answering.searching import Found
from knowledge.language.datafiles import load_yaml
from knowledge.search.index import SearchIndex
from knowledge.search.ranking import Ranked
from knowledge.values.base import Value

STRONG = 0.5
"""Share of a unit's worth from which a provision speaks of it."""

Evidence = Mapping[str, float]


class Confidence(Value):
    """The contents of confidence.yaml: the weight of each sign, and how sure an answer must be.

    From `enough` on an answer is given; below `sure` it asks which of several is meant.
    """

    bias: float
    weights: dict[str, float]
    enough: float
    sure: float

    @property
    def doubtful(self) -> float:
        """How sure an answer must be for it not to be put as a question."""
        return (self.enough + self.sure) / 2

    def of(self, evidence: Evidence) -> float:
        """Return how sure an answer is, from 0 to 1."""
        total = self.bias + sum(self.weights.get(sign, 0.0) * value for sign, value in evidence.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=4)
def load_confidence(folder: Path) -> Confidence:
    """Read confidence.yaml in a folder of data files; raise FaultyData on a mistake."""
    return load_yaml(folder / "confidence.yaml", Confidence)


def evidence_for(index: SearchIndex, found: Found, *, stranger: bool, guarded: bool) -> Evidence:
    """Collect the signs for and against the best provision that a search found."""
    best = found.ranked[0]
    worth = found.match.worth
    topics = [place for place, unit in enumerate(found.units) if unit.is_topic]
    strong = [place for place in topics if best.matched[place] >= STRONG * worth[place]]
    missed = [place for place in topics if place not in strong]
    absent = [place for place in missed if not any(map(index.has, found.units[place].terms))]

    def total(places: Iterable[int], limit: float) -> float:
        return min(sum(float(worth[place]) for place in places), limit) / limit

    return {
        "coverage": best.coverage,
        "strong": total(strong, 2.0),
        "several": min(len(strong), 3) / 3,
        "rarest": max((float(worth[place]) for place in strong), default=0.0),
        "missed": total((place for place in missed if place not in absent), 2.0),
        "absent_notion": total((place for place in absent if found.units[place].is_notion), 2.0),
        "absent_word": total((place for place in absent if not found.units[place].is_notion), 2.0),
        "head_missed": float(bool(topics) and topics[0] in missed),
        "head_absent_notion": float(
            bool(topics) and topics[0] in absent and found.units[topics[0]].is_notion
        ),
        "predicate_missed": float(any(found.units[place].weight > 1 for place in missed)),
        "head_absent": float(bool(topics) and topics[0] in absent),
        "margin": min(best.score - _other(index, found.ranked, best), 0.5),
        "single": float(len(topics) == 1),
        "none": float(not topics),
        "stranger": float(stranger),
        "guarded": float(guarded),
    }


def _other(index: SearchIndex, ranked: list[Ranked], best: Ranked) -> float:
    """Return the score of the best provision of another item."""
    top = _item(index, best)
    return next((each.score for each in ranked if _item(index, each) != top), 0.0)


def _item(index: SearchIndex, ranked: Ranked) -> int:
    parent = int(index.parent[ranked.number])
    return parent if parent >= 0 else ranked.number
