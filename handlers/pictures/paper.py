"""A sheet as wide as a phone, and drawing operations; the only module that needs the plotting library.

It takes half a second and 60 MB to load, so it is imported only to draw. Coordinates are in pixels of a
phone 390 wide, from the top left.
"""

import io
from functools import lru_cache
from pathlib import Path
from typing import Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle, RegularPolygon
from PIL import Image

WIDTH, MARGIN = 390, 16
"""Width of a phone's screen in pixels, the unit of all measures, and the margin at both sides."""

CARD, TEXT, MUTED, INK, RULE = "#27323D", "#F4F6F8", "#B9C5D0", "#10181F", "#4A5968"
"""Colours of the card, which stands out from light and dark chats; of text on it; of text on colours."""

_DOTS_PER_PIXEL = 2.5
_COLORS = 128  # indistinguishable from more to the eye; the file is a third as large
_POINTS_PER_INCH = 72  # a pixel of the phone is a point
_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
_ELLIPSIS = "…"

Align = Literal["left", "center", "right"]


class Paper:
    """A sheet that is cut to its content's height."""

    def __init__(self) -> None:
        self._figure = Figure(
            figsize=(WIDTH / _POINTS_PER_INCH, 1), dpi=_POINTS_PER_INCH * _DOTS_PER_PIXEL, facecolor=CARD
        )
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()

    def write(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        *,
        color: str = TEXT,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """Write a line of text from, around or up to `x`."""
        self._axes.text(
            x,
            baseline,
            _drawable(text),
            fontproperties=_font(bold=bold),
            fontsize=size,
            color=color,
            horizontalalignment=align,
            verticalalignment="baseline",
            parse_math=False,
        )

    def stamp(self, x: float, y: float, letter: str, size: float) -> None:
        """Write a letter onto a colour, centred at a point."""
        self._axes.text(
            x,
            y,
            letter,
            fontproperties=_font(bold=True),
            fontsize=size,
            color=INK,
            horizontalalignment="center",
            verticalalignment="center",
            parse_math=False,
        )

    def bar(self, left: float, top: float, width: float, height: float, color: str) -> None:
        """Fill a rectangle."""
        self._axes.add_patch(Rectangle((left, top), width, height, facecolor=color, linewidth=0))

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        """Fill a circle."""
        self._axes.add_patch(Circle((x, y), radius, facecolor=color, linewidth=0))

    def diamond(self, x: float, y: float, radius: float, color: str) -> None:
        """Fill a square that stands on its tip."""
        self._axes.add_patch(RegularPolygon((x, y), 4, radius=radius, facecolor=color, linewidth=0))

    def line(
        self, start: tuple[float, float], end: tuple[float, float], color: str = RULE, *, dashed: bool = False
    ) -> None:
        """Draw a line behind all else."""
        (left, top), (right, bottom) = start, end
        style: Literal["-", "--"] = "--" if dashed else "-"
        self._axes.add_line(
            Line2D((left, right), (top, bottom), color=color, linewidth=1.2, linestyle=style, zorder=0)
        )

    def png(self, height: float) -> bytes:
        """Return the sheet, cut to a height, as a PNG file; deterministic."""
        self._figure.set_size_inches(WIDTH / _POINTS_PER_INCH, round(height) / _POINTS_PER_INCH)
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(round(height), 0)
        drawn, content = io.BytesIO(), io.BytesIO()
        self._figure.savefig(drawn, format="rgba")
        size = self._figure.canvas.get_width_height()
        self._figure.clear()  # its parts hold each other, and would wait in memory for the garbage collector
        image = Image.frombytes("RGBA", size, drawn.getvalue()).convert("RGB")
        image.quantize(_COLORS, dither=Image.Dither.NONE).save(content, "PNG", optimize=True)
        return content.getvalue()


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a line of text."""
    font = _letters(bold=bold)
    font.set_size(size, _POINTS_PER_INCH)
    font.set_text(_drawable(text))
    return float(font.get_width_height()[0] / 64)


def cut(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Shorten a line of text to a width."""
    return wrap(text, width, size, lines=1, bold=bold)[0]


def wrap(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """Wrap a text into at most `lines` lines; what doesn't fit is replaced by an ellipsis."""
    words = text.split() or [""]
    filled: list[str] = []
    while words and len(filled) < lines:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, bold=bold) <= width:
            line = f"{line} {words.pop(0)}"
        filled.append(line)
    if words:
        filled[-1] = f"{filled[-1]} {words[0]}{_ELLIPSIS}"
    return [_fitted(line, width, size, bold=bold) for line in filled]


def _fitted(line: str, width: float, size: float, *, bold: bool) -> str:
    """Cut letters off the end of a line until it fits."""
    kept = line
    while len(kept) > 1 and width_of(kept, size, bold=bold) > width:
        kept = kept.removesuffix(_ELLIPSIS)[:-1].rstrip(" ,;:.(") + _ELLIPSIS
    return kept


@lru_cache(maxsize=2)
def _font(*, bold: bool) -> FontProperties:
    """Return the font shipped with the library, which has accents, whatever this machine has."""
    return FontProperties(fname=_path(bold=bold))


@lru_cache(maxsize=2)
def _letters(*, bold: bool) -> FT2Font:
    """Return the font for measuring."""
    return FT2Font(_path(bold=bold))


def _path(*, bold: bool) -> str:
    return str(_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"))


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    return frozenset(_letters(bold=True).get_charmap()) & frozenset(_letters(bold=False).get_charmap())


def _drawable(text: str) -> str:
    """Drop characters that the font lacks, such as emoji."""
    return "".join(letter for letter in text if ord(letter) in _known())
