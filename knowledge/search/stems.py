"""Cut folded words down to their stems, so that «capacitaciones» and «capacitación» are one term."""

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

from knowledge.language.folding import fold

LANGUAGES = ("es", "en")

_STEMMERS = {
    "es": snowballstemmer.stemmer("spanish"),
    "en": snowballstemmer.stemmer("english"),
}
# A Snowball stemmer keeps the word it works on in itself; a reload stems in another thread.
_LOCK = Lock()
# Folding takes the accent that the Spanish rules look for.
_ACTION_NOUN = re.compile(r"(?<=[cs])ion$")


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the folded stem of a folded word, by the rules of `es` or `en`."""
    accented = _ACTION_NOUN.sub("ión", word) if language == "es" else word
    with _LOCK:
        return fold(_STEMMERS[language].stemWord(accented))
