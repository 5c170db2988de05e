"""Tables drawn in plain text, their cells parted by bars or tabs."""

import re
from collections.abc import Iterator
from itertools import groupby

from knowledge.reading.files.marks import CELL_END, PAGE_BREAK

_BARS = re.compile(r"\s*\|\s*")
_TABS = re.compile(r"\s*\t\s*")
_RULE = re.compile(r"[\s|+:=_-]*[|+][\s|+:=_-]*")
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2


def mark_tables(text: str) -> str:
    """Put marks between the cells of lines that are rows: some in a row with as many bars, or tabs."""
    return "\n".join(_marked(text.split("\n")))


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
        return _BARS.split(text.removeprefix("|").removesuffix("|").strip())
    return _TABS.split(text)


def _width(line: str) -> int:
    """Count the cells of a line; a rule has as many as the row that it looks like."""
    if PAGE_BREAK in line:
        return 1
    return len(_cells(line.replace("+", "|") if _is_rule(line) else line))
