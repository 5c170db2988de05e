"""Days that may be those of an event ahead, and days that are something else's."""

from datetime import date

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.deadlines import DeadlineFinder
from knowledge.reading.duties.eventdays import EventDaysFinder
from tests.support.builders import make_meeting

CUES = Cues.load(BUILT_IN.language)
MEETING = make_meeting(start=date(2017, 5, 14), end=date(2017, 5, 16))
FINDER = EventDaysFinder(CUES.events.starting, MEETING)
DEADLINES = DeadlineFinder(CUES)


def days_in(text: str) -> list[str]:
    """Write the days of a text as «words: first..last»."""
    found = FINDER.find(text, DEADLINES.find(text, meeting=MEETING))
    return [f"{text[each.start : each.end]}: {each.time.start}..{each.time.end}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "El taller será el 5 de junio de 2017.",
            ["5 de junio de 2017: 2017-06-05..2017-06-05"],
            id="a day",
        ),
        pytest.param(
            "El taller será del 5 al 9 de junio de 2017.",
            ["5 al 9 de junio de 2017: 2017-06-05..2017-06-09"],
            id="a range",
        ),
        pytest.param(
            "Se reúne del 30 de junio al 2 de julio de 2017.",
            ["30 de junio al 2 de julio de 2017: 2017-06-30..2017-07-02"],
            id="a range over two months",
        ),
        pytest.param(
            "Sesión: 25 a 29-05-2020.", ["25 a 29-05-2020: 2020-05-25..2020-05-29"], id="a range in figures"
        ),
        pytest.param("El foro será en octubre.", ["octubre: 2017-10-01..2017-10-31"], id="a month"),
        pytest.param("El taller fue el 5 de abril de 2017.", [], id="a day before the meeting"),
        pytest.param("Reunida el 15 de mayo de 2017.", [], id="a day of the meeting"),
        pytest.param("Que lo envíen antes del 5 de junio de 2017.", [], id="a last day"),
        pytest.param("Que lo envíen después del 5 de junio de 2017.", [], id="a day after which"),
        pytest.param("Vigente del 1 de junio de 2017 al 31 de mayo de 2019.", [], id="a period of years"),
        pytest.param("El proyecto sigue en 2018.", [], id="a year"),
        pytest.param(
            "El curso inicia el 5 de junio de 2017.",
            ["5 de junio de 2017: 2017-06-05..None"],
            id="a beginning has no last day",
        ),
        pytest.param(
            "Del 5 al 9 de junio el taller y el 3 de julio el foro.",
            ["5 al 9 de junio: 2017-06-05..2017-06-09", "3 de julio: 2017-07-03..2017-07-03"],
            id="two events",
        ),
        pytest.param("Nada de fechas.", [], id="none"),
    ],
)
def test_the_days_of_events_lie_ahead(text: str, found: list[str]) -> None:
    assert days_in(text) == found


@pytest.mark.parametrize(
    ("text", "several", "told"),
    [
        pytest.param("El taller será del 5 al 9 de junio de 2017.", True, True, id="a range with its year"),
        pytest.param("El taller será el 5 de junio.", False, False, id="a day without"),
    ],
)
def test_days_know_whether_they_are_several_and_their_year_stands_there(
    text: str, *, several: bool, told: bool
) -> None:
    (found,) = FINDER.find(text, DEADLINES.find(text, meeting=MEETING))

    assert (found.several, found.told) == (several, told)
