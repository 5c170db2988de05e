"""Countries that the act doesn't bring together with what is said of them."""

import pytest

from knowledge.answering.responder import Responder
from knowledge.values.answers import Outcome
from tests.support.answers import ask, cited, said


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("¿Qué presentó Belice sobre mujer migrante?", "«mujer migrante»", id="another matter"),
        pytest.param("¿Por qué Costa Rica organiza el taller de pasaportes?", "«pasaportes»", id="of others"),
        pytest.param("¿Por qué agradecieron a Nicaragua?", "no dice eso", id="a role it has nowhere"),
    ],
)
def test_what_isnt_said_of_a_country_is_said_to_be_missing(
    responder: Responder, question: str, sentence: str
) -> None:
    answer = ask(responder, question)

    assert answer.outcome is Outcome.NOTHING
    assert sentence in said(answer)


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        pytest.param("¿Qué presentó Costa Rica sobre desastres?", "C26", id="a matter of its own"),
        pytest.param("¿A quién le escribe la PPT además de Belice?", "C25", id="a letter"),
        pytest.param("¿Por qué se agradece a Canadá por los pasaportes?", "C24", id="thanks it gets"),
    ],
)
def test_what_is_said_of_a_country_is_answered(responder: Responder, question: str, reference: str) -> None:
    assert cited(ask(responder, question))[0] == reference
