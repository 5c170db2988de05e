"""Days of a meeting as acts write them, in Spanish and English."""

import re
from datetime import date
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN, month_number

_DAY = r"\d{1,2}(?:º|°|o|st|nd|rd|th)?(?!\d)"
_TO = r"\s*(?:[,–—&-]|\b(?:y|e|and|al?|to|through|until)\b)\s*(?:(?:el|the|y|and|al?)\s+)*"
_DAYS = rf"{_DAY}(?:{_TO}{_DAY})*"
_OF = r"\s*,?\s+(?:(?:de|del|of)\s+)?"
_YEAR = rf",?{_OF}(?:ano\s+)?(?P<year>\d{{4}})"
_MONTH = rf"(?P<month>{MONTH_PATTERN})"
_LAST_MONTH = rf"(?P<last_month>{MONTH_PATTERN})"

_FORMS = tuple(
    re.compile(rf"\b{form}\b")
    for form in (
        # 30 de mayo al 1 de junio de 2018 | 30 May to 1 June 2018
        rf"(?P<days>{_DAYS}){_OF}{_MONTH}{_TO}(?P<last_days>{_DAYS}){_OF}{_LAST_MONTH}{_YEAR}",
        # May 30 to June 1, 2018
        rf"{_MONTH}\s+(?P<days>{_DAYS}){_TO}{_LAST_MONTH}\s+(?P<last_days>{_DAYS}){_YEAR}",
        # 20-22 de junio de 2017 | 22 y 23 de marzo del año 2001 | 12-14 November, 2014
        rf"(?P<days>{_DAYS}){_OF}{_MONTH}{_YEAR}",
        # December 2-3, 2003 | March 23rd and 24th, 2000
        rf"{_MONTH}\s+(?P<days>{_DAYS}){_YEAR}",
    )
)


class DateRange(NamedTuple):
    """First and last day, and where in the text they stand."""

    start: date
    end: date
    position: int
    length: int

    @property
    def has_several_days(self) -> bool:
        """Whether it lasts more than a day."""
        return self.start < self.end


def find_date_ranges(text: str) -> list[DateRange]:
    """List the days with a year, in order («20-22 de junio de 2017», "June 24-25, 2014")."""
    folded = fold(text)
    found: list[DateRange] = []
    for form in _FORMS:
        for match in form.finditer(folded):
            inside = any(other.position <= match.start() < other.position + other.length for other in found)
            dates = None if inside else _dates(match)
            if dates:
                found.append(DateRange(*dates, match.start(), len(match[0])))
    return sorted(found, key=lambda dates: dates.position)


def _dates(match: re.Match[str]) -> tuple[date, date] | None:
    groups = match.groupdict()
    days = [int(day) for day in re.findall(r"\d+", groups["days"])]
    last_days = [int(day) for day in re.findall(r"\d+", groups.get("last_days") or groups["days"])]
    month = month_number(groups["month"])
    last_month = month_number(groups.get("last_month") or groups["month"])
    year = int(groups["year"])
    if month is None or last_month is None:
        return None
    try:
        start = date(year - (last_month < month), month, days[0])
        end = date(year, last_month, last_days[-1])
    except ValueError:
        return None
    return (start, end) if start <= end else None
