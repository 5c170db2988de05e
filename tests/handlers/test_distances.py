"""How far a day is from today."""

from datetime import date

import pytest

from handlers.distances import whole_units

TODAY = date(2017, 7, 15)


@pytest.mark.parametrize(
    ("day", "language", "said"),
    [
        pytest.param(date(2015, 7, 15), "es", "hace 2 años", id="years to the day"),
        pytest.param(date(2015, 7, 16), "es", "hace 1 año", id="a day short of two"),
        pytest.param(date(2016, 8, 15), "es", "hace 11 meses", id="months are never rounded up"),
        pytest.param(date(2017, 10, 15), "es", "dentro de 3 meses", id="months ahead"),
        pytest.param(date(2019, 7, 15), "en", "in 2 years", id="in English"),
        pytest.param(date(2016, 7, 15), "en", "1 year ago", id="in English, past"),
    ],
)
def test_only_whole_units_are_told(day: date, language: str, said: str) -> None:
    assert whole_units(day, TODAY, language) == said
