"""The words of the acts and of the thesaurus, by how they are written and sound."""

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from knowledge.language.sounds import sound
from knowledge.search.vocabulary import Known, Vocabulary

COUNTS = {"taller": 5, "talleres": 1, "tayer": 0, "pago": 3, "de": 9}


@pytest.fixture
def vocabulary() -> Iterator[Vocabulary]:
    with Database(memory=True) as database:
        Vocabulary.write(database, COUNTS)
        yield Vocabulary(database)


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        pytest.param("taller", True, id="of the acts"),
        pytest.param("tayer", True, id="of the thesaurus alone"),
        pytest.param("tall", False, id="a part of one"),
    ],
)
def test_a_word_is_known_as_it_is_written(vocabulary: Vocabulary, word: str, *, is_known: bool) -> None:
    assert vocabulary.has(word) is is_known


def test_words_of_one_sound_are_found_together(vocabulary: Vocabulary) -> None:
    assert vocabulary.sounding(sound("taller")) == [
        Known("taller", is_used=True),
        Known("tayer", is_used=False),
    ]


@pytest.mark.parametrize(
    ("first", "forms"),
    [
        pytest.param("t", {sound("taller"), sound("talleres")}, id="one letter"),
        pytest.param("d", set(), id="a word too short to be mistaken"),
        pytest.param("z", set(), id="none"),
    ],
)
def test_sounds_are_listed_by_their_first_letter(vocabulary: Vocabulary, first: str, forms: set[str]) -> None:
    assert set(vocabulary.sounds(first)) == forms


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        pytest.param("tal", ["taller", "talleres"], id="of the acts, in order"),
        pytest.param("tay", [], id="not of the thesaurus alone"),
    ],
)
def test_words_of_the_acts_are_found_by_their_beginning(
    vocabulary: Vocabulary, prefix: str, words: list[str]
) -> None:
    assert vocabulary.used(prefix) == words
