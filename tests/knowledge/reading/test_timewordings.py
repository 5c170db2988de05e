from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.values.acts import Precision
from tests.support.builders import make_meeting

FINDER = DeadlineFinder(Cues.load(BUILT_IN.language))
NOVEMBER = make_meeting(start=date(2018, 11, 27), end=date(2018, 11, 29))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param(
            "en la segunda semana de noviembre de 2020",
            "2020-11-08",
            "2020-11-14",
            "week",
            id="a week by its place",
        ),
        pytest.param(
            "en el mes siguiente a esa fecha",
            None,
            None,
            "relative",
            id="the month after another day",
        ),
        pytest.param(
            "en las 24 horas que siguen a la detección",
            None,
            None,
            "relative",
            id="hours after something else",
        ),
        pytest.param(
            "a más tardar la primera semana de julio de 2019", None, "2019-07-07", "week", id="by a week"
        ),
        pytest.param(
            "en la primera quincena del mes de julio de 2019",
            "2019-07-01",
            "2019-07-15",
            "week",
            id="half a month",
        ),
        pytest.param(
            "dentro de los primeros diez días de julio de 2019",
            "2019-07-01",
            "2019-07-10",
            "day",
            id="first days of a month",
        ),
        pytest.param(
            "la tercera semana de agosto de 2019", "2019-08-15", "2019-08-21", "week", id="a week by itself"
        ),
        pytest.param("en el primer semestre de 2019", "2019-01-01", "2019-06-30", "half", id="half a year"),
        pytest.param(
            "a más tardar en el primer semestre de 2019", None, "2019-06-30", "half", id="by half a year"
        ),
        pytest.param(
            "antes del segundo semestre de 2019", None, "2019-06-30", "half", id="before half a year"
        ),
        pytest.param("during H1 2019", "2019-01-01", "2019-06-30", "half", id="half a year by its sign"),
        pytest.param("by mid-October 2019", "2019-10-01", "2019-10-31", "month", id="the middle of a month"),
        pytest.param("in mid-2019", "2019-01-01", "2019-12-31", "year", id="the middle of a year"),
        pytest.param("by end-2019", None, "2019-12-31", "year", id="the end of a year in short"),
        pytest.param("by year-end", None, "2018-12-31", "day", id="the end of this year in short"),
        pytest.param("a fin de año", None, "2018-12-31", "year", id="the end of this year"),
        pytest.param(
            "a más tardar el último día hábil de marzo de 2019",
            None,
            None,
            "relative",
            id="a working day has no date",
        ),
        pytest.param(
            "by the last working day of March 2019", None, None, "relative", id="an English working day"
        ),
        pytest.param(
            "a más tardar el último día de febrero de 2020",
            None,
            "2020-02-29",
            "day",
            id="the last day of a month",
        ),
        pytest.param("a más tardar el 15/03/2019", None, "2019-03-15", "day", id="slashes"),
        pytest.param("by 2019-03-15", None, "2019-03-15", "day", id="an international date"),
        pytest.param("el 15.III.2019", "2019-03-15", "2019-03-15", "day", id="a Roman month"),
        pytest.param("by the 15th of March, 2019", None, "2019-03-15", "day", id="an English ordinal"),
        pytest.param("a más tardar el 1ro de marzo", None, "2019-03-01", "day", id="a Spanish ordinal"),
        pytest.param("on March 15-17", "2019-03-15", "2019-03-17", "day", id="days joined by a hyphen"),
        pytest.param(
            "a más tardar a las 17:00 horas del 15 de agosto de 2019",
            None,
            "2019-08-15",
            "day",
            id="a time of day",
        ),
        pytest.param("by 5 p.m. on 3 June 2019", None, "2019-06-03", "day", id="an English time of day"),
        pytest.param(
            "no later than close of business on 3 June 2019",
            None,
            "2019-06-03",
            "day",
            id="close of business",
        ),
        pytest.param(
            "a más tardar el 30 del presente mes", None, "2018-11-30", "day", id="a day of this month"
        ),
        pytest.param("by the 5th of next month", None, "2018-12-05", "day", id="a day of the next month"),
        pytest.param(
            "antes del 15 de mayo del próximo año", None, "2019-05-15", "day", id="a day of the next year"
        ),
        pytest.param(
            "antes de la reunión del 15 de mayo de 2019",
            None,
            "2019-05-15",
            "day",
            id="before a dated meeting",
        ),
        pytest.param(
            "después del taller del 15 de mayo de 2019",
            "2019-05-15",
            None,
            "day",
            id="after a dated workshop",
        ),
        pytest.param(
            "before the next meeting of the Group, scheduled for 20 November 2019",
            None,
            "2019-11-20",
            "day",
            id="before an announced meeting",
        ),
        pytest.param(
            "at the meeting on 20 September 2019", "2019-09-20", "2019-09-20", "day", id="at a dated meeting"
        ),
        pytest.param("el 5 de mayo", "2019-05-05", "2019-05-05", "day", id="what is to be sent"),
    ],
)
def test_a_wording_of_time_is_placed(text: str, start: str | None, end: str | None, precision: str) -> None:
    [found] = FINDER.find(f"{text}, entre otros.", meeting=NOVEMBER)
    deadline = found.deadline

    assert deadline.text == text
    assert (deadline.start and str(deadline.start), deadline.end and str(deadline.end)) == (start, end)
    assert deadline.precision is Precision(precision)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param("cada año, en el mes de enero", None, None, "recurring", id="in a month of every year"),
        pytest.param(
            "a más tardar el 31 de marzo de cada año", None, None, "recurring", id="by a day of every year"
        ),
        pytest.param(
            "a más tardar el último día hábil del mes de enero de cada año",
            None,
            None,
            "recurring",
            id="by a working day of every year",
        ),
        pytest.param("every year by March 31", None, None, "recurring", id="every year by a day"),
        pytest.param("by 31 March of each year", None, None, "recurring", id="by a day of each year"),
        pytest.param(
            "within the first quarter of each year", None, None, "recurring", id="a quarter of each year"
        ),
        pytest.param(
            "cada seis meses, a partir de enero de 2019",
            "2019-01-01",
            None,
            "recurring",
            id="from a month on",
        ),
        pytest.param(
            "every six months, starting in January 2019",
            "2019-01-01",
            None,
            "recurring",
            id="from a month on in English",
        ),
        pytest.param(
            "cada trimestre hasta diciembre de 2020", None, "2020-12-31", "recurring", id="until a month"
        ),
        pytest.param("antes del 30 de cada mes", None, None, "recurring", id="before a day of every month"),
        pytest.param("el 15 de cada mes", None, None, "recurring", id="a day of every month"),
        pytest.param("el primer lunes de cada mes", None, None, "recurring", id="a weekday of every month"),
        pytest.param("cada 15 de septiembre", None, None, "recurring", id="every year on a day"),
        pytest.param("dos veces al año, en mayo y noviembre", None, None, "recurring", id="twice a year"),
        pytest.param(
            "en los meses de marzo y septiembre de cada año",
            None,
            None,
            "recurring",
            id="two months of every year",
        ),
        pytest.param("every two months", None, None, "recurring", id="every so many months"),
        pytest.param("on a semi-annual basis", None, None, "recurring", id="on a basis"),
        pytest.param("con periodicidad semestral", None, None, "recurring", id="periodicity"),
    ],
)
def test_what_comes_again_has_no_last_day(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    [found] = FINDER.find(f"{text}, entre otros.", meeting=NOVEMBER)
    deadline = found.deadline

    assert deadline.text == text
    assert (deadline.start and str(deadline.start), deadline.end and str(deadline.end)) == (start, end)
    assert deadline.precision is Precision(precision)
