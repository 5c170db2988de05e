"""Years in words, and digits that a scan took for letters."""

import pytest

from knowledge.language.written_years import misread_digits, years_in_digits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("3O de junio", "30 de junio", id="O for 0"),
        pytest.param("l999", "1999", id="l for 1"),
        pytest.param("2O17 y 20l8", "2017 y 2018", id="within a year"),
        pytest.param("1o de mayo", "1o de mayo", id="an ordinal"),
        pytest.param("OIM y la ONU", "OIM y la ONU", id="words"),
    ],
)
def test_digits_are_read_for_letters(text: str, read: str) -> None:
    assert misread_digits(text) == read


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("mayo de dos mil diecinueve", "2019", id="a year"),
        pytest.param("mil novecientos noventa y seis", "1996", id="of the last century"),
        pytest.param("el ano dos mil", "2000", id="a round one"),
        pytest.param("dos mil veintiuno", "2021", id="of one word more"),
    ],
)
def test_years_in_words_are_written_as_digits_in_their_place(text: str, year: str) -> None:
    written, spans = years_in_digits(text)

    assert written.split()[-1] == year
    assert len(written) == len(text)
    assert [written[start:end].strip() for start, end in spans] == [year]


def test_a_text_without_years_stays() -> None:
    assert years_in_digits("el mes de mayo") == ("el mes de mayo", [])
