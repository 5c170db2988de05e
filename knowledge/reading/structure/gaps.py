"""Tables in plain text with columns separated only by gaps, or with one bar or tab per line."""

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.reading.files.marks import CELL_END, PAGE_BREAK, PARAGRAPH_END

Rows = Sequence[Sequence[str]]

_CELL = re.compile(r"(?:^|(?<=\s{2}))\S+(?:\s\S+)*")
_BAR = re.compile(r"\s*[|\t]\s*")
_FEWEST_ROWS = 2
_MOST_COLUMNS = 6


def mark_gaps(text: str, tells: Callable[[Rows, str], bool]) -> str:
    """Mark the cells of lines with gaps at the same places, if `tells` accepts them as a table.

    `tells` gets the rows and the line above them, since signatures and annexes are in columns too. A line
    whose first column is blank continues the row above.
    """
    if PARAGRAPH_END in text:
        return text
    lines = text.split("\n")
    written: list[str] = []
    position, above = 0, ""
    while position < len(lines):
        end, rows = _table(lines, position)
        end = max(end, position + 1)
        is_table = bool(rows) and tells(rows, above)
        written += [CELL_END.join(row) for row in rows] if is_table else lines[position:end]
        above = next((line for line in reversed(lines[position:end]) if line.strip()), above)
        position = end
    return "\n".join(written)


def _table(lines: Sequence[str], start: int) -> tuple[int, list[list[str]]]:
    """Return the line after the rows that start at a line, and the rows; none if it is no row."""
    columns = [place for place, _ in _cells(lines[start])]
    if not 1 < len(columns) <= _MOST_COLUMNS:
        return start, []
    rows: list[list[str]] = []
    end = start
    for position in range(start, len(lines)):
        placed = dict(_cells(lines[position]))
        if PAGE_BREAK in lines[position]:
            break
        if not placed:
            continue
        first = placed.get(columns[0], "")
        wraps = bool(rows) and (not first or (len(placed) == 1 and first[:1].islower()))
        if not placed.keys() <= set(columns) or not (wraps or (first and len(placed) > 1)):
            break
        row = [placed.get(column, "") for column in columns]
        if wraps:
            rows[-1] = [f"{above} {below}".strip() for above, below in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        end = position + 1
    return (end, rows) if len(rows) >= _FEWEST_ROWS else (start, [])


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """Yield the cells of a line with their start columns, or their indices between bars or tabs."""
    if CELL_END.strip() in line:
        return
    parted = _BAR.split(line.strip().strip("|").strip())
    if len(parted) > 1:
        yield from enumerate(parted)
        return
    for match in _CELL.finditer(line):
        yield match.start(), match[0]
