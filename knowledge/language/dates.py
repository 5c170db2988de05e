"""Find the dates in a text, in Spanish and English: days, ranges, weeks, months, parts of years, years."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.language.dateforms import FORMS
from knowledge.language.datementions import DateMention, Days
from knowledge.language.datepatterns import NEXT_YEAR, SAME_YEAR, THIS_YEAR
from knowledge.language.folding import fold
from knowledge.language.written_years import misread_digits, years_in_digits
from knowledge.values.deadlines import Precision

__all__ = ["DateMention", "Days", "find_dates"]

_KEPT = 256
"""Texts whose dates are cached: a provision that may be the answer is read for several reasons."""

_PAST_AFTER = re.compile(r",?\s+(?:(?:proximo|recien)\s+)?(?:pasad[oa]s?|ultim[oa]s?)\b")
_MISMO = re.compile(r"^(?:del?\s+mismo|of\s+the\s+same)\b")
_PAST_BEFORE = re.compile(r"\b(?:pasad[oa]s?|last|past)\s+(?:dias?\s+|mes\s+de\s+)?$")


def find_dates(text: str) -> list[DateMention]:
    """List the dates written in a text, in order.

    Accepted forms, with or without a weekday before and a year after:

    - days: «15 de julio», «18 y 19 de mayo de 2019», «del 30 de junio al 2 de julio», "July 15th, 2021",
      "June 9-11, 2021", "15 August 2021", «15/07/2021», «2021-07-15», «15.VII.2021», «15-jul-2021»
    - first and last days: «último día de mayo»; last working days have no fixed day
    - windows of days of one month: «2 y hasta el 20 de mayo», "2 and no later than 20 May"
    - weeks and half months: «segunda semana de noviembre de 2020», «primera quincena de mayo»
    - months: «agosto de 2019», «febrero o marzo», "July 2020 through May 2021", «este mes»
    - parts of a year: «último trimestre de 2019», "first half of 2022", «segundo semestre del próximo año»
    - years: «2019», «el año en curso», "next year"
    """
    return list(_dates_in(text))


@lru_cache(maxsize=_KEPT)
def _dates_in(text: str) -> tuple[DateMention, ...]:
    folded, years = years_in_digits(fold(misread_digits(text)))
    found: list[DateMention] = []
    for pattern, read in FORMS:
        for match in pattern.finditer(folded):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            mention = read(match)
            if mention and not _is_modal(text, match):
                end = next((last for first, last in years if first < mention.end <= last), mention.end)
                shift = _year_shift(match[0])
                found.append(mention._replace(end=end, past=_is_past(folded, match), year_shift=shift))
    return tuple(_with_year_before(sorted(found), folded))


def _with_year_before(found: Sequence[DateMention], folded: str) -> Iterator[DateMention]:
    """Give «noviembre de ese año» the year named last; without one, its year is unknown.

    «Del mismo año» means the present one then.
    """
    year: int | None = None
    for mention in found:
        same = SAME_YEAR.search(folded, mention.start, mention.end)
        year = mention.first.year or year
        if same and year:
            first, last = mention.first._replace(year=year), mention.last._replace(year=year)
            yield mention._replace(first=first, last=last)
        elif same and not _MISMO.search(same[0]):
            yield mention._replace(unit=Precision.RELATIVE)
        else:
            year = mention.last.year or year
            yield mention._replace(year_shift=0) if same else mention


def _is_past(folded: str, match: re.Match[str]) -> bool:
    return bool(_PAST_AFTER.match(folded, match.end()) or _PAST_BEFORE.search(folded, 0, match.start()))


def _year_shift(written: str) -> int | None:
    if NEXT_YEAR.search(written):
        return 1
    return 0 if THIS_YEAR.search(written) else None


def _is_modal(text: str, match: re.Match[str]) -> bool:
    """Tell whether a match is the verb of "which 20 countries may sign", and not the month."""
    return re.search(r"\bmay\b", text[match.start() : match.end()]) is not None
