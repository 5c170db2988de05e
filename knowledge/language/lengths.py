"""Lengths of time in a text: «sesenta días», "two weeks"."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.numbers import NUMBER_PATTERN, number_of

_MONTHS_A_YEAR = 12
_DAYS_A_WEEK = 7
_HOURS_A_DAY = 24
_LENGTH = re.compile(
    rf"\b(?P<count>{NUMBER_PATTERN})\s+(?:\(\s*[^()\n]{{1,30}}\)\s*)?"
    r"(?P<before>working\s+|business\s+|calendar\s+|clear\s+|full\s+)?"
    r"(?P<unit>horas?|dias?|semanas?|mes(?:es)?|anos?|hours?|days?|weeks?|months?|years?)\b"
    r"(?P<after>\s+(?:habil(?:es)?|laboral(?:es)?|laborables?|calendario|naturales|corridos|continuos))?"
    r"(?P<half>\s+y\s+medi[oa]\b|\s+and\s+a\s+half\b)?"
)
_UNITS = {"h": "hour", "d": "day", "s": "week", "w": "week", "m": "month", "a": "year", "y": "year"}


class Length(NamedTuple):
    """A number of hours, days, weeks, months or years.

    Working days, and hours that aren't whole days, can't be counted in a calendar.
    """

    number: int
    unit: str
    working: bool

    def after(self, day: date) -> date | None:
        """Return the day this much later, or None if nobody can tell which."""
        return self._from(day, 1)

    def before(self, day: date) -> date | None:
        """Return the day this much earlier, or None if nobody can tell which."""
        return self._from(day, -1)

    def _from(self, day: date, sign: int) -> date | None:
        if self.working or (self.unit == "hour" and self.number % _HOURS_A_DAY):
            return None
        number = sign * self.number
        if self.unit == "hour":
            return day + timedelta(days=number // _HOURS_A_DAY)
        if self.unit in {"day", "week"}:
            return day + timedelta(days=number * (_DAYS_A_WEEK if self.unit == "week" else 1))
        months = day.year * _MONTHS_A_YEAR + day.month - 1
        months += number * (_MONTHS_A_YEAR if self.unit == "year" else 1)
        year, month = divmod(months, _MONTHS_A_YEAR)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class LengthMention(NamedTuple):
    """A length of time at the characters from `start` up to `end`."""

    start: int
    end: int
    length: Length


_ANY = re.compile(
    rf"\b(?:{NUMBER_PATTERN})\s+(?:\(\s*\d+\s*\)\s*)?(?:[a-z]+\s+)?"
    r"(?:minutos?|horas?|dias?|semanas?|mes(?:es)?|trimestres?|semestres?|anos?"
    r"|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b"
)


def has_length(text: str) -> bool:
    """Tell whether a text has any length of time, including hours: «con 72 horas de antelación»."""
    return _ANY.search(fold(text)) is not None


def places_of_lengths(text: str) -> list[tuple[int, int]]:
    """List the characters of the lengths of time in a text, of any sort."""
    return [match.span() for match in _ANY.finditer(fold(text))]


def find_lengths(text: str) -> list[LengthMention]:
    """List the lengths of time in a text, in order: «60 días», «treinta (30) días hábiles», "two weeks"."""
    return [
        LengthMention(*match.span(), length)
        for match in _LENGTH.finditer(fold(text))
        if (length := _length(match))
    ]


def _length(match: re.Match[str]) -> Length | None:
    count = number_of(match["count"])
    kind = f"{match['before'] or ''}{match['after'] or ''}"
    working = any(word in kind for word in ("habil", "laboral", "laborable", "working", "business"))
    unit = _UNITS[match["unit"][0]]
    if count and match["half"]:
        # Half a month isn't a fixed number of days.
        return (
            Length(count * _MONTHS_A_YEAR + _MONTHS_A_YEAR // 2, "month", working) if unit == "year" else None
        )
    return Length(count, unit, working) if count else None
