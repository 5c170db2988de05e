"""Reduce folded words to their stems, so that «capacitaciones» and «capacitación» are one term."""

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
# A Snowball stemmer stores the current word in itself, and a reload stems in another thread.
_LOCK = Lock()
# Folding removes the accent that the Spanish rules look for.
_ACTION_NOUN = re.compile(r"(?<=[cs])ion$")


MIN_FORM = 4
"""Shorter words, such as «de» and «una», are no forms of verbs in acts."""

_ENGLISH_ENDING = re.compile(r"(?<=[a-z]{3})(?:(?<!s)s|ed|ing)$")
_PLURAL = re.compile(r"(?<=[lnrdz])es$")


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> tuple[str, ...]:
    """Return the possible stems of a folded word, its own first."""
    return tuple(dict.fromkeys(stem(form, language) for form in forms(word, language)))


def forms(word: str, language: str) -> tuple[str, ...]:
    """Return a folded word, and the infinitive and the singular that Snowball doesn't find.

    It takes «taller» for a verb in -er, but not «talleres», and knows no irregular forms: «aprueba», "sent".
    """
    if language == "en":
        return tuple(dict.fromkeys((word, _verbs().base_of_irregular(word) or word)))
    if len(word) < MIN_FORM:
        return (word,)
    return tuple(dict.fromkeys((word, _verbs().infinitive_of(word) or word, _PLURAL.sub("", word))))


Root = tuple[str, str]
"""A language and a folded stem by its rules."""


def own_roots(word: str) -> tuple[Root, ...]:
    """Return the stem of a folded word by the rules of each language."""
    return tuple((language, stem(word, language)) for language in LANGUAGES)


@lru_cache(maxsize=65536)
def roots(word: str) -> tuple[Root, ...]:
    """Return the possible stems of a folded word, each with its language.

    English words also have a Spanish stem without their ending, so that "victims" is «víctima».
    """
    own = [(language, each) for language in LANGUAGES for each in stems(word, language)]
    bare = _ENGLISH_ENDING.sub("", word)
    without = [("es", stem(bare + ending, "es")) for ending in ("", "e") if bare != word]
    return tuple(dict.fromkeys((*own, *without)))  # in an order that is the same in each process


def is_form(word: str, token: str) -> bool:
    """Tell whether a folded token has the same stem as a word, in either language."""
    own = own_roots(word)
    return any(each in own for each in roots(token))


def infinitive_of(word: str) -> str | None:
    """Return the infinitive of a folded word if it is a known Spanish verb in the third person, or None."""
    return _verbs().infinitive_of(word)


def verb_of_perfect(participle: str) -> str | None:
    """Return the infinitive of a folded Spanish participle after «ha», if the verb is known, or None."""
    verb = _verbs().verb_of_participle(participle)
    return verb if _verbs().is_infinitive(verb) else None


@cache
def _verbs() -> Verbs:
    return Verbs.load(BUILT_IN.language)


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the folded stem of a folded word, by the rules of `es` or `en`."""
    accented = _ACTION_NOUN.sub("ión", word) if language == "es" else word
    with _LOCK:
        return fold(_STEMMERS[language].stemWord(accented))
