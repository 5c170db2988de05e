"""Recognise the language of a message by its everyday words and endings."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.lexicon import Lexicon
from knowledge.language.stems import LANGUAGES
from knowledge.values.base import Value

_ENDINGS = {
    "es": re.compile(
        r".{2,}(?:cion|ciones|dad|dades|mente|ado|ados|ada|adas|ando|iendo|aron|ieron|os|as|ar|er|ir|ez|io|ia)$"
    ),
    "en": re.compile(r".{2,}(?:tion|tions|ing|ed|ly|ment|ness|ies|ship|ght|th|ck|sh|ity|ive|ance|ence)$"),
}
_STOP_WORD = 3
_FOREIGN_WORDS = 2
"""How many words of another language make a message one in it; a single one may be a typing error."""


class OtherLanguage(Value):
    """A language in other_languages.yaml, where each field is explained; words are folded."""

    words: frozenset[str]
    shared: frozenset[str]


@lru_cache(maxsize=4)
def load_other_languages(folder: Path) -> Mapping[str, OtherLanguage]:
    """Read other_languages.yaml in a folder of data files; raise FaultyData on a mistake."""
    content = load_yaml(folder / "other_languages.yaml", dict[str, OtherLanguage])
    return {
        name: OtherLanguage(
            words=frozenset(map(fold, language.words)) - frozenset(map(fold, language.shared)),
            shared=frozenset(map(fold, language.shared)),
        )
        for name, language in content.items()
    }


def language_of(words: Sequence[str], lexicon: Lexicon, default: str | None = None) -> str:
    """Return `es` or `en`; for a message that shows neither, `default`, or Spanish without one.

    The letter of a sub-item, which follows a number, is ignored: «3.b».
    """
    told = [each for before, each in pairwise(("", *words)) if not (before.isdigit() and len(each) == 1)]
    scores = {
        language: sum(
            _STOP_WORD * (word in lexicon.by_language[language]) + bool(_ENDINGS[language].match(word))
            for word in told
        )
        for language in LANGUAGES
    }
    # The ending of a single word shows too little: "gender" ends like a Spanish infinitive.
    is_open = len(told) == 1 and max(scores.values()) < _STOP_WORD
    if len(set(scores.values())) == 1 or (default and is_open):
        return default or LANGUAGES[0]
    return max(LANGUAGES, key=scores.__getitem__)


def is_foreign(words: Sequence[str], lexicon: Lexicon, others: Mapping[str, OtherLanguage]) -> bool:
    """Tell whether folded words are in a language that the bot doesn't speak, or in another script."""
    letters = [word for word in words if word.isalpha()]
    if letters and all(map(_is_of_other_script, letters)):
        return True
    own = [word for word in letters if word in lexicon.stop]
    for language in others.values():
        foreign = [word for word in letters if word in language.words]
        both = language.words | language.shared
        alone = len(letters) >= _FOREIGN_WORDS and both.issuperset(letters)
        enough = len(foreign) >= (1 if alone else _FOREIGN_WORDS)
        if enough and len(foreign) > sum(word not in both for word in own):
            return True
    return False


def _is_of_other_script(word: str) -> bool:
    return not any("LATIN" in unicodedata.name(letter, "LATIN") for letter in word)
