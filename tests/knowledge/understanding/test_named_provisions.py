"""The provisions that an officer's words begin with, and what is left to be said of them."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.understanding.named_provisions import NamedProvision, ProvisionReader
from knowledge.understanding.reference_words import load_reference_words

READER = ProvisionReader(load_reference_words(BUILT_IN.language))


def printed(named: NamedProvision) -> str:
    return f"{named.section.value if named.section else ''}{named.number}{named.letter or ''}"


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        pytest.param("16a, 16b y R2 nota", "16a 16b R2", " nota", id="a list with its note"),
        pytest.param("16a,16b:3 cosas", "16a 16b", ":3 cosas", id="no spaces"),
        pytest.param("16b 16a", "16b 16a", "", id="only a space between"),
        pytest.param("16a and 16b", "16a 16b", "", id="in English"),
        pytest.param("16.a/16.b", "16a 16b", "", id="as cited"),
        pytest.param("16a, b y c México", "16a 16b 16c", " México", id="letters of one conclusion"),
        pytest.param("16 a, b y c", "16a 16b 16c", "", id="the first letter apart"),
        pytest.param("16a-16c listo", "16a 16b 16c", " listo", id="a stretch of letters"),
        pytest.param("16a-d", "16a 16b 16c 16d", "", id="a stretch, the number once"),
        pytest.param("16a a 16c", "16a 16b 16c", "", id="a stretch in words"),
        pytest.param("16, 17 y 18", "16 17 18", "", id="numbers"),
        pytest.param("16-18", "16 17 18", "", id="a stretch of numbers"),
        pytest.param("16a, 17-19", "16a 17 18 19", "", id="a stretch after another"),
        pytest.param("R1 y 2", "R1 R2", "", id="the second in the section of the first"),
        pytest.param("conclusión 3 y recomendación 2", "C3 R2", "", id="two sections"),
        pytest.param("las conclusiones 16a y 17: hola", "C16a C17", ": hola", id="an article before"),
        pytest.param("16a, la 16b y la 17", "16a 16b 17", "", id="articles between"),
        pytest.param("16a, 16a", "16a", "", id="named twice"),
        pytest.param("16a, 17 ayer", "16a 17", " ayer", id="a number before what is said"),
        pytest.param("16a, 3 de mayo", "16a", ", 3 de mayo", id="a day is none"),
        pytest.param("16a, 3/5/2017 x", "16a", ", 3/5/2017 x", id="a day in figures"),
        pytest.param("16a 3-5-2017", "16a", " 3-5-2017", id="a day with dashes"),
        pytest.param("16a, 15 países", "16a", ", 15 países", id="a count is none"),
        pytest.param("16a 2 informes", "16a", " 2 informes", id="a count after a space"),
        pytest.param("16a y a México se le pidió", "16a", " y a México se le pidió", id="a preposition"),
        pytest.param("16 y entregado", "16", " y entregado", id="no sub-item y"),
        pytest.param("2 a 2017", "2a", " 2017", id="a year"),
        pytest.param("2 a 4", "2 3 4", "", id="a stretch, and no sub-item"),
        pytest.param("México", "", None, id="none"),
    ],
)
def test_all_provisions_at_the_beginning_are_read(words: str, expected: str, rest: str | None) -> None:
    named = READER.all(words, lambda rest: rest.startswith(" ayer"))
    assert " ".join(map(printed, named)) == expected
    assert (named[-1].rest if named else None) == rest


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(", 17 México", "17", id="a number after a comma"),
        pytest.param(" R2 nota", "R2", id="a section"),
        pytest.param(" 16b México", "16b", id="a letter"),
        pytest.param(" 2 informes", None, id="a count"),
        pytest.param(", 3 de mayo", None, id="a day"),
        pytest.param(" entregó la 16b", None, id="not at the beginning"),
    ],
)
def test_a_note_may_begin_with_one_more(rest: str, expected: str | None) -> None:
    found = READER.may_begin(rest)
    assert (printed(found) if found else None) == expected
