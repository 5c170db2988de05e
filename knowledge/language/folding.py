"""Compare texts without regard to accents and case."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+")
_ORDINAL_POINT = re.compile(r"(?<=\d)\.(?=[ªº])")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7fªº]")
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    lowered = unicodedata.normalize("NFKD", character)[0].lower()
    return lowered[0] if lowered else character


def fold(text: str) -> str:
    """Drop accents and case, character by character, so that offsets stay valid («Año» → «ano»)."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(lambda found: _fold_character(found[0]), text).lower()


def words(text: str) -> list[str]:
    """List the folded words of a text, in order; «41.ª» is a single word."""
    if text.isascii():
        return WORD.findall(text.lower())
    return WORD.findall(fold(close_ordinals(unicodedata.normalize("NFC", text))))


def close_ordinals(text: str) -> str:
    """Drop the point in ordinals, which doesn't end a word: «41.ª» becomes «41ª»."""
    return _ORDINAL_POINT.sub("", text)


def fold_space(text: str) -> str:
    """Collapse white space to one space, or to one line feed if it breaks a line, and strip both ends.

    Everything people type is collapsed before it is read: otherwise, patterns that look for white space on
    either side of something take quadratic time.
    """
    return _SPACE.sub(lambda found: "\n" if _LINE_END.search(found[0]) else " ", text).strip()
