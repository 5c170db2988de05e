"""The forms in which Spanish and English write dates, as regular expressions over folded text."""

import re
from collections.abc import Callable
from typing import Final, Literal

from babel.dates import get_day_names

from knowledge.language.datementions import MONTH_END, MONTHS_A_YEAR, DateMention, Point
from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN, month_number
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, ORDINAL_PATTERN, number_of, ordinal_of
from knowledge.values.deadlines import Precision

_SHORT_MONTH = 3
"""Names of up to so many letters need a day or a year beside them: «por Tierra, Mar y Aire» is no March."""
_LAST = -1
"""The place of the last, as ordinals say it."""
_DAYS_A_WEEK = 7
_FORTNIGHT = 15
_WEEKS_A_MONTH = 4
_LONGEST_MONTH = 31
_CENTURY_TURN = 70
"""Years of two digits from here on are of the last century."""

_PART_MONTHS = {
    **dict.fromkeys(("trimestre", "trimestres", "quarter", "quarters", "trimester", "q"), 3),
    **dict.fromkeys(("semestre", "semestres", "semester", "half", "mitad", "h"), 6),
    "cuatrimestre": 4,
    "bimestre": 2,
}
_UNIT_OF = {3: Precision.QUARTER, 6: Precision.HALF}
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
_WEEKDAY_NUMBERS = {
    fold(name.rstrip(".")): number
    for locale in ("es", "en")
    for width in _WIDTHS
    for number, name in get_day_names(width, "format", locale).items()
}
"""Monday is 0."""
_WEEKDAYS = "|".join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))


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
    months = _PART_MONTHS[match["part"]]
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
    """Read «segunda semana de mayo», the eighth to the fourteenth day, and «primera quincena de mayo»."""
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
    """Read «último día de mayo»; of working days nobody knows which it is."""
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
    point = Point(_year(match), _month(match, "month"), day, _WEEKDAY_NUMBERS[match["weekday"]])
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


# «dos delegados cada uno, a más tardar el 7 de marzo»: such a word counts delegates, and no days.
_NO_COUNT = r"(?!\s*,\s*(?:a\s+mas\s+tardar|antes\s+del?|hasta|no\s+later|not\s+later|by|before|until)\b)"
_WORD_DAY = rf"\b(?<!cada )(?!(?:an?|una?|one|o)\b)(?:primero|first|{NUMBER_WORDS_PATTERN})\b{_NO_COUNT}"
_DAY = rf"(?:\d{{1,2}}(?!\d)(?:\s?(?:st|nd|rd|th|er|ro)\b|\.?\s?°|\.?[oa]\b)?|{_WORD_DAY})"
# «desde el 2 y hasta el 20 de mayo», «no antes del 2 ni después del 20», "after 2 and no later than 20 May"
_LIMITS = (
    r"(?:\s*,?\s+(?:y|e|ni|o|and|or|nor|but|pero)\s+|\s*,\s*|\s+)"
    r"(?:hasta|(?:no\s+)?(?:despues|mas\s+tarde|mas\s+alla)\s+(?:del?|que)|a\s+mas\s+tardar|antes\s+del?"
    r"|until|(?:not?\s+)?later\s+than|(?:not\s+)?after|before|by)\s+(?:el\s+(?:dia\s+)?|the\s+)?"
)
_BETWEEN = r"(?:\s*,?\s+(?:y|e|o|u|al?|and|or|to|through|hasta)\s+|\s*[,\-–—/&]\s*)(?:el\s+|the\s+)?"
_DAYS = rf"{_DAY}(?:(?:{_BETWEEN}|{_LIMITS}){_DAY}){{0,9}}"
_M = rf"(?:{MONTH_PATTERN})\b(?:\.(?=\s*(?:del?\s+)?\d))?"
_WEEKDAY = rf"(?:\b(?:{_WEEKDAYS})\b\.?,?\s+)?"
_TO = r"\s*(?:,?\s+(?:al?|hasta|y|e|o|u|to|through|until|and|or)\s+|\s*[-–—/]\s*)(?:el\s+|the\s+)?"
_NEXT_YEAR = (
    r"(?:del?\s+(?:el\s+)?(?:proximo|siguiente)\s+ano|del?\s+(?:el\s+)?ano\s+(?:proximo|siguiente|entrante|venidero)"
    r"|(?:of\s+)?(?:the\s+)?(?:next|following|coming)\s+year)"
)
_PRESENT_YEAR = (
    r"(?:del?\s+(?:presente|corriente|este)?\s*ano(?:\s+en\s+curso)?|de\s+este\s+mismo\s+ano"
    r"|(?:of\s+)?this(?:\s+same)?\s+year|of\s+the(?:\s+current)?\s+year)"
)
_SAME_YEAR = (
    r"(?:del?\s+(?:ese(?:\s+mismo)?|dicho|mismo|referido|antedicho|citado)\s+ano"
    r"|(?:of\s+)?that(?:\s+same)?\s+year|of\s+(?:the\s+(?:same|said)|said)\s+year)"
)
NEXT_YEAR = re.compile(rf"{_NEXT_YEAR}$")
"""Ends a date of the year after the present one."""
THIS_YEAR = re.compile(rf"{_PRESENT_YEAR}$")
"""Ends a date of the present year."""
SAME_YEAR = re.compile(rf"{_SAME_YEAR}$")
"""Ends a date of the year that the text named before."""


def _year_after(group: str) -> str:
    return (
        rf"(?:\s*,?\s*(?:(?:del?|of)\s+)?(?:(?:el\s+|the\s+)?(?:ano|year)\s+)?"
        rf"(?P<{group}>(?:19|20)\d\d)\b(?![-–/]\d)|\s+{_NEXT_YEAR}|\s+{_PRESENT_YEAR}|\s+{_SAME_YEAR})?"
    )


_DAY_OF_PRESENT = (
    rf"\b(?P<day>{_DAY})\s+(?:del?|of)\s+(?:(?:el\s+)?(?:presente\s+mes|mes\s+en\s+curso|(?P<next>proximo\s+mes"
    r"|mes\s+(?:proximo|entrante|siguiente)))|este\s+(?:mismo\s+)?mes|this\s+month|the\s+current\s+month"
    r"|(?:the\s+)?(?P<following>next\s+month|following\s+month))\b"
)
_OF = r"\s+(?:dias?\s+|day\s+)?(?:del?\s+(?:mes\s+de\s+)?|of\s+)?"
_OF_MONTH = r"\s+(?:del?|of|in)\s+(?:mes\s+de\s+|the\s+month\s+of\s+)?"
_RANGE = (
    rf"{_WEEKDAY}\b(?P<day1>{_DAY}){_OF}(?P<month1>{_M}){_year_after('year1')}{_TO}"
    rf"{_WEEKDAY}(?P<day2>{_DAY}){_OF}(?P<month2>{_M}){_year_after('year2')}"
)
_ENGLISH_RANGE = (
    rf"{_WEEKDAY}\b(?P<month1>{_M})\s+(?P<day1>{_DAY}){_year_after('year1')},?{_TO}"
    rf"{_WEEKDAY}(?P<month2>{_M})\s+(?P<day2>{_DAY}){_year_after('year2')}"
)
_MONTHS = rf"\b(?P<month1>{_M}){_year_after('year1')}(?:{_TO}(?P<month2>{_M}){_year_after('year2')})?"
_PLACES = rf"\b(?P<place>{ORDINAL_PATTERN})(?:\s+(?:y|e|o|and|or)\s+(?P<place2>{ORDINAL_PATTERN}))?"
_PART = rf"{_PLACES}\s+(?P<part>{'|'.join(_PART_MONTHS)})\b(?!{_OF}{_M})"
_WEEKS = (
    rf"{_PLACES}\s+(?P<part>semanas?|quincenas?|mitad|weeks?|fortnight|half){_OF_MONTH}"
    rf"(?P<month>{_M}){_year_after('year')}"
)
_EDGE = (
    r"\b(?P<place>primer|ultimo|first|last)\s+(?P<before>working\s+|business\s+)?(?:dia|day)"
    rf"(?P<after>\s+habil|\s+laborable)?{_OF_MONTH}(?P<month>{_M}){_year_after('year')}"
)
_NTH_WEEKDAY = (
    rf"\b(?P<place>{ORDINAL_PATTERN})\s+(?P<weekday>{_WEEKDAYS}){_OF_MONTH}"
    rf"(?P<month>{_M}){_year_after('year')}"
)
_EDGE_DAYS = (
    rf"\b(?P<place>primeros|ultimos|first|last)\s+(?P<days>\d{{1,2}}|{NUMBER_WORDS_PATTERN})\s+(?:dias|days){_OF_MONTH}"
    rf"(?P<month>{_M}){_year_after('year')}"
)
_PRESENT = (
    r"(?<!\bal )(?<!\bcada )(?<!\bpor )(?<!\ba )(?<!\beach )(?<!\bevery )(?<!\bother )(?<!\bper )"
    r"\b(?P<next>proximo\s+|siguiente\s+|next\s+|coming\s+|following\s+)?(?P<unit>ano|mes|year|month)\b"
    r"(?P<next_after>\s+(?:proximo|siguiente|entrante|venidero))?(?:\s+en\s+curso)?"
    r"(?!\s+(?:fiscal|lectivo|escolar|calendario|pasado|anterior|de\b|of\b|y\s+medio|\d))"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH_NUMBER = rf"(?P<month>\d{{1,2}}|[ivx]{{1,4}}|{MONTH_PATTERN})"
Reader = Callable[[re.Match[str]], DateMention | None]
FORMS: list[tuple[re.Pattern[str], Reader]] = [
    (re.compile(_EDGE_DAYS), _read_edge_days),
    (re.compile(_NTH_WEEKDAY), _read_weekday),
    (re.compile(_RANGE), _read_range),
    (re.compile(_ENGLISH_RANGE), _read_range),
    (re.compile(rf"{_WEEKDAY}\b(?P<days>{_DAYS}){_OF}(?P<month>{_M}){_year_after('year')}"), _read_days),
    (re.compile(rf"{_WEEKDAY}\b(?P<month>{_M})\s+(?P<days>{_DAYS}){_year_after('year')}"), _read_days),
    (re.compile(rf"\b{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})\b(?![-/]\d)"), _read_numeric),
    (re.compile(rf"\b(?P<day>\d{{1,2}})([-/.]){_MONTH_NUMBER}\2{_YEAR}\b"), _read_numeric),
    (
        re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/]|[.,]\d)"),
        _read_numeric,
    ),
    (re.compile(_WEEKS), _read_weeks),
    (re.compile(_EDGE), _read_edge),
    (re.compile(_MONTHS), _read_months),
    (re.compile(rf"{_PART}{_year_after('year')}"), _read_part),
    (re.compile(rf"\b(?P<part>[qh])(?P<place>[1-4])\b{_year_after('year')}"), _read_part),
    (
        re.compile(
            rf"(?:(?<![\w/–-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bend-)){_YEAR}\b(?![-–/]\d|[.,]\d|%)"
        ),
        _read_year,
    ),
    (re.compile(_DAY_OF_PRESENT), _read_day_of_present),
    (re.compile(r"\b(?:the\s+)?year[- ]end\b|\bend-of-year\b"), _read_year_end),
    (re.compile(_PRESENT), _read_present),
]
"""The more exact forms first: what one has read, the next leave alone."""
