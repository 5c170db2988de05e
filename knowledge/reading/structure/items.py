"""Divide one item into its lead-in, its sub-items, and the paragraphs after them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.reading.files.marks import BULLETS, CELL_END, UNHEADED
from knowledge.reading.files.ordinals import letter
from knowledge.reading.structure.blocks import Block
from knowledge.reading.structure.item_marks import FAIR, Mark, best_series, find_marks, in_groups
from knowledge.reading.structure.lines import Layout, Line
from knowledge.reading.structure.mark_forms import MarkKind
from knowledge.reading.structure.unmarked import listed_items, stacked_items
from knowledge.reading.structure.words import Structure
from knowledge.values.references import Reference

_STOPS = " .)-–—"
_BARE = frozenset({MarkKind.DECIMAL, MarkKind.INNER})
_COUNTED = (MarkKind.NUMBER, MarkKind.DECIMAL, MarkKind.ROMAN, MarkKind.LETTER, MarkKind.INNER)


@dataclass
class _State:
    reference: Reference
    blocks: list[Block]
    chapter: str = ""
    used: int = 0
    level: MarkKind | None = None
    printed: str = ""
    inner: int = 0
    """Number of items so far in the list below a decimal sub-item."""

    @property
    def numbered(self) -> Reference | None:
        """The current sub-item («2.3», or 3 of a chapter) if it may hold a list of its own."""
        holds = self.level is MarkKind.DECIMAL or (self.chapter and self.level is MarkKind.NUMBER)
        return self.reference.sub_item(letter(self.used)) if holds else None

    def open_sub_item(self, mark: Mark, page: int) -> None:
        """Start the next sub-item; keep the act's own letter unless it is taken."""
        self.used = _next(self.used, mark)
        self.level = mark.kind
        self.inner = 0
        self._open(self.reference.sub_item(letter(self.used)), mark, page, self._printed(mark))

    def open_inner_item(self, above: Reference, mark: Mark, page: int) -> None:
        """Start the next item of the list below a decimal sub-item."""
        self.inner = _next(self.inner, mark)
        inner = mark.written.rstrip(_STOPS) if mark.kind is MarkKind.INNER else ""
        lettered = f"{self.printed}.{letter(self.inner)}" if self.printed else ""
        self._open(above.sub_item(letter(self.inner)), mark, page, inner or lettered)

    def _printed(self, mark: Mark) -> str:
        """Return the act's own number of a sub-item: «II.2» for 2 of chapter II, «2.3»."""
        self.printed = ""
        if mark.ordinal == self.used and mark.kind is MarkKind.DECIMAL:
            self.printed = mark.written.rstrip(_STOPS)
        elif mark.ordinal == self.used and self.chapter and mark.kind is MarkKind.NUMBER:
            self.printed = f"{self.chapter}.{mark.ordinal}"
        if self.printed and self.chapter != str(self.reference.number):
            self.blocks[0].printed = self.chapter
        return self.printed

    def _open(self, owner: Reference, mark: Mark, page: int, printed: str) -> None:
        rows = [mark.rest] if mark.rest else []
        self.blocks.append(Block(rows, page, owner, mark.written, printed))

    def add_row(self, text: str, page: int) -> None:
        """Add a table row; it belongs to the provision above if that ends in a colon or is such a row."""
        above = self.blocks[-1]
        announced = bool(above.rows) and (above.rows[-1].endswith(":") or above.is_row)
        owner = above.owner if announced and UNHEADED not in text else None
        self.blocks.append(Block([text], page, owner, is_row=True))

    def open_paragraph(self, rest: str, page: int, written: str = "", *, leaves: bool) -> None:
        """Start a paragraph of the current sub-item, or of the item if it `leaves` the sub-item."""
        owner = (self.numbered or self.reference) if leaves else self.blocks[-1].owner
        self.blocks.append(Block([rest] if rest else [], page, owner, written))
        if leaves and not self.numbered:
            self.level = None


def _next(used: int, mark: Mark) -> int:
    return used + 1 if mark.kind is MarkKind.BULLET else max(used + 1, mark.ordinal)


def divide_item(
    lines: Sequence[Line],
    reference: Reference,
    mark: str,
    layout: Layout,
    structure: Structure,
    *,
    chapter: str = "",
) -> list[Block]:
    """Divide an item's lines into blocks; its own `mark` is already stripped from the first line.

    Sub-items have the kind of mark that comes first («a)», «•», «i.», «2.1»). Marks of other kinds are text
    of their sub-item, unless it has a decimal number: then they are its own sub-items. An unmarked paragraph
    after sub-items belongs to the item, or to the decimal number above, and may open a second list, whose
    letters run on. The sub-items of a `chapter` (such as «II») are its numbers, which may have lists too.
    """
    glyphs, marks = sub_item_marks(lines, layout)
    marks = marks or {found.line: found for found in listed_items(lines, layout, structure)}
    first = _first_number(marks) if chapter else 0
    state = _State(reference, [Block([], lines[0].page if lines else 1, reference, mark)], chapter)
    for index, line in ((index, line) for index, line in enumerate(lines) if index not in glyphs):
        found = marks.get(index)
        if line.is_table_row:
            state.add_row(line.text.removeprefix(CELL_END.lstrip()), line.page)
        elif found and index < first:
            state.open_paragraph(found.rest, line.page, found.written, leaves=False)
        elif found and state.level in {None, found.kind}:
            state.open_sub_item(found, line.page)
        elif found and state.numbered:
            state.open_inner_item(state.numbered, found, line.page)
        elif found:
            state.open_paragraph(found.rest, line.page, found.written, leaves=False)
        elif state.blocks[-1].rows and _opens_paragraph(lines, index, layout):
            state.open_paragraph(line.text, line.page, leaves=layout.leaves_item(line))
        else:
            state.blocks[-1].rows.append(line.text)
    return state.blocks


def _opens_paragraph(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether an unmarked line starts a paragraph."""
    follows_title = index == 1 and layout.follows_title(lines[1], lines[0])
    return follows_title or layout.opens_paragraph(lines[index], lines[index - 1])


def _first_number(marks: dict[int, Mark]) -> int:
    """Return the line of the first number, 0 if there is none."""
    return min((line for line, found in marks.items() if found.kind is MarkKind.NUMBER), default=0)


def sub_item_marks(lines: Sequence[Line], layout: Layout) -> tuple[frozenset[int], dict[int, Mark]]:
    """Return the lines of stacked bullets, which have no text, and the marks of sub-items by line."""
    glyphs, stacked = stacked_items(lines, layout)
    found = (*_accepted(find_marks(lines, layout)), *stacked)
    return glyphs, {mark.line: mark for mark in found if mark.line not in glyphs}


def _accepted(marks: Sequence[Mark]) -> Iterable[Mark]:
    for kind in _COUNTED:
        for group in in_groups(
            [mark for mark in marks if mark.kind is kind and (mark.style or kind in _BARE)]
        ):
            yield from best_series(group)
    bullets = [mark for mark in marks if mark.kind is MarkKind.BULLET]
    trusted = {mark.style for mark in bullets if mark.style in BULLETS or mark.weight >= FAIR}
    yield from (mark for mark in bullets if mark.style in trusted)
