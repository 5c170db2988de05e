"""Put the part that answers before a provision that only leads in to it."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from knowledge.search.index import Numbers

NEARLY = 2.0
"""How much lower than the whole a part may score."""


class Ranked(Protocol):
    """A provision that may answer: its number, its score, and the objections to it."""

    @property
    def number(self) -> int:
        """Its number in the index."""

    @property
    def score(self) -> float:
        """How good it is as an answer."""

    @property
    def objections(self) -> Sequence[object]:
        """The objections to it as an answer."""


R = TypeVar("R", bound=Ranked)


def part_first(ranked: Sequence[R], parent: Numbers) -> tuple[R, ...]:
    """Put a part of the best provision first if it is nearly as good and has fewer objections."""
    for place, each in enumerate(ranked):
        best = ranked[0]
        is_part = int(parent[each.number]) == best.number and each.score >= best.score - NEARLY
        if is_part and len(each.objections) < len(best.objections):
            return (each, *ranked[:place], *ranked[place + 1 :])
    return tuple(ranked)
