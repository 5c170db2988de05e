"""Days of a meeting as acts write them, in Spanish and English."""

import re
from datetime import date
from typing import NamedTuple

from babel.dates import get_day_names

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN, month_number
from knowledge.language.numbers import number_of
from knowledge.language.written_years import TEEN, misread_digits, years_in_digits

_DAY = r"\d{1,2}(?:º|°|o|st|nd|rd|th)?(?!\d)"
_WEEKDAYS = "|".join(
    fold(name) for language in ("es", "en") for name in get_day_names(locale=language).values()
)
_TO = (
    r"\s*(?:[,–—&-]|\b(?:y|e|and|al?|to|through|until)\b)\s*"
    rf"(?:(?:el|the|y|and|al?|{_WEEKDAYS}),?\s+)*"
)
_DAYS = rf"{_DAY}(?:{_TO}{_DAY})*"
_OF = r"\s*,?\s+(?:(?:dias?|days?)\s+)?(?:(?:de|del|of)\s+)?(?:mes\s+de\s+)?"
_YEAR = rf",?{_OF}(?:ano\s+)?(?P<year>\d{{4}})"
_MONTH = rf"(?P<month>{MONTH_PATTERN})"
_LAST_MONTH = rf"(?P<last_month>{MONTH_PATTERN})"
_TWICE = rf"(?:,?{_OF}\d{{4}})?"
"""The year after the first of two days, as after the second."""
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_IN_DIGITS = rf"(?:0?[1-9]|1[0-2]|{'|'.join(_ROMAN_MONTHS)})"
_MONTH_IN_DIGITS = rf"(?P<month_in_digits>{_IN_DIGITS})"

_FORMS = tuple(
    re.compile(rf"\b{form}\b")
    for form in (
        # 30 de mayo al 1 de junio de 2018 | 30 May to 1 June 2018
        rf"(?P<days>{_DAYS}){_OF}{_MONTH}{_TWICE}{_TO}(?P<last_days>{_DAYS}){_OF}{_LAST_MONTH}{_YEAR}",
        # May 30 to June 1, 2018
        rf"{_MONTH}\s+(?P<days>{_DAYS}){_TWICE}{_TO}{_LAST_MONTH}\s+(?P<last_days>{_DAYS}){_YEAR}",
        # 20-22 de junio de 2017 | 22 y 23 de marzo del año 2001 | 12-14 November, 2014
        rf"(?P<days>{_DAYS}){_OF}{_MONTH}{_YEAR}",
        # December 2-3, 2003 | March 23rd and 24th, 2000
        rf"{_MONTH}\s+(?P<days>{_DAYS}){_YEAR}",
        # 20.11.2018 - 22.11.2018 | 15.III.2021 y 16.III.2021, but not 05/06/2008, which may be in May or June
        (
            rf"(?P<days>{_DAY})(?P<mark>[/.])(?P<month_in_digits>{_IN_DIGITS})(?P=mark)(?P<first_year>\d{{4}})"
            rf"{_TO}(?P<last_days>{_DAY})(?P=mark)(?P<last_month_in_digits>{_IN_DIGITS})(?P=mark)(?P<year>\d{{4}})"
        ),
        # 2021-03-15 | 2021-03-15 to 2021-03-16
        (
            r"(?P<year>\d{4})-(?P<month_in_digits>\d\d)-(?P<days>\d\d)"
            rf"(?:{_TO}(?P<last_year>\d{{4}})-(?P<last_month_in_digits>\d\d)-(?P<last_days>\d\d))?(?![\d-])"
        ),
        # 6-7/05/2008 | 20.06.2017, but not 05/06/2008, which may be in May or June
        rf"(?P<days>{_DAY}\s?[–-]\s?{_DAY}|1[3-9]|[23]\d|{_DAY}(?=\.[ivx]))(?P<mark>[/.]){_MONTH_IN_DIGITS}(?P=mark)(?P<year>\d{{4}})",
    )
)


_UNIT = r"(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
_WRITTEN_OUT = re.compile(r"\b(?:dos\s+mil|mil\s+novecientos|dias\s+del\s+mes)\b")
_DAY_IN_WORDS = re.compile(rf"\b(?:treinta(?:\s+y\s+uno)?|{TEEN}|uno|{_UNIT})\b")


class DateRange(NamedTuple):
    """First and last day, with their position in the text."""

    start: date
    end: date
    position: int
    length: int

    @property
    def has_several_days(self) -> bool:
        """Whether it covers more than one day."""
        return self.start < self.end


def find_date_ranges(text: str) -> list[DateRange]:
    """List the date ranges with a year, in order («20-22 de junio de 2017», "June 24-25, 2014")."""
    folded = _in_digits(fold(misread_digits(text)))
    found: list[DateRange] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            inside = any(other.position <= match.start() < other.position + other.length for other in found)
            dates = None if inside else _dates(match)
            if dates:
                found.append(DateRange(*dates, match.start(), len(match[0])))
    return sorted(found, key=lambda dates: dates.position)


def _in_digits(folded: str) -> str:
    """Write dates in digits («a los seis y siete días del mes de mayo de dos mil ocho» gets 6, 7 and 2008).

    Positions in the text stay the same.
    """
    if not _WRITTEN_OUT.search(folded):
        return folded
    years, _ = years_in_digits(folded)
    return _DAY_IN_WORDS.sub(lambda found: _padded(number_of(found[0]), found[0]), years)


def _padded(number: int | None, written: str) -> str:
    return written if number is None else str(number).ljust(len(written))


def _month(groups: dict[str, str | None], prefix: str = "") -> int | None:
    in_digits = groups.get(f"{prefix}month_in_digits")
    if in_digits in _ROMAN_MONTHS:
        return _ROMAN_MONTHS.index(in_digits) + 1
    return int(in_digits) if in_digits else month_number(groups.get(f"{prefix}month") or "")


def _dates(match: re.Match[str]) -> tuple[date, date] | None:
    groups = match.groupdict()
    days = [int(day) for day in re.findall(r"\d+", groups["days"])]
    last_days = [int(day) for day in re.findall(r"\d+", groups.get("last_days") or groups["days"])]
    month = _month(groups)
    last_month = _month(groups, "last_") or month
    year = int(groups.get("last_year") or groups["year"])
    if month is None or last_month is None or (groups.get("first_year") and _is_open(days[0], match)):
        return None
    try:
        start = date(year - (last_month < month), month, days[0])
        end = date(year, last_month, last_days[-1])
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _is_open(day: int, match: re.Match[str]) -> bool:
    """Tell whether the first number of two dates in digits may be a month: 05/06/2008 – 05/08/2008."""
    month, last_month, last_day = match["month_in_digits"], match["last_month_in_digits"], match["last_days"]
    written = day > len(_ROMAN_MONTHS) or int(last_day) > len(_ROMAN_MONTHS) or month in _ROMAN_MONTHS
    return not written and month != last_month
