"""A scale of time across a picture, on which every deadline and event is a dot."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_date

from handlers.catalogue import Catalogue
from handlers.pictures.figures import Figures, Moment
from handlers.pictures.paper import MARGIN, MUTED, TEXT, WIDTH, Paper
from handlers.pictures.signs import EVENT, SIGNS
from knowledge.values.tracking import Standing

_HEIGHT, _BELOW = 40, 24
_RADIUS, _STEP = 3.4, 7.6
_HIGHEST = 5  # stacked dots; more overlap
_LEAST = timedelta(days=30)
_MOST_TICKS = 7
_MONTHS_BELOW = timedelta(days=900)
_MONTHS = (1, 2, 3, 6)


class Scale(NamedTuple):
    """The days from one end to the other."""

    first: date
    last: date

    @classmethod
    def of(cls, moments: Sequence[Moment], today: date) -> "Scale":
        """Return a scale that includes all moments, and today unless it is far from them."""
        first = min(each.dated.start for each in moments)
        last = max(first + _LEAST, *(each.dated.end for each in moments))
        near = (last - first) / 4
        if first - near <= today <= last + near:
            first, last = min(first, today), max(last, today)
        margin = (last - first) / 25
        return cls(first - margin, last + margin)

    def at(self, day: date) -> float:
        """Return the horizontal position of a day."""
        return MARGIN + (WIDTH - 2 * MARGIN) * ((day - self.first) / (self.last - self.first))

    def ticks(self, catalogue: Catalogue) -> Iterator[tuple[date, str]]:
        """Yield days to label: the starts of years, or of months on a short scale."""
        years = range(self.first.year, self.last.year + 1)
        if self.last - self.first > _MONTHS_BELOW:
            step = -(-len(years) // _MOST_TICKS)
            days = [date(year, 1, 1) for year in years if year % step == 0]
        else:
            every = [date(year, month, 1) for year in years for month in range(1, 13)]
            inside = sum(self.first <= day <= self.last for day in every)
            step = next((each for each in _MONTHS if inside <= each * _MOST_TICKS), _MONTHS[-1])
            days = [day for day in every if (day.month - 1) % step == 0]
        shown = [day for day in days if self.first <= day <= self.last]
        by_year = self.last - self.first > _MONTHS_BELOW
        for day in shown:
            names_year = by_year or day.month == 1
            yield day, str(day.year) if names_year else format_date(day, "MMM", locale=catalogue.language)


def draw_scale(paper: Paper, top: float, figures: Figures, catalogue: Catalogue) -> float:
    """Draw the scale with all moments; return the lower edge."""
    scale, axis = Scale.of(figures.moments, figures.today), top + _HEIGHT
    paper.line((MARGIN, axis), (WIDTH - MARGIN, axis))
    for day, label in scale.ticks(catalogue):
        paper.line((scale.at(day), axis), (scale.at(day), axis + 4))
        paper.write(scale.at(day), axis + 15, label, 9.5, color=MUTED, align="center")
    if scale.first <= figures.today <= scale.last:
        here = scale.at(figures.today)
        paper.line((here, top - 2), (here, axis), TEXT, dashed=True)
    columns = [round(scale.at(each.dated.start) / _STEP) for each in figures.moments]
    highest = max(Counter(columns).values())
    step = _STEP * min(1.0, (_HIGHEST - 1) / max(highest - 1, 1))
    above: Counter[int] = Counter()
    for column, moment in zip(columns, figures.moments, strict=True):
        _dot(paper, column * _STEP, axis - _RADIUS - 2 - above[column] * step, moment)
        above[column] += 1
    return axis + _BELOW


def _dot(paper: Paper, x: float, y: float, moment: Moment) -> None:
    if moment.is_event:
        paper.diamond(x, y, _RADIUS + 0.8, EVENT.color)
    else:
        paper.dot(x, y, _RADIUS, SIGNS[moment.standing or Standing.OPEN].color)
