"""The language of a message, by its everyday words."""

import pytest

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import words
from knowledge.language.lexicon import Lexicon
from knowledge.understanding.tongue import is_foreign, language_of, load_other_languages

LEXICON = Lexicon.load(BUILT_IN.language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("¿Quién paga el taller?", "es", id="Spanish"),
        pytest.param("who pays for the workshop", "en", id="English"),
        pytest.param("quien paga el workshop", "es", id="Spanish with an English word"),
        pytest.param("MICIC", "es", id="a word of neither, for a Spanish reader"),
        pytest.param("", "es", id="nothing"),
    ],
)
def test_a_message_tells_its_language_by_its_everyday_words(text: str, expected: str) -> None:
    assert language_of(words(text), LEXICON, "es") == expected


@pytest.mark.parametrize("text", ["MICIC", "conclusion 3.b", "16 a"])
def test_a_message_that_tells_none_is_in_the_language_of_its_reader(text: str) -> None:
    assert language_of(words(text), LEXICON, "en") == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("quem paga a reunião do grupo ad hoc?", True, id="Portuguese"),
        pytest.param("quand est l'atelier sur les passeports ?", True, id="French"),
        pytest.param("ki moun ki peye pou reyinyon an", True, id="Haitian Creole"),
        pytest.param("wann ist der Workshop", True, id="German"),
        pytest.param("Dov'è la riunione?", True, id="Italian"),
        pytest.param("когда семинар по паспортам", True, id="another script"),
        pytest.param("quando es el taller de pasaportes", False, id="a typing error like Portuguese"),
        pytest.param("onde sera la reunion", False, id="another one"),
        pytest.param("quién paga la reunión del grupo ad hoc", False, id="Spanish"),
        pytest.param("who pays for the meeting of the group", False, id="English"),
        pytest.param("MIRPS", False, id="a word of none"),
        pytest.param("123", False, id="no word"),
    ],
)
def test_another_language_is_told_by_its_everyday_words(text: str, *, expected: bool) -> None:
    assert is_foreign(words(text), LEXICON, load_other_languages(BUILT_IN.language)) is expected
