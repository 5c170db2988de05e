"""Tables on a PDF page: rows of three columns or more, detected by where their texts start."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.reading.files.marks import CELL_END
from knowledge.reading.files.pdf_glyphs import Run

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_ASIDE = 4.0
_FARTHEST = 4.0
"""Greatest distance between the lines of one table, in font sizes."""
_WIDER_GAP = 1.25

Line = Sequence[Run]
"""The runs at one height, from left to right."""


def table_at(lines: Sequence[Line], start: int) -> tuple[list[str], int]:
    """Read the table whose headings are on line `start`; return its rows and the next line's index.

    If there is no table, return no rows and `start`.
    """
    heads = lines[start]
    if len(heads) < _FEWEST_COLUMNS:
        return [], start
    edges = [run.x - _ASIDE for run in heads]
    end = start + 1
    while end < len(lines) and _is_near(lines[end - 1], lines[end]) and _fits(lines[end], edges):
        end += 1
    body = lines[start + 1 : end]
    full = sum(len(_columns(line, edges)) >= len(edges) - 1 for line in body)
    if full < _FEWEST_ROWS:
        return [], start
    rows = [heads, *body]
    starts = _starts(rows, edges)
    cells = [
        _cells(rows[first:last], edges) for first, last in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]
    # Short lines below a table fit into its first column, too.
    while sum(map(bool, cells[-1])) == 1:
        cells.pop()
        end = start + starts.pop()
    return [CELL_END.join(row) for row in cells], end


def _fits(line: Line, edges: Sequence[float]) -> bool:
    """Tell whether each run stands within one column."""
    for run in line:
        column = _column(run, edges)
        if column is None or (column + 1 < len(edges) and run.right > edges[column + 1] + _ASIDE):
            return False
    return True


def _column(run: Run, edges: Sequence[float]) -> int | None:
    return max((place for place, edge in enumerate(edges) if run.x >= edge), default=None)


def _columns(line: Line, edges: Sequence[float]) -> set[int | None]:
    return {_column(run, edges) for run in line}


def _is_near(above: Line, line: Line) -> bool:
    return above[0].y - line[0].y <= _FARTHEST * line[0].size


def _starts(lines: Sequence[Line], edges: Sequence[float]) -> list[int]:
    """List the lines that open a row: those below a wider gap, else those that fill most columns."""
    gaps = [above[0].y - line[0].y for above, line in pairwise(lines)]
    wide = [place for place, gap in enumerate(gaps, 1) if gap > _WIDER_GAP * min(gaps)]
    if len(wide) >= _FEWEST_ROWS:
        return [0, *wide]
    columns = [_columns(line, edges) for line in lines]
    most = len(edges) - 1
    return [place for place, held in enumerate(columns) if not place or (0 in held and len(held) >= most)]


def _cells(lines: Sequence[Line], edges: Sequence[float]) -> list[str]:
    texts: list[list[str]] = [[] for _ in edges]
    for line in lines:
        for run in line:
            texts[_column(run, edges) or 0].append(run.text)
    return [" ".join(cell) for cell in texts]
