"""The bars of a picture: commitments by status, in total and for each party or meeting."""

from collections.abc import Sequence

from handlers.catalogue import Catalogue
from handlers.pictures.figures import Counts, Figures, Row
from handlers.pictures.paper import INK, MARGIN, MUTED, WIDTH, Paper, width_of, wrap
from handlers.pictures.signs import SIGNS
from handlers.pictures.wording import counted, further, total, whose

_NAMES = 142
"""Pixels for a name."""

_HEIGHT, _ROW, _TALL_ROW, _GAP, _SEAM = 15, 23, 34, 8, 2
_ROOM = WIDTH - 2 * MARGIN - _NAMES - 2 * _GAP
_BIG, _SMALL = 11.5, 10.5
_FEWEST = 4  # rows that are drawn however long the picture is
_CHIP, _CHIP_ROW = 13, 21


def draw_totals(paper: Paper, top: float, figures: Figures, catalogue: Catalogue) -> float:
    """Draw the status of all commitments, with a legend of signs and colours; return the lower edge."""
    _stack(paper, (MARGIN, top), WIDTH - 2 * MARGIN, figures.totals, _HEIGHT + 3)
    x, y = float(MARGIN), top + _HEIGHT + 13
    for standing, told in counted(figures.totals, catalogue):
        sign = SIGNS[standing]
        wide = _CHIP + 5 + width_of(told, _BIG) + 14
        if x + wide - 14 > WIDTH - MARGIN:
            x, y = float(MARGIN), y + _CHIP_ROW
        paper.bar(x, y, _CHIP, _CHIP, sign.color)
        paper.stamp(x + _CHIP / 2, y + _CHIP / 2, sign.letter, _SMALL)
        paper.write(x + _CHIP + 5, y + 10.8, told, _BIG)
        x += wide
    return y + _CHIP_ROW


def draw_rows(paper: Paper, top: float, bottom: float, figures: Figures, catalogue: Catalogue) -> float:
    """Draw a bar per party or meeting, as far as there is room; return the lower edge."""
    longest = max(row.total for row in figures.rows)
    beside = max(width_of(total(row, catalogue), _BIG, bold=True) for row in figures.rows)
    y = top
    for number, row in enumerate(figures.rows):
        name = _name(row, catalogue)
        height = _TALL_ROW if len(name) > 1 else _ROW
        left = len(figures.rows) - number
        if number >= _FEWEST and y + height + (_ROW if left > 1 else 0) > bottom:
            paper.write(MARGIN, y + 14, further(left, catalogue), _SMALL, color=MUTED)
            return y + _ROW
        _row(paper, y + height / 2, row, name, (_ROOM - beside) * row.total / longest)
        paper.write(WIDTH - MARGIN, y + height / 2 + 4, total(row, catalogue), _BIG, bold=True, align="right")
        y += height
    return y


def _row(paper: Paper, middle: float, row: Row, name: Sequence[str], width: float) -> None:
    size = _BIG if len(name) == 1 else _SMALL
    for place, line in enumerate(name):
        paper.write(MARGIN, middle + 4 + 13 * (place - (len(name) - 1) / 2), line, size)
    _stack(paper, (MARGIN + _NAMES + _GAP, middle - _HEIGHT / 2), width, row.counts, _HEIGHT)


def _name(row: Row, catalogue: Catalogue) -> list[str]:
    """Name a row in one or two lines, with as many of several parties as fit."""
    names = (whose(row, catalogue, most) for most in range(len(row.parties), 0, -1))
    return next(
        (lines for name in names if not (lines := _lines(name))[-1].endswith("…")),
        _lines(whose(row, catalogue)),
    )


def _lines(name: str) -> list[str]:
    one = wrap(name, _NAMES, _BIG, lines=1)
    return one if not one[0].endswith("…") else wrap(name, _NAMES, _SMALL, lines=2)


def _stack(paper: Paper, place: tuple[float, float], width: float, counts: Counts, height: float) -> None:
    """Draw a stacked bar of colours, with sign and number where they fit."""
    (x, top), every = place, sum(counts.values())
    for standing, sign in SIGNS.items():
        number = counts.get(standing, 0)
        if not number:
            continue
        wide = width * number / every
        paper.bar(x, top, max(wide - _SEAM / 2, 1), height, sign.color)
        for text in (f"{sign.letter} {number}", str(number)):
            if width_of(text, _SMALL, bold=True) + 2 <= wide:
                at = x + (wide - _SEAM / 2) / 2
                paper.write(at, top + height / 2 + 3.8, text, _SMALL, color=INK, bold=True, align="center")
                break
        x += wide
