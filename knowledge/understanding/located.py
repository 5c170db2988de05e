"""Split the words after a command into a provision and, in any order, its meeting: «5 managua 2012»."""

import re
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.understanding.references import ReferenceFinder

# Neither «15 de octubre» nor a year is a provision.
_NUMBER = re.compile(rf"\b\d{{1,3}}\s?[a-z]?\b(?!\s*(?:de|of)?\s*(?:{MONTH_PATTERN})\b)")
# «2 a» is a sub-item, but «2 a 5» a range.
_LETTER_APART = re.compile(r"\b(\d{1,3})\s+([a-df-xz])\b(?!\s+(?:la\s+)?\d)")


class Located(NamedTuple):
    """The words that name a provision, and those that name its meeting; either may be empty."""

    provision: str
    meeting: str


def divide(section: str, request: str, references: ReferenceFinder) -> Located:
    """Split a request into the words for a provision of a section and those for its meeting."""
    joined = _LETTER_APART.sub(r"\1\2", fold(request))
    text = f"{fold(section)} {joined}"
    found = [each for each in references.find(text) if each.end > len(section)]
    if found and found[0].start == 0:
        end = max(each.end for each in found)
        return Located(text[:end], text[end:].strip(" ,.;"))
    number = _NUMBER.search(text, len(section))
    if number is None:
        return Located(text, "")
    rest = text[len(section) : number.start()] + text[number.end() :]
    return Located(f"{fold(section)} {number[0]}", " ".join(rest.split()))
