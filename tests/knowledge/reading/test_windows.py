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
            "no antes del 15 ni después del 30 de marzo de 2019",
            "2019-03-15",
            "2019-03-30",
            "day",
            id="neither before nor after",
        ),
        pytest.param(
            "no antes del 2 de mayo de 2019 ni después del 20 de junio de 2019",
            "2019-05-02",
            "2019-06-20",
            "day",
            id="of two months",
        ),
        pytest.param(
            "después del 2 y no más tarde que el 20 de mayo de 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="after and no later than",
        ),
        pytest.param(
            "después del 2 de mayo y no más tarde que el 20 de mayo",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="without a year",
        ),
        pytest.param(
            "desde el 2 y hasta el 20 de mayo de 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="since and until",
        ),
        pytest.param(
            "desde el 2 de mayo hasta el 20 de junio de 2019",
            "2019-05-02",
            "2019-06-20",
            "day",
            id="since and until of two months",
        ),
        pytest.param("desde marzo y hasta mayo de 2019", "2019-03-01", "2019-05-31", "month", id="months"),
        pytest.param("entre el 15 y el 30 de marzo de 2019", "2019-03-15", "2019-03-30", "day", id="between"),
        pytest.param("entre los días 16 y 18 de abril", "2019-04-16", "2019-04-18", "day", id="between days"),
        pytest.param(
            "entre el 1° y el 15 de julio de 2019",
            "2019-07-01",
            "2019-07-15",
            "day",
            id="between with a degree sign",
        ),
        pytest.param(
            "between 15 March and 30 April 2019", "2019-03-15", "2019-04-30", "day", id="between in English"
        ),
        pytest.param(
            "between the 3rd and the 14th of June 2019",
            "2019-06-03",
            "2019-06-14",
            "day",
            id="between English ordinals",
        ),
        pytest.param(
            "not earlier than 2 May 2019 and no later than 20 May 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="not earlier than",
        ),
        pytest.param(
            "no earlier than 2 and no later than 20 May 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="no earlier than of one month",
        ),
        pytest.param(
            "not before May 2, nor after May 20, 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="not before nor after",
        ),
        pytest.param(
            "no sooner than 1 September and no later than 30 October 2019",
            "2019-09-01",
            "2019-10-30",
            "day",
            id="no sooner than",
        ),
        pytest.param("from 2 to 20 May 2019", "2019-05-02", "2019-05-20", "day", id="from and to"),
        pytest.param("a partir del 15 de enero de 2019", "2019-01-15", None, "day", id="a beginning"),
        pytest.param("a partir de enero", "2019-01-01", None, "month", id="a month that begins"),
        pytest.param("starting in January 2019", "2019-01-01", None, "month", id="an English beginning"),
        pytest.param("with effect from 1 January 2019", "2019-01-01", None, "day", id="with effect"),
        pytest.param("from 1 January 2019", "2019-01-01", None, "day", id="from a day to come"),
        pytest.param("from 2020 onwards", "2020-01-01", None, "year", id="onwards"),
        pytest.param("as from 1 January 2019", "2019-01-01", None, "day", id="as from"),
        pytest.param("no antes del 1 de marzo de 2019", "2019-03-01", None, "day", id="not before alone"),
        pytest.param("después de mayo de 2019", "2019-06-01", None, "month", id="after a month"),
    ],
)
def test_a_window_or_a_beginning_is_found(
    text: str, start: str | None, end: str | None, precision: str
) -> None:
    [found] = FINDER.find(f"{text}, entre otros.", meeting=NOVEMBER)
    deadline = found.deadline

    assert deadline.text == text
    assert (deadline.start and str(deadline.start), deadline.end and str(deadline.end)) == (start, end)
    assert deadline.precision is Precision(precision)
