"""An event that is over is never offered as the next one."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.answering.responder import Responder
from tests.support.act_texts import act_of
from tests.support.answers import respond_from, said

ACT = """GRUPO REGIONAL DE CONSULTA SOBRE MIGRACIÓN (GRCM)
San Salvador, El Salvador, 20 al 22 de junio de 2017

CONCLUSIONES

1. Aceptar el ofrecimiento de Panamá de realizar el Taller sobre pasaportes en Boquete
los días 5 y 6 de septiembre de 2017.

2. Aprobar el informe de la Secretaría Técnica.

3. La próxima reunión de la red consular se realizará en La Ceiba del 6 al 7 de noviembre de 2017.
"""
NEWER = """XX CONFERENCIA REGIONAL SOBRE MIGRACIÓN (CRM)
Reunión Viceministerial
Managua, Nicaragua, 5 y 6 de junio de 2018

CONCLUSIONES

1. Aprobar el informe de la Secretaría Técnica.

2. Agradecer a Panamá el ofrecimiento de ser sede de la XXI CRM, en Ciudad de Panamá, el 15 de mayo de 2019.
"""
IS_OVER = "Lo que las actas anunciaron ya pasó:"


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return respond_from(Path(tmp_path_factory.mktemp("upcoming")), act_of(ACT))


@pytest.mark.parametrize(
    ("question", "today", "is_over"),
    [
        pytest.param("¿Cuándo es el próximo taller sobre pasaportes?", date(2017, 7, 1), False, id="ahead"),
        pytest.param("¿Cuándo es el próximo taller sobre pasaportes?", date(2018, 7, 1), True, id="over"),
        pytest.param("¿cuándo es la próxima reunión?", date(2017, 11, 7), False, id="its last day"),
        pytest.param("¿cuándo es la próxima reunión?", date(2017, 11, 8), True, id="the day after"),
        pytest.param("where is the next meeting?", date(2018, 7, 1), True, id="over, in English"),
        pytest.param("¿Cuándo fue el taller sobre pasaportes?", date(2018, 7, 1), False, id="asked as over"),
    ],
)
def test_what_is_over_is_told_as_such(
    responder: Responder, question: str, today: date, *, is_over: bool
) -> None:
    answer, _ = responder.ask(question, today=today, language="es")

    assert answer.findings
    assert (IS_OVER in said(answer)) is is_over


@pytest.mark.parametrize(
    ("question", "today", "key"),
    [
        pytest.param("¿dónde es la próxima reunión?", date(2018, 7, 1), "crm-2018#C2", id="by its number"),
        pytest.param("¿quién es sede de la próxima reunión?", date(2018, 7, 1), "crm-2018#C2", id="its host"),
        pytest.param(
            "¿dónde es la próxima reunión del GRCM?", date(2018, 7, 1), "grcm-2017#C3", id="another"
        ),
        pytest.param("¿dónde es la próxima reunión?", date(2020, 7, 1), "grcm-2017#C3", id="none to come"),
    ],
)
def test_the_next_meeting_is_one_that_is_yet_to_come(
    tmp_path: Path, question: str, today: date, key: str
) -> None:
    acts = [
        act_of(text).model_copy(update={"slug": slug, "sha256": slug})
        for slug, text in (("grcm-2017", ACT), ("crm-2018", NEWER))
    ]
    answer, _ = respond_from(tmp_path, *acts).ask(question, today=today, language="es")

    assert answer.findings[0].citation.key == key
