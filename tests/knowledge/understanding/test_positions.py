"""Where a meeting stands in the row."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.understanding.named_meetings import load_meeting_words
from knowledge.understanding.positions import Position, PositionFinder, Towards

SPOKEN = load_meeting_words(BUILT_IN.language)
FINDER = PositionFinder(SPOKEN.positions, frozenset({"reunion", "meeting"}))


@pytest.mark.parametrize(
    ("said", "position"),
    [
        pytest.param("la última", Position(Towards.FROM_NEWEST, 0), id="newest"),
        pytest.param("the most recent one", Position(Towards.FROM_NEWEST, 0), id="newest in English"),
        pytest.param("la penúltima", Position(Towards.FROM_NEWEST, 1), id="last but one"),
        pytest.param("las dos últimas reuniones", Position(Towards.FROM_NEWEST, 0, 2), id="several"),
        pytest.param("the last three meetings", Position(Towards.FROM_NEWEST, 0, 3), id="several in English"),
        pytest.param("the earliest", Position(Towards.FROM_OLDEST, 0), id="oldest"),
        pytest.param("la segunda de Tela", Position(Towards.FROM_OLDEST, 1), id="second"),
        pytest.param("hace tres reuniones", Position(Towards.FROM_NEWEST, 2), id="so many ago"),
        pytest.param("3 meetings ago", Position(Towards.FROM_NEWEST, 2), id="so many ago, in digits"),
        pytest.param("una reunión atrás", Position(Towards.FROM_NEWEST, 0), id="one ago"),
        pytest.param("la anterior a la de Tela", Position(Towards.BEFORE, 1), id="before"),
        pytest.param("after the one in Tela", Position(Towards.AFTER, 1), id="after"),
    ],
)
def test_a_position_is_read(said: str, position: Position) -> None:
    assert [each for _, each in FINDER.find(words(said))] == [position]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("hace dos años", id="so many years ago"),
        pytest.param("tres reuniones", id="a number of meetings"),
        pytest.param("las últimas semanas", id="the last of others"),
        pytest.param("la reunión de mayo", id="no position"),
    ],
)
def test_what_is_no_position_is_none(said: str) -> None:
    assert list(FINDER.find(words(said))) == []
