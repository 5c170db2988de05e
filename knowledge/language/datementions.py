"""A date as written in a text, and the days that it means relative to a present day."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.values.deadlines import Precision

MONTHS_A_YEAR = 12
MONTH_END = 0
"""The `day` of a point for the last day of a month; -1 is the day before it, and so on."""

_LONGEST_MONTH = 31
_DAYS_A_WEEK = 7


class Days(NamedTuple):
    """The days of a date, first and last included; `year_inferred` if the text doesn't give the year."""

    first: date
    last: date
    year_inferred: bool


class Point(NamedTuple):
    """A day as written, with or without a year; a `day` of 0 or less counts back from the month's end.

    With a `weekday` (0 is Monday), it is the first such day from `day` on, or the last up to it if it counts
    back: «el último viernes de marzo».
    """

    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def in_year(self, year: int) -> date:
        """Return the day in a year; raise ValueError if that year has no such day."""
        counts_back = self.day <= MONTH_END
        day = self.day + (calendar.monthrange(year, self.month)[1] if counts_back else 0)
        found = date(year, self.month, day)
        if self.weekday is None:
            return found
        away = self.weekday - found.weekday()
        return found + timedelta(days=away % -_DAYS_A_WEEK if counts_back else away % _DAYS_A_WEEK)

    @property
    def place(self) -> tuple[int, int]:
        """Month and day, to compare days of one year."""
        return self.month, self.day if self.day > MONTH_END else self.day + _LONGEST_MONTH


class DateMention(NamedTuple):
    """A date as written, at the characters from `start` up to `end`.

    `unit` is its precision; dates of unit `relative` («el último día hábil de mayo») have no days. `several`
    tells that it names more than one day or month. `shift` counts years or months from the present one («el
    año en curso», "next month"), `year_shift` the years of a day («15 de mayo del próximo año»). `past` marks
    «pasado» and "last".
    """

    start: int
    end: int
    unit: Precision
    first: Point
    last: Point
    several: bool = False
    shift: int | None = None
    past: bool = False
    year_shift: int | None = None

    @property
    def has_year(self) -> bool:
        """Whether the text gives the year, or its distance from the present one."""
        return self.last.year is not None or self.shift is not None or self.year_shift is not None

    def days(self, present: date | None) -> Days | None:
        """Return its days as seen from `present`, or None if no calendar has them.

        Without a year, it is the next one that isn't over at `present`, or the one before for a past date.
        Without `present`, only a date with its year has days.
        """
        if self.unit is Precision.RELATIVE:
            return None
        if present is None:
            return self.in_year(self.last.year) if self.last.year and self.shift is None else None
        if self.shift is not None:
            return self._shifted(present, self.shift)
        return self.in_year(self.last.year or self._next_year(present))

    def in_year(self, year: int) -> Days | None:
        """Return its days with the last one in a year, or None if no calendar has them."""
        first_year = self.first.year or (year - (self.first.month > self.last.month))
        try:
            first, last = self.first.in_year(first_year), self.last.in_year(year)
        except ValueError:
            return None
        return Days(first, last, self.last.year is None) if first <= last else None

    def _next_year(self, present: date) -> int:
        if self.year_shift is not None:
            return present.year + self.year_shift
        over = self.last.place < (present.month, present.day)
        if self.past:
            return present.year if over else present.year - 1
        return present.year + over

    def _shifted(self, present: date, shift: int) -> Days | None:
        if self.unit is Precision.YEAR:
            year = present.year + shift
            return Days(date(year, 1, 1), date(year, MONTHS_A_YEAR, _LONGEST_MONTH), year_inferred=True)
        months = present.month - 1 + shift
        year, month = present.year + months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
        if self.unit is Precision.DAY:
            point = Point(year, month, self.first.day)
            return self._replace(first=point, last=point).in_year(year)
        last = Point(year, month, MONTH_END).in_year(year)
        return Days(date(year, month, 1), last, year_inferred=True)
