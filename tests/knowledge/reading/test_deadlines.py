from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.values.acts import Precision
from tests.support.builders import make_meeting

FINDER = DeadlineFinder(Cues.load(BUILT_IN.language))
NOVEMBER = make_meeting(start=date(2018, 11, 27), end=date(2018, 11, 29))


@pytest.mark.parametrize(
    ("text", "wording", "start", "end", "precision"),
    [
        pytest.param(
            "remitan, a más tardar el 15 de julio, información",
            "a más tardar el 15 de julio",
            None,
            "2019-07-15",
            "day",
            id="a day without a year is the next one",
        ),
        pytest.param(
            "antes del 30 de junio de 2019",
            "antes del 30 de junio de 2019",
            None,
            "2019-06-30",
            "day",
            id="antes",
        ),
        pytest.param(
            "informe en el 2020, en 2021 y el 2023 sobre los progresos",
            "en el 2020, en 2021 y el 2023",
            None,
            None,
            "recurring",
            id="several years",
        ),
        pytest.param(
            "antes de agosto de 2019", "antes de agosto de 2019", None, "2019-07-31", "month", id="month"
        ),
        pytest.param(
            "no later than August 15", "no later than August 15", None, "2019-08-15", "day", id="English"
        ),
        pytest.param("by Monday, July 15", "by Monday, July 15", None, "2019-07-15", "day", id="a weekday"),
        pytest.param(
            "en la semana del 18 al 22 de marzo de 2019",
            "en la semana del 18 al 22 de marzo de 2019",
            "2019-03-18",
            "2019-03-22",
            "week",
            id="a week by its days",
        ),
        pytest.param(
            "durante la semana del 9 de septiembre de 2019",
            "durante la semana del 9 de septiembre de 2019",
            "2019-09-09",
            "2019-09-13",
            "week",
            id="a week by its first day",
        ),
        pytest.param(
            "during the week of March 18-22, 2019",
            "during the week of March 18-22, 2019",
            "2019-03-18",
            "2019-03-22",
            "week",
            id="an English week",
        ),
        pytest.param(
            "los días 24 y 25 de septiembre de 2019",
            "los días 24 y 25 de septiembre de 2019",
            "2019-09-24",
            "2019-09-25",
            "day",
            id="days",
        ),
        pytest.param(
            "del 6 al 7 de julio de 2019",
            "del 6 al 7 de julio de 2019",
            "2019-07-06",
            "2019-07-07",
            "day",
            id="range",
        ),
        pytest.param(
            "durante el mes de agosto",
            "durante el mes de agosto",
            "2019-08-01",
            "2019-08-31",
            "month",
            id="a month",
        ),
        pytest.param(
            "a finales de febrero de 2019",
            "a finales de febrero de 2019",
            None,
            "2019-02-28",
            "month",
            id="finales",
        ),
        pytest.param("in late March 2019", "in late March 2019", None, "2019-03-31", "month", id="late"),
        pytest.param(
            "a finales de 2019", "a finales de 2019", None, "2019-12-31", "year", id="late in a year"
        ),
        pytest.param(
            "en el último trimestre de 2019",
            "en el último trimestre de 2019",
            "2019-10-01",
            "2019-12-31",
            "quarter",
            id="a quarter",
        ),
        pytest.param(
            "before the end of the third quarter",
            "before the end of the third quarter",
            None,
            "2019-09-30",
            "quarter",
            id="before the end of a quarter",
        ),
        pytest.param(
            "capacite durante 2019 a", "durante 2019", "2019-01-01", "2019-12-31", "year", id="a year"
        ),
        pytest.param(
            "antes del cierre del año 2019",
            "antes del cierre del año 2019",
            None,
            "2019-12-31",
            "year",
            id="cierre",
        ),
        pytest.param(
            "antes de que finalice el año",
            "antes de que finalice el año",
            None,
            "2018-12-31",
            "year",
            id="the year",
        ),
        pytest.param(
            "en la reunión de mayo de 2019",
            "en la reunión de mayo de 2019",
            "2019-05-01",
            "2019-05-31",
            "month",
            id="at a meeting of a month",
        ),
        pytest.param(
            "en lo que resta del año", "en lo que resta del año", None, "2018-12-31", "year", id="the rest"
        ),
        pytest.param(
            "in the course of the first half of 2019",
            "in the course of the first half of 2019",
            "2019-01-01",
            "2019-06-30",
            "half",
            id="the course of time is no training",
        ),
        pytest.param(
            "en un plazo no mayor de sesenta días",
            "en un plazo no mayor de sesenta días",
            None,
            "2019-01-28",
            "relative",
            id="days from the last day of the meeting",
        ),
        pytest.param(
            "en un plazo de 3 meses", "en un plazo de 3 meses", None, "2019-02-28", "relative", id="months"
        ),
        pytest.param(
            "within two weeks", "within two weeks", None, "2018-12-13", "relative", id="English weeks"
        ),
        pytest.param(
            "en un plazo de diez días hábiles",
            "en un plazo de diez días hábiles",
            None,
            None,
            "relative",
            id="working days have no end",
        ),
        pytest.param(
            "within 30 days of receipt of the draft",
            "within 30 days of receipt of the draft",
            None,
            None,
            "relative",
            id="a count from an undated fact has no end",
        ),
        pytest.param(
            "con tres semanas de antelación",
            "con tres semanas de antelación",
            None,
            None,
            "relative",
            id="a count back from an event",
        ),
        pytest.param(
            "en su próxima reunión", "en su próxima reunión", None, None, "relative", id="next meeting"
        ),
        pytest.param(
            "prior to the Vice-Ministerial Meeting",
            "prior to the Vice-Ministerial Meeting",
            None,
            None,
            "relative",
            id="before a meeting",
        ),
        pytest.param(
            "las delegaciones dispondrán de treinta días para enviar observaciones",
            "dispondrán de treinta días",
            None,
            None,
            "relative",
            id="so long after what is not said",
        ),
        pytest.param(
            "una vez aprobado el informe, la ST lo publicará",
            "una vez aprobado el informe",
            None,
            None,
            "relative",
            id="once something is done",
        ),
        pytest.param(
            "Concluida esa consulta, la ST circulará",
            "Concluida esa consulta",
            None,
            None,
            "relative",
            id="an absolute participle",
        ),
        pytest.param(
            "previo dictamen de Canadá, Estados Unidos y México",
            "previo dictamen de Canadá, Estados Unidos y México",
            None,
            None,
            "relative",
            id="a condition over a list of names",
        ),
        pytest.param(
            "dentro de los 90 días siguientes a la publicación de esta Decisión el reglamento",
            "dentro de los 90 días siguientes a la publicación de esta Decisión",
            None,
            None,
            "relative",
            id="up to what is to be done",
        ),
        pytest.param("cada fin de mes", "cada fin de mes", None, None, "recurring", id="every month's end"),
        pytest.param("a la brevedad posible", "a la brevedad posible", None, None, "asap", id="asap"),
        pytest.param("as soon as possible", "as soon as possible", None, None, "asap", id="English asap"),
        pytest.param("twice a year", "twice a year", None, None, "recurring", id="recurring"),
        pytest.param(
            "cada seis meses", "cada seis meses", None, None, "recurring", id="every so many months"
        ),
    ],
)
def test_a_deadline_is_found_and_placed(
    text: str, wording: str, start: str | None, end: str | None, precision: str
) -> None:
    [found] = FINDER.find(text, meeting=NOVEMBER)
    deadline = found.deadline

    assert deadline.text == text[found.start : found.end] == wording
    assert deadline.start == (date.fromisoformat(start) if start else None)
    assert deadline.end == (date.fromisoformat(end) if end else None)
    assert deadline.precision is Precision(precision)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "correspondiente al período octubre de 2018 – abril de 2019", id="the period of a report"
        ),
        pytest.param("al 31 de octubre de 2018", id="a closing date of accounts"),
        pytest.param("el presupuesto para 2019", id="a budget year"),
        pytest.param("el presupuesto de la Secretaría Técnica para 2019", id="a budget year of somebody"),
        pytest.param("prorrogar el plan hasta el 31 de diciembre de 2021", id="what lasts until then"),
        pytest.param("en el presupuesto del ejercicio 2020", id="a financial year"),
        pytest.param("el Plan de Acción 2019-2022", id="the years of a plan"),
        pytest.param("el taller celebrado en San José los días 5 y 6 de marzo", id="a past event"),
        pytest.param("which took place on March 16-18", id="a past event in English"),
        pytest.param("desde el 1 de abril de 2019", id="a beginning"),
        pytest.param("las estadísticas de 2019", id="a year that says which"),
        pytest.param("en octubre de 2017", id="a month that is over"),
        pytest.param("lo acordado en la Conferencia de diciembre de 2018", id="what a meeting agreed on"),
        pytest.param("la Declaración “Hasta el 5 de mayo”", id="the title of a document"),
        pytest.param("fechada el 3 de diciembre", id="the date of a letter"),
        pytest.param("if fewer than six have replied by 31 May 2019", id="a condition's"),
        pytest.param("si, al 31 de mayo de 2019, menos de seis han respondido", id="after a comma"),
        pytest.param("migrantes asegurados durante 2019", id="the year of what is described"),
    ],
)
def test_what_only_looks_like_a_deadline_is_none(text: str) -> None:
    assert FINDER.find(text, meeting=NOVEMBER) == []


def test_what_is_inferred_is_named() -> None:
    [yearless] = FINDER.find("a más tardar el 15 de julio", meeting=NOVEMBER)
    [counted] = FINDER.find("en un plazo de 15 días", meeting=NOVEMBER)

    assert yearless.inferred == ("deadline.year",)
    assert counted.inferred == ("deadline.end",)


SPANISH = {"least": "al menos", "advance": "antelación", "period": "anual"}
ENGLISH = {"least": "at least", "advance": "notice", "period": "annual"}
FILLERS = (
    {
        **SPANISH,
        "date": "15 de julio de 2019",
        "length": "30 días",
        "event": "la próxima reunión",
        "clause": "aprobado el plan",
    },
    {
        **SPANISH,
        "date": "18 al 22 de marzo de 2019",
        "length": "30 días",
        "event": "la reunión",
        "clause": "concluya",
    },
    {
        **SPANISH,
        "date": "julio de 2019",
        "length": "dos semanas",
        "event": "su próxima reunión",
        "clause": "eso",
    },
    {
        **SPANISH,
        "date": "segunda semana de julio de 2019",
        "length": "un mes",
        "event": "cada reunión",
        "clause": "firmado",
    },
    {
        **ENGLISH,
        "date": "July 15, 2019",
        "length": "30 days",
        "event": "the next meeting",
        "clause": "the plan is approved",
    },
    {**ENGLISH, "date": "July 2019", "length": "two weeks", "event": "the next meeting", "clause": "that"},
)
CUES = Cues.load(BUILT_IN.language).deadlines
NOT_WHOLE = {
    "window_opens",
    "window_closes",
    "least",
    "advance",
    "period",
    "done",
    "no_deadline",
    "not_after",
}
NOT_WHOLE |= {"period_nouns", "lasting", "dated", "eve"}
WORDINGS = sorted({wording for kind, wordings in CUES if kind not in NOT_WHOLE for wording in wordings})


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_wording_of_the_cue_file_is_understood(wording: str) -> None:
    texts = [wording.format(**filler) for filler in FILLERS]

    found = [(text, FINDER.find(f"{text}.", meeting=NOVEMBER)) for text in texts]

    assert any(each.start == 0 and each.end == len(text) for text, deadlines in found for each in deadlines)


@pytest.mark.parametrize("opening", CUES.window_opens)
@pytest.mark.parametrize("closing", CUES.window_closes)
def test_every_opening_and_closing_of_a_window_is_understood(opening: str, closing: str) -> None:
    text = f"{opening} 2 de mayo de 2019 y {closing} 20 de junio de 2019"

    [found] = FINDER.find(text, meeting=NOVEMBER)

    assert (found.deadline.start, found.deadline.end) == (date(2019, 5, 2), date(2019, 6, 20))


@given(st.text(alphabet="0123456789 abcdefghilmnoprstuvxyzáéó.,;:“”«»\n", max_size=120))
def test_no_text_makes_finding_deadlines_fail(text: str) -> None:
    for found in FINDER.find(f"antes del {text} de 2019", meeting=NOVEMBER):
        assert found.start < found.end
