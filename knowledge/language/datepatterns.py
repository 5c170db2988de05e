"""Patterns for Spanish and English dates in folded text."""

import re
from typing import Final, Literal

from babel.dates import get_day_names

from knowledge.language.folding import fold
from knowledge.language.months import MONTH_PATTERN
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, ORDINAL_PATTERN

PART_MONTHS = {
    **dict.fromkeys(("trimestre", "trimestres", "quarter", "quarters", "trimester", "q"), 3),
    **dict.fromkeys(("semestre", "semestres", "semester", "half", "mitad", "h"), 6),
    "cuatrimestre": 4,
    "bimestre": 2,
}
"""The number of months in each part of a year."""
_WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")
WEEKDAY_NUMBERS = {
    fold(name.rstrip(".")): number
    for locale in ("es", "en")
    for width in _WIDTHS
    for number, name in get_day_names(width, "format", locale).items()
}
"""Monday is 0."""
_WEEKDAYS = "|".join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))

# «dos delegados cada uno, a más tardar el 7 de marzo»: such a word counts delegates, not days.
# «el primero antes del 7 de marzo» and "the first by 7 March" count something named before, too.
_NO_COUNT = r"(?!\s*,?\s*(?:a\s+mas\s+tardar|antes\s+del?|not?\s+later|by|before)\b|\s*,\s*(?:hasta|until)\b)"
_WORD_DAY = rf"\b(?<!cada )(?!(?:an?|una?|one|o)\b)(?:primero|first|{NUMBER_WORDS_PATTERN})\b{_NO_COUNT}"
DAY = rf"(?:\d{{1,2}}(?!\d)(?:\s?(?:st|nd|rd|th|er|ro)\b|\.?\s?[°ºª]|\.?[oa]\b)?|{_WORD_DAY})"
# «desde el 2 y hasta el 20 de mayo», «no antes del 2 ni después del 20», "after 2 and no later than 20 May"
_LIMITS = (
    r"(?:\s*,?\s+(?:y|e|ni|o|and|or|nor|but|pero)\s+|\s*,\s*|\s+)"
    r"(?:hasta|(?:no\s+)?(?:despues|mas\s+tarde|mas\s+alla)\s+(?:del?|que)|a\s+mas\s+tardar|antes\s+del?"
    r"|until|(?:not?\s+)?later\s+than|(?:not\s+)?after|before|by)\s+(?:el\s+(?:dia\s+)?|the\s+)?"
)
_BETWEEN = r"(?:\s*,?\s+(?:y|e|o|u|al?|and|or|to|through|hasta)\s+|\s*[,\-–—/&]\s*)(?:el\s+|the\s+)?"
DAYS = rf"{DAY}(?:(?:{_BETWEEN}|{_LIMITS}){DAY}){{0,9}}"
MONTH = rf"(?:{MONTH_PATTERN})\b(?:\.(?=/?\s*(?:del?\s+)?\d))?"
WEEKDAY = rf"(?:\b(?:{_WEEKDAYS})\b\.?,?\s+)?"
_TO = r"\s*(?:,?\s+(?:al?|hasta|y|e|o|u|to|through|until|and|or)\s+|\s*[-–—/]\s*)(?:el\s+|the\s+)?"
_NEXT_YEAR = (
    r"(?:del?\s+(?:el\s+)?(?:proximo|siguiente)\s+ano|del?\s+(?:el\s+)?ano\s+(?:proximo|siguiente|entrante|venidero)"
    r"|(?:of\s+)?(?:the\s+)?(?:next|following|coming)\s+year|of\s+the\s+year\s+(?:following|after))"
)
_PRESENT_YEAR = (
    r"(?:del?\s+(?:presente|corriente|este)?\s*ano(?:\s+en\s+curso)?|de\s+este\s+mismo\s+ano"
    r"|(?:of\s+)?this(?:\s+same)?\s+year|of\s+the(?:\s+current)?\s+year(?!\s+(?:following|after)))"
)
_SAME_YEAR = (
    r"(?:del?\s+(?:ese(?:\s+mismo)?|dicho|mismo|referido|antedicho|citado)\s+ano"
    r"|(?:of\s+)?that(?:\s+same)?\s+year|of\s+(?:the\s+(?:same|said)|said)\s+year)"
)
NEXT_YEAR = re.compile(rf"{_NEXT_YEAR}$")
"""The end of a date in the year after the present one."""
THIS_YEAR = re.compile(rf"{_PRESENT_YEAR}$")
"""The end of a date in the present year."""
SAME_YEAR = re.compile(rf"{_SAME_YEAR}$")
"""The end of a date in the last year that the text named."""


def year_after(group: str) -> str:
    """Return the pattern of an optional year after a date; `group` is the name of its group."""
    return (
        rf"(?:(?:\s*,?\s*(?:(?:del?|of)\s+)?(?:(?:el\s+|the\s+)?(?:ano|year)\s+)?|/)"
        rf"(?P<{group}>(?:19|20)\d\d|(?<=/)\d\d)\b(?![-–/]\d)|\s+{_NEXT_YEAR}|\s+{_PRESENT_YEAR}|\s+{_SAME_YEAR})?"
    )


DAY_OF_PRESENT = (
    rf"\b(?P<day>{DAY})\s+(?:del?|of)\s+(?:(?:el\s+)?(?:presente\s+mes|mes\s+en\s+curso|(?P<next>proximo\s+mes"
    r"|mes\s+(?:proximo|entrante|siguiente)))|este\s+(?:mismo\s+)?mes|this\s+month|the\s+current\s+month"
    r"|(?:the\s+)?(?P<following>next\s+month|following\s+month))\b"
)
OF = r"\s+(?:dias?\s+|day\s+)?(?:del?\s+(?:mes\s+de\s+)?|of\s+)?"
_OF_MONTH = r"\s+(?:del?|of|in)\s+(?:mes\s+de\s+|the\s+month\s+of\s+)?"
RANGE = (
    rf"{WEEKDAY}\b(?P<day1>{DAY}){OF}(?P<month1>{MONTH}){year_after('year1')}{_TO}"
    rf"{WEEKDAY}(?P<day2>{DAY}){OF}(?P<month2>{MONTH}){year_after('year2')}"
)
ENGLISH_RANGE = (
    rf"{WEEKDAY}\b(?P<month1>{MONTH})\s+(?P<day1>{DAY}){year_after('year1')},?{_TO}"
    rf"{WEEKDAY}(?P<month2>{MONTH})\s+(?P<day2>{DAY}){year_after('year2')}"
)
MONTHS = rf"\b(?P<month1>{MONTH}){year_after('year1')}(?:{_TO}(?P<month2>{MONTH}){year_after('year2')})?"
_PLACES = rf"\b(?P<place>{ORDINAL_PATTERN})(?:\s+(?:y|e|o|and|or)\s+(?P<place2>{ORDINAL_PATTERN}))?"
PART = rf"{_PLACES}\s+(?P<part>{'|'.join(PART_MONTHS)})\b(?!{OF}{MONTH})"
WEEKS = (
    rf"{_PLACES}\s+(?P<part>semanas?|quincenas?|mitad|weeks?|fortnight|half){_OF_MONTH}"
    rf"(?P<month>{MONTH}){year_after('year')}"
)
EDGE = (
    r"\b(?P<place>primer|ultimo|first|last)\s+(?P<before>working\s+|business\s+)?(?:dia|day)"
    rf"(?P<after>\s+habil|\s+laborable)?{_OF_MONTH}(?P<month>{MONTH}){year_after('year')}"
)
NTH_WEEKDAY = (
    rf"\b(?P<place>{ORDINAL_PATTERN})\s+(?P<weekday>{_WEEKDAYS}){_OF_MONTH}"
    rf"(?P<month>{MONTH}){year_after('year')}"
)
EDGE_DAYS = (
    rf"\b(?P<place>primeros|ultimos|first|last)\s+(?P<days>\d{{1,2}}|{NUMBER_WORDS_PATTERN})\s+(?:dias|days){_OF_MONTH}"
    rf"(?P<month>{MONTH}){year_after('year')}"
)
PRESENT = (
    r"(?<!\bal )(?<!\bcada )(?<!\bpor )(?<!\ba )(?<!\beach )(?<!\bevery )(?<!\bother )(?<!\bper )"
    r"(?<!\bque )(?<!\bcual )(?<!\bwhat )(?<!\bwhich )"
    r"\b(?P<next>proximo\s+|siguiente\s+|next\s+|coming\s+|following\s+)?(?P<unit>ano|mes|year|month)\b"
    r"(?P<next_after>\s+(?:proximo|siguiente|entrante|venidero))?(?:\s+en\s+curso)?"
    r"(?!\s+(?:fiscal|lectivo|escolar|calendario|pasado|anterior|de\b|of\b|y\s+medio|\d))"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
MONTH_NUMBER = rf"(?P<month>\d{{1,2}}|[ivx]{{1,4}}|{MONTH_PATTERN})"
