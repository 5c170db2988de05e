"""People's talk: what only thanks, and what is put to somebody."""

import pytest

from knowledge.understanding.talk import addresses_somebody, is_thanks
from tests.support.answers import REGISTER


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        pytest.param("Gracias", True, id="spanish"),
        pytest.param("¡Mil gracias, muy amable!", True, id="with-more"),
        pytest.param("Thank you so much", True, id="english"),
        pytest.param("Gracias, ¿y el plazo?", False, id="and-a-question"),
        pytest.param("ok", False, id="no-thanks"),
        pytest.param("El acta da las gracias a Panamá por ser sede del taller", False, id="about-thanks"),
    ],
)
def test_thanks_are_told_from_the_rest(text: str, *, thanks: bool) -> None:
    assert is_thanks(text) is thanks


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        pytest.param("Juan, ¿tú vas a ir?", True, id="name"),
        pytest.param("María ¿me mandas el documento?", True, id="name-without-comma"),
        pytest.param("Peter, are you going?", True, id="english"),
        pytest.param("¿Cuándo es el taller?", False, id="question"),
        pytest.param("Entonces, ¿cuándo es el taller?", False, id="word-that-joins"),
        pytest.param("Perdón, ¿cuándo es el taller?", False, id="apology"),
        pytest.param("México, ¿qué debe hacer?", False, id="country"),
        pytest.param("OIM: ¿qué debe hacer?", False, id="body"),
    ],
)
def test_a_question_may_be_put_to_somebody(text: str, *, addressed: bool) -> None:
    assert addresses_somebody(text, REGISTER) is addressed
