"""Draw figures as a picture that fits on a phone: status totals, dates, and a bar per party or meeting."""

from handlers.catalogue import Catalogue
from handlers.pictures.bars import draw_rows, draw_totals
from handlers.pictures.figures import Figures
from handlers.pictures.paper import MARGIN, MUTED, WIDTH, Paper, cut, width_of, wrap
from handlers.pictures.time_line import draw_time_line
from handlers.pictures.wording import commitments, headline, sublines
from knowledge.values.notices import mark

TALLEST = 2 * WIDTH
"""Maximum height of the bars: up to twice as tall as wide, a picture fits on a phone's screen."""

_TITLE, _HEADING, _SMALL = 18, 12.5, 11
_DAYS = mark("Plazos y eventos")
_SHAPES = mark("● plazo  ◆ evento")
_BY_PARTY, _BY_MEETING = mark("Por responsable"), mark("Por reunión")


def draw(figures: Figures, catalogue: Catalogue) -> bytes:
    """Draw a picture, and return it as a PNG file; it takes a third of a second.

    The plotting library keeps fonts that only one thread at a time may use.
    """
    paper = Paper()
    y = _head(paper, figures, catalogue)
    if figures.total:
        y = _heading(paper, y, commitments(figures.total, catalogue))
        y = draw_totals(paper, y, figures, catalogue)
    if figures.moments:
        y = _heading(paper, y, catalogue.text(_DAYS), catalogue.text(_SHAPES))
        y = draw_time_line(paper, y, figures, catalogue)
    if figures.rows:
        y = _heading(paper, y, catalogue.text(_BY_MEETING if figures.subject.party else _BY_PARTY))
        y = draw_rows(paper, y, TALLEST, figures, catalogue)
    return paper.png(y + MARGIN / 2)


def _head(paper: Paper, figures: Figures, catalogue: Catalogue) -> float:
    y = 0.0
    for line in wrap(headline(figures.subject, catalogue), WIDTH - 2 * MARGIN, _TITLE, lines=2, bold=True):
        y += 26
        paper.write(MARGIN, y + 4, line, _TITLE, bold=True)
    told = [*filter(None, sublines(figures, catalogue))]
    together = " · ".join(told)
    for line in [together] if width_of(together, _SMALL) <= WIDTH - 2 * MARGIN else told:
        y += 16
        paper.write(MARGIN, y + 7, cut(line, WIDTH - 2 * MARGIN, _SMALL), _SMALL, color=MUTED)
    return y + 14


def _heading(paper: Paper, top: float, text: str, beside: str = "") -> float:
    paper.write(MARGIN, top + 19, text, _HEADING, bold=True)
    paper.write(WIDTH - MARGIN, top + 19, beside, _SMALL, color=MUTED, align="right")
    return top + 28
