"""The outline of an act: its parts by their headings, and the numbered items of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.headings import Heading, find_headings
from knowledge.reading.item_marks import Mark, MarkKind, best_series, find_marks
from knowledge.reading.lines import Layout, Line
from knowledge.reading.structure import Part, Structure

_LEFT_OUT = (Part.RECITAL, Part.ANNEX)


@dataclass(frozen=True)
class Segment:
    """The lines from `start` up to `end`; the first is the heading, save above the first heading.

    `items` are the marks of its numbered items.
    """

    part: Part | None
    start: int
    end: int
    items: tuple[Mark, ...] = ()

    @property
    def is_left_out(self) -> bool:
        """Whether it binds nobody or repeats what binds."""
        return self.part in _LEFT_OUT


@dataclass(frozen=True)
class Outline:
    """The segments of an act in order."""

    segments: tuple[Segment, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether any part has numbered items."""
        return any(segment.items for segment in self.segments)

    @property
    def preamble_end(self) -> int:
        """The line at which the first operative part starts: its heading, or its first item."""
        first = self.segments[0]
        return first.items[0].line if first.items else first.end


def outline(lines: Sequence[Line], layout: Layout, structure: Structure) -> Outline:
    """Find the parts of an act, and the numbers of each that count up.

    A part goes on counting where the same part left off before («CONCLUSIONES (cont.)», recitals and
    agreements in one numbering). Above the first heading numbers count only if no part below has any.
    """
    numbers = [found for found in find_marks(lines, layout) if found.kind is MarkKind.NUMBER]
    bare = _segments(lines, find_headings(lines, structure))
    segments = [bare[0]]
    last = 0
    for segment in bare[1:]:
        inside = [found for found in numbers if segment.start < found.line < segment.end]
        items = tuple(best_series(inside, frozenset({1, last + 1})))
        last = items[-1].ordinal if items else last
        segments.append(Segment(segment.part, segment.start, segment.end, items))
    if not any(segment.items for segment in segments if not segment.is_left_out):
        first = segments[0]
        items = tuple(best_series(found for found in numbers if found.line < first.end))
        segments[0] = Segment(None, first.start, first.end, items)
    return Outline(tuple(segments))


def _segments(lines: Sequence[Line], headings: Sequence[Heading]) -> list[Segment]:
    starts = [heading.line for heading in headings]
    ends = [*starts, len(lines)]
    below = [
        Segment(heading.part, heading.line, end) for heading, end in zip(headings, ends[1:], strict=True)
    ]
    return [Segment(None, 0, ends[0]), *below]
