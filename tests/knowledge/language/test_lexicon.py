"""Everyday words."""

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.lexicon import Lexicon

LEXICON = Lexicon.load(BUILT_IN.language)


def test_the_languages_have_their_own_stop_words() -> None:
    assert "quien" in LEXICON.by_language["es"]
    assert "who" in LEXICON.by_language["en"]


def test_words_are_folded() -> None:
    assert "ademas" in LEXICON.stop
    assert not any(word != word.lower() for word in LEXICON.light)


def test_words_of_the_field_are_not_everyday() -> None:
    assert not {"pasaporte", "taller", "cuotas", "refugees"} & (LEXICON.stop | LEXICON.light)
