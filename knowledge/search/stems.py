"""Cut folded words down to their stems, so that «capacitaciones» and «capacitación» are one term."""

import re
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold
from knowledge.language.verbs import Verbs

LANGUAGES = ("es", "en")

_STEMMERS = {
    "es": snowballstemmer.stemmer("spanish"),
    "en": snowballstemmer.stemmer("english"),
}
# A Snowball stemmer keeps the word it works on in itself; a reload stems in another thread.
_LOCK = Lock()
# Folding takes the accent that the Spanish rules look for.
_ACTION_NOUN = re.compile(r"(?<=[cs])ion$")


MIN_FORM = 5
"""Shorter words, as «de», «una», «este», are no forms of verbs in acts."""

MIN_SHARED = 3

# Endings of number, gender, person and tense in Spanish and English: with them, words differ in form only.
_ENDINGS = frozenset(
    {
        "",
        *("s", "es", "a", "as", "o", "os", "e", "en", "an", "n"),
        *("ar", "ara", "aran", "are", "aremos", "aria", "arian", "amos", "aste", "aron", "aba", "aban"),
        *("ando", "ado", "ada", "ados", "adas"),
        *("er", "ir", "era", "eran", "ere", "eria", "ira", "iran", "ire", "iria", "emos", "imos", "iste"),
        *("io", "ieron", "ia", "ian", "iendo", "yendo", "ido", "ida", "idos", "idas"),
        *("r", "ra", "ran", "re", "ria", "se", "arse", "erse", "irse"),
        *("arlo", "arla", "arlos", "arlas", "arle", "arles", "erlo", "erla", "irlo", "irla", "irles"),
        *("lo", "la", "los", "las", "le"),
        # «convoque» and «convocar», «pague» and «pagar», «realice» and «realizar»
        *("que", "quen", "car", "gue", "guen", "gar", "ce", "cen", "zar"),
        *("d", "ed", "ing", "y", "ies", "ied", "ers", "ly"),
    }
)

_PLURAL = re.compile(r"(?<=[lnrdz])es$")


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems that a folded word may have, its own first."""
    return tuple(dict.fromkeys(stem(form, language) for form in forms(word, language)))


def forms(word: str, language: str) -> tuple[str, ...]:
    """Return a folded word, and of Spanish ones the infinitive and the singular that Snowball doesn't find.

    It takes «taller» for a verb in -er, but not «talleres», and knows no irregular forms: «aprueba».
    """
    if language != "es" or len(word) < MIN_FORM:
        return (word,)
    return tuple(dict.fromkeys((word, _verbs().infinitive_of(word) or word, _PLURAL.sub("", word))))


def inflects(left: str, right: str) -> bool:
    """Tell whether two folded words of one stem are forms of one word, and not only of one family.

    «Costea» and «costear» are; «costa» and «costear» aren't, nor are «informe» and «información».
    """
    pairs = zip(left, right, strict=False)
    shared = next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right))
    )
    return shared >= MIN_SHARED and {left[shared:], right[shared:]} <= _ENDINGS


def infinitive_of(word: str) -> str | None:
    """Return the infinitive of a folded word if it is a known Spanish verb in the third person, or None."""
    return _verbs().infinitive_of(word)


@cache
def _verbs() -> Verbs:
    return Verbs.load(BUILT_IN.language)


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the folded stem of a folded word, by the rules of `es` or `en`."""
    accented = _ACTION_NOUN.sub("ión", word) if language == "es" else word
    with _LOCK:
        return fold(_STEMMERS[language].stemWord(accented))
