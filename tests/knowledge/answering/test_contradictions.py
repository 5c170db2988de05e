"""Questions that say otherwise than the act when, where, who or which meeting."""

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Outcome
from tests.support.answers import ask, cited, said


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param(
            "¿quién paga el taller de pasaportes en Bogotá?", "lo sitúa en Ciudad de México", id="city"
        ),
        pytest.param("párrafo 12 de la Declaración Especial", "no menciona parrafo 12", id="part of a text"),
        pytest.param("taller de pasaportes el 25 de julio", "dice otra fecha", id="day"),
        pytest.param("el taller de pasaportes de septiembre de 2018", "dice otra fecha", id="month and year"),
        pytest.param(
            "¿Cuándo fue la III reunión del Grupo Ad Hoc?", "no menciona III", id="meeting's number"
        ),
        pytest.param("¿cuándo es la quinta reunión del grupo ad hoc?", "no menciona quinta", id="in words"),
        pytest.param(
            "¿Qué informe presentó Kurt Zywicki sobre MICIC?", "no menciona Kurt Zywicki", id="person"
        ),
    ],
)
def test_what_a_provision_says_otherwise_is_corrected(
    responder: Responder, question: str, sentence: str
) -> None:
    answer = ask(responder, question)

    assert answer.outcome is Outcome.NOTHING
    assert sentence in said(answer)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿quién paga el taller de pasaportes en Mexico City?", "C24", id="the city in English"),
        pytest.param("el taller de validación en San Salvador", "C16.c", id="a city of the country said"),
        pytest.param("párrafo 17 de la Declaración Especial", "C27", id="a part that is named"),
        pytest.param("taller de pasaportes del 18 de julio", "C24", id="a day of several"),
        pytest.param("taller de pasaportes en julio", "C24", id="a month of the next year"),
        pytest.param(
            "the fourth meeting of the ad hoc group on extra-regional migrants",
            "C23",
            id="the number in another language",
        ),
        pytest.param("hoy es 10 de julio, ¿dónde es el taller de pasaportes?", "C24", id="the present day"),
        pytest.param("¿Quién es Luis Alonso Serrano?", "C2.c", id="a person named"),
    ],
)
def test_what_a_provision_says_in_other_words_is_no_contradiction(
    responder: Responder, question: str, reference: str
) -> None:
    assert cited(ask(responder, question))[0] == reference
