"""References as people type them."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import LAST, ReferenceFinder

FINDER = ReferenceFinder(load_reference_words(BUILT_IN.language))


def printed(text: str) -> list[str]:
    found = FINDER.find(fold(text))
    return [f"{each.section or '?'}{each.number}{'.' + each.letter if each.letter else ''}" for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("16a", ["?16.a"], id="number and letter"),
        pytest.param("16 a", ["?16.a"], id="with a space"),
        pytest.param("16-a", ["?16.a"], id="with a hyphen"),
        pytest.param("16.a 2017", ["?16.a"], id="as citations print it, and a year"),
        pytest.param("16 a 2017", ["?16.a"], id="with a space, and a year"),
        pytest.param("la 16 a del 2017", ["?16.a"], id="with a space, of a year"),
        pytest.param("c16a", ["C16.a"], id="with the section's mark"),
        pytest.param("C16.a", ["C16.a"], id="as the commands print it"),
        pytest.param("C2.d.a", ["C2.d.a"], id="an item of a sub-item"),
        pytest.param("qué dice el 2.4", ["?2.d"], id="a decimal number"),
        pytest.param("conclusión 2.4.b", ["C2.d.b"], id="a letter below a decimal number"),
        pytest.param("el punto II.3", ["?2.c"], id="a decimal number below a Roman section"),
        pytest.param("II.3.a", ["?2.c.a"], id="a letter below that"),
        pytest.param("2 del capítulo II", ["?2.b"], id="a number, and its chapter"),
        pytest.param("la 3 de la parte B", ["?2.c"], id="of a part by letters"),
        pytest.param("el párrafo 2 del capítulo segundo", ["?2.b"], id="a paragraph of a chapter"),
        pytest.param("item 2 of part II", ["?2.b"], id="an item of a part"),
        pytest.param("conclusión 4 del tema 3", ["C3.d"], id="a conclusion on an item of the agenda"),
        pytest.param("capítulo II, punto 2", ["?2.b"], id="the chapter first"),
        pytest.param("la B.2", ["?2.b"], id="a letter and a number"),
        pytest.param("B.2", ["?2.b"], id="that alone"),
        pytest.param("C.2", ["C2"], id="a letter that is a section's mark"),
        pytest.param("el artículo 3 del capítulo II de la Convención", [], id="of a treaty"),
        pytest.param("los 2.500 dólares", [], id="thousands"),
        pytest.param("la 16 letra a", ["?16.a"], id="with the word letra"),
        pytest.param("punto dieciséis", ["?16"], id="in words"),
        pytest.param("conclusión treinta y dos", ["C32"], id="in several words"),
        pytest.param("conclusión 16, inciso a)", ["C16.a"], id="as acts quote"),
        pytest.param("recomendación 2", ["R2"], id="a recommendation"),
        pytest.param("conclusion 16(a)", ["C16.a"], id="in English, with parentheses"),
        pytest.param("el inciso d de la conclusión 2", ["C2.d"], id="the letter first"),
        pytest.param("la b de la 18", ["?18.b"], id="the letter first, without its word"),
        pytest.param("me pasás la 16 c porfa", ["?16.c"], id="politely"),
        pytest.param("¿Qué dice la 7?", ["?7"], id="with an article only"),
        pytest.param("7", ["?7"], id="a bare number"),
        pytest.param("what does 14 say", ["?14"], id="what a number says"),
        pytest.param("what does no 7 say", ["?7"], id="its number abbreviated"),
        pytest.param("what's in no. 12?", ["?12"], id="the same with its stop"),
        pytest.param("q dice 21", ["?21"], id="a number without its article"),
        pytest.param("conclusiones 5 y 6", ["C5", "C6"], id="two of a section"),
        pytest.param("la última recomendación", [f"R{LAST}"], id="the last"),
        pytest.param("second conclusion", ["C2"], id="an ordinal"),
        pytest.param("A3", ["A3"], id="an agreement"),
        pytest.param("D5", ["D5"], id="a paragraph"),
        pytest.param("el punto 3 letra «c»", ["?3.c"], id="a quoted letter"),
        pytest.param("número 8", ["?8"], id="after número"),
        pytest.param("C7, C8", ["C7", "C8"], id="two with a comma"),
        pytest.param("C7 y C8", ["C7", "C8"], id="two joined"),
        pytest.param("R1 y R2", ["R1", "R2"], id="two recommendations"),
        pytest.param("C3 y R3", ["C3", "R3"], id="of two sections"),
        pytest.param("conclusiones 5, 9 y 12", ["C5", "C9", "C12"], id="three of a section"),
        pytest.param("C16.a y C16.c", ["C16.a", "C16.c"], id="two sub-items"),
        pytest.param("de la 3 a la 5", ["?3", "?4", "?5"], id="a range"),
        pytest.param("conclusiones 3 a 5", ["C3", "C4", "C5"], id="a range of a section"),
        pytest.param("conclusiones de la 3 a la 5", ["C3", "C4", "C5"], id="a range with articles"),
        pytest.param("conclusiones 3-5", ["C3", "C4", "C5"], id="a range with a hyphen"),
        pytest.param("C3-C5", ["C3", "C4", "C5"], id="a range of marks"),
        pytest.param("conclusions 3 to 5", ["C3", "C4", "C5"], id="a range in English"),
        pytest.param("R1 hasta R3", ["R1", "R2", "R3"], id="a range of recommendations"),
        pytest.param("conclusiones 1 a 29", ["C1", "C29"], id="too long a range"),
        pytest.param("de la 5 a la 3", ["?5", "?3"], id="a range the wrong way round"),
    ],
)
def test_a_provision_is_named_in_many_ways(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("del 17 al 18 de julio", id="days"),
        pytest.param("el 15 de julio", id="a day after an article"),
        pytest.param("el párrafo 17", id="a paragraph of a document"),
        pytest.param("la página 12 de la guía", id="a page"),
        pytest.param("en 60 días", id="a length of time"),
        pytest.param("plan 2017-2022", id="years"),
        pytest.param("los convenios 97 y 143", id="conventions"),
        pytest.param("los 5 países", id="a count"),
        pytest.param("what happened in 2014", id="a year"),
        pytest.param("hay o no 7 becas", id="a count after no"),
        pytest.param("CA-4", id="an acronym with a number"),
        pytest.param("1234567890", id="a long number"),
        pytest.param("de 3 a 5 países", id="a count between two"),
        pytest.param("de 9 a 12 horas", id="hours"),
        pytest.param("la 1ra versión de la guía", id="an ordinal"),
        pytest.param("¿dónde fue la 41ª sesión?", id="an ordinal with its sign"),
        pytest.param("the 2nd half of the dues", id="an ordinal in English"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_numbers_name_none(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("conclusión 16 a quién obliga", ["C16"], id="a preposition"),
        pytest.param("recomendación 1 q dice", ["R1"], id="que, as it is typed"),
        pytest.param("conclusion 16 a", ["C16.a"], id="at the end it is the letter"),
    ],
)
def test_a_letter_that_is_a_word_too_counts_only_at_the_end(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


def test_a_reference_knows_its_place() -> None:
    text = "qué dice el inciso d de la conclusión 2?"
    reference = FINDER.find(fold(text))[0]

    assert text[reference.start : reference.end] == "inciso d de la conclusión 2"
