"""Month names in Spanish and English, whole and abbreviated, from CLDR."""

from typing import Final, Literal

from babel.dates import get_month_names

from knowledge.language.folding import fold

_LOCALES = ("es", "en")
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
_CONTEXTS: Final[tuple[Literal["format", "stand-alone"], ...]] = ("format", "stand-alone")

_NUMBERS: dict[str, int] = {
    fold(name.rstrip(".")): number
    for locale in _LOCALES
    for width in _WIDTHS
    for context in _CONTEXTS
    for number, name in get_month_names(width, context, locale).items()
}

_NUMBERS["setiembre"] = 9
"""The spelling of September from Peru to Nicaragua, which CLDR's Spanish lacks."""

MONTH_PATTERN = "|".join(sorted(_NUMBERS, key=len, reverse=True))
"""Alternatives for a regular expression over folded text, the longest name first."""


MONTH_NAMES = frozenset(_NUMBERS)
"""All names of months, folded."""


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name («junio», «JUN.», "June"), or None."""
    return _NUMBERS.get(fold(word.strip().rstrip(".")))
