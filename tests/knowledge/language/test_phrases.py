"""Phrases of data files, looked up in texts."""

import pytest

from knowledge.language.folding import words
from knowledge.language.phrases import PhraseMatch, Phrases

PHRASES = Phrases(
    [("hasta cuándo", "deadline"), ("cuándo", "date"), ("qué día", "date"), ("cuándo", "again")]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("¿Cuándo es?", [PhraseMatch(0, 1, "date")], id="a word"),
        pytest.param(
            "hasta CUANDO", [PhraseMatch(0, 2, "deadline")], id="the longest phrase, whatever its case"
        ),
        pytest.param(
            "hasta qué día", [PhraseMatch(1, 3, "date")], id="a phrase begun but not ended counts not"
        ),
        pytest.param(
            "cuándo y qué día", [PhraseMatch(0, 1, "date"), PhraseMatch(2, 4, "date")], id="several"
        ),
        pytest.param("", [], id="nothing in an empty text"),
    ],
)
def test_phrases_are_found_the_longest_first(text: str, expected: list[PhraseMatch[str]]) -> None:
    assert list(PHRASES.find(words(text))) == expected


def test_the_vocabulary_holds_each_word_folded() -> None:
    assert PHRASES.vocabulary == {"hasta", "cuando", "que", "dia"}
