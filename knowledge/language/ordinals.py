"""Read the ordinals that number meetings: «XXI», «21ª», «vigésima primera», "22nd", "twenty-second"."""

import re
from collections.abc import Iterator, Sequence

_SUFFIXED = re.compile(r"(\d{1,3})(?:a|o|ra|ro|er|da|do|ta|to|ma|mo|va|vo|na|no|ª|º|st|nd|rd|th)")
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}

_SPANISH = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth")
_LATER_TEENS = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
_UNITS = {
    **{stem + ending: place for place, stem in enumerate(_SPANISH, 1) for ending in ("o", "a", "")},
    **{word: place for place, word in enumerate(_ENGLISH, 1)},
}
_SPANISH_TENS = ("decim", "vigesim", "trigesim", "cuadragesim", "quincuagesim", "sexagesim", "septuagesim")
_ENGLISH_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent")
_TENS = {
    **{f"{stem}{ending}": 10 * ten for ten, stem in enumerate(_SPANISH_TENS, 1) for ending in "oa"},
    **{f"{stem}{ending}": 10 * ten for ten, stem in enumerate(_ENGLISH_TENS, 2) for ending in ("y", "ieth")},
    **{word: place for place, word in enumerate((*_TEENS, *_LATER_TEENS), 10)},
    **dict.fromkeys(("undecimo", "undecima"), 11),
    **dict.fromkeys(("duodecimo", "duodecima"), 12),
}
ORDINAL_WORDS = frozenset((*_UNITS, *_TENS))
"""Ordinals in words, and the tens that one may begin with."""

_JOINED = re.compile(rf"((?:{'|'.join(_SPANISH_TENS)})o)(\w+)")


def ordinal_at(tokens: Sequence[str], position: int) -> tuple[int, int] | None:
    """Return the value of the ordinal at a position of folded words and where it ends, or None."""
    token = tokens[position]
    tens = _TENS.get(token)
    if tens is not None:
        unit = _UNITS.get(tokens[position + 1]) if position + 1 < len(tokens) else None
        return (tens + unit, position + 2) if unit and tens % 10 == 0 else (tens, position + 1)
    value = _UNITS.get(token) or _joined(token) or _suffixed(token) or _roman(token)
    return (value, position + 1) if value else None


def ordinals_in(tokens: Sequence[str]) -> Iterator[tuple[int, range]]:
    """Yield the ordinals in folded words, with their positions."""
    position = 0
    while position < len(tokens):
        found = ordinal_at(tokens, position)
        if found:
            yield found[0], range(position, found[1])
        position = found[1] if found else position + 1


def _joined(token: str) -> int:
    """Read «vigesimoprimera»."""
    match = _JOINED.fullmatch(token)
    unit = _UNITS.get(match[2], 0) if match else 0
    return _TENS[match[1]] + unit if match and unit else 0


def _suffixed(token: str) -> int:
    match = _SUFFIXED.fullmatch(token)
    return int(match[1]) if match else 0


def _roman(token: str) -> int:
    if not _ROMAN.fullmatch(token):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in token]
    following = [*digits[1:], 0]
    return sum(-here if here < after else here for here, after in zip(digits, following, strict=True))
