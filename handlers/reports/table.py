"""Tables in plain text, as wide as the terminal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import NamedTuple

_GAP = "  "
_RULE = "─"
_NARROWEST = 14
"""Minimum width for a readable column of sentences."""


class Column(NamedTuple):
    """A column; without a `share` of the remaining room it is as wide as its widest cell."""

    title: str
    share: int = 0


def printable(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Yield the lines of a table; if columns would be too narrow to read, stack the cells of each row."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = _widths(columns, rows, width)
    if widths is None:
        yield from _stacked(columns, rows, width)
        return
    yield _line([column.title for column in columns], widths)
    yield _line([_RULE * width for width in widths], widths)
    for row in rows:
        wrapped = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield from (_line(cells, widths) for cells in zip_longest(*wrapped, fillvalue=""))


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Give each column the width of its cells, or its share of the rest; None if that is too little."""
    titles = [column.title for column in columns]
    widths = [max(1, *map(len, cells)) for cells in zip(titles, *rows, strict=True)]
    left = width - len(_GAP) * (len(columns) - 1)
    left -= sum(need for need, column in zip(widths, columns, strict=True) if not column.share)
    shares = {index: column.share for index, column in enumerate(columns) if column.share}
    for index in sorted(shares, key=lambda index: widths[index] / shares[index]):
        room = left * shares[index] // sum(shares.values())
        if room < min(widths[index], _NARROWEST):
            return None
        widths[index] = min(widths[index], room)
        left -= widths[index]
        del shares[index]
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _stacked(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    for row in rows:
        cells = [(cell, column) for cell, column in zip(row, columns, strict=True) if cell]
        yield " ".join(f"{column.title} {cell}".strip() for cell, column in cells if not column.share)
        for cell, column in cells:
            if column.share:
                yield from wrap(
                    f"{column.title}: {cell}", max(width, 10), initial_indent="  ", subsequent_indent="    "
                )
