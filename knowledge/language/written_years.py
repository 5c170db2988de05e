"""Write years in words («dos mil diecinueve») and digits misread in a scan («3O», «l999») as digits."""

import re

from knowledge.language.numbers import number_of

_UNIT = r"(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
TEEN = r"(?:diez|once|doce|trece|catorce|quince|dieci[a-z]+|veint[a-z]+)"
"""Single words for numbers from 10 to 29, in a regular expression over folded text."""
_BELOW_100 = rf"(?:{_UNIT}o?|{TEEN}|[a-z]+nta(?:\s+y\s+{_UNIT}o?)?)\b"
_YEAR = re.compile(
    rf"\b(?P<millennium>dos mil|mil(?= novecientos))(?:\s+(?P<rest>(?:novecientos\s+)?{_BELOW_100}))?"
)
_MISREAD = re.compile(r"(?<=\d)O(?=\d|\b)|\bO(?=\d)|\b[lI](?=\d)|(?<=\d)[lI](?=\d|\b)")
_DIGITS = str.maketrans("OlI", "011")


def misread_digits(text: str) -> str:
    """Replace the O and l in numbers with 0 and 1; «1o de mayo», with a small o, is an ordinal."""
    return _MISREAD.sub(lambda found: found[0].translate(_DIGITS), text)


def years_in_digits(folded: str) -> tuple[str, list[tuple[int, int]]]:
    """Replace years in words with digits, padded with spaces so that offsets in the text stay valid.

    Also return the spans of the words.
    """
    spans = [match.span() for match in _YEAR.finditer(folded)] if " mil" in f" {folded}" else []
    return (_YEAR.sub(_written, folded) if spans else folded), spans


def _written(found: re.Match[str]) -> str:
    thousands = 2000 if found["millennium"] == "dos mil" else 1000
    year = thousands + (number_of(found["rest"]) or 0 if found["rest"] else 0)
    return str(year).ljust(len(found[0]))
