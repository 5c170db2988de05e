"""Countries of the world by their names in Spanish and English, from CLDR."""

from functools import cache

from babel import Locale

from knowledge.language.folding import words
from knowledge.language.phrases import Phrases

_COUNTRY_CODE = 2
_MEETINGS = "RE"
"""Réunion, whose name is the Spanish word for a meeting."""


@cache
def countries_of_the_world() -> Phrases[str]:
    """Return the names of all countries and territories; each means its two-letter code."""
    return Phrases(
        (name, code)
        for language in ("es", "en")
        for code, name in Locale(language).territories.items()
        if len(code) == _COUNTRY_CODE and code.isalpha() and code != _MEETINGS and words(name)
    )


def names_of(code: str) -> tuple[str, ...]:
    """Return the names of a country by its two-letter code."""
    return tuple(Locale(language).territories[code] for language in ("es", "en"))
