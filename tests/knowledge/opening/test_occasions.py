from datetime import date
from pathlib import Path

import pytest

from knowledge.values.answers import Fact
from tests.support.openings import open_provision, opened

WORKSHOP = (
    "Aceptar el ofrecimiento de Panamá de acoger el Taller sobre Visas, en David, del 2 al 4 de julio de "
    "2019. Se insta a los Países Miembros a inscribir a sus delegados a más tardar el 14 de junio de 2019."
)
ENROLMENT = (
    "Panamá acogerá en David, del 2 al 4 de julio de 2019, el Taller sobre Visas; la inscripción se hace "
    "en línea y cierra el 9 de junio de 2019."
)
EVENT = (
    "Agradecer a Panamá la nota sobre el Taller «Guía de visas», que se celebrará en David del 2 al 4 de "
    "julio de 2019."
)
TWO_BODIES = (
    "Convocar la próxima reunión del GRCM para los días 21 y 22 de septiembre de 2019 en Puerto Plata, y la "
    "Conferencia Viceministerial para el mes de noviembre."
)
REPORT = "La ST presentará el informe en la próxima reunión y la OIM publicará la guía en agosto de 2019."


@pytest.mark.parametrize(
    ("text", "question", "lines"),
    [
        pytest.param(WORKSHOP, "¿Cuándo es el taller?", [Fact.TIME], id="the days of an event"),
        pytest.param(WORKSHOP, "¿Dónde es el taller?", [Fact.PLACE], id="its place"),
        pytest.param(
            WORKSHOP,
            "¿Hasta cuándo hay que inscribir a los delegados?",
            [Fact.DEADLINE, Fact.RESPONSIBLE, Fact.ACTION],
            id="a deadline",
        ),
        pytest.param(
            EVENT,
            "¿Cuándo vence el plazo de la guía de visas?",
            ["C1 no fija un plazo."],
            id="an event is no deadline",
        ),
        pytest.param(EVENT, "¿Hasta cuándo es el taller?", [Fact.TIME], id="until when an event is"),
        pytest.param(
            "Aceptar el Plan Estratégico para la Red de Protección Consular 2017-2022.",
            "¿Cuándo se reúne la Red de Protección Consular?",
            ["C1 no indica la fecha."],
            id="the years of a plan are no date",
        ),
        pytest.param(
            "Solicitar a la OIM que presente un estado de gastos cada seis meses, el primero antes del 30 de "
            "junio de 2019.",
            "¿Hasta cuándo se presenta el estado de gastos?",
            [Fact.DEADLINE, "«antes del 30 de junio de 2019»", Fact.RESPONSIBLE, Fact.ACTION],
            id="how often, and from when",
        ),
        pytest.param(
            "Concesión a Belice de un plazo de dieciocho meses, contado desde el 1 de octubre de 2019.",
            "¿Qué plazo se concedió a Belice?",
            ["dieciocho meses"],
            id="the length of a term",
        ),
        pytest.param(
            "Belice difundirá antes del 1 de octubre de 2019 el concurso para niños de doce años.",
            "¿Qué plazo hay para el concurso?",
            [Fact.DEADLINE, Fact.RESPONSIBLE, Fact.ACTION],
            id="an age is no term",
        ),
        pytest.param(
            REPORT, "¿Cuándo se publica la guía?", [Fact.DEADLINE, Fact.RESPONSIBLE, Fact.ACTION], id="when"
        ),
        pytest.param(
            "Aprobar el acta de la reunión celebrada en Roatán en marzo de 2018.",
            "¿Cuándo fue la reunión?",
            [Fact.TIME],
            id="a month in the past",
        ),
        pytest.param(
            "Aprobar el acta de la reunión celebrada en Roatán en marzo de 2018.",
            "¿Cuándo será la reunión?",
            [],
            id="what is past does not lie ahead",
        ),
        pytest.param(
            "Agradecer a Panamá el taller realizado en David.",
            "¿Cuándo fue el taller?",
            [],
            id="no time at all",
        ),
        pytest.param(
            "El taller será en Lima en junio de 2019.",
            "¿Cuántos días dura el taller?",
            [],
            id="a month doesn't tell how long",
        ),
        pytest.param(
            "El plan piloto de la ventanilla se ensayará durante seis meses.",
            "¿Por cuántos meses se ensayará la ventanilla?",
            ["seis meses"],
            id="how long",
        ),
        pytest.param(
            "El Grupo de Trabajo se reunirá cada seis meses.",
            "¿Cuánto tiempo se reunirá el Grupo?",
            [],
            id="how often is not how long",
        ),
        pytest.param(
            "Panamá difundirá, dentro de los 15 días siguientes, el video de su campaña.",
            "¿Cuánto dura el video de Panamá?",
            [],
            id="the length of a deadline is no other's",
        ),
        pytest.param(
            "Ratificar al señor Luis Pérez Mora como coordinador a partir del 1 de junio de 2019.",
            "¿Hasta cuándo es coordinador?",
            [],
            id="a beginning is no end",
        ),
        pytest.param(
            "Trasladar a 2020, a solicitud de Panamá, el seminario de David.",
            "¿En qué fecha de 2020 es el seminario?",
            [],
            id="the year that the question names",
        ),
        pytest.param(
            "Posponer la solicitud de Jamaica, que llegó después del plazo reglamentario.",
            "¿Desde qué fecha es observador Jamaica?",
            [],
            id="a term without its day",
        ),
        pytest.param(
            ENROLMENT,
            "¿Hasta cuándo es la inscripción en el taller?",
            [Fact.TIME],
            id="the deadline beside an event",
        ),
        pytest.param(
            "Panamá enviará el estudio de la presa antes del 9 de junio de 2019, y lo revisará un experto.",
            "¿Cuándo debe Belice enviar el estudio de la presa?",
            [],
            id="another country's deadline",
        ),
        pytest.param(
            "La ST revisará el texto. Una vez realizada ésta, lo enviará a la OIM.",
            "¿Cuándo se envía el texto?",
            [],
            id="words that point back",
        ),
    ],
)
def test_when_and_where_are_told_of_what_is_asked(
    tmp_path: Path, text: str, question: str, lines: list[str]
) -> None:
    assert opened(open_provision(tmp_path, ("C1", text), question=question)) == lines


@pytest.mark.parametrize(
    ("question", "end", "place"),
    [
        pytest.param("¿Cuándo es la próxima reunión del GRCM?", date(2019, 9, 22), "Puerto Plata", id="one"),
        pytest.param("¿Cuándo es la Conferencia Viceministerial?", date(2019, 11, 30), None, id="the other"),
    ],
)
def test_the_meeting_of_the_body_that_is_named_is_told(
    tmp_path: Path, question: str, end: date, place: str | None
) -> None:
    finding = open_provision(tmp_path, ("C1", TWO_BODIES), question=question)
    assert finding.event is not None
    assert (finding.event.end, finding.event.place) == (end, place)


def test_the_deadline_beside_an_event_is_not_the_day_of_the_event(tmp_path: Path) -> None:
    question = "¿Hasta cuándo es la inscripción en el taller?"
    finding = open_provision(tmp_path, ("C1", ENROLMENT), question=question)
    assert finding.event is not None
    assert finding.event.end == date(2019, 6, 9)


def test_a_condition_is_told_in_the_words_of_the_act(tmp_path: Path) -> None:
    text = "La ST difundirá la guía una vez que concluya su impresión."
    finding = open_provision(tmp_path, ("C1", text), question="¿Cuándo se difunde la guía?")
    assert finding.deadline is not None
    assert finding.deadline.text == "una vez que concluya su impresión"
    assert Fact.DEADLINE in finding.opening


def test_the_fields_agree_with_the_opening(tmp_path: Path) -> None:
    finding = open_provision(tmp_path, ("C1", REPORT), question="¿Cuándo se publica la guía?")
    assert finding.responsible == ("OIM",)
    assert finding.deadline is not None
    assert finding.deadline.end == date(2019, 8, 31)
