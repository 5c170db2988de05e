from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.dates import find_dates
from knowledge.values.acts import Precision

NOVEMBER = date(2018, 11, 27)


@pytest.mark.parametrize(
    ("text", "written", "first", "last", "unit"),
    [
        pytest.param("el 15 de julio", "15 de julio", "2019-07-15", "2019-07-15", "day", id="yearless"),
        pytest.param(
            "antes del 5 de diciembre", "5 de diciembre", "2018-12-05", "2018-12-05", "day", id="still ahead"
        ),
        pytest.param(
            "20-22 de junio de 2017", "20-22 de junio de 2017", "2017-06-20", "2017-06-22", "day", id="hyphen"
        ),
        pytest.param(
            "27, 28 Y 29 DE OCTUBRE DE 1999",
            "27, 28 Y 29 DE OCTUBRE DE 1999",
            "1999-10-27",
            "1999-10-29",
            "day",
            id="list in capitals",
        ),
        pytest.param(
            "del 30 de junio al 2 de julio de 2019",
            "30 de junio al 2 de julio de 2019",
            "2019-06-30",
            "2019-07-02",
            "day",
            id="over two months",
        ),
        pytest.param(
            "30 de diciembre al 2 de enero de 2020",
            "30 de diciembre al 2 de enero de 2020",
            "2019-12-30",
            "2020-01-02",
            "day",
            id="over the new year",
        ),
        pytest.param(
            "el 26 y 27  de junio del 2014",
            "26 y 27  de junio del 2014",
            "2014-06-26",
            "2014-06-27",
            "day",
            id="del and a double space",
        ),
        pytest.param("el quince de julio", "quince de julio", "2019-07-15", "2019-07-15", "day", id="words"),
        pytest.param("el 1º de junio", "1º de junio", "2019-06-01", "2019-06-01", "day", id="ordinal sign"),
        pytest.param(
            "el lunes 15 de julio", "lunes 15 de julio", "2019-07-15", "2019-07-15", "day", id="weekday"
        ),
        pytest.param(
            "June 9-11,\n2021, in", "June 9-11,\n2021", "2021-06-09", "2021-06-11", "day", id="English range"
        ),
        pytest.param(
            "March 23rd and 24th, 2000",
            "March 23rd and 24th, 2000",
            "2000-03-23",
            "2000-03-24",
            "day",
            id="rd",
        ),
        pytest.param("15 August 2021", "15 August 2021", "2021-08-15", "2021-08-15", "day", id="day first"),
        pytest.param(
            "by August 15, a list", "August 15", "2019-08-15", "2019-08-15", "day", id="an article is no day"
        ),
        pytest.param("15/07/2017", "15/07/2017", "2017-07-15", "2017-07-15", "day", id="slashes"),
        pytest.param("mayo de 2020", "mayo de 2020", "2020-05-01", "2020-05-31", "month", id="month"),
        pytest.param("en febrero", "febrero", "2019-02-01", "2019-02-28", "month", id="yearless month"),
        pytest.param(
            "para febrero o marzo de 2011",
            "febrero o marzo de 2011",
            "2011-02-01",
            "2011-03-31",
            "month",
            id="either month",
        ),
        pytest.param(
            "July 2020 through May\n2021",
            "July 2020 through May\n2021",
            "2020-07-01",
            "2021-05-31",
            "month",
            id="months over two years",
        ),
        pytest.param("el próximo mes", "próximo mes", "2018-12-01", "2018-12-31", "month", id="next month"),
        pytest.param(
            "último trimestre de 2019",
            "último trimestre de 2019",
            "2019-10-01",
            "2019-12-31",
            "quarter",
            id="last quarter",
        ),
        pytest.param(
            "first trimester of 2001",
            "first trimester of 2001",
            "2001-01-01",
            "2001-03-31",
            "quarter",
            id="English trimester",
        ),
        pytest.param("Q3 2021", "Q3 2021", "2021-07-01", "2021-09-30", "quarter", id="quarter sign"),
        pytest.param(
            "primer semestre de 2020",
            "primer semestre de 2020",
            "2020-01-01",
            "2020-06-30",
            "half",
            id="half a year",
        ),
        pytest.param("en 2022.", "2022", "2022-01-01", "2022-12-31", "year", id="year"),
        pytest.param("el año en curso", "año en curso", "2018-01-01", "2018-12-31", "year", id="this year"),
        pytest.param("next year", "next year", "2019-01-01", "2019-12-31", "year", id="next year"),
    ],
)
def test_a_date_is_found_and_placed(text: str, written: str, first: str, last: str, unit: str) -> None:
    [mention] = find_dates(text)
    days = mention.days(NOVEMBER)

    assert text[mention.start : mention.end] == written
    assert days is not None
    assert (str(days.first), str(days.last), mention.unit) == (first, last, Precision(unit))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("el Plan 2017-2022", id="years of a plan"),
        pytest.param("por Tierra, Mar y Aire", id="a short word that could be a month"),
        pytest.param("countries may sign", id="the verb may"),
        pytest.param("los convenios 97 y 143 de la OIT", id="numbers of conventions"),
        pytest.param("el año fiscal", id="a fiscal year"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_a_past_date_lies_before_the_present() -> None:
    [mention] = find_dates("los terremotos del 13 de enero pasado")

    days = mention.days(NOVEMBER)

    assert days is not None
    assert days.first == date(2018, 1, 13)


def test_a_day_that_no_calendar_has_is_not_placed() -> None:
    [mention] = find_dates("el 31 de febrero de 2019")

    assert mention.days(NOVEMBER) is None


@given(st.text(alphabet="0123456789 de julio mayo al,-y/añoQprimertstndof", max_size=60))
def test_no_text_makes_reading_dates_fail(text: str) -> None:
    for mention in find_dates(text):
        days = mention.days(NOVEMBER)
        assert days is None or days.first <= days.last
