"""Tables drawn in plain text: their cells parted by bars or tabs, or below each other in columns."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from knowledge.reading.files.marks import CELL_END, PAGE_BREAK

_BARS = re.compile(r"\s*\|\s*")
_TABS = re.compile(r"\s*\t\s*")
_RULE = re.compile(r"[\s|+:=_-]*[|+][\s|+:=_-]*")
_DASHES = re.compile(r"-{2,}|={2,}")
_COLUMN_RULE = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*")
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2


def mark_tables(text: str) -> str:
    """Put marks between the cells of lines that are rows: some in a row with as many bars, or tabs.

    Below a rule of dashes with gaps («---  ------  ----») cells are what stands below each of them; a line
    whose first column is blank goes on with the row above.
    """
    return "\n".join(_marked(_with_columns(text.split("\n"))))


def _with_columns(lines: Sequence[str]) -> list[str]:
    """Write tables whose columns a rule of dashes shows as rows with bars."""
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
        else:
            written.append(line)
            position += 1
    return written


def _rows_below(lines: Sequence[str], start: int, columns: Sequence[int]) -> tuple[list[list[str]], int]:
    """Cut the lines below a rule into rows, up to a blank line or one that has no such columns."""
    rows: list[list[str]] = []
    position = start
    for position in range(start, len(lines) + 1):
        line = lines[position] if position < len(lines) else ""
        cells = _cut(line, columns) if line.strip() and not _COLUMN_RULE.fullmatch(line) else None
        if cells is None:
            break
        if rows and not cells[0]:
            rows[-1] = [_joined(above, cell) for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    is_closed = position < len(lines) and bool(_COLUMN_RULE.fullmatch(lines[position]))
    return rows, position + is_closed


def _cut(line: str, columns: Sequence[int]) -> list[str] | None:
    """Cut a line where the columns start, or return None where a word stands in the way."""
    if "|" in line or any(line[start - 1 : start].strip() for start in columns if start):
        return None
    cells = [line[start:end].strip() for start, end in pairwise([*columns, max(len(line), columns[-1])])]
    return cells if sum(map(bool, cells)) and not line[: columns[0]].strip() else None


def _joined(above: str, below: str) -> str:
    """Join the lines of a cell; a date cut after its hyphen stays one («25-05-» / «2020»)."""
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
