"""Split a message into the words, numbers and signs that may name a provision."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from knowledge.language.numbers import NUMBER_PATTERN, number_of, ordinal_of
from knowledge.language.ordinals import ordinal_at

_TOKEN = re.compile(rf"\d+[ªº]|\d+[^\W\d_]{{2}}\b|\d+|\b(?:{NUMBER_PATTERN})\b|[^\W\d_]+|[^\w\s]")
_OF = frozenset({"de", "del", "of", "from"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"[ivx]{1,5}")


class Token(NamedTuple):
    """A word, number or sign, at the characters from `start` up to `end`."""

    text: str
    start: int
    end: int

    @property
    def is_letter(self) -> bool:
        """Whether it is a single letter."""
        return len(self.text) == 1 and self.text.isalpha()


_NOWHERE = Token("", -1, -1)


def tokens_of(folded: str) -> list[Token]:
    """Split a folded text into tokens; a number of several words is one token, and so is «41ª»."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(folded)]


def at(tokens: Sequence[Token], position: int) -> Token:
    """Return a token, or an empty one outside the sequence."""
    return tokens[position] if 0 <= position < len(tokens) else _NOWHERE


def roman_place(text: str) -> int | None:
    """Read a small Roman numeral."""
    found = ordinal_at([text], 0) if _ROMAN.fullmatch(text) else None
    return found[0] if found else None


def chapter_at(tokens: Sequence[Token], position: int, names: Container[str]) -> tuple[int, int] | None:
    """Read «capítulo II» by the names of chapters; return its number, and where it ends."""
    word, place = at(tokens, position), at(tokens, position + 1)
    if word.text not in names:
        return None
    counted = roman_place(place.text) or number_of(place.text) or ordinal_of(place.text)
    if place.is_letter and not roman_place(place.text):
        counted = ord(place.text) - ord("a") + 1
    return (counted, place.end) if counted else None


def opens_year(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether the year of an act begins at a position: «2017», «de 2017»."""
    year = position + (at(tokens, position).text in _OF)
    return _YEAR.fullmatch(at(tokens, year).text) is not None
