"""Tenses: whether a message asks of what was or of what will be."""

import pytest

from knowledge.language.tenses import Tense, tense_of


@pytest.mark.parametrize(
    ("message", "tense"),
    [
        pytest.param("¿Cuándo fue el taller?", Tense.PAST, id="was"),
        pytest.param("¿Dónde se celebró la reunión?", Tense.PAST, id="a-preterite"),
        pytest.param("¿qué día se reunieron?", Tense.PAST, id="its-plural"),
        pytest.param("when was the meeting held", Tense.PAST, id="english-past"),
        pytest.param("¿Cuándo se hará el taller?", Tense.FUTURE, id="a-future"),
        pytest.param("¿cuándo va a ser el taller?", Tense.FUTURE, id="going-to-be"),
        pytest.param("where will it be", Tense.FUTURE, id="english-future"),
        pytest.param("where will it be held", Tense.FUTURE, id="a participle is no past"),
        pytest.param("¿Cuándo es el taller?", None, id="present"),
        pytest.param("¿Cuándo será el taller que se propuso y se aprobó?", None, id="both"),
        pytest.param("Canadá y Panamá", None, id="names"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_tense_of_a_message(message: str, tense: Tense | None) -> None:
    assert tense_of(message) is tense
