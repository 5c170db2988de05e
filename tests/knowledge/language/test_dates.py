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
        pytest.param("2021/3/15", "2021/3/15", "2021-03-15", "2021-03-15", "day", id="year first"),
        pytest.param("el 15.III.2021", "15.III.2021", "2021-03-15", "2021-03-15", "day", id="a Roman month"),
        pytest.param("15-mar-2021", "15-mar-2021", "2021-03-15", "2021-03-15", "day", id="a short month"),
        pytest.param("15/03/21", "15/03/21", "2021-03-15", "2021-03-15", "day", id="a year of two digits"),
        pytest.param(
            "the 15th of March, 2021",
            "15th of March, 2021",
            "2021-03-15",
            "2021-03-15",
            "day",
            id="an English ordinal",
        ),
        pytest.param(
            "the 15th day of March 2021",
            "15th day of March 2021",
            "2021-03-15",
            "2021-03-15",
            "day",
            id="the day of a month",
        ),
        pytest.param("1ro de marzo", "1ro de marzo", "2019-03-01", "2019-03-01", "day", id="ro"),
        pytest.param(
            "1.º de marzo de 2021",
            "1.º de marzo de 2021",
            "2021-03-01",
            "2021-03-01",
            "day",
            id="a point before the sign",
        ),
        pytest.param(
            "1° de marzo de 2021",
            "1° de marzo de 2021",
            "2021-03-01",
            "2021-03-01",
            "day",
            id="a degree sign",
        ),
        pytest.param("March 15-17", "March 15-17", "2019-03-15", "2019-03-17", "day", id="month first"),
        pytest.param(
            "el 2 y hasta el 20 de mayo de 2019",
            "2 y hasta el 20 de mayo de 2019",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="a window",
        ),
        pytest.param(
            "no antes del 2 ni después del 20 de mayo",
            "2 ni después del 20 de mayo",
            "2019-05-02",
            "2019-05-20",
            "day",
            id="a window by its limits",
        ),
        pytest.param(
            "2 and no later than 20 May 2021",
            "2 and no later than 20 May 2021",
            "2021-05-02",
            "2021-05-20",
            "day",
            id="an English window",
        ),
        pytest.param(
            "15 de marzo del próximo año",
            "15 de marzo del próximo año",
            "2019-03-15",
            "2019-03-15",
            "day",
            id="of the next year",
        ),
        pytest.param(
            "March 15 of next year",
            "March 15 of next year",
            "2019-03-15",
            "2019-03-15",
            "day",
            id="of next year",
        ),
        pytest.param(
            "15 de marzo de este año",
            "15 de marzo de este año",
            "2018-03-15",
            "2018-03-15",
            "day",
            id="of this year",
        ),
        pytest.param(
            "el 30 del presente mes",
            "30 del presente mes",
            "2018-11-30",
            "2018-11-30",
            "day",
            id="of this month",
        ),
        pytest.param(
            "the 5th of next month",
            "5th of next month",
            "2018-12-05",
            "2018-12-05",
            "day",
            id="of next month",
        ),
        pytest.param(
            "el último día de febrero de 2020",
            "último día de febrero de 2020",
            "2020-02-29",
            "2020-02-29",
            "day",
            id="the last day",
        ),
        pytest.param(
            "los primeros diez días de julio",
            "primeros diez días de julio",
            "2019-07-01",
            "2019-07-10",
            "day",
            id="first days",
        ),
        pytest.param(
            "the last 15 days of July 2019",
            "last 15 days of July 2019",
            "2019-07-17",
            "2019-07-31",
            "day",
            id="last days",
        ),
        pytest.param(
            "before year-end", "year-end", "2018-12-31", "2018-12-31", "day", id="the end of the year"
        ),
        pytest.param(
            "la segunda semana de noviembre de 2020",
            "segunda semana de noviembre de 2020",
            "2020-11-08",
            "2020-11-14",
            "week",
            id="a week of a month",
        ),
        pytest.param(
            "la última semana del mes de junio",
            "última semana del mes de junio",
            "2019-06-24",
            "2019-06-30",
            "week",
            id="the last week",
        ),
        pytest.param(
            "third or fourth week of May",
            "third or fourth week of May",
            "2019-05-15",
            "2019-05-28",
            "week",
            id="two weeks",
        ),
        pytest.param(
            "la primera quincena de marzo de 2021",
            "primera quincena de marzo de 2021",
            "2021-03-01",
            "2021-03-15",
            "week",
            id="half a month",
        ),
        pytest.param(
            "the second half of March 2021",
            "second half of March 2021",
            "2021-03-16",
            "2021-03-31",
            "week",
            id="half a month in English",
        ),
        pytest.param("H1 2021", "H1 2021", "2021-01-01", "2021-06-30", "half", id="a half sign"),
        pytest.param(
            "I semestre de 2021", "I semestre de 2021", "2021-01-01", "2021-06-30", "half", id="a Roman half"
        ),
        pytest.param(
            "2º semestre de 2021",
            "2º semestre de 2021",
            "2021-07-01",
            "2021-12-31",
            "half",
            id="an ordinal sign",
        ),
        pytest.param(
            "primer semestre del próximo año",
            "primer semestre del próximo año",
            "2019-01-01",
            "2019-06-30",
            "half",
            id="half of next year",
        ),
        pytest.param(
            "first and second quarters of 2022",
            "first and second quarters of 2022",
            "2022-01-01",
            "2022-06-30",
            "quarter",
            id="two quarters",
        ),
        pytest.param(
            "el último viernes de marzo de 2021",
            "último viernes de marzo de 2021",
            "2021-03-26",
            "2021-03-26",
            "day",
            id="the last Friday of a month",
        ),
        pytest.param(
            "the second Monday in May",
            "second Monday in May",
            "2019-05-13",
            "2019-05-13",
            "day",
            id="a Monday",
        ),
        pytest.param(
            "entre marzo de 2019 y mayo del mismo año",
            "marzo de 2019 y mayo del mismo año",
            "2019-03-01",
            "2019-05-31",
            "month",
            id="months of the same year",
        ),
        pytest.param(
            "seis al ocho de febrero de dos mil diecinueve",
            "seis al ocho de febrero de dos mil diecinueve",
            "2019-02-06",
            "2019-02-08",
            "day",
            id="a year in words",
        ),
        pytest.param(
            "el 3O de junio de l999", "3O de junio de l999", "1999-06-30", "1999-06-30", "day", id="a scan"
        ),
        pytest.param("in mid-2019", "2019", "2019-01-01", "2019-12-31", "year", id="the middle of a year"),
        pytest.param(
            "in the month of May 2019", "May 2019", "2019-05-01", "2019-05-31", "month", id="the month of"
        ),
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
        pytest.param("3/4 de los países", id="a fraction"),
        pytest.param("A/RES/72/195", id="a document's symbol"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_a_past_date_lies_before_the_present() -> None:
    [mention] = find_dates("los terremotos del 13 de enero pasado")

    days = mention.days(NOVEMBER)

    assert days is not None
    assert days.first == date(2018, 1, 13)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param("la presidencia en 2021 y la reunión en noviembre de ese año", "2021-11-30", id="that"),
        pytest.param("a workshop in 2021, and a report by 5 June of that year", "2021-06-05", id="English"),
        pytest.param("el 3 de mayo de 2021 y el 7 de junio del mismo año", "2021-06-07", id="the same"),
        pytest.param("el 7 de diciembre del mismo año", "2018-12-07", id="the same as now"),
        pytest.param("en noviembre de ese año", None, id="nobody knows which"),
    ],
)
def test_a_date_of_that_year_is_of_the_year_named_before(text: str, last: str | None) -> None:
    days = find_dates(text)[-1].days(NOVEMBER)

    assert (str(days.last) if days else None) == last


def test_the_last_working_day_of_a_month_is_placed_nowhere() -> None:
    [mention] = find_dates("el último día hábil de mayo de 2019")

    assert (mention.unit, mention.days(NOVEMBER)) == (Precision.RELATIVE, None)


def test_a_day_that_no_calendar_has_is_not_placed() -> None:
    [mention] = find_dates("el 31 de febrero de 2019")

    assert mention.days(NOVEMBER) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("el 30 de junio de 2012", date(2012, 6, 30), id="with its year"),
        pytest.param("el 30 de junio", None, id="of any year"),
        pytest.param("el próximo mes", None, id="counted from the present"),
    ],
)
def test_without_a_present_only_a_year_places_a_date(text: str, first: date | None) -> None:
    placed = [mention.days(None) for mention in find_dates(text)]

    assert [days.first if days else None for days in placed] == [first]


@given(st.text(alphabet="0123456789 de julio mayo al,-y/añoQprimertstndof", max_size=60))
def test_no_text_makes_reading_dates_fail(text: str) -> None:
    for mention in find_dates(text):
        days = mention.days(NOVEMBER)
        assert days is None or days.first <= days.last
