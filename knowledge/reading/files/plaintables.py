"""Tables in plain text: cells separated by bars or tabs, or aligned in columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from knowledge.reading.files.marks import CELL_END, PAGE_BREAK

_BARS = re.compile(r"\s*\|\s*")
_TABS = re.compile(r"\s*\t\s*")
_RULE = re.compile(r"[\s|+:=_-]*[|+][\s|+:=_-]*")
_DASHES = re.compile(r"-{2,}|={2,}")
_COLUMN_RULE = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*")
_HEADING = re.compile(r"(?:^|(?<=\s{2}))\S+(?:\s\S+)*")
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2
_LONGEST_HEADING = 40


def mark_tables(text: str) -> str:
    """Mark the cells of table rows: consecutive lines with the same number of bars or tabs.

    Below a rule of dashes with gaps («---  ------  ----»), or headings separated by two spaces or more, cells
    are the texts in the columns. A line whose first column is blank continues the row above, unless a
    cell's first word would have fitted there.
    """
    return "\n".join(_marked(_with_columns(text.split("\n"))))


def _with_columns(lines: Sequence[str]) -> list[str]:
    """Rewrite tables with columns, given by a rule of dashes or by headings alone, as rows with bars."""
    written: list[str] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        columns = [match.start() for match in _DASHES.finditer(line)] if _COLUMN_RULE.fullmatch(line) else []
        head = _cut(written[-1], columns) if written and len(columns) >= _FEWEST_CELLS else None
        rows, end = _rows_below(lines, position + 1, columns) if head else ([], position)
        if head and rows:
            written[-1:] = [_with_bars(row) for row in (head, *rows)]
            position = end
            continue
        rows, end = _below_headings(lines, position)
        written += map(_with_bars, rows) if rows else [line]
        position = end if rows else position + 1
    return written


def _below_headings(lines: Sequence[str], position: int) -> tuple[list[list[str]], int]:
    """Cut a line of short headings with gaps, and the lines below, into rows; none if it is no table."""
    line = lines[position]
    headings = list(_HEADING.finditer(line)) if "  " in line.strip() else []
    told = all(len(found[0]) <= _LONGEST_HEADING and found[0][0].isupper() for found in headings)
    if len(headings) < _FEWEST_CELLS or not told:
        return [], position
    columns = [found.start() for found in headings]
    rows, end = _rows_below(lines, position + 1, columns)
    full = [row for row in rows if sum(map(bool, row)) >= _FEWEST_CELLS]
    return ([[found[0] for found in headings], *rows], end) if len(full) >= _FEWEST_ROWS else ([], position)


def _rows_below(lines: Sequence[str], start: int, columns: Sequence[int]) -> tuple[list[list[str]], int]:
    """Cut lines into rows, up to one that doesn't fit the columns; blank lines may separate rows."""
    rows: list[list[str]] = []
    last: list[str] = []
    position = start
    widths = [after - before for before, after in pairwise(columns)]
    for position in range(start, len(lines) + 1):
        line = lines[position] if position < len(lines) else ""
        if not line.strip() and _is_spaced_row(lines[position + 1 : position + 2], columns):
            continue
        cells = _cut(line, columns) if line.strip() and not _COLUMN_RULE.fullmatch(line) else None
        if cells is None:
            break
        if rows and not cells[0] and not _is_own_row(last, cells, widths):
            rows[-1] = [_joined(above, cell) for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        last = cells
    is_closed = position < len(lines) and bool(_COLUMN_RULE.fullmatch(lines[position]))
    return rows, position + is_closed


def _is_spaced_row(lines: Sequence[str], columns: Sequence[int]) -> bool:
    """Tell a row after a blank line from prose: there are gaps before its cells."""
    cells = _cut(lines[0], columns) if lines and lines[0].strip() else None
    if cells is None or sum(map(bool, cells)) < _FEWEST_CELLS:
        return False
    return not any(lines[0][start - 2 : start].strip() for start in columns if start)


def _is_own_row(above: Sequence[str], cells: Sequence[str], widths: Sequence[int]) -> bool:
    """Tell an unlabelled row from a continued one: the first word of a cell would have fitted above."""
    if not (all(above[1:]) and all(cells[1:]) and cells[1][:1].isupper()):
        return False
    lines = zip(above[1:], cells[1:], widths[1:], strict=False)
    return any(len(over) + 1 + len(cell.split()[0]) < width - 1 for over, cell, width in lines)


def _cut(line: str, columns: Sequence[int]) -> list[str] | None:
    """Cut a line where the columns start; return None if a word crosses a start."""
    if "|" in line or any(line[start - 1 : start].strip() for start in columns if start):
        return None
    cells = [line[start:end].strip() for start, end in pairwise([*columns, max(len(line), columns[-1])])]
    return cells if sum(map(bool, cells)) and not line[: columns[0]].strip() else None


def _joined(above: str, below: str) -> str:
    """Join the lines of a cell, without a space in a date split after a hyphen («25-05-» / «2020»)."""
    glued = above.endswith("-") and below[:1].isdigit()
    return f"{above}{below}" if glued else f"{above} {below}".strip()


def _with_bars(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(lines: list[str]) -> Iterator[str]:
    for width, group in groupby(lines, key=_width):
        found = list(group)
        rows = [line for line in found if not _is_rule(line)]
        if width < _FEWEST_CELLS or len(rows) < _FEWEST_ROWS:
            yield from found
            continue
        yield from (CELL_END.join(_cells(line)) for line in rows)


def _is_rule(line: str) -> bool:
    """Tell whether a line is drawn between rows («|---|---|»)."""
    return bool(_RULE.fullmatch(line)) and "-" in line.replace("=", "-")


def _cells(line: str) -> list[str]:
    text = line.strip()
    if "|" in text:
        framed = text.startswith("|") and text.endswith("|")
        return _BARS.split(text[1:-1].strip() if framed else text)
    return _TABS.split(text)


def _width(line: str) -> int:
    """Count the cells of a line; a rule has as many as the row that it looks like."""
    if PAGE_BREAK in line:
        return 1
    return len(_cells(line.replace("+", "|") if _is_rule(line) else line))
