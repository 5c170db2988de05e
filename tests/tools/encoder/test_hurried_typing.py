"""Questions as people type them, to tune the encoder by."""

import pytest

from benchmarks.labelled import GOLD
from tools.encoder.hurried_typing import Chatter, HurriedTyping, read_chatter

QUESTION = "¿Qué país debe nombrar el enlace de la campaña?"
CHATTER = Chatter({"es": ["oiga, disculpe,"]}, {"es": ["gracias mil"]})


def typed(seed: int, language: str = "es") -> list[str]:
    typing = HurriedTyping(CHATTER, seed)
    return [typing.of(QUESTION, language) for _ in range(300)]


def test_a_seed_types_the_same_again() -> None:
    assert typed(1) == typed(1)
    assert typed(1) != typed(2)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(QUESTION, id="as written"),
        pytest.param("que pais debe nombrar el enlace de la campaña", id="without accents and marks"),
        pytest.param(QUESTION.upper(), id="shouted"),
        pytest.param(f"oiga, disculpe, {QUESTION}", id="chatter before"),
        pytest.param(f"{QUESTION} gracias mil", id="chatter after"),
        pytest.param(f"oiga, disculpe, {QUESTION} gracias mil", id="chatter on both sides"),
    ],
)
def test_each_way_of_typing_comes_up(expected: str) -> None:
    assert expected in typed(1)


def test_a_language_without_chatter_has_none() -> None:
    assert not any("gracias" in each for each in typed(1, "pt"))


def test_what_people_say_is_there_in_both_languages() -> None:
    for said in read_chatter(GOLD / "tuning" / "chatter"):
        assert set(said) == {"es", "en"}
        assert all(all(pieces) for pieces in said.values())
