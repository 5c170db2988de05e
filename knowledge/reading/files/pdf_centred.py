"""Tables on a PDF page whose cells are vertically centred in their rows, or wrapped to different heights."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.reading.files.marks import CELL_END
from knowledge.reading.files.pdf_glyphs import Run

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_SAME_LINE = 2.0
_FARTHEST = 5.0
"""Greatest distance between the lines of one table, in font sizes."""
_WIDER_GAP = 1.25

_SPLIT = re.compile(r"(?<=\w)- (?=[a-zà-öø-ÿ])")
"""A hyphen at the end of a cell's line, with the word going on in the next."""

Line = Sequence[Run]


@dataclass
class _Column:
    """The runs of a column, with its left and right edge."""

    left: float
    right: float
    runs: list[Run] = field(default_factory=list)

    def meets(self, run: Run) -> bool:
        """Tell whether a run overlaps the column horizontally."""
        return run.x < self.right and run.right > self.left

    def distance(self, run: Run) -> float:
        """Return a run's horizontal distance from the column."""
        return max(self.left - run.right, run.x - self.right, 0.0)

    def take(self, run: Run) -> None:
        """Add a run to the column."""
        self.left, self.right = min(self.left, run.x), max(self.right, run.right)
        self.runs.append(run)


@dataclass(frozen=True)
class _Cell:
    """Adjacent lines of one column, from the height `top` down to `foot`."""

    column: int
    top: float
    foot: float
    text: str


def centred_table_at(lines: Sequence[Line], heads: Sequence[Run]) -> tuple[list[str], int]:
    """Read the table whose headings are on the first line; return its rows and the next line's index.

    If there is no table, return no rows and 0.
    """
    if len(heads) < _FEWEST_COLUMNS:
        return [], 0
    columns = [_Column(head.x, head.right, [head]) for head in heads]
    end = 1
    while end < len(lines) and _is_near(lines[end - 1], lines[end]) and _takes(columns, lines[end]):
        end += 1
    pitch = _pitch(columns)
    cells = [cell for place, column in enumerate(columns) for cell in _cells(place, column, pitch)]
    rows = _rows(cells)
    while rows and len(rows[-1]) == 1:
        top = rows.pop()[0].top  # a short line below the table
        end = next(place for place, line in enumerate(lines) if line[0].y <= top + _SAME_LINE)
    if any(len({cell.column for cell in row}) < len(row) for row in rows):
        return [], 0
    full = sum(len(row) >= len(columns) - 1 for row in rows[1:])
    if full < _FEWEST_ROWS or len(rows[0]) < len(columns):
        return [], 0
    return [CELL_END.join(_texts(row, len(columns))) for row in rows], end


def _is_near(above: Line, line: Line) -> bool:
    return above[0].y - line[0].y <= _FARTHEST * line[0].size


def _takes(columns: Sequence[_Column], line: Line) -> bool:
    """Add a line's runs to the columns, unless a run crosses several; tell whether they were added."""
    placed: list[tuple[_Column, Run]] = []
    for run in line:
        met = [column for column in columns if column.meets(run)]
        if len(met) > 1:
            return False
        placed.append((met[0] if met else min(columns, key=lambda column: column.distance(run)), run))
    reach = {id(column): [column.left, column.right] for column in columns}
    for column, run in placed:
        left, right = reach[id(column)]
        reach[id(column)] = [min(left, run.x), max(right, run.right)]
    spans = [reach[id(column)] for column in columns]
    if any(first[1] >= second[0] for first, second in pairwise(spans)):
        return False
    for column, run in placed:
        column.take(run)
    return True


def _heights(column: _Column) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in sorted(column.runs, key=lambda each: (-each.y, each.x)):
        if lines and lines[-1][0].y - run.y <= _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _pitch(columns: Sequence[_Column]) -> float:
    """Return the distance between lines of a cell: the smallest in any column."""
    gaps = (above[0].y - line[0].y for column in columns for above, line in pairwise(_heights(column)))
    return min(gaps, default=0.0)


def _cells(place: int, column: _Column, pitch: float) -> Iterator[_Cell]:
    group: list[list[Run]] = []
    for line in _heights(column):
        if group and group[-1][0].y - line[0].y > _WIDER_GAP * pitch:
            yield _cell(place, group)
            group = []
        group.append(line)
    if group:
        yield _cell(place, group)


def _cell(place: int, group: Sequence[Line]) -> _Cell:
    texts = (" ".join(run.text for run in sorted(line, key=lambda each: each.x)) for line in group)
    return _Cell(place, group[0][0].y, group[-1][0].y, _SPLIT.sub("-", " ".join(texts)))


def _rows(cells: Sequence[_Cell]) -> list[list[_Cell]]:
    """Group cells that stand side by side into rows."""
    rows: list[list[_Cell]] = []
    foot = 0.0
    for cell in sorted(cells, key=lambda each: -each.top):
        if rows and cell.top >= foot - _SAME_LINE:
            rows[-1].append(cell)
            foot = min(foot, cell.foot)
        else:
            rows.append([cell])
            foot = cell.foot
    return rows


def _texts(row: Sequence[_Cell], count: int) -> list[str]:
    told = {cell.column: cell.text for cell in row}
    return [told.get(place, "") for place in range(count)]
