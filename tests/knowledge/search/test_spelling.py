"""Typing errors: which known word an unknown one was meant to be."""

import pytest

from knowledge.search.spelling import Spelling, sound

KNOWN = {
    "taller": 5,
    "pasaporte": 2,
    "recomendacion": 3,
    "conclusion": 4,
    "quien": 0,
    "biometrica": 1,
    "desastres": 1,
    "migracion": 9,
    "casa": 0,
    "caso": 2,
}
SPELLING = Spelling(KNOWN)


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
        pytest.param("kien", "quien", id="qu heard as k"),
        pytest.param("desatres", "desastres", id="a letter left out in the middle"),
    ],
)
def test_a_typing_error_finds_the_word_meant(typed: str, meant: str) -> None:
    assert SPELLING.correct(typed)[0].word == meant


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("casa", id="a known word, though another is near"),
        pytest.param("cas", id="a word too short to tell"),
        pytest.param("2017", id="a number"),
        pytest.param("xyzzyx", id="noise"),
        pytest.param("montaña", id="a word that is near none"),
    ],
)
def test_what_is_no_typing_error_stays(word: str) -> None:
    assert SPELLING.correct(word) == ()


def test_a_word_of_the_other_language_finds_its_cognate() -> None:
    assert [each.word for each in SPELLING.cognates("biometrics")] == ["biometrica"]


def test_a_likelier_correction_stands_first_and_is_surer() -> None:
    corrections = SPELLING.correct("pasaporet")

    assert corrections[0].word == "pasaporte"
    assert 0.5 < corrections[0].likeness < 1


def test_words_that_sound_alike_have_one_sound() -> None:
    assert sound("vaca") == sound("baka")
    assert sound("hielo") == sound("yelo") or sound("hola") == sound("ola")
