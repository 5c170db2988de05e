"""Sentences to be worded where they are shown."""

import pytest

from knowledge.values.notices import ECHO, Notice, counted, echo, notice


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(notice("Falta {file}.", file="acta.txt"), "Falta acta.txt.", id="filled"),
        pytest.param(notice("Así."), "Así.", id="without places"),
        pytest.param(notice("De {forum}, {file}.", file="acta.txt"), "De {forum}, acta.txt.", id="left open"),
        pytest.param(notice("«{inner}»", inner=notice("{n}", n=2)), "«2»", id="one in another"),
    ],
)
def test_a_notice_is_its_source_text_filled(given: Notice, said: str) -> None:
    assert str(given) == said


def test_a_notice_that_depends_on_a_number_has_both_wordings() -> None:
    found = counted(("{number} acta de {city}", "{number} actas de {city}"), 2, city="Lima")

    assert (found.plural, found.count) == ("{number} actas de {city}", 2)
    assert found.parameters == {"number": 2, "city": "Lima"}


@pytest.mark.parametrize(
    ("words", "repeated"),
    [
        pytest.param("el  taller\nde julio", "el taller de julio", id="on one line"),
        pytest.param("a" * ECHO, "a" * ECHO, id="as long as may be"),
        pytest.param("a" * (ECHO + 1), "a" * (ECHO - 1) + "…", id="too long"),
        pytest.param("a" * (ECHO - 2) + " bcd", "a" * (ECHO - 2) + "…", id="cut at a space"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_person_s_words_are_repeated_short(words: str, repeated: str) -> None:
    assert echo(words) == repeated
