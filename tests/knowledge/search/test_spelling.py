"""Typing errors: which known word an unknown one was meant to be."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import pytest
from sqlite_utils import Database

from knowledge.search.spelling import Spelling
from knowledge.search.vocabulary import Vocabulary

KNOWN = {
    "taller": 5,
    "pasaporte": 2,
    "recomendacion": 3,
    "conclusion": 4,
    "biometrica": 1,
    "desastres": 1,
    "migracion": 9,
    "casa": 0,
    "caso": 2,
    "prestamo": 0,
}
OTHERS = {"quien", "casa", "cuando"}
USUAL = ("financia", "queen", "chispa")


@pytest.fixture(scope="module")
def spelling() -> Iterator[Spelling]:
    with Database(memory=True) as database:
        Vocabulary.write(database, KNOWN)
        usual = {first: list(words) for first, words in groupby(sorted(USUAL), itemgetter(0))}
        yield Spelling(
            Vocabulary(database),
            OTHERS,
            usual=lambda first: usual.get(first, []),
            means={"financia"}.__contains__,
        )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("taler", "taller", id="a dropped letter"),
        pytest.param("talller", "taller", id="a doubled letter"),
        pytest.param("tallre", "taller", id="two letters swapped"),
        pytest.param("tqller", "taller", id="the key beside"),
        pytest.param("tayer", "taller", id="ll heard as y"),
        pytest.param("pazaporte", "pasaporte", id="s heard as z"),
        pytest.param("conclucion", "conclusion", id="s heard as c"),
        pytest.param("recomedacion", "recomendacion", id="a letter left out of a long word"),
        pytest.param("kien", "quien", id="qu heard as k, of a word that no act uses"),
        pytest.param("presatmo", "prestamo", id="a word of the thesaurus alone"),
        pytest.param("desatres", "desastres", id="a letter left out in the middle"),
        pytest.param("finansia", "financia", id="a usual word that no act uses"),
        pytest.param("quein", "quien", id="before a usual one comes what questions are asked with"),
    ],
)
def test_a_typing_error_finds_the_word_meant(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.correct(typed)[0].word == meant


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("casa", id="a known word, though another is near"),
        pytest.param("cas", id="a word too short to tell"),
        pytest.param("2017", id="a number"),
        pytest.param("xyzzyx", id="noise"),
        pytest.param("hhhh", id="letters without a sound"),
        pytest.param("montaña", id="a word that is near none"),
    ],
)
def test_what_is_no_typing_error_stays(spelling: Spelling, word: str) -> None:
    assert spelling.correct(word) == ()


def test_a_likelier_correction_stands_first_and_is_surer(spelling: Spelling) -> None:
    corrections = spelling.correct("pasaporet")

    assert corrections[0].word == "pasaporte"
    assert 0.5 < corrections[0].likeness < 1


def test_words_of_the_vocabulary_and_others_are_known_and_errors_are_not(spelling: Spelling) -> None:
    assert [spelling.knows(word) for word in ("taller", "cuando", "tayer")] == [True, True, False]
