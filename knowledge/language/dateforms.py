"""The forms of Spanish and English dates: the pattern of each, and how it is read."""

import re
from collections.abc import Callable

from knowledge.language.datementions import MONTH_END, MONTHS_A_YEAR, DateMention, Point
from knowledge.language.datepatterns import (
    DAY,
    DAY_OF_PRESENT,
    DAYS,
    EDGE,
    EDGE_DAYS,
    ENGLISH_RANGE,
    MONTH,
    MONTH_NUMBER,
    MONTHS,
    NTH_WEEKDAY,
    OF,
    PART,
    PART_MONTHS,
    PRESENT,
    RANGE,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    WEEKS,
    YEAR,
    year_after,
)
from knowledge.language.months import month_number
from knowledge.language.numbers import number_of, ordinal_of
from knowledge.values.deadlines import Precision

_SHORT_MONTH = 3
"""Names of at most this length need a day or a year next to them: «por Tierra, Mar y Aire» is no March."""
_LAST = -1
"""The value of ordinals for the last one."""
_DAYS_A_WEEK = 7
_FORTNIGHT = 15
_WEEKS_A_MONTH = 4
_LONGEST_MONTH = 31
_CENTURY = 100
_CENTURY_TURN = 70
"""Two-digit years from here on are in the last century."""

_UNIT_OF = {3: Precision.QUARTER, 6: Precision.HALF}
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else ordinal_of(written) or number_of(written) or 0


def _year(match: re.Match[str], group: str = "year") -> int | None:
    """Return a year, in full or in two digits («oct./16»), or None."""
    return _in_full(int(match[group])) if match[group] else None


def _in_full(year: int) -> int:
    if year >= _CENTURY:
        return year
    return year + (_CENTURY * 20 if year < _CENTURY_TURN else _CENTURY * 19)


def _month(match: re.Match[str], group: str) -> int:
    return month_number(match[group]) or 0


def _read_days(match: re.Match[str]) -> DateMention:
    numbers = [_number(written) for written in re.findall(DAY, match["days"])]
    year, month = _year(match), _month(match, "month")
    first, last = Point(year, month, numbers[0]), Point(year, month, numbers[-1])
    return DateMention(*match.span(), Precision.DAY, first, last, several=len(numbers) > 1)


def _read_range(match: re.Match[str]) -> DateMention:
    first = Point(_year(match, "year1"), _month(match, "month1"), _number(match["day1"]))
    last = Point(_year(match, "year2"), _month(match, "month2"), _number(match["day2"]))
    return DateMention(*match.span(), Precision.DAY, first, last, several=True)


def _read_numeric(match: re.Match[str]) -> DateMention | None:
    written, day = match["month"], int(match["day"])
    month = _ROMAN_MONTHS.index(written) + 1 if written in _ROMAN_MONTHS else month_number(written)
    month = month or int(written)
    year = int(match["year"])
    if year < 100:  # noqa: PLR2004
        year += 1900 if year >= _CENTURY_TURN else 2000
    if month > MONTHS_A_YEAR:
        month, day = day, month
    point = Point(year, month, day)
    return DateMention(*match.span(), Precision.DAY, point, point) if month <= MONTHS_A_YEAR else None


def _read_months(match: re.Match[str]) -> DateMention | None:
    several = match["month2"] is not None
    first, last = _month(match, "month1"), _month(match, "month2" if several else "month1")
    year1 = _year(match, "year1")
    year2 = _year(match, "year2") if several else year1
    if len(match["month1"]) <= _SHORT_MONTH and not (year1 or year2) and match["month1"] != "may":
        return None
    start, end = Point(year1, first, 1), Point(year2, last, MONTH_END)
    return DateMention(*match.span(), Precision.MONTH, start, end, several=several)


def _read_part(match: re.Match[str]) -> DateMention | None:
    months = PART_MONTHS[match["part"]]
    parts = MONTHS_A_YEAR // months
    names = match.groupdict()
    first, last = (
        parts if place == _LAST else place
        for place in (_number(match["place"]), _number(names.get("place2") or match["place"]))
    )
    if not 1 <= first <= last <= parts:
        return None
    year = _year(match)
    unit = _UNIT_OF.get(months, Precision.MONTH)
    start, end = Point(year, (first - 1) * months + 1, 1), Point(year, last * months, MONTH_END)
    return DateMention(*match.span(), unit, start, end, several=unit is Precision.MONTH or first < last)


def _read_weeks(match: re.Match[str]) -> DateMention | None:
    """Read «segunda semana de mayo» as the 8th to the 14th, and «primera quincena de mayo»."""
    year, month = _year(match), _month(match, "month")
    first = _number(match["place"])
    last = _number(match["place2"] or match["place"])
    if match["part"] in {"semana", "semanas", "week", "weeks"}:
        days = _week_days(first), _week_days(last)
    else:
        days = _half_month(first), _half_month(last)
    if days[0] is None or days[1] is None:
        return None
    start, end = Point(year, month, days[0][0]), Point(year, month, days[1][1])
    return DateMention(*match.span(), Precision.WEEK, start, end, several=True)


def _week_days(place: int) -> tuple[int, int] | None:
    if place == _LAST:
        return MONTH_END - _DAYS_A_WEEK + 1, MONTH_END
    end = place * _DAYS_A_WEEK
    return (end - _DAYS_A_WEEK + 1, end) if 1 <= place <= _WEEKS_A_MONTH else None


def _half_month(place: int) -> tuple[int, int] | None:
    halves = {1: (1, _FORTNIGHT), 2: (_FORTNIGHT + 1, MONTH_END), _LAST: (_FORTNIGHT + 1, MONTH_END)}
    return halves.get(place)


def _read_edge(match: re.Match[str]) -> DateMention:
    """Read «último día de mayo»; nobody knows which day «último día hábil» is."""
    day = 1 if _number(match["place"]) == 1 else MONTH_END
    point = Point(_year(match), _month(match, "month"), day)
    working = match["before"] or match["after"]
    return DateMention(*match.span(), Precision.RELATIVE if working else Precision.DAY, point, point)


def _read_weekday(match: re.Match[str]) -> DateMention | None:
    """Read «último viernes de marzo» and "second Monday in May"."""
    place = _number(match["place"])
    if place != _LAST and not 1 <= place <= _WEEKS_A_MONTH:
        return None
    day = MONTH_END if place == _LAST else (place - 1) * _DAYS_A_WEEK + 1
    point = Point(_year(match), _month(match, "month"), day, WEEKDAY_NUMBERS[match["weekday"]])
    return DateMention(*match.span(), Precision.DAY, point, point)


def _read_edge_days(match: re.Match[str]) -> DateMention | None:
    """Read «primeros diez días de julio»."""
    count, year, month = _number(match["days"]), _year(match), _month(match, "month")
    if not 1 <= count <= _LONGEST_MONTH:
        return None
    opens = match["place"].startswith(("pri", "fir"))
    first, last = (1, count) if opens else (MONTH_END - count + 1, MONTH_END)
    points = Point(year, month, first), Point(year, month, last)
    return DateMention(*match.span(), Precision.DAY, *points, several=True)


def _read_year(match: re.Match[str]) -> DateMention:
    year = int(match["year"])
    first, last = Point(year, 1, 1), Point(year, MONTHS_A_YEAR, MONTH_END)
    return DateMention(*match.span(), Precision.YEAR, first, last)


def _read_day_of_present(match: re.Match[str]) -> DateMention:
    point = Point(None, 1, _number(match["day"]))
    shift = 1 if match["next"] or match["following"] else 0
    return DateMention(*match.span(), Precision.DAY, point, point, shift=shift)


def _read_year_end(match: re.Match[str]) -> DateMention:
    last = Point(None, MONTHS_A_YEAR, MONTH_END)
    return DateMention(*match.span(), Precision.DAY, last, last)


def _read_present(match: re.Match[str]) -> DateMention:
    unit = Precision.YEAR if match["unit"] in {"ano", "year"} else Precision.MONTH
    nowhere = Point(None, 1, 1)
    shift = 1 if match["next"] or match["next_after"] else 0
    return DateMention(*match.span(), unit, nowhere, nowhere, shift=shift)


Reader = Callable[[re.Match[str]], DateMention | None]
FORMS: list[tuple[re.Pattern[str], Reader]] = [
    (re.compile(EDGE_DAYS), _read_edge_days),
    (re.compile(NTH_WEEKDAY), _read_weekday),
    (re.compile(RANGE), _read_range),
    (re.compile(ENGLISH_RANGE), _read_range),
    (re.compile(rf"{WEEKDAY}\b(?P<days>{DAYS}){OF}(?P<month>{MONTH}){year_after('year')}"), _read_days),
    (re.compile(rf"{WEEKDAY}\b(?P<month>{MONTH})\s+(?P<days>{DAYS}){year_after('year')}"), _read_days),
    (re.compile(rf"\b{YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})\b(?![-/]\d)"), _read_numeric),
    (re.compile(rf"\b(?P<day>\d{{1,2}})([-/.]){MONTH_NUMBER}\2{YEAR}\b"), _read_numeric),
    (
        re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/]|[.,]\d)"),
        _read_numeric,
    ),
    (re.compile(WEEKS), _read_weeks),
    (re.compile(EDGE), _read_edge),
    (re.compile(MONTHS), _read_months),
    (re.compile(rf"{PART}{year_after('year')}"), _read_part),
    (re.compile(rf"\b(?P<part>[qh])(?P<place>[1-4])\b{year_after('year')}"), _read_part),
    (
        re.compile(
            rf"(?:(?<![\w/–-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-)){YEAR}\b(?![-–/]\d|[.,]\d|%)"
        ),
        _read_year,
    ),
    (re.compile(DAY_OF_PRESENT), _read_day_of_present),
    (re.compile(r"\b(?:the\s+)?year[- ]end\b|\bend-of-year\b"), _read_year_end),
    (re.compile(PRESENT), _read_present),
]
"""The more exact forms come first: later ones skip what has been read."""
