"""The days that a question names, and whether they say when it is asked."""

from datetime import date

import pytest

from knowledge.language.dates import find_dates
from knowledge.understanding.periods import find_periods, is_limit, is_of_now, is_present, overlaps, period_in
from knowledge.values.questions import Period

MEETING = date(2017, 6, 20)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("en julio", date(2017, 7, 1), date(2017, 7, 31), id="the month after the meeting"),
        pytest.param("antes de agosto", None, date(2017, 7, 31), id="before a month"),
        pytest.param("hasta el 15 de julio", None, date(2017, 7, 15), id="up to a day"),
        pytest.param("after July 15", date(2017, 7, 16), None, id="after a day"),
        pytest.param("desde agosto", date(2017, 8, 1), None, id="from a month on"),
        pytest.param("en 2018", date(2018, 1, 1), date(2018, 12, 31), id="a year"),
        pytest.param("desde 2019", date(2019, 1, 1), None, id="from a year on"),
        pytest.param("entre 2015 y 2018", date(2015, 1, 1), date(2018, 12, 31), id="between years"),
        pytest.param("de 2015 a 2018", date(2015, 1, 1), date(2018, 12, 31), id="from a year to another"),
        pytest.param("from 2015 to 2018", date(2015, 1, 1), date(2018, 12, 31), id="between, in English"),
        pytest.param("en 2015 y 2018", date(2015, 1, 1), date(2015, 12, 31), id="two years are no stretch"),
        pytest.param("en los últimos años", date(2021, 11, 1), TODAY, id="lately"),
        pytest.param("in the last three years", date(2023, 11, 1), TODAY, id="the last three years"),
        pytest.param("los últimos 6 meses", date(2026, 5, 1), TODAY, id="the last six months"),
        pytest.param("este mes", date(2026, 11, 1), date(2026, 11, 30), id="this month is today's"),
        pytest.param("el mes que viene", date(2026, 12, 1), date(2026, 12, 31), id="the month to come"),
        pytest.param("esta semana", TODAY, date(2026, 11, 29), id="this week begins on Monday"),
        pytest.param("la semana que viene", date(2026, 11, 30), date(2026, 12, 6), id="the week to come"),
        pytest.param("next week", date(2026, 11, 30), date(2026, 12, 6), id="next week"),
        pytest.param("en los próximos 30 días", TODAY, date(2026, 12, 23), id="thirty days from today"),
        pytest.param("in the next two weeks", TODAY, date(2026, 12, 7), id="two weeks from today"),
    ],
)
def test_a_period_is_read_as_seen_from_the_meeting(text: str, start: date | None, end: date | None) -> None:
    assert period_in(text, today=TODAY, meeting=MEETING) == Period(start=start, end=end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("hoy", TODAY, id="today"),
        pytest.param("¿qué vence mañana?", date(2026, 11, 24), id="tomorrow"),
        pytest.param("the day after tomorrow", date(2026, 11, 25), id="after tomorrow"),
        pytest.param("a las 9 de la mañana", None, id="a morning"),
        pytest.param("cumplidos hasta hoy", None, id="a limit"),
    ],
)
def test_days_seen_from_today_are_found_where_they_are_asked_for(text: str, day: date | None) -> None:
    near = [each.period for each in find_periods(text, today=TODAY, meeting=MEETING, near=True)]
    assert near == ([Period(start=day, end=day)] if day else [])
    assert not list(find_periods(text, today=TODAY, meeting=MEETING))
    assert is_of_now(text, today=TODAY) is bool(day)


def test_several_periods_are_found_in_order() -> None:
    found = find_periods("2015 enero de 2016", today=TODAY, meeting=MEETING)
    assert [(each.period.start, each.start) for each in found] == [
        (date(2015, 1, 1), 0),
        (date(2016, 1, 1), 5),
    ]


def test_a_text_without_days_names_no_period() -> None:
    assert period_in("el taller de pasaportes", today=TODAY, meeting=MEETING) is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(date(2017, 7, 17), date(2017, 7, 18), True, id="inside"),
        pytest.param(date(2017, 6, 30), date(2017, 7, 1), True, id="the first day counts"),
        pytest.param(date(2017, 8, 1), None, False, id="after"),
        pytest.param(None, date(2017, 7, 31), True, id="one day known"),
        pytest.param(None, None, False, id="no day known"),
    ],
)
def test_days_overlap_a_period(start: date | None, end: date | None, *, expected: bool) -> None:
    july = Period(start=date(2017, 7, 1), end=date(2017, 7, 31))

    assert overlaps(start, end, july) is expected


def test_without_a_period_any_days_do() -> None:
    assert overlaps(None, None, None)


@pytest.mark.parametrize(
    ("text", "present", "limit"),
    [
        pytest.param("hoy es 10 de julio, ¿dónde es el taller?", True, False, id="today"),
        pytest.param("today is July 10, where is it?", True, False, id="today in English"),
        pytest.param("¿qué hay antes del 10 de julio?", False, True, id="an end"),
        pytest.param("what is due after July 10?", False, True, id="a start"),
        pytest.param("¿el taller es el 10 de julio?", False, False, id="the day asked about"),
    ],
)
def test_a_day_is_asked_about_or_only_limits_that(text: str, *, present: bool, limit: bool) -> None:
    [mention] = find_dates(text)

    assert (is_present(text, mention), is_limit(text, mention)) == (present, limit)
