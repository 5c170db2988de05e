"""The labels of a table's rows: numbers, letters or labels in first cells that count up."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.reading.files.marks import DITTO
from knowledge.reading.structure.mark_forms import roman_ordinal

_FORMS = {
    "number": re.compile(r"(?P<mark>\d{1,3})[\s.)º°-]*"),
    "letter": re.compile(r"(?:\d{1,3}\.\s?)?\(?(?P<mark>[a-z])\s*[.)]?"),
    "roman": re.compile(r"(?:\d{1,3}\.\s?)?\(?(?P<mark>[ivx]{1,5})\s*[.)]?"),
    "label": re.compile(r"(?P<mark>(?P<label>[A-Z])[.-]?\d{1,3})[.)]?"),
}
"""Forms of labels in first cells: «3», «c)», «5.c», «iii)», «A3»."""
_NESTED = re.compile(r"(?P<number>\d{1,3})(?:[.\s]*(?P<letter>[a-z]))?[.)]?")
_FEWEST = 2


def row_labels(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the mark that opens each row as an item («3)», «c)», «A3.»), if the first cells count up.

    Empty and merged cells get "". If the labels don't count up they refer to something else, and the result
    is empty.
    """
    first = [row[0].strip() for row in rows]
    labelled = [cell for cell in first if cell not in {"", DITTO}]
    for kind, form in _FORMS.items():
        matches = [form.fullmatch(cell) for cell in labelled]
        found = [match for match in matches if match]
        if len(found) == len(labelled) and _counts_up([_ordinal(kind, match) for match in found], kind):
            marks = iter(f"{match['mark']}{'.' if kind == 'label' else ')'}" for match in found)
            return tuple(next(marks) if cell in labelled else "" for cell in first)
    return _nested(first)


def _nested(first: Sequence[str]) -> tuple[str, ...]:
    """Return the marks of numbered rows, some of which have lettered ones below: «3», «3.a», «3.b»."""
    marks: list[str] = []
    number = letter = 0
    for cell in first:
        match = _NESTED.fullmatch(cell)
        if match is None:
            return ()
        ordinal = int(match["number"])
        if match["letter"]:
            letter += 1
            expected = (number, chr(ord("a") + letter - 1))
            if (ordinal, match["letter"]) != expected:
                return ()
        elif number and ordinal != number + 1:
            return ()
        else:
            number, letter = ordinal, 0
        marks.append(f"{match['letter'] or ordinal})")
    return tuple(marks) if len(marks) >= _FEWEST else ()


def are_letters(labels: Sequence[str]) -> bool:
    """Tell whether labels are more than running numbers, which any table may have."""
    return any(not label.rstrip(")").isdecimal() for label in labels if label)


def _ordinal(kind: str, match: re.Match[str]) -> int:
    mark = match["mark"]
    if kind == "number":
        return int(mark)
    if kind == "letter":
        return ord(mark) - ord("a") + 1
    return roman_ordinal(mark) or 0 if kind == "roman" else int(re.sub(r"\D", "", mark))


def _counts_up(ordinals: Sequence[int], kind: str) -> bool:
    fewest = 1 if kind == "number" else _FEWEST
    return len(ordinals) >= fewest and all(after == before + 1 for before, after in pairwise(ordinals))
