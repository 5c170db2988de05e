"""The names of the world's countries in Spanish and English, from CLDR."""

from babel import Locale

from knowledge.language.folding import words

_CODE_LENGTH = 2

_SPANISH_NAMES: dict[tuple[str, ...], str] = {
    tuple(words(name)): Locale("es").territories.get(code, name)
    for locale in (Locale("en"), Locale("es"))
    for code, name in locale.territories.items()
    if len(code) == _CODE_LENGTH
}
_MOST_WORDS = max(map(len, _SPANISH_NAMES))


def country_at_start(text: str) -> str | None:
    """Return the Spanish name of the country that a text starts with ("Spain, 2 May" → «España»), or None."""
    start = tuple(words(text)[:_MOST_WORDS])
    names = (_SPANISH_NAMES.get(start[:length]) for length in range(len(start), 0, -1))
    return next(filter(None, names), None)
