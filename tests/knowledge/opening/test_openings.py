"""Openings of questions that ask for several facts, each about a matter of its own."""

from pathlib import Path

import pytest

from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import QuestionKind
from tests.support.answers import TODAY
from tests.support.openings import open_provision

FOLLOW_UP = (
    "Tomar nota de que la CRM sostendrá, en 2019, un taller de seguimiento a los resultados del taller sobre "
    "migración y salud realizado en Costa Rica en 2016."
)
SURVEY = (
    "Guatemala y Honduras efectuarán, en el segundo semestre de 2018, un sondeo conjunto del río, y "
    "entregarán las cartas resultantes a la ST dentro de los noventa días de terminado el trabajo de campo."
)
COURSE = (
    "Pedir a Honduras que imparta en marzo de 2016, con el apoyo de UNODC, un curso en línea para fiscales."
)
WORKSHOP = (
    "Agradecer a México la preparación del Taller sobre Visas, que se llevará a cabo en David del 2 al 4 de "
    "julio de 2019 con el financiamiento de la OIM."
)


@pytest.mark.parametrize(
    ("text", "question", "lines"),
    [
        pytest.param(
            FOLLOW_UP,
            "¿En qué año será el taller de seguimiento y dónde se realizó el de salud?",
            ["2019", "En Costa Rica"],
            id="the place of one thing beside the year of another",
        ),
        pytest.param(
            SURVEY,
            "¿Qué países harán el sondeo y en qué plazo deben entregar las cartas?",
            ["Plazo: «dentro de los noventa días de terminado el trabajo de campo»"],
            id="the deadline of what is handed over, and not of what is done before",
        ),
        pytest.param(
            COURSE,
            "¿Quién va a dar el curso para fiscales y con qué apoyo?",
            ["Responsable: Honduras", "Con el apoyo de: UNODC"],
            id="two parties, the second without a topic",
        ),
        pytest.param(
            WORKSHOP,
            "¿Dónde es el taller y quién lo paga?",
            ["David · 2–4 de julio de 2019", "Lo financia: OIM"],
            id="a place and a party",
        ),
    ],
)
def test_each_question_of_several_is_answered_for_what_it_is_about(
    tmp_path: Path, text: str, question: str, lines: list[str]
) -> None:
    finding = open_provision(tmp_path, ("C1", text), question=question)

    answer = Answer(
        question="", language="es", outcome=Outcome.FOUND, kind=QuestionKind.LOOKUP, findings=(finding,)
    )
    shown = AnswerRenderer(load_catalogues(BUILT_IN)["es"], TODAY).text(answer)
    told = shown.partition("«" + finding.quote)[0].splitlines()
    assert set(lines) <= set(told), told
