"""Compare texts without regard to accents and case."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    lowered = unicodedata.normalize("NFKD", character)[0].lower()
    return lowered[0] if lowered else character


def fold(text: str) -> str:
    """Drop accents and case, one character for one character, so that offsets stay true («Año» → «ano»)."""
    return _BEYOND_ASCII.sub(lambda found: _fold_character(found[0]), text).lower()


def words(text: str) -> list[str]:
    """List the folded words of a text, in order."""
    return WORD.findall(fold(unicodedata.normalize("NFC", text)))
