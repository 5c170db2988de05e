import pytest

from knowledge.reading.structure.page_numbers import drop_lone_numbers, take_lone_numbers_for_pages

UNFINISHED = frozenset({"de", "la"})


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("1. Uno\n2. Dos\n1\n3. Tres", "1. Uno\n2. Dos\n\f\n3. Tres", id="between other items"),
        pytest.param("1\nUno\n2\nDos", "1\nUno\n2\nDos", id="they number the items"),
        pytest.param("1. Uno\n2. Dos\n2017\n", "1. Uno\n2. Dos\n2017\n", id="a year is no page number"),
        pytest.param(
            "su condición\n\n3\n\nmigratoria.", "su condición\n\n\f\n\nmigratoria.", id="in a sentence"
        ),
        pytest.param("el pueblo de\n\n3\n\nHonduras.", "el pueblo de\n\n\f\n\nHonduras.", id="before a name"),
        pytest.param("un plazo de\n30\ndías.", "un plazo de\n30\ndías.", id="a number of the sentence's own"),
        pytest.param(
            "uno\n1\ny dos.\n2\nTres\n3\ny.", "uno\n\f\ny dos.\n\f\nTres\n\f\ny.", id="of several, all"
        ),
        pytest.param(
            "su condición\nActa del Grupo\n1\nmigratoria.\nDe la\nActa del Grupo\n2\nOIM.",
            "su condición\nActa del Grupo\n\f\nmigratoria.\nDe la\nActa del Grupo\n\f\nOIM.",
            id="next to a running head",
        ),
    ],
)
def test_a_number_that_counts_pages_becomes_a_page_break(text: str, cleaned: str) -> None:
    assert take_lone_numbers_for_pages(text, UNFINISHED) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("1\nUno\n2\nDos", "1\nUno\n2\nDos", id="no pages known"),
        pytest.param("uno\n1\n\fdos\n2", "uno\n\fdos\n", id="at the foot of pages"),
        pytest.param("uno\n5\n\f6\ndos", "uno\n\fdos", id="counting from 5, foot and top"),
        pytest.param("uno\n\f3\ntres\n2", "uno\n\f3\ntres\n", id="out of step with the pages"),
    ],
)
def test_where_pages_are_known_their_numbers_go(text: str, cleaned: str) -> None:
    assert drop_lone_numbers(text) == cleaned
