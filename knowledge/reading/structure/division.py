"""Divide an act's lines into blocks, along its outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from textwrap import shorten

from knowledge.language.folding import words
from knowledge.reading.files.marks import CELL_END, ROW_CELL_END, UNHEADED
from knowledge.reading.structure.blocks import Block, is_topic
from knowledge.reading.structure.chapters import chapter_label
from knowledge.reading.structure.endings import ends_act, is_signature
from knowledge.reading.structure.item_marks import Mark
from knowledge.reading.structure.items import divide_item
from knowledge.reading.structure.lines import Layout, Line, ends_sentence
from knowledge.reading.structure.mark_forms import MarkKind, label_letter
from knowledge.reading.structure.preamble import paragraph_blocks
from knowledge.reading.structure.segments import Outline, Segment
from knowledge.reading.structure.unnumbered import divide_unnumbered
from knowledge.reading.structure.words import Part, Structure
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference, Section

_FEWEST_STATED = 6
_SHOWN = 80
_LONGEST_LEAD = 160
_AFTER_NUMBER = " .)-–—"
_LETTERED = frozenset({Section.CONCLUSION, Section.RECOMMENDATION, Section.AGREEMENT})


@dataclass
class Division:
    """Blocks of an act under construction, and warnings about them.

    `agreements` is the section of its numbered agreements: A in a declaration of the forum, else C.
    """

    lines: Sequence[Line]
    layout: Layout
    structure: Structure
    agreements: Section
    blocks: list[Block] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    taken: set[Reference] = field(default_factory=set)
    paragraphs: int = 0

    def add_paragraphs(self, start: int, end: int) -> None:
        """Add lines that belong to no provision."""
        self.blocks += paragraph_blocks(self.lines[start:end], self.layout)

    def add_items(self, segment: Segment) -> None:
        """Add the numbered items of a segment, and the paragraphs above the first and below the last."""
        self._add_loose(segment.start, segment.body, segment.items[0].line)
        last = self._ending(segment.items[-1].line + 1, segment.end)
        ends = [*(item.line for item in segment.items[1:]), last]
        for item, end in zip(segment.items, ends, strict=True):
            self._add_item(item, end, self._section(segment.part, item), is_last=end == len(self.lines))
        self._warn_of_numbers(segment)
        self._add_loose(last, last, segment.end)

    def _add_loose(self, start: int, body: int, end: int) -> None:
        """Add lines around the items of a part; warn of sentences from `body` on that belong to no item."""
        self.add_paragraphs(start, body)
        blocks = paragraph_blocks(self.lines[body:end], self.layout)
        self.blocks += blocks
        self._warn_of_loose(blocks)

    def add_unnumbered(self, start: int, end: int) -> None:
        """Add the provisions of unnumbered operative text."""
        blocks = divide_unnumbered(self.lines[start:end], self.paragraphs + 1, self.layout, self.structure)
        self.paragraphs = max(
            (block.owner.number or 0 for block in blocks if block.owner), default=self.paragraphs
        )
        self.blocks += blocks
        cited = [place for place, block in enumerate(blocks) if block.owner]
        self._warn_of_loose(blocks[cited[-1] + 1 :] if cited else [])

    def _warn_of_loose(self, blocks: Sequence[Block]) -> None:
        """Warn of the first sentence outside provisions, unless it is a recital or the act's ending."""
        for block in blocks:
            text = " ".join(block.rows)
            is_other = self.structure.is_recital(text) or ends_act(text, self.structure)
            if _is_statement(text) and not is_other:
                sentence = mark("No se sabe a qué punto pertenece «{text}» (página {page}).")
                shown = shorten(text, _SHOWN, placeholder=" …")
                self.warnings.append(notice(sentence, text=shown, page=block.page))
                return

    def _warn_of_rows(self, blocks: Sequence[Block]) -> None:
        """Warn of the first row of each table outside items; sentences have their own warning."""
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            is_loose = block.is_row and not block.owner and UNHEADED not in block.rows[0]
            goes_on = before is not None and before.is_row and not before.owner
            heads = after is not None and ROW_CELL_END in " ".join(after.rows)
            if is_loose and not (goes_on or heads or _is_statement(block.rows[0])):
                sentence = mark(
                    "No se sabe a qué punto pertenece la tabla que empieza con «{text}» (página {page})."
                )
                shown = shorten(block.rows[0].replace(CELL_END, " | "), _SHOWN, placeholder=" …")
                self.warnings.append(notice(sentence, text=shown, page=block.page))

    def warn_of_annex(self, segment: Segment) -> None:
        """Warn that an annex is left out."""
        if segment.part is Part.ANNEX and segment.body < segment.end:
            line = self.lines[segment.start]
            sentence = mark("No se divide «{heading}» (página {page}): se supone que repite lo acordado.")
            self.warnings.append(notice(sentence, heading=line.text, page=line.page))

    def _section(self, part: Part | None, item: Mark) -> Section:
        """Return the section of an item's citation: by its own letter («R1»), else by its part."""
        own = label_letter(item.style)
        if own in _LETTERED:
            return Section(own)
        if part is Part.RECOMMENDATION:
            return Section.RECOMMENDATION
        return self.agreements if part in {Part.AGREEMENT, Part.DECLARATION} else Section.CONCLUSION

    def _add_item(self, item: Mark, end: int, section: Section, *, is_last: bool) -> None:
        reference = Reference(section=section, number=item.ordinal)
        lines = [replace(self.lines[item.line], text=item.rest), *self.lines[item.line + 1 : end]]
        if not item.rest:
            lines = lines[1:]
        blocks = divide_item(
            lines, reference, item.written, self.layout, self.structure, chapter=chapter_label(item)
        )
        if item.kind is MarkKind.DECIMAL:
            blocks[0].printed = item.written.rstrip(_AFTER_NUMBER)
        self._warn_of_loose([block for block in blocks if not block.owner and not _is_row(block)])
        self._warn_of_rows(blocks)
        for block in self._strays(blocks, is_last=is_last):
            block.owner = None
        if reference in self.taken:
            self.warnings.append(
                notice(
                    mark("{reference} aparece otra vez en la página {page}; solo se cita la primera."),
                    reference=reference,
                    page=self.lines[item.line].page,
                )
            )
            for block in blocks:
                block.owner = None
        self.taken.add(reference)
        self.blocks += blocks

    def _strays(self, blocks: Sequence[Block], *, is_last: bool) -> Iterator[Block]:
        """Yield the paragraphs at an item's end that don't belong to it.

        They are the next item's topic heading or lead-in («NOS COMPROMETEMOS A:»), or, below the last item,
        paragraphs that are no sentences, such as a site's footer.
        """
        owned = [block for block in blocks if block.owner]
        for before, block in reversed(list(pairwise(owned))):
            if block is owned[-1] and not is_last and _leads_on(block) and _ends_sentence(before):
                yield block
                continue
            told = _ends_sentence(block) or any(map(self.structure.columns.is_label, block.rows))
            if block.mark or told or block.is_row or not (is_last or is_topic(block.rows)):
                return
            if not _ends_sentence(before) and block.owner != blocks[0].owner:
                return
            yield block

    def _ending(self, start: int, end: int) -> int:
        return next(
            (position for position in range(start, end) if self._ends_act(position)),
            end,
        )

    def _ends_act(self, position: int) -> bool:
        line = self.lines[position]
        opens = self.layout.opens_paragraph(line, self.lines[position - 1])
        return is_signature(line.text) or (opens and ends_act(line.text, self.structure))

    def _warn_of_numbers(self, segment: Segment) -> None:
        for found in segment.repeated:
            sentence = mark("El número {number} aparece dos veces seguidas (página {page}).")
            self.warnings.append(notice(sentence, number=found.ordinal, page=self.lines[found.line].page))
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


def _is_statement(text: str) -> bool:
    return text.rstrip().endswith((".", ";")) and len(words(text)) >= _FEWEST_STATED


def _leads_on(block: Block) -> bool:
    """Tell whether a block is a short, unmarked paragraph that ends in a colon."""
    text = " ".join(block.rows)
    return not block.mark and len(text) <= _LONGEST_LEAD and text.endswith(":")


def _is_row(block: Block) -> bool:
    return any(Line(row).is_table_row for row in block.rows)


def _ends_sentence(block: Block) -> bool:
    return bool(block.rows) and ends_sentence(block.rows[-1])


def divide(
    lines: Sequence[Line], plan: Outline, layout: Layout, structure: Structure, agreements: Section
) -> Division:
    """Divide the lines below the preamble: operative parts into provisions, the rest into paragraphs."""
    division = Division(lines, layout, structure, agreements)
    for segment in plan.segments[1:]:
        if segment.items and segment.is_operative:
            division.add_items(segment)
        elif segment.is_operative:
            division.add_paragraphs(segment.start, segment.body)
            division.add_unnumbered(segment.body, segment.end)
        else:
            division.add_paragraphs(segment.start, segment.end)
            division.warn_of_annex(segment)
    return division
