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

_PLURAL = re.compile(r"(?<=[lnrdz])es$")


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems that a folded word may have, its own first.

    In Spanish also that of the infinitive («aprueba» and «aprobar») and that of the singular, which Snowball
    takes for a verb in -er («talleres» and «taller»).
    """
    forms = [word]
    if language == "es" and len(word) >= MIN_FORM:
        forms.append(_verbs().infinitive_of(word) or word)
        forms.append(_PLURAL.sub("", word))
    return tuple(dict.fromkeys(stem(form, language) for form in forms))


@cache
def _verbs() -> Verbs:
    return Verbs.load(BUILT_IN)


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the folded stem of a folded word, by the rules of `es` or `en`."""
    accented = _ACTION_NOUN.sub("ión", word) if language == "es" else word
    with _LOCK:
        return fold(_STEMMERS[language].stemWord(accented))
