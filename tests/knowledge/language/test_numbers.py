import pytest

from knowledge.language.numbers import begins_number, number_of, ordinal_of


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param("60", 60, id="digits"),
        pytest.param("sesenta", 60, id="a Spanish word"),
        pytest.param("Treinta y cinco", 35, id="Spanish tens and units"),
        pytest.param("veintidós", 22, id="an accented word"),
        pytest.param("ciento veinte", 120, id="Spanish hundreds"),
        pytest.param("un", 1, id="an article counts as one"),
        pytest.param("twenty-five", 25, id="English with a hyphen"),
        pytest.param("one hundred and eighty", 180, id="English hundreds"),
        pytest.param("muchos", None, id="no number"),
        pytest.param("y", None, id="a joiner alone"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_number_is_read(written: str, number: int | None) -> None:
    assert number_of(written) == number


@pytest.mark.parametrize(
    ("written", "place"),
    [
        pytest.param("primer", 1, id="short Spanish form"),
        pytest.param("Último", -1, id="the last"),
        pytest.param("third", 3, id="English"),
        pytest.param("2nd", 2, id="English digits"),
        pytest.param("3er", 3, id="Spanish digits"),
        pytest.param("IV", 4, id="Roman"),
        pytest.param("taller", None, id="no ordinal"),
    ],
)
def test_an_ordinal_is_read(written: str, place: int | None) -> None:
    assert ordinal_of(written) == place


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        pytest.param("treinta", True, id="a number"),
        pytest.param("hundred", True, id="a multiple"),
        pytest.param("y", False, id="a joiner"),
        pytest.param("taller", False, id="another word"),
    ],
)
def test_a_number_of_several_words_begins_with_one(word: str, *, begins: bool) -> None:
    assert begins_number(word) is begins
