"""A date as a text writes it, and the days that it means as seen from a present day."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.values.deadlines import Precision

MONTHS_A_YEAR = 12
MONTH_END = 0
"""The last day of a month as the day of a point; -1 is the day before it, and so on."""

_LONGEST_MONTH = 31
_DAYS_A_WEEK = 7


class Days(NamedTuple):
    """A date in time, both days included; `year_inferred` if the text doesn't say the year."""

    first: date
    last: date
    year_inferred: bool


class Point(NamedTuple):
    """A day as written, the year left out or not; `day` up to 0 counts back from the month's end.

    With a `weekday` (0 is Monday) it is the first one from `day` on, or up to it where it counts back: «el
    último viernes de marzo».
    """

    year: int | None
    month: int
    day: int
    weekday: int | None = None

    def in_year(self, year: int) -> date:
        """Return the day in a year, or raise ValueError if its calendar has none."""
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

    `unit` is how exact it is; one of unit `relative` («el último día hábil de mayo») is placed nowhere.
    `several` says that it names more than one day or month. `shift` counts years or months from the present
    one («el año en curso», "next month"), `year_shift` years of a day («15 de mayo del próximo año»). `past`
    marks «pasado» and "last".
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
        """Tell whether the text says the year, or which it is from the present one."""
        return self.last.year is not None or self.shift is not None or self.year_shift is not None

    def days(self, present: date | None) -> Days | None:
        """Place it in time as seen from `present`, or return None for a day that no calendar has.

        Without a year it is the next one that is not over at `present`, or the one before for a past date.
        Where `present` isn't known only a date with its year has a place.
        """
        if self.unit is Precision.RELATIVE:
            return None
        if present is None:
            return self.in_year(self.last.year) if self.last.year and self.shift is None else None
        if self.shift is not None:
            return self._shifted(present, self.shift)
        return self.in_year(self.last.year or self._next_year(present))

    def in_year(self, year: int) -> Days | None:
        """Place it in a year, the last day's, or return None for a day that no calendar has."""
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
