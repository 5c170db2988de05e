"""Segments, the parts of an act's lines, and the outline that they form."""

from dataclasses import dataclass

from knowledge.reading.structure.item_marks import Mark
from knowledge.reading.structure.words import Part


@dataclass(frozen=True)
class Segment:
    """The lines from `start` up to `end`: a heading, if any, and from `body` on the lines below it.

    `part` is None above the first heading. `items` are the marks of the numbered items, `repeated` those that
    repeat the number of the item before.
    """

    part: Part | None
    start: int
    body: int
    end: int
    items: tuple[Mark, ...] = ()
    repeated: tuple[Mark, ...] = ()

    @property
    def is_operative(self) -> bool:
        """Whether its paragraphs are provisions: recitals bind nobody, annexes repeat provisions."""
        return self.part not in {None, Part.RECITAL, Part.ANNEX}


@dataclass(frozen=True)
class Outline:
    """The segments of an act in order; the first is above all headings and items."""

    segments: tuple[Segment, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether any operative part has numbered items."""
        return any(segment.items and segment.is_operative for segment in self.segments)

    @property
    def has_operative_part(self) -> bool:
        """Whether there are provisions below a heading or item."""
        return any(segment.is_operative and segment.body < segment.end for segment in self.segments)

    @property
    def preamble_end(self) -> int:
        """The line at which the preamble ends."""
        return self.segments[0].end
