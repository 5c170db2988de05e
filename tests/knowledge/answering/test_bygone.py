"""What acts call the next meeting may be over by now."""

from datetime import date

import pytest

from knowledge.answering.responder import Responder
from tests.support.act_texts import act_of
from tests.support.answers import respond_from

ACT = """REUNIÓN DEL GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
Tela, Honduras, 8 y 9 de mayo de 2008

CONCLUSIONES

1. La próxima reunión de la red consular se realizará en La Ceiba del 6 al 7 de julio de 2008.

2. El taller de fotografía se realizará en Gracias el 3 de junio de 2008.
"""
OVER = "Ya pasó."


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(tmp_path_factory.mktemp("bygone"), act_of(ACT))


@pytest.mark.parametrize(
    ("question", "today", "is_told"),
    [
        pytest.param("¿cuándo es la próxima reunión?", date(2008, 7, 1), False, id="to come"),
        pytest.param("¿cuándo es la próxima reunión?", date(2008, 7, 7), False, id="its last day"),
        pytest.param("¿cuándo es la próxima reunión?", date(2008, 7, 8), True, id="over"),
        pytest.param("where is the next meeting?", date(2009, 1, 1), True, id="over, in English"),
        pytest.param("¿cuándo es el taller de fotografía?", date(2009, 1, 1), False, id="not the next"),
    ],
)
def test_that_it_is_over_is_said_of_the_next_meeting(
    responder: Responder, question: str, today: date, *, is_told: bool
) -> None:
    answer, _ = responder.ask(question, today=today, language="es")

    assert answer.findings
    assert (OVER in map(str, answer.lead)) is is_told
