from datetime import date

import pytest

from knowledge.language.lengths import find_lengths

MEETING = date(2019, 1, 31)


@pytest.mark.parametrize(
    ("text", "after", "before"),
    [
        pytest.param("60 días", "2019-04-01", "2018-12-02", id="digits"),
        pytest.param("treinta (30) días", "2019-03-02", "2019-01-01", id="words and digits"),
        pytest.param("two weeks", "2019-02-14", "2019-01-17", id="English weeks"),
        pytest.param("1 mes", "2019-02-28", "2018-12-31", id="a month ends with a shorter one"),
        pytest.param("un año", "2020-01-31", "2018-01-31", id="a year"),
        pytest.param("un año y medio", "2020-07-31", "2017-07-31", id="a year and a half"),
        pytest.param("72 horas", "2019-02-03", "2019-01-28", id="hours of whole days"),
        pytest.param("30 (treinta) días", "2019-03-02", "2019-01-01", id="digits and words"),
        pytest.param("no mayor a sesenta días", "2019-04-01", "2018-12-02", id="a preposition is no number"),
        pytest.param("ten calendar days", "2019-02-10", "2019-01-21", id="calendar days"),
    ],
)
def test_a_length_counts_forward_and_back(text: str, after: str, before: str) -> None:
    [mention] = find_lengths(text)

    assert str(mention.length.after(MEETING)) == after
    assert str(mention.length.before(MEETING)) == before


@pytest.mark.parametrize(
    "text", ["quince días hábiles", "ten working days", "5 business days", "3 días laborales", "36 horas"]
)
def test_working_days_and_odd_hours_have_no_place_in_the_calendar(text: str) -> None:
    [mention] = find_lengths(text)

    assert mention.length.after(MEETING) is None


def test_half_a_month_is_no_length() -> None:
    assert find_lengths("en un mes y medio") == []
