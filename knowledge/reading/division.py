"""Divide an act's lines into blocks, along its outline."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.reading.blocks import Block
from knowledge.reading.item_marks import Mark
from knowledge.reading.items import divide_item
from knowledge.reading.lines import Layout, Line
from knowledge.reading.outline import Outline, Segment
from knowledge.reading.preamble import paragraph_blocks
from knowledge.reading.structure import Part, Structure
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference, Section

_LONGEST_TOPIC = 90


@dataclass
class Division:
    """Blocks of an act under construction, and what is doubtful about them.

    `agreements` is the section of its numbered agreements: A in a declaration of the forum, else C.
    """

    lines: Sequence[Line]
    layout: Layout
    structure: Structure
    agreements: Section
    blocks: list[Block] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    taken: set[Reference] = field(default_factory=set)

    def add_paragraphs(self, start: int, end: int) -> None:
        """Add lines that are no provision."""
        self.blocks += paragraph_blocks(self.lines[start:end], self.layout)

    def add_items(self, segment: Segment) -> None:
        """Add the numbered items of a segment, and what stands above the first and below the last."""
        first = segment.items[0].line
        if segment.part:
            self.add_paragraphs(segment.start, first)
        last = self._ending(segment.items[-1].line + 1, segment.end)
        ends = [item.line for item in segment.items[1:]] + [last]
        for item, end in zip(segment.items, ends, strict=True):
            self._add_item(item, end, self._section(segment.part), is_last=end == len(self.lines))
        self._warn_of_gaps(segment)
        self.add_paragraphs(last, segment.end)

    def _section(self, part: Part | None) -> Section:
        if part is Part.RECOMMENDATION:
            return Section.RECOMMENDATION
        return self.agreements if part in {Part.AGREEMENT, Part.DECLARATION} else Section.CONCLUSION

    def _add_item(self, item: Mark, end: int, section: Section, *, is_last: bool) -> None:
        reference = Reference(section=section, number=item.ordinal)
        lines = [replace(self.lines[item.line], text=item.rest), *self.lines[item.line + 1 : end]]
        if not item.rest:
            lines = lines[1:]
        blocks = divide_item(lines, reference, item.written, self.layout, self.structure)
        if not is_last and _is_topic(blocks):
            blocks[-1].owner = None
        if reference in self.taken:
            self.warnings.append(
                notice(
                    mark(
                        "El número {reference} aparece otra vez en la página {page}; solo se cita la primera."
                    ),
                    reference=reference,
                    page=self.lines[item.line].page,
                )
            )
            for block in blocks:
                block.owner = None
        self.taken.add(reference)
        self.blocks += blocks

    def _ending(self, start: int, end: int) -> int:
        return next(
            (position for position in range(start, end) if self._ends_act(position)),
            end,
        )

    def _ends_act(self, position: int) -> bool:
        line = self.lines[position]
        return self.structure.ends_act(line.text) and self.layout.opens_paragraph(
            line, self.lines[position - 1]
        )

    def _warn_of_gaps(self, segment: Segment) -> None:
        for before, item in pairwise(segment.items):
            if item.ordinal > before.ordinal + 1:
                self.warnings.append(
                    notice(
                        mark("La numeración salta del {before} al {after} en la página {page}."),
                        before=before.ordinal,
                        after=item.ordinal,
                        page=self.lines[item.line].page,
                    )
                )


def divide(
    lines: Sequence[Line], outline: Outline, layout: Layout, structure: Structure, agreements: Section
) -> Division:
    """Divide an act below its preamble into the items of its operative parts and what is no provision."""
    division = Division(lines, layout, structure, agreements)
    for segment in outline.segments:
        if segment.items and not segment.is_left_out:
            division.add_items(segment)
        elif segment.part:
            division.add_paragraphs(segment.start, segment.end)
    return division


def _is_topic(blocks: Sequence[Block]) -> bool:
    """Tell whether an item's last paragraph is the next one's topic («Fortalecimiento Institucional»)."""
    if len(blocks) == 1 or blocks[-1].mark or not blocks[-2].rows:
        return False
    rows = blocks[-1].rows
    return len(rows) == 1 and len(rows[0]) <= _LONGEST_TOPIC and not Line(rows[0]).ends_sentence
