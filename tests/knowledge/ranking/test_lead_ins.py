"""What only leads in to its parts."""

from typing import NamedTuple

import numpy as np
import pytest

from knowledge.ranking.lead_ins import part_first

WHOLE, PART, OTHER = 0, 1, 2
PARENT = np.array([-1, WHOLE, -1], np.int32)


class Scored(NamedTuple):
    """A provision with its score and what speaks against it."""

    number: int
    score: float
    objections: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("ranked", "first"),
    [
        pytest.param([Scored(WHOLE, 9, ("time",)), Scored(PART, 8)], PART, id="a part has what is lacked"),
        pytest.param([Scored(WHOLE, 9), Scored(PART, 8)], WHOLE, id="nothing is lacked"),
        pytest.param([Scored(WHOLE, 9, ("time",)), Scored(PART, 8, ("time",))], WHOLE, id="both lack it"),
        pytest.param([Scored(WHOLE, 9, ("time",)), Scored(PART, 5)], WHOLE, id="the part is far worse"),
        pytest.param([Scored(WHOLE, 9, ("time",)), Scored(OTHER, 8)], WHOLE, id="another is no part"),
    ],
)
def test_the_part_that_answers_comes_first(ranked: list[Scored], first: int) -> None:
    found = part_first(ranked, PARENT)

    assert found[0].number == first
    assert sorted(found) == sorted(ranked)


def test_nothing_has_no_first() -> None:
    assert part_first([], PARENT) == ()
