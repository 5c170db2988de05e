"""Items without a mark of their own: paragraphs below a lead-in, or below a stack of bullets."""

from collections.abc import Sequence
from itertools import takewhile

from knowledge.language.folding import words
from knowledge.reading.files.marks import BULLET
from knowledge.reading.structure.item_marks import WEAK, Mark
from knowledge.reading.structure.lines import Layout, Line
from knowledge.reading.structure.mark_forms import MarkKind
from knowledge.reading.structure.words import Structure

_ARTICLES = frozenset({"el", "la", "los", "las", "lo", "un", "una", "the", "a", "an"})
_INFINITIVE_ENDINGS = ("ar", "er", "ir", "arse", "erse", "irse", "arlo", "arla", "erlo", "erla")
_PAST_ENDINGS = ("aron", "eron", "ieron", "ed")
_FEWEST = 2
CLOSING = "closing"
"""The form of a paragraph that closes the list above it."""


def stacked_items(lines: Sequence[Line], layout: Layout) -> tuple[frozenset[int], list[Mark]]:
    """Assign the bullets of a stack (N glyphs, each alone on its line) to the N paragraphs below it.

    Returns the lines of the glyphs, and a mark for each paragraph.
    """
    glyphs: set[int] = set()
    marks: list[Mark] = []
    position = 0
    while position < len(lines):
        end = position
        while end < len(lines) and lines[end].text == BULLET:
            end += 1
        if end - position >= _FEWEST:
            glyphs.update(range(position, end))
            openings = _openings(lines[end:], end - position, layout)
            marks += [_mark(end + opening, lines[end + opening], BULLET) for opening in openings]
        position = max(end, position + 1)
    return frozenset(glyphs), marks


def listed_items(lines: Sequence[Line], layout: Layout, structure: Structure) -> list[Mark]:
    """Mark the paragraphs below a lead-in that ends in a colon, up to one that closes the list.

    «Aprobar lo siguiente:» / «El taller …» / «El seminario …» / «Sobre estas propuestas, …»: two items.
    """
    openings = layout.paragraphs(lines)
    if len(openings) < _FEWEST or not lines[openings[1] - 1].text.endswith(":"):
        return []
    # In a list, a capital after a full stop starts an item, even if the line above is full.
    first = openings[1]
    if lines[first].is_table_row:
        return []
    items = [
        position
        for position in range(first + 1, len(lines))
        if position in openings or (lines[position].is_capitalised and lines[position - 1].ends_sentence)
    ]
    listed = [
        first,
        *takewhile(lambda position: sentence_form(lines[position].text, structure) != CLOSING, items),
    ]
    return [_mark(opening, lines[opening], "") for opening in listed] if len(listed) >= _FEWEST else []


def sentence_form(text: str, structure: Structure) -> str:
    """Classify a paragraph by its start: «to», «que», a verb, a noun, or words that close a list."""
    start = words(text)[:2]
    if not start:
        return ""
    if structure.closes_list(start):
        return CLOSING
    if start[0] in {"que", "to", "that"}:
        return start[0]
    if start[0] not in _ARTICLES and start[0].endswith(_INFINITIVE_ENDINGS):
        return "infinitive"
    if start[0].endswith(_PAST_ENDINGS):
        return "past"
    return "noun"


def _openings(lines: Sequence[Line], wanted: int, layout: Layout) -> list[int]:
    """Choose the starts of `wanted` paragraphs: first after full stops, then after short lines."""
    strict = layout.paragraphs(lines)
    if len(strict) >= wanted:
        return strict[:wanted]
    possible = [
        position
        for position, line in enumerate(lines)
        if position and line.is_capitalised and layout.may_end(lines[position - 1].text)
    ]
    possible.sort(key=lambda position: (not lines[position - 1].ends_sentence, len(lines[position - 1].text)))
    return sorted([0, *possible[: wanted - 1]]) if lines else []


def _mark(index: int, line: Line, written: str) -> Mark:
    return Mark(index, MarkKind.BULLET, 0, "", written, line.text, WEAK)
