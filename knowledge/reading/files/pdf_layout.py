"""Lay the runs of a page out as lines, from top to bottom, column by column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from knowledge.reading.files.marks import CELL_END, CELL_LINE_END
from knowledge.reading.files.pdf_centred import centred_table_at
from knowledge.reading.files.pdf_glyphs import CELL_GAP, Run
from knowledge.reading.files.pdf_tables import Line, table_at
from knowledge.reading.files.runs import raised

_SAME_LINE = 2.0
_WIDER_GAP = 1.2
_SPACE = 0.15
_SMALL = 0.85
_RAISED_LEAST, _RAISED_MOST = 0.08, 0.8
_BESIDE = 0.5
_LONGEST_CALL = 5
_FEWEST_LINES = 4
_COLUMN_SHARE = 0.2
_EDGE = 3.0


class _Band(NamedTuple):
    """Runs of a page by column, between lines that span the page; a single column for those lines."""

    columns: tuple[tuple[Run, ...], ...]


def page_text(runs: Sequence[Run]) -> str:
    """Return a page's lines, with blank lines for wider gaps and text in columns as a table row."""
    lines = _heights(_with_raised(runs))
    leading = _leading([_joined(line) for line in lines])
    rows: list[str] = []
    foot: float | None = None
    for part in _parts(lines):
        heights = [line[0].y for line in part.lines]
        if foot is not None and foot - heights[0] > _WIDER_GAP * leading:
            rows.append("")
        foot = heights[-1]
        rows += part.rows or _text_rows(part.lines, leading)
    return "\n".join(rows)


class _Part(NamedTuple):
    """Lines of a page, with table rows if they form a table."""

    lines: Sequence[Line]
    rows: Sequence[str]


def _parts(lines: Sequence[Line]) -> Iterator[_Part]:
    """Split a page into tables and the text between them."""
    begun = position = 0
    while position < len(lines):
        segments = [_segments(line) for line in lines[position:]]
        rows, end = table_at(segments, 0)
        if not rows:
            rows, end = centred_table_at(lines[position:], segments[0])
        if rows:
            if begun < position:
                yield _Part(lines[begun:position], ())
            yield _Part(lines[position : position + end], rows)
            begun = position + end
        position += max(end, 1)
    if begun < len(lines):
        yield _Part(lines[begun:], ())


def _segments(line: Line) -> list[Run]:
    """Join the runs of a line unless a wide gap separates them."""
    groups: list[list[Run]] = []
    for run in line:
        if groups and run.x - groups[-1][-1].right <= CELL_GAP * run.size:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_joined(group) for group in groups]


def _text_rows(lines: Sequence[Line], leading: float) -> list[str]:
    """Return the rows of lines outside tables, with columns side by side."""
    rows: list[str] = []
    foot: float | None = None
    for band in _bands([run for line in lines for run in line]):
        heights = [run.y for column in band.columns for run in column]
        if foot is not None and foot - max(heights) > _WIDER_GAP * leading:
            rows.append("")
        foot = min(heights)
        if len(band.columns) == 1:
            rows += _rows(_lines(band.columns[0]), leading)
        else:
            cells = (_rows(_lines(column), leading) for column in band.columns)
            rows.append(CELL_END.join(CELL_LINE_END.join(cell) for cell in cells))
    return rows


def _with_raised(runs: Sequence[Run]) -> list[Run]:
    """Move small raised runs, such as note marks, to the baseline of the text beside them."""
    placed: list[Run] = []
    for run in runs:
        beside = _raised_from(run, runs)
        if beside is None:
            placed.append(run)
        else:
            before = beside.text if beside.x < run.x else ""
            placed.append(replace(run, y=beside.y, text=raised(run.text, before)))
    return placed


def _raised_from(run: Run, others: Sequence[Run]) -> Run | None:
    if len(run.text) > _LONGEST_CALL:
        return None
    near = (
        other
        for other in others
        if run.size <= _SMALL * other.size
        and _RAISED_LEAST * other.size <= run.y - other.y <= _RAISED_MOST * other.size
        and (
            abs(run.x - other.right) <= _BESIDE * other.size
            or abs(other.x - run.right) <= _BESIDE * other.size
        )
    )
    return min(near, key=lambda other: abs(run.x - other.right), default=None)


def _lines(runs: Sequence[Run]) -> list[Run]:
    """Join runs at the same height, such as a number and its text."""
    return [_joined(line) for line in _heights(runs)]


def _heights(runs: Sequence[Run]) -> list[list[Run]]:
    """Group runs by height, from the top; each line from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.y):
        if lines and abs(lines[-1][0].y - run.y) <= _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda each: each.x) for line in lines]


def _joined(line: Sequence[Run]) -> Run:
    joined = replace(line[0])
    for run in line[1:]:
        apart = run.x - joined.right > _SPACE * joined.size
        joined.text += f" {run.text}" if apart else run.text
        joined.right = max(joined.right, run.right)
    return joined


def _leading(lines: Sequence[Run]) -> float:
    gaps = Counter(round(upper.y - lower.y) for upper, lower in pairwise(lines) if upper.y > lower.y)
    return max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)


def _rows(lines: Sequence[Run], leading: float) -> Iterator[str]:
    for position, line in enumerate(lines):
        if position and lines[position - 1].y - line.y > _WIDER_GAP * leading:
            yield ""
        yield line.text


def _bands(runs: Sequence[Run]) -> list[_Band]:
    """Split the runs of a page into columns, if it has any."""
    best = max(
        (_parted(runs, gutter) for gutter in _gutters(runs)),
        key=lambda bands: sum(len(run) for band in bands if len(band.columns) > 1 for run in band.columns),
        default=[],
    )
    return best if any(len(band.columns) > 1 for band in best) else [_Band((tuple(runs),))]


def _gutters(runs: Sequence[Run]) -> list[float]:
    """List where a right column may start: where many runs start, far enough from the left edge."""
    if not runs:
        return []
    left, right = min(run.x for run in runs), max(run.right for run in runs)
    starts = Counter(round(run.x) for run in runs if run.x - left > _COLUMN_SHARE * (right - left))
    return [start - _EDGE for start, count in starts.most_common(3) if count >= _FEWEST_LINES]


def _parted(runs: Sequence[Run], gutter: float) -> list[_Band]:
    """Split runs at a gutter, in bands between the lines that cross it."""
    width = max(run.right for run in runs) - min(run.x for run in runs)
    bands: list[_Band] = []
    across: list[Run] = []
    beside: list[Run] = []
    for run in sorted(runs, key=lambda each: -each.y):
        if run.x < gutter < run.right - _EDGE:
            if beside and not _is_columns(beside, gutter, width):
                across += beside
                beside = []
            if beside:
                bands += _band(across, beside, gutter)
                across, beside = [], []
            across.append(run)
        else:
            beside.append(run)
    if _is_columns(beside, gutter, width):
        return [*bands, *_band(across, beside, gutter)]
    return [*bands, *_band([*across, *beside], [], gutter)]


def _band(across: Sequence[Run], beside: Sequence[Run], gutter: float) -> Iterator[_Band]:
    if across:
        yield _Band((tuple(across),))
    if beside:
        left = tuple(run for run in beside if run.x < gutter)
        yield _Band((left, tuple(run for run in beside if run.x >= gutter)))


def _is_columns(runs: Sequence[Run], gutter: float, width: float) -> bool:
    """Tell whether both sides of a gutter hold text, not just numbers or a few short lines."""
    sides = ([run for run in runs if run.x < gutter], [run for run in runs if run.x >= gutter])
    if any(len({round(run.y) for run in side}) < _FEWEST_LINES for side in sides):
        return False
    return all(median(run.right - run.x for run in side) >= _COLUMN_SHARE * width for side in sides)
