"""Write tables of figures in Markdown, so that they can go into a document as they are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One line of a table; figures that are missing are left blank."""

    name: str
    turns: int
    figures: Mapping[str, float]


def shares(title: str, columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Write shares as percentages."""
    lines = [_line((title, "n", *columns)), _line(("---", *("--:" for _ in range(len(columns) + 1))))]
    for row in rows:
        cells = (f"{100 * row.figures[name]:.1f}" if name in row.figures else "" for name in columns)
        lines.append(_line((row.name, str(row.turns), *cells)))
    return "\n".join(lines) + "\n"


def measures(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[float | None]]) -> str:
    """Write measures; None is left blank."""
    lines = [_line((title, *columns)), _line(("---", *("--:" for _ in columns)))]
    for name, values in rows.items():
        lines.append(_line((name, *("" if value is None else _measure(value) for value in values))))
    return "\n".join(lines) + "\n"


def _measure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
