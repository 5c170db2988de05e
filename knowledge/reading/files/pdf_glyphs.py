"""The glyphs of a PDF page, turned upright and without duplicates, and the runs of text that they form."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

_HYPHENS = frozenset("\x02\ufffe")
"""PDFium joins a word split at a line's end, with one of these in place of the hyphen."""
_SAME_LINE = 0.6
_SPACE = 0.2
"""A gap this wide, in ems, separates words even if the page has no space."""
CELL_GAP = 1.2
"""A gap this wide, in ems, separates columns."""
_BACK = -0.6
_ONCE_MORE = 0.12
"""Greatest distance, in ems, of a glyph's duplicate drawn to make it look bold."""
_DOUBLES = 0.1
_QUARTER = math.pi / 2


class Glyph(NamedTuple):
    """One character; it starts at `x` on the baseline `y`, in points from the lower left corner."""

    text: str
    x: float
    y: float
    right: float
    size: float
    spaced: bool
    """Whether PDFium infers a space before it that isn't drawn."""


@dataclass
class Run:
    """Glyphs drawn one after the other on one baseline without a wide gap."""

    text: str
    x: float
    y: float
    right: float
    size: float


def page_runs(page: pypdfium2.PdfTextPage) -> list[Run]:
    """List the runs of a page in the order in which they were drawn."""
    return list(_runs(_once(_upright(page))))


def _upright(page: pypdfium2.PdfTextPage) -> list[Glyph]:
    """List the glyphs of a page in its main direction, turned upright; leave out the others."""
    found = list(_glyphs(page))
    turns = Counter(turn for turn, _ in found)
    if not turns:
        return []
    turn = max(turns, key=lambda each: turns[each])
    glyphs = [glyph for turned, glyph in found if turned == turn]
    return [_turned(glyph, turn) for glyph in glyphs] if turn else glyphs


def _turned(glyph: Glyph, turn: int) -> Glyph:
    """Turn a glyph's position back by quarter turns; its `right` holds its length along the baseline."""
    x, y = {1: (-glyph.y, glyph.x), 2: (-glyph.x, -glyph.y), 3: (glyph.y, -glyph.x)}[turn]
    return glyph._replace(x=x, y=y, right=x + glyph.right)


def _glyphs(page: pypdfium2.PdfTextPage) -> Iterator[tuple[int, Glyph]]:
    """Yield each glyph with the number of quarter turns by which it is rotated."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    spaced = False
    for index in range(page.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(page, index))
        if raw.FPDFText_IsGenerated(page, index) == 1 and text not in _HYPHENS:
            spaced = True
            continue
        if text in "\r\n":
            continue
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetLooseCharBox(page, index, box)
        turn = round(raw.FPDFText_GetCharAngle(page, index) / _QUARTER) % 4
        size = _size(box, turn) or 1.0
        right = box.right if turn == 0 else _length(box, turn)
        yield turn, Glyph("-" if text in _HYPHENS else text, x.value, y.value, right, size, spaced)
        spaced = False


def _size(box: raw.FS_RECTF, turn: int) -> float:
    return float(box.right - box.left if turn % 2 else box.top - box.bottom)


def _length(box: raw.FS_RECTF, turn: int) -> float:
    return float(box.top - box.bottom if turn % 2 else box.right - box.left)


def _once(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Drop duplicates drawn to make text look bold."""
    places = {(glyph.text, round(glyph.x), round(glyph.y)) for glyph in glyphs if glyph.text != " "}
    drawn = sum(glyph.text != " " for glyph in glyphs)
    if drawn - len(places) <= _DOUBLES * drawn:
        return glyphs
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        column, row = int(glyph.x // 2), int(glyph.y // 2)
        near = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in seen.get((glyph.text, column + dx, row + dy), ())
        )
        within = _ONCE_MORE * glyph.size
        if not any(abs(other.x - glyph.x) <= within and abs(other.y - glyph.y) <= within for other in near):
            seen.setdefault((glyph.text, column, row), []).append(glyph)
            kept.append(glyph._replace(spaced=False))
    return kept


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    run: Run | None = None
    blank = False
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = run is not None
            continue
        if run and _continues(run, glyph):
            apart = blank or glyph.spaced or glyph.x - run.right > _SPACE * run.size
            run.text += f" {glyph.text}" if apart else glyph.text
            run.right = glyph.right
        else:
            if run:
                yield run
            run = Run(glyph.text, glyph.x, glyph.y, glyph.right, glyph.size)
        blank = False
    if run:
        yield run


def _continues(run: Run, glyph: Glyph) -> bool:
    gap = glyph.x - run.right
    return (
        abs(glyph.y - run.y) <= _SAME_LINE
        and _BACK * run.size < gap <= CELL_GAP * run.size
        and abs(glyph.size - run.size) <= 0.15 * run.size
    )
