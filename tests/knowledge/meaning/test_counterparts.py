"""Provisions of different acts are compared whatever languages they are in."""

import numpy as np
import pytest

from knowledge.meaning.counterparts import Counterparts
from knowledge.meaning.packing import WIDTH, Vector, pack, packed_in

SPANISH, ENGLISH, FEES, HOST, NETWORK = np.eye(WIDTH, dtype=np.float32)[:5]


def along(*parts: Vector) -> Vector:
    total = np.sum(parts, axis=0)
    vector: Vector = total / np.linalg.norm(total)
    return vector


@pytest.fixture
def counterparts() -> Counterparts:
    """Two acts in Spanish and one in English: 0-2, 3-4 and 5-6."""
    rows = [
        *(along(3 * SPANISH, FEES), along(3 * SPANISH, HOST), along(3 * SPANISH, NETWORK)),
        *(along(3 * SPANISH, FEES, 0.2 * HOST), along(3 * SPANISH, HOST)),
        *(along(3 * ENGLISH, FEES), along(3 * ENGLISH, NETWORK)),
    ]
    acts = np.array([1, 1, 1, 2, 2, 3, 3], np.int32)
    return Counterparts(packed_in(pack(np.array(rows))), acts, {1: "es", 2: "es", 3: "en"})


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        pytest.param(0, 3, 2, id="each the other's closest"),
        pytest.param(0, 5, 2, id="in another language"),
        pytest.param(2, 3, 0, id="neither"),
        pytest.param(1, 5, 0, id="on nothing in common"),
    ],
)
def test_the_closest_of_another_act_is_told(
    counterparts: Counterparts, one: int, other: int, sides: int
) -> None:
    assert counterparts.closest_sides(one, other) == sides


def test_translations_are_as_near_as_repetitions(counterparts: Counterparts) -> None:
    assert counterparts.likeness(0, 5) > 0.5 > counterparts.likeness(0, 4)


def test_a_provision_is_made_up_for_the_language_of_a_question(counterparts: Counterparts) -> None:
    numbers = np.array([0, 5], np.int32)

    own, foreign = counterparts.handicaps(along(3 * SPANISH, FEES), numbers, "es")

    assert own == 0
    assert foreign > 0
    assert counterparts.handicaps(along(FEES), numbers, "fr").tolist() == [0, 0]
