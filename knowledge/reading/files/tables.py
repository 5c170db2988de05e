"""Write the rows of a table, from a Word document or a web page, as paragraphs."""

import re
from collections.abc import Iterable, Sequence

from knowledge.reading.files.marks import CELL_END, CELL_LINE_END, DITTO

_ITEM_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})?\W{0,2}")
_LAYOUT_COLUMNS = 2
_MOST_CELL_PARAGRAPHS = 8
_LONGEST_HEADER = 60
_SIMILAR = 3

Cell = Sequence[str] | None
"""The paragraphs of a cell; None for one that is merged with the cell above it."""


def table_paragraphs(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Write rows of cells as paragraphs.

    A table used only for layout, with one column or with items' numbers in the first of two, is written as
    its text, and so is one with a cell that holds a whole page. In other tables each row is one paragraph,
    with marks between its cells and between the paragraphs of a cell.
    """
    filled = [[_filled(cell) for cell in row] for row in rows]
    kept = [row for row in filled if any(any(text != DITTO for text in cell) for cell in row)]
    cells = [cell for row in kept for cell in row]
    if any(len(cell) > _MOST_CELL_PARAGRAPHS for cell in cells) and not any(map(_is_parallel, kept)):
        return [text for cell in cells for text in cell]
    head = 1 if len(kept) > 1 and not _is_layout(kept[0]) and _is_header(kept[0]) else 0
    if all(_is_layout(row) for row in kept[head:]):
        above: Sequence[Sequence[Sequence[str]]] = [[], *kept[head:]]
        body = [
            text
            for before, row in zip(above, kept[head:], strict=False)
            for text in ([_row(row)] if _is_unlabelled(row, before) else _layout_paragraphs(row))
        ]
        return [*map(_row, kept[:head]), *body]
    return [_row(row) for row in kept]


def label_of(mark: str) -> str:
    """Return an item's number from a cell of its own; a bare number gets a full stop."""
    return f"{mark}." if mark.isdecimal() else mark


def _filled(cell: Cell) -> list[str]:
    return [DITTO] if cell is None else [text for text in cell if text.strip()]


def _row(row: Sequence[Sequence[str]]) -> str:
    lines = ([line for text in cell for line in text.split("\n") if line.strip()] for cell in row)
    return CELL_END.join(map(CELL_LINE_END.join, lines))


def _is_parallel(row: Sequence[Sequence[str]]) -> bool:
    """Tell whether long cells side by side are of similar length, like a text in two languages."""
    lengths = [sum(map(len, cell)) for cell in row if len(cell) > _MOST_CELL_PARAGRAPHS]
    return len(lengths) > 1 and max(lengths) <= _SIMILAR * min(lengths)


def _is_header(row: Sequence[Sequence[str]]) -> bool:
    texts = [" ".join(cell) for cell in row]
    return all(0 < len(text) <= _LONGEST_HEADER and not text.endswith((".", ";")) for text in texts[1:])


def _is_layout(row: Sequence[Sequence[str]]) -> bool:
    columns = [cell for cell in row if cell]
    if len(columns) == 1:
        return True
    return len(columns) == _LAYOUT_COLUMNS and bool(_ITEM_MARK.fullmatch(" ".join(columns[0])))


def _is_unlabelled(row: Sequence[Sequence[str]], above: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is a sentence without a number below a complete numbered one: it is of no item."""
    if len(row) != _LAYOUT_COLUMNS or len(above) != len(row) or row[0] or not (above[0] and above[1]):
        return False
    first, last = row[1][0], above[1][-1].rstrip()
    return first[:1].isupper() and first[1:2].islower() and last.endswith((".", ";"))


def _layout_paragraphs(row: Sequence[Sequence[str]]) -> list[str]:
    columns = [cell for cell in row if cell]
    if len(columns) == 1:
        return list(columns[0])
    label, text = columns
    return [f"{label_of(' '.join(label).strip())} {text[0]}", *text[1:]]
