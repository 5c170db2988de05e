"""Numbers and ordinals written in words or digits, in Spanish and English."""

import re
from functools import lru_cache

from knowledge.language.folding import fold

# Neither the standard library nor Babel reads numbers in words. Keys are folded.
_UNITS = {
    **dict.fromkeys(("un", "uno", "una", "one", "a", "an"), 1),
    **dict.fromkeys(("dos", "two"), 2),
    **dict.fromkeys(("tres", "three"), 3),
    **dict.fromkeys(("cuatro", "four"), 4),
    **dict.fromkeys(("cinco", "five"), 5),
    **dict.fromkeys(("seis", "six"), 6),
    **dict.fromkeys(("siete", "seven"), 7),
    **dict.fromkeys(("ocho", "eight"), 8),
    **dict.fromkeys(("nueve", "nine"), 9),
    **dict.fromkeys(("diez", "ten"), 10),
    **dict.fromkeys(("once", "eleven"), 11),
    **dict.fromkeys(("doce", "twelve"), 12),
    **dict.fromkeys(("trece", "thirteen"), 13),
    **dict.fromkeys(("catorce", "fourteen"), 14),
    **dict.fromkeys(("quince", "fifteen"), 15),
    **dict.fromkeys(("dieciseis", "sixteen"), 16),
    **dict.fromkeys(("diecisiete", "seventeen"), 17),
    **dict.fromkeys(("dieciocho", "eighteen"), 18),
    **dict.fromkeys(("diecinueve", "nineteen"), 19),
    **dict.fromkeys(("veintiun", "veintiuno", "veintiuna"), 21),
    "veintidos": 22,
    "veintitres": 23,
    "veinticuatro": 24,
    "veinticinco": 25,
    "veintiseis": 26,
    "veintisiete": 27,
    "veintiocho": 28,
    "veintinueve": 29,
}
_TENS = {
    **dict.fromkeys(("veinte", "twenty"), 20),
    **dict.fromkeys(("treinta", "thirty"), 30),
    **dict.fromkeys(("cuarenta", "forty"), 40),
    **dict.fromkeys(("cincuenta", "fifty"), 50),
    **dict.fromkeys(("sesenta", "sixty"), 60),
    **dict.fromkeys(("setenta", "seventy"), 70),
    **dict.fromkeys(("ochenta", "eighty"), 80),
    **dict.fromkeys(("noventa", "ninety"), 90),
}
_HUNDREDS = {
    **dict.fromkeys(("cien", "ciento", "hundred"), 100),
    **{
        f"{stem}cient{ending}": number * 100
        for stem, number in (
            ("dos", 2),
            ("tres", 3),
            ("cuatro", 4),
            ("seis", 6),
            ("sete", 7),
            ("ocho", 8),
            ("nove", 9),
        )
        for ending in ("os", "as")
    },
    **dict.fromkeys(("quinientos", "quinientas"), 500),
}
_WORDS = {**_UNITS, **_TENS, **_HUNDREDS}
_JOINERS = frozenset({"y", "and"})

_KEPT = 4096

_ARTICLES = frozenset({"a", "an"})
_WORD = "|".join(sorted(_WORDS.keys() - _ARTICLES, key=len, reverse=True))
_COUNTED = rf"(?:{_WORD})\b(?:(?:\s+(?:y|and))?[\s-]+(?:{_WORD})\b){{0,4}}"
NUMBER_WORDS_PATTERN = rf"(?:a\s+(?=hundred\b))?{_COUNTED}"
"""A number up to 999 in words, in a regular expression over folded text."""
# Not the preposition of «no mayor a sesenta».
NUMBER_PATTERN = rf"\d{{1,3}}|an?\b(?!\s+(?:{_WORD})\b)|{NUMBER_WORDS_PATTERN}"
"""A number up to 999, or an article for one, in a regular expression over folded text."""

_ORDINALS = (
    ("primero primer primera first 1ro 1er 1ra 1o 1a 1st i", 1),
    ("segundo segunda second 2do 2da 2o 2a 2nd ii", 2),
    ("tercero tercer tercera third 3ro 3er 3ra 3o 3a 3rd iii", 3),
    ("cuarto cuarta fourth 4to 4ta 4o 4a 4th iv", 4),
    ("quinto quinta fifth 5to 5ta 5th v", 5),
    ("sexto sexta sixth 6to 6ta 6th vi", 6),
    ("ultimo ultima last", -1),
)
_ORDINAL_OF = {word: value for written, value in _ORDINALS for word in written.split()}
_SIGNED = re.compile(r"(\d{1,3})[ªº]")
ORDINAL_PATTERN = "|".join((r"[1-6][ªº]", *sorted(_ORDINAL_OF, key=len, reverse=True)))
"""An ordinal up to the sixth, or the last, in a regular expression over folded text."""


def begins_number(word: str) -> bool:
    """Tell whether a number in words may begin with a folded word."""
    return word in _WORDS


def number_of(written: str) -> int | None:
    """Return the number in digits or words, or None.

    Words up to 999: «sesenta», «treinta y cinco», "twenty-five"; an article counts as one («un mes»).
    """
    return _number_in(fold(written.strip()))


@lru_cache(maxsize=_KEPT)
def _number_in(folded: str) -> int | None:
    if folded.isascii() and folded.isdigit():
        return int(folded)
    total = 0
    for word in re.split(r"[\s-]+", folded):
        if word in _JOINERS:
            continue
        if word not in _WORDS:
            return None
        multiplies = word == "hundred" and total
        total = total * 100 if multiplies else total + _WORDS[word]
    return total or None


def ordinal_of(written: str) -> int | None:
    """Return the value of an ordinal («primer», "third", «7ª», «IV»), -1 for the last, or None."""
    folded = fold(written.strip()).rstrip(".")
    signed = _SIGNED.fullmatch(folded)
    return int(signed[1]) if signed else _ORDINAL_OF.get(folded)
