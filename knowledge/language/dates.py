"""Dates written in a text, in Spanish and English: days, ranges, months, quarters, years."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from babel.dates import get_day_names

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN, month_number
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, ORDINAL_PATTERN, number_of, ordinal_of
from knowledge.values.acts import Precision

MONTHS_A_YEAR = 12
_KEPT = 256
"""Texts whose dates are remembered: a provision that may be the answer is read for several reasons."""

_MONTH_END = 31
_SHORT_MONTH = 3
"""Names of up to so many letters need a day or a year beside them: «por Tierra, Mar y Aire» is no March."""

_PART_MONTHS = {
    **dict.fromkeys(("trimestre", "quarter", "trimester", "q"), 3),
    **dict.fromkeys(("semestre", "semester", "half", "mitad"), 6),
    "cuatrimestre": 4,
    "bimestre": 2,
}
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
_WEEKDAYS = "|".join(
    sorted(
        {
            fold(name.rstrip("."))
            for locale in ("es", "en")
            for width in _WIDTHS
            for name in get_day_names(width, "format", locale).values()
        },
        key=len,
        reverse=True,
    )
)


class Days(NamedTuple):
    """A date in time, both days included; `year_inferred` if the text doesn't say the year."""

    first: date
    last: date
    year_inferred: bool


class _Point(NamedTuple):
    year: int | None
    month: int
    day: int


class DateMention(NamedTuple):
    """A date as written, at the characters from `start` up to `end`.

    `unit` is how exact it is. `several` says that it names more than one day or month. `shift` counts
    years or months from the present one («el año en curso», "next month"). `past` marks «pasado» and "last",
    `this_year` «del presente año».
    """

    start: int
    end: int
    unit: Precision
    first: _Point
    last: _Point
    several: bool = False
    shift: int | None = None
    past: bool = False
    this_year: bool = False

    def days(self, present: date) -> Days | None:
        """Place it in time as seen from `present`, or return None for a day that no calendar has.

        Without a year it is the next one that is not over at `present`, or the one before for a past date.
        """
        try:
            if self.shift is not None:
                return self._shifted(present, self.shift)
            year = self.last.year or self._next_year(present)
            first_year = self.first.year or (year - 1 if self.first.month > self.last.month else year)
            first, last = date(first_year, *self.first[1:]), self._last_day(year)
        except ValueError:
            return None
        return Days(first, last, self.last.year is None) if first <= last else None

    def _last_day(self, year: int) -> date:
        if self.unit is Precision.DAY:
            return date(year, *self.last[1:])
        return _whole_months(year, self.last.month, self.last.month)[1]

    def _next_year(self, present: date) -> int:
        if self.this_year:
            return present.year
        over = (self.last.month, self.last.day) < (present.month, present.day)
        if self.past:
            return present.year if over else present.year - 1
        return present.year + over

    def _shifted(self, present: date, shift: int) -> Days:
        if self.unit is Precision.YEAR:
            return Days(*_whole_months(present.year + shift, 1, MONTHS_A_YEAR), year_inferred=True)
        months = present.month - 1 + shift
        month = months % MONTHS_A_YEAR + 1
        return Days(*_whole_months(present.year + months // MONTHS_A_YEAR, month, month), year_inferred=True)


def find_dates(text: str) -> list[DateMention]:
    """List the dates written in a text, in order.

    Accepted forms, with or without a weekday before and a year after:

    - days: «15 de julio», «18 y 19 de mayo de 2019», «del 30 de junio al 2 de julio», "July 15th, 2021",
      "June 9-11, 2021", "15 August 2021", «15/07/2021», «2021-07-15»
    - months: «agosto de 2019», «febrero o marzo», "July 2020 through May 2021", «este mes»
    - parts of a year: «último trimestre de 2019», "first half of 2022"
    - years: «2019», «el año en curso», "next year"
    """
    return list(_dates_in(text))


@lru_cache(maxsize=_KEPT)
def _dates_in(text: str) -> tuple[DateMention, ...]:
    folded = fold(text)
    found: list[DateMention] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(folded):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            mention = read(match)
            if mention and not _is_modal(text, match):
                past = bool(
                    _PAST_AFTER.match(folded, match.end()) or _PAST_BEFORE.search(folded, 0, match.start())
                )
                this_year = bool(_THIS_YEAR.search(match[0]))
                found.append(mention._replace(past=past, this_year=this_year))
    return tuple(sorted(found))


def _is_modal(text: str, match: re.Match[str]) -> bool:
    """Tell the verb of "which 20 countries may sign" from the month."""
    return re.search(r"\bmay\b", text[match.start() : match.end()]) is not None


def _whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else ordinal_of(written) or number_of(written) or 0


def _year(match: re.Match[str], group: str = "year") -> int | None:
    return int(match[group]) if match[group] else None


def _month(match: re.Match[str], group: str) -> int:
    return month_number(match[group]) or 0


def _read_days(match: re.Match[str]) -> DateMention:
    numbers = [_number(written) for written in re.findall(_DAY, match["days"])]
    year, month = _year(match), _month(match, "month")
    return DateMention(
        *match.span(),
        Precision.DAY,
        _Point(year, month, numbers[0]),
        _Point(year, month, numbers[-1]),
        several=len(numbers) > 1,
    )


def _read_range(match: re.Match[str]) -> DateMention:
    first = _Point(_year(match, "year1"), _month(match, "month1"), _number(match["day1"]))
    last = _Point(_year(match, "year2"), _month(match, "month2"), _number(match["day2"]))
    return DateMention(*match.span(), Precision.DAY, first, last, several=True)


def _read_numeric(match: re.Match[str]) -> DateMention | None:
    year, month, day = (int(match[group]) for group in ("year", "month", "day"))
    if month > MONTHS_A_YEAR:
        month, day = day, month
    point = _Point(year, month, day)
    return DateMention(*match.span(), Precision.DAY, point, point) if month <= MONTHS_A_YEAR else None


def _read_months(match: re.Match[str]) -> DateMention | None:
    several = match["month2"] is not None
    first, last = _month(match, "month1"), _month(match, "month2" if several else "month1")
    year1 = _year(match, "year1")
    year2 = _year(match, "year2") if several else year1
    if len(match["month1"]) <= _SHORT_MONTH and not (year1 or year2) and match["month1"] != "may":
        return None
    return DateMention(
        *match.span(),
        Precision.MONTH,
        _Point(year1, first, 1),
        _Point(year2, last, _MONTH_END),
        several=several,
    )


def _read_part(match: re.Match[str]) -> DateMention | None:
    months = _PART_MONTHS[match["part"]]
    parts = MONTHS_A_YEAR // months
    place = _number(match["place"])
    place = parts if place == -1 else place
    if not 1 <= place <= parts:
        return None
    last_month = place * months
    year = _year(match)
    unit = Precision.QUARTER if months == _PART_MONTHS["quarter"] else Precision.MONTH
    first = _Point(year, last_month - months + 1, 1)
    last = _Point(year, last_month, _MONTH_END)
    return DateMention(*match.span(), unit, first, last, several=unit is Precision.MONTH)


def _read_year(match: re.Match[str]) -> DateMention:
    year = int(match["year"])
    first, last = _Point(year, 1, 1), _Point(year, MONTHS_A_YEAR, _MONTH_END)
    return DateMention(*match.span(), Precision.YEAR, first, last)


def _read_present(match: re.Match[str]) -> DateMention:
    unit = Precision.YEAR if match["unit"] in {"ano", "year"} else Precision.MONTH
    nowhere = _Point(None, 1, 1)
    shift = 1 if match["next"] or match["next_after"] else 0
    return DateMention(*match.span(), unit, nowhere, nowhere, shift=shift)


_WORD_DAY = rf"\b(?!(?:an?|una?|one|o)\b)(?:primero|first|{NUMBER_WORDS_PATTERN})\b"
_DAY = rf"(?:\d{{1,2}}(?!\d)(?:\s?(?:st|nd|rd|th|er|ro)\b|[oa]\b)?|{_WORD_DAY})"
_BETWEEN = r"(?:\s*,?\s+(?:y|e|o|u|al?|and|or|to|through|hasta)\s+|\s*[,\-–—/&]\s*)(?:el\s+|the\s+)?"
_DAYS = rf"{_DAY}(?:{_BETWEEN}{_DAY}){{0,9}}"
_M = rf"(?:{MONTH_PATTERN})\b(?:\.(?=\s*(?:del?\s+)?\d))?"
_WEEKDAY = rf"(?:\b(?:{_WEEKDAYS})\b\.?,?\s+)?"
_TO = r"\s*(?:,?\s+(?:al?|hasta|y|e|o|u|to|through|until|and|or)\s+|\s*[-–—/]\s*)(?:el\s+|the\s+)?"
_PRESENT_YEAR = (
    r"(?:del?\s+(?:presente|corriente|mismo|este)?\s*ano(?:\s+en\s+curso)?"
    r"|of\s+(?:this|the(?:\s+current)?)\s+year)"
)


def _year_after(group: str) -> str:
    return (
        rf"(?:\s*,?\s*(?:(?:del?|of)\s+)?(?:(?:el\s+|the\s+)?(?:ano|year)\s+)?"
        rf"(?P<{group}>(?:19|20)\d\d)\b(?![-–/]\d)|\s+{_PRESENT_YEAR})?"
    )


_OF = r"\s+(?:dias?\s+)?(?:del?\s+(?:mes\s+de\s+)?|of\s+)?"
_PAST_AFTER = re.compile(r",?\s+(?:(?:proximo|recien)\s+)?(?:pasad[oa]s?|ultim[oa]s?)\b")
_PAST_BEFORE = re.compile(r"\b(?:pasad[oa]s?|last|past)\s+(?:dias?\s+|mes\s+de\s+)?$")
_THIS_YEAR = re.compile(rf"{_PRESENT_YEAR}$")


_RANGE = (
    rf"{_WEEKDAY}\b(?P<day1>{_DAY}){_OF}(?P<month1>{_M}){_year_after('year1')}{_TO}"
    rf"{_WEEKDAY}(?P<day2>{_DAY}){_OF}(?P<month2>{_M}){_year_after('year2')}"
)
_ENGLISH_RANGE = (
    rf"{_WEEKDAY}\b(?P<month1>{_M})\s+(?P<day1>{_DAY}){_year_after('year1')},?{_TO}"
    rf"{_WEEKDAY}(?P<month2>{_M})\s+(?P<day2>{_DAY}){_year_after('year2')}"
)
_MONTHS = rf"\b(?P<month1>{_M}){_year_after('year1')}(?:{_TO}(?P<month2>{_M}){_year_after('year2')})?"
_PART = rf"\b(?P<place>{ORDINAL_PATTERN})\s+(?P<part>{'|'.join(_PART_MONTHS)})\b(?!{_OF}{_M})"
_PRESENT = (
    r"(?<!\bal )(?<!\bcada )(?<!\bpor )(?<!\ba )(?<!\beach )(?<!\bevery )(?<!\bper )"
    r"\b(?P<next>proximo\s+|siguiente\s+|next\s+|coming\s+|following\s+)?(?P<unit>ano|mes|year|month)\b"
    r"(?P<next_after>\s+(?:proximo|siguiente|entrante|venidero))?(?:\s+en\s+curso)?"
    r"(?!\s+(?:fiscal|lectivo|escolar|calendario|pasado|anterior|de\b|\d))"
)
# The more exact forms first: what one has read, the next leave alone.
_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], DateMention | None]]] = [
    (re.compile(_RANGE), _read_range),
    (re.compile(_ENGLISH_RANGE), _read_range),
    (re.compile(rf"{_WEEKDAY}\b(?P<days>{_DAYS}){_OF}(?P<month>{_M}){_year_after('year')}"), _read_days),
    (re.compile(rf"{_WEEKDAY}\b(?P<month>{_M})\s+(?P<days>{_DAYS}){_year_after('year')}"), _read_days),
    (re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"), _read_numeric),
    (re.compile(r"\b(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>(?:19|20)\d\d)\b"), _read_numeric),
    (re.compile(_MONTHS), _read_months),
    (re.compile(rf"{_PART}{_year_after('year')}"), _read_part),
    (re.compile(rf"\b(?P<part>q)(?P<place>[1-4])\b{_year_after('year')}"), _read_part),
    (re.compile(r"(?<![\w/–-])(?P<year>(?:19|20)\d\d)\b(?![-–/]\d|[.,]\d|%)"), _read_year),
    (re.compile(_PRESENT), _read_present),
]
