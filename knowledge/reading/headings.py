"""Headings: which lines open a part of an act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.folding import words
from knowledge.reading.lines import Line
from knowledge.reading.structure import Part, Structure

_ORDER = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s*[.)–-]+\s*(?=\S)")
_TWINS = re.compile(r"\s*[/|–—]\s*")


@dataclass(frozen=True)
class Heading:
    """A heading at line number `line`."""

    line: int
    part: Part


def find_headings(lines: Sequence[Line], structure: Structure) -> list[Heading]:
    """List the headings in order.

    A heading stands alone on its line. One in small letters («Conclusions») also needs a sentence or a blank
    line to end before it, lest a word of a wrapped sentence be taken for one.
    """
    headings: list[Heading] = []
    for index, line in enumerate(lines):
        part = heading_part(line.text, structure)
        before = lines[index - 1] if index else None
        free = before is None or before.ends_sentence or line.apart or line.new_paragraph
        if part and (line.text.isupper() or (free and line.text[:1].isupper())):
            headings.append(Heading(index, part))
    return headings


def heading_part(text: str, structure: Structure) -> Part | None:
    """Return what a heading's words open («II. CONCLUSIONES», «CONCLUSIONES / CONCLUSIONS:»), or None."""
    titles = _TWINS.split(_ORDER.sub("", text.strip(), count=1).rstrip(" :."))
    parts = {structure.parts_by_title.get(tuple(words(title))) for title in titles}
    return parts.pop() if len(parts) == 1 else None
