"""A provision that only leads in to its parts tells little: the part of it that answers stands before it."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from knowledge.search.index import Numbers

NEARLY = 2.0
"""How much less a part may score than the whole."""


class Ranked(Protocol):
    """What may answer: a provision by its number, how good it is, and what speaks against it."""

    @property
    def number(self) -> int:
        """Its number in the index."""

    @property
    def score(self) -> float:
        """How good it is as an answer."""

    @property
    def objections(self) -> Sequence[object]:
        """What speaks against it."""


R = TypeVar("R", bound=Ranked)


def part_first(ranked: Sequence[R], parent: Numbers) -> tuple[R, ...]:
    """Put first a part of the best that is nearly as good, and has what the best lacks."""
    for place, each in enumerate(ranked):
        best = ranked[0]
        is_part = int(parent[each.number]) == best.number and each.score >= best.score - NEARLY
        if is_part and len(each.objections) < len(best.objections):
            return (each, *ranked[:place], *ranked[place + 1 :])
    return tuple(ranked)
