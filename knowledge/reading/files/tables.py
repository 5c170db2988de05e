"""Write the rows of a table, from a Word document or a web page, as paragraphs."""

import re
from collections.abc import Iterable, Sequence

from knowledge.reading.files.marks import CELL_END

_ITEM_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})?\W{0,2}")
_LAYOUT_COLUMNS = 2
_MOST_CELL_PARAGRAPHS = 8


def table_paragraphs(rows: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """Write rows of cells, each of paragraphs, as paragraphs.

    A table that only lays out text, one column wide or with the items' numbers in the first of two, is
    written as that text, and so is one with a cell that holds a whole page. Of any other, a row is one
    paragraph with marks between its cells.
    """
    filled = [[[text for text in cell if text.strip()] for cell in row] for row in rows]
    kept = [row for row in filled if any(row)]
    cells = [cell for row in kept for cell in row]
    if any(len(cell) > _MOST_CELL_PARAGRAPHS for cell in cells):
        return [text for cell in cells for text in cell]
    if all(_is_layout(row) for row in kept):
        return [text for row in kept for text in _layout_paragraphs(row)]
    return [CELL_END.join(" ".join(cell) for cell in row) for row in kept]


def _is_layout(row: Sequence[Sequence[str]]) -> bool:
    columns = [cell for cell in row if cell]
    if len(columns) == 1:
        return True
    return len(columns) == _LAYOUT_COLUMNS and bool(_ITEM_MARK.fullmatch(" ".join(columns[0])))


def _layout_paragraphs(row: Sequence[Sequence[str]]) -> list[str]:
    columns = [cell for cell in row if cell]
    if len(columns) == 1:
        return list(columns[0])
    label, text = columns
    return [f"{' '.join(label)} {text[0]}", *text[1:]]
