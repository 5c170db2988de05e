"""The days that a question names: «en julio», «antes de agosto», "after July 15"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.language.datementions import MONTHS_A_YEAR
from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import fold
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, number_of
from knowledge.values.questions import Period

_BEFORE = re.compile(r"\b(?:antes del?|hasta(?: el)?|before|by|until|up to)\s+(?:el\s+|the\s+)?$")
_AFTER = re.compile(r"\b(?:despues del?|desde(?: el)?|a partir del?|after|since|from)\s+(?:el\s+|the\s+)?$")
_PRESENT = re.compile(r"\b(?:hoy(?: es)?(?: el)?|estamos a|today is|it is|it's)\s*$")
"""Words before the present day, which says nothing of what is asked about."""
_FROM = re.compile(r"\b(?:entre|between|del?|desde|from)\s+(?:el\s+|the\s+)?$")
_UP_TO = re.compile(r"\s+(?:al?|hasta|to|through|until)\s+(?:el\s+|the\s+)?")
_AND = re.compile(r"\s+(?:y|and)\s+(?:el\s+|the\s+)?")
_YEARS = frozenset({"anos", "years"})
_LATELY_COUNT = 5
"""Years or months that people mean by «los últimos» without a number."""
_NUMBER = rf"\d{{1,2}}|{NUMBER_WORDS_PATTERN}"
_LATELY = re.compile(
    rf"\b(?:ultimos|recientes|last|past|recent)\s+(?:(?P<number>{_NUMBER})\s+)?(?P<unit>anos|meses|years|months)\b"
    rf"(?:\s+(?P<number_after>{_NUMBER})\b)?"
)
_EXCLUSIVE = re.compile(r"\b(?:antes|before|despues|after)\b[^.]*$")


class PeriodMention(NamedTuple):
    """Days that a text names, in the characters from `start` up to `end`."""

    period: Period
    start: int
    end: int


def period_in(text: str, *, today: date, meeting: date | None) -> Period | None:
    """Return the first days that a text names, or None; see `find_periods`."""
    return next((each.period for each in find_periods(text, today=today, meeting=meeting)), None)


def find_periods(text: str, *, today: date, meeting: date | None) -> Iterator[PeriodMention]:
    """Yield the days that a text names, in order: «octubre de 2012», «desde 2019», «entre 2015 y 2018».

    A day or month without year is the next one after `meeting`, the one that is talked about; «este mes» and
    «los últimos años» are seen from `today`.
    """
    folded = fold(text)
    found = [*_until_today(folded, today), *_of_dates(text, folded, today, meeting)]
    found.sort(key=lambda each: each.start)
    read_up_to = 0
    for mention in found:
        if mention.start >= read_up_to:
            read_up_to = mention.end
            yield mention


def _until_today(folded: str, today: date) -> Iterator[PeriodMention]:
    """Yield stretches of time up to today: «en los últimos tres años», "in recent years"."""
    for match in _LATELY.finditer(folded):
        counted = next(filter(None, (match["number"], match["number_after"])), None)
        number = (int(counted) if counted.isdigit() else number_of(counted)) if counted else None
        months = (number or _LATELY_COUNT) * (MONTHS_A_YEAR if match["unit"] in _YEARS else 1)
        years, month = divmod(today.year * MONTHS_A_YEAR + today.month - 1 - months, MONTHS_A_YEAR)
        if years >= date.min.year:
            yield PeriodMention(Period(start=date(years, month + 1, 1), end=today), *match.span())


def _of_dates(text: str, folded: str, today: date, meeting: date | None) -> Iterator[PeriodMention]:
    mentions = []
    for mention in find_dates(text):
        present = today if mention.shift is not None or meeting is None else meeting
        if days := mention.days(present):
            mentions.append((mention, days))
    joined = None
    for place, (mention, days) in enumerate(mentions):
        if joined == place:
            continue
        before = folded[: mention.start]
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        if after and days.first <= after[1].last:
            between = folded[mention.end : after[0].start]
            opening = _FROM.search(before)
            if _UP_TO.fullmatch(between) or (_AND.fullmatch(between) and opening):
                joined = place + 1
                start = opening.start() if opening else mention.start
                yield PeriodMention(Period(start=days.first, end=after[1].last), start, after[0].end)
                continue
        yield _limited(before, mention, days)


def _limited(before: str, mention: DateMention, days: Days) -> PeriodMention:
    """Read a date with the words before it that make it a limit."""
    day = timedelta(days=1) if _EXCLUSIVE.search(before) else timedelta()
    if limit := _BEFORE.search(before):
        return PeriodMention(Period(end=days.first - day if day else days.last), limit.start(), mention.end)
    if limit := _AFTER.search(before):
        return PeriodMention(Period(start=days.last + day if day else days.first), limit.start(), mention.end)
    return PeriodMention(Period(start=days.first, end=days.last), mention.start, mention.end)


def is_present(text: str, mention: DateMention) -> bool:
    """Tell whether a date in a text is said to be today: «hoy es 10 de julio»."""
    return _PRESENT.search(fold(text[: mention.start])) is not None


def is_limit(text: str, mention: DateMention) -> bool:
    """Tell whether a date only limits what is asked about: «antes de agosto», «desde el 1 de julio»."""
    before = fold(text[: mention.start])
    return _BEFORE.search(before) is not None or _AFTER.search(before) is not None


def overlaps(start: date | None, end: date | None, period: Period | None) -> bool:
    """Tell whether days from `start` to `end`, where known, touch a period; without one, any do."""
    if period is None:
        return True
    first, last = start or end, end or start
    if first is None or last is None:
        return False
    return first <= (period.end or date.max) and last >= (period.start or date.min)
