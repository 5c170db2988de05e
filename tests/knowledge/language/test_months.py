import re

import pytest

from knowledge.language.months import MONTH_PATTERN, month_number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        pytest.param("junio", 6, id="Spanish"),
        pytest.param("SEPTIEMBRE", 9, id="capitals"),
        pytest.param("December", 12, id="English"),
        pytest.param("ene.", 1, id="abbreviated, with its full stop"),
        pytest.param("Aug", 8, id="English abbreviated"),
        pytest.param("sept", 9, id="Spanish four-letter abbreviation"),
        pytest.param("mes", None, id="no month"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_month_is_known_by_its_names_in_both_languages(word: str, number: int | None) -> None:
    assert month_number(word) == number


def test_the_pattern_prefers_the_whole_name() -> None:
    assert re.findall(MONTH_PATTERN, "del 3 de marzo al 4 de mar") == ["marzo", "mar"]
