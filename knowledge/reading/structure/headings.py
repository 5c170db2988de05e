"""Headings: which lines open a part of an act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.folding import fold, words
from knowledge.language.numbers import number_of
from knowledge.language.ordinals import ordinal_at
from knowledge.reading.structure.lines import Line
from knowledge.reading.structure.words import OPERATIVE, Part, Structure

_ORDER = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.)–-]+\s*(?=\S)")
_CONTINUED = re.compile(r"\s*\((?:cont|sigue)[^)]*\)$", re.IGNORECASE)
_ANNEXED = re.compile(r"([^\W\d_]+)(?: (?:[IVX]{1,5}|[A-Z]|\d{1,2}))?(?:\s*$|\s*[.:–—-] ?(?:[^.;]*[^.;:])?$)")
_TWINS = re.compile(r"\s*[/|–—]\s*")
_FIRST_ITEM = re.compile(r"\(?1(?:[.)–-]|$)")
_DIVISION = re.compile(r"(?P<division>[^\W\d_]+) (?P<place>[^\W_]+)\s*[.:–—-]\s*(?=\S)")
_LONGEST_TITLE = 4
_MOST_WORDS = 10


@dataclass(frozen=True)
class Heading:
    """A heading at line number `line`."""

    line: int
    part: Part


def find_headings(lines: Sequence[Line], structure: Structure) -> list[Heading]:
    """List the lines that are headings, in order.

    A heading in lower case («Conclusions») must follow the end of a sentence or a blank line; otherwise it
    may be a word of a wrapped sentence. The act's own name («DECLARACIÓN») must follow a sentence; otherwise
    it is part of the title.
    """
    headings: list[Heading] = []
    for index, line in enumerate(lines):
        part = (
            heading_part(line.text, structure)
            or (index and _longer_heading(line, lines[index + 1 : index + 2], structure))
            or _spoken_heading(line.text, structure)
        )
        before = lines[index - 1] if index else None
        after_sentence = before is not None and before.ends_sentence
        free = before is None or after_sentence or line.apart or line.new_paragraph
        shown = line.text.isupper() or (free and line.text[:1].isupper())
        if part and shown and (after_sentence or part is not Part.DECLARATION):
            headings.append(Heading(index, part))
    return headings


def _longer_heading(line: Line, below: Sequence[Line], structure: Structure) -> Part | None:
    """Return the part opened by a line that starts like a heading, right above item 1.

    «II. CONCLUSIONES DE LA REUNIÓN» is a heading there; anywhere else, or as the first line, it may be the
    act's title.
    """
    title = words(_without_order(line.text, structure))
    above_items = bool(below) and bool(_FIRST_ITEM.match(below[0].text))
    if not above_items or len(title) > _MOST_WORDS or line.ends_sentence:
        return None
    part = structure.parts_by_title.get(tuple(title[:1]))
    return part if part in OPERATIVE else None


def _spoken_heading(text: str, structure: Structure) -> Part | None:
    """Return the part opened by a line in capitals with its subject: «LA ASAMBLEA GENERAL RESUELVE:»."""
    title = words(text)
    if not (text.isupper() and text.rstrip().endswith(":") and len(title) <= _MOST_WORDS):
        return None
    part = structure.part_of(title[-1:])
    return part if part in OPERATIVE else None


def heading_part(text: str, structure: Structure) -> Part | None:
    """Return the part that a heading opens («II. CONCLUSIONES», «CONCLUSIONES / CONCLUSIONS:»), or None.

    An annex may have a number and a title («Anexo 1. Matriz»).
    """
    annexed = _ANNEXED.match(text.strip())
    if annexed and structure.parts_by_title.get(tuple(words(annexed[1]))) is Part.ANNEX:
        return Part.ANNEX
    opening = _without_order(text, structure)
    plain = _CONTINUED.sub("", opening.rstrip(" :."))
    parts = {structure.part_of(words(title)) for title in _TWINS.split(plain)}
    return parts.pop() if len(parts) == 1 else None


def _without_order(text: str, structure: Structure) -> str:
    return _ORDER.sub("", _without_division(text.strip(), structure), count=1)


def _without_division(text: str, structure: Structure) -> str:
    """Strip «PARTE II:», "PART TWO -", «CAPÍTULO PRIMERO.» from a heading if a title follows."""
    match = _DIVISION.match(text)
    if match is None or fold(match["division"]) not in structure.division_words:
        return text
    place = fold(match["place"])
    counts = place.isdecimal() or len(place) == 1 or number_of(place) or ordinal_at([place], 0)
    return text[match.end() :] if counts else text


def implied_part(text: str, structure: Structure) -> Part | None:
    """Return the part opened by a sentence before the first item, without a heading.

    It ends in a heading's words («formuló las siguientes RECOMENDACIONES:», «los Viceministros acordaron:»)
    or says that it recommends.
    """
    ending = words(text)[-_LONGEST_TITLE:]
    for length in range(len(ending), 0, -1):
        part = structure.part_of(ending[-length:])
        if part in OPERATIVE:
            return part
    folded = fold(text)
    return Part.RECOMMENDATION if any(cue in folded for cue in structure.folded_recommending) else None
