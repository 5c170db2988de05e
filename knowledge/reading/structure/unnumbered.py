"""Divide unnumbered operative text: each paragraph is a provision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from knowledge.reading.files.marks import BULLET, INNER_BULLET, ROW_CELL_END
from knowledge.reading.structure.blocks import Block, is_topic
from knowledge.reading.structure.endings import ends_act
from knowledge.reading.structure.item_marks import Mark
from knowledge.reading.structure.items import divide_item, sub_item_marks
from knowledge.reading.structure.lines import Layout, Line, ends_sentence
from knowledge.reading.structure.mark_forms import MarkKind
from knowledge.reading.structure.unmarked import sentence_form
from knowledge.reading.structure.words import Structure
from knowledge.values.references import Reference, Section

_LONGEST_OPENING = 160
_FEWEST_UNMARKED = 2


@dataclass(frozen=True)
class _Paragraph:
    lines: tuple[Line, ...]
    mark: Mark | None

    @property
    def text(self) -> str:
        """The paragraph on one line, its mark included."""
        return " ".join(line.text for line in self.lines)

    def is_marked(self, style: str) -> bool:
        """Tell whether it has a mark of a style."""
        return self.mark is not None and self.mark.style == style

    @property
    def opens_list(self) -> bool:
        """Whether it ends in a colon, so that items may follow."""
        return self.text.endswith(":")


def divide_unnumbered(lines: Sequence[Line], first: int, layout: Layout, structure: Structure) -> list[Block]:
    """Divide paragraphs into provisions from `D<first>` on, and a list below a lead-in into its sub-items.

    A lead-in to everything («Las y los Viceministros:»), topic headings, opening recitals and the act's
    ending are no provisions.
    """
    paragraphs = _paragraphs(lines, layout)
    blocks: list[Block] = []
    number, position = first, 0
    while position < len(paragraphs):
        end = position + 1
        paragraph = paragraphs[position]
        if number > first and ends_act(paragraph.text, structure):
            return blocks + [_loose(rest) for rest in paragraphs[position:]]
        opens = number == first and _is_opening(paragraphs, position, structure)
        titled = _is_topic(paragraph, is_last=end == len(paragraphs)) or _is_title(paragraphs, position)
        if opens or titled:
            blocks.append(_loose(paragraph))
        else:
            end = _list_end(paragraphs, position, structure)
            reference = Reference(section=Section.PARAGRAPH, number=number)
            blocks += _divide(paragraphs[position:end], reference, layout, structure)
            number += 1
        position = end
    return blocks


def _paragraphs(lines: Sequence[Line], layout: Layout) -> list[_Paragraph]:
    glyphs, marks = sub_item_marks(lines, layout)
    starts = sorted({*layout.paragraphs(lines), *marks} - glyphs)
    return [
        _Paragraph(
            tuple(line for index, line in enumerate(lines[start:end], start) if index not in glyphs),
            marks.get(start),
        )
        for start, end in zip(starts, [*starts, len(lines)][1:], strict=True)
    ]


def _is_opening(paragraphs: Sequence[_Paragraph], position: int, structure: Structure) -> bool:
    """Tell whether a paragraph leads in to everything below: it is short, or has no list of its own."""
    paragraph = paragraphs[position]
    if paragraph.mark is not None:
        return False
    leads = (
        len(paragraph.text) <= _LONGEST_OPENING or _list_end(paragraphs, position, structure) == position + 1
    )
    if paragraph.opens_list and leads:
        return True
    below = paragraphs[position + 1 :]
    return structure.is_recital(paragraph.text) and not all(structure.is_recital(each.text) for each in below)


def _is_topic(paragraph: _Paragraph, *, is_last: bool) -> bool:
    return not is_last and paragraph.mark is None and is_topic([line.text for line in paragraph.lines])


def _is_title(paragraphs: Sequence[_Paragraph], position: int) -> bool:
    """Tell a section title above an unmarked paragraph, «B. Navegación», from an item."""
    mark, below = paragraphs[position].mark, paragraphs[position + 1 : position + 2]
    lettered = mark is not None and mark.kind in {MarkKind.LETTER, MarkKind.ROMAN}
    if mark is None or not (lettered and mark.written[:1].isupper() and below) or below[0].mark:
        return False
    return is_topic([line.text for line in paragraphs[position].lines]) and ends_sentence(below[0].text)


def _list_end(paragraphs: Sequence[_Paragraph], position: int, structure: Structure) -> int:
    """Return the position after the list that a paragraph opens, or after the paragraph."""
    lead, below = paragraphs[position], paragraphs[position + 1 :]
    if below and lead.is_marked(BULLET) and below[0].is_marked(INNER_BULLET):
        return position + 1 + len(list(takewhile(lambda each: each.is_marked(INNER_BULLET), below)))
    if rows := _rows_below(below):
        return position + 1 + rows
    if not lead.opens_list or not below:
        return position + 1
    if below[0].mark:
        if lead.mark and lead.mark.style == below[0].mark.style:
            return position + 1
        outer = lead.mark.style if lead.mark else ""
        listed = takewhile(lambda paragraph: paragraph.mark and paragraph.mark.style != outer, below)
        return position + 1 + len(list(listed))
    form = sentence_form(below[0].text, structure)
    alike = takewhile(
        lambda paragraph: not paragraph.mark and sentence_form(paragraph.text, structure) == form, below
    )
    length = len(list(alike))
    return position + 1 + (length if length >= _FEWEST_UNMARKED else 0)


def _rows_below(below: Sequence[_Paragraph]) -> int:
    """Count the paragraphs of a table of duties right below: its caption, its headings and its rows."""
    heading = next((place for place, each in enumerate(below[:2]) if each.lines[0].is_table_row), None)
    if heading is None or (heading and not is_topic([line.text for line in below[0].lines])):
        return 0
    rows = len(list(takewhile(lambda each: ROW_CELL_END in each.text, below[heading + 1 :])))
    return heading + 1 + rows if rows else 0


def _divide(
    paragraphs: Sequence[_Paragraph], reference: Reference, layout: Layout, structure: Structure
) -> list[Block]:
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    mark = paragraphs[0].mark
    if mark and mark.written:
        lines[:1] = [replace(lines[0], text=mark.rest)] if mark.rest else []
    return divide_item(lines, reference, mark.written if mark else "", layout, structure)


def _loose(paragraph: _Paragraph) -> Block:
    return Block([line.text for line in paragraph.lines], paragraph.lines[0].page)
