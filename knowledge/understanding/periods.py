"""The days that a question names: «en julio», «antes de agosto», "after July 15"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.language.datementions import MONTHS_A_YEAR
from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import fold, words
from knowledge.language.numbers import NUMBER_WORDS_PATTERN, number_of
from knowledge.values.questions import Period

_BEFORE = re.compile(r"\b(?:antes del?|hasta(?: el)?|before|by|until|up to)\s+(?:el\s+|the\s+)?$")
_AFTER = re.compile(r"\b(?:despues del?|desde(?: el)?|a partir del?|after|since|from)\s+(?:el\s+|the\s+)?$")
_PRESENT = re.compile(r"\b(?:hoy(?: es)?(?: el)?|estamos a|today is|it is|it's)\s*$")
"""Words before the present date, which says nothing about the question."""
_FROM = re.compile(r"\b(?:entre|between|del?|desde|from)\s+(?:el\s+|the\s+)?$")
_UP_TO = re.compile(r"\s+(?:al?|hasta|to|through|until)\s+(?:el\s+|the\s+)?|\s*[-–]\s*")
_AND = re.compile(r"\s+(?:y|and)\s+(?:el\s+|the\s+)?")
_YEARS = frozenset({"anos", "years"})
_LATELY_COUNT = 5
"""How many years or months «los últimos» means without a number."""
_NUMBER = rf"\d{{1,2}}|{NUMBER_WORDS_PATTERN}"
_LATELY = re.compile(
    rf"\b(?:ultimos|recientes|last|past|recent)\s+(?:(?P<number>{_NUMBER})\s+)?(?P<unit>anos|meses|years|months)\b"
    rf"(?:\s+(?P<number_after>{_NUMBER})\b)?"
)
_THIS_WEEK = re.compile(r"\b(?:esta(?: misma)?\s+semana|this\s+week)\b")
_NEXT_WEEK = re.compile(
    r"\b(?:(?:proxima|siguiente|next|coming)\s+(?:semana|week)|semana\s+(?:que\s+viene|entrante|proxima|siguiente))\b"
)
_NEXT_MONTH = re.compile(r"\bmes\s+(?:que\s+viene|entrante)\b")
_SOON = re.compile(
    rf"\b(?:proxim[oa]s|siguientes|next|coming)\s+(?P<number>\d{{1,3}}|{NUMBER_WORDS_PATTERN})\s+"
    r"(?P<unit>dias|semanas|meses|days|weeks|months)\b"
)
_NEAR = re.compile(
    r"(?<!\bde la )(?<!\bpor la )(?<!\ben la )(?<!\bhasta )"
    r"\b(?:(?P<after>pasado manana|day after tomorrow)|(?P<next>manana|tomorrow)|(?P<now>hoy|today))\b"
)
_WEEK_DAYS, _MONTH_DAYS, _LONGEST_MONTH = 7, 30, 31
SEEN_FROM_TODAY = frozenset(
    words(
        "próximo próxima próximos próximas siguiente siguientes semana semanas día días mes meses viene"
        " entrante hoy mañana pasado next coming week weeks day days month months today tomorrow after"
    )
)
"""Words for days relative to today."""

_EXCLUSIVE = re.compile(r"\b(?:antes|before|despues|after)\b[^.]*$")


class PeriodMention(NamedTuple):
    """Days named in a text, at the characters from `start` up to `end`."""

    period: Period
    start: int
    end: int


def period_in(text: str, *, today: date, meeting: date | None) -> Period | None:
    """Return the first days that a text names, or None; see `find_periods`."""
    return next((each.period for each in find_periods(text, today=today, meeting=meeting)), None)


def is_of_now(text: str, *, today: date) -> bool:
    """Tell whether a text names days from today on, for which a list may well be empty."""
    folded = fold(text)
    return any((*_from_today(folded, today), *_near(folded, today)))


def find_periods(
    text: str, *, today: date, meeting: date | None, near: bool = False
) -> Iterator[PeriodMention]:
    """Yield the days that a text names, in order: «octubre de 2012», «desde 2019», «entre 2015 y 2018».

    A day or month without a year is the next one after `meeting`, the meeting under discussion; «este mes»,
    «la próxima semana» and «los últimos años» are relative to `today`. «Hoy» and «mañana» only count as days
    with `near`: elsewhere they seldom limit anything.
    """
    folded = fold(text)
    found = [
        *_until_today(folded, today),
        *_from_today(folded, today),
        *(_near(folded, today) if near else ()),
        *_of_dates(text, folded, today, meeting),
    ]
    found.sort(key=lambda each: each.start)
    read_up_to = 0
    for mention in found:
        if mention.start >= read_up_to:
            read_up_to = mention.end
            yield mention


def _until_today(folded: str, today: date) -> Iterator[PeriodMention]:
    """Yield periods up to today: «en los últimos tres años», "in recent years"."""
    for match in _LATELY.finditer(folded):
        counted = next(filter(None, (match["number"], match["number_after"])), None)
        number = (int(counted) if counted.isdigit() else number_of(counted)) if counted else None
        months = (number or _LATELY_COUNT) * (MONTHS_A_YEAR if match["unit"] in _YEARS else 1)
        years, month = divmod(today.year * MONTHS_A_YEAR + today.month - 1 - months, MONTHS_A_YEAR)
        if years >= date.min.year:
            yield PeriodMention(Period(start=date(years, month + 1, 1), end=today), *match.span())


def _from_today(folded: str, today: date) -> Iterator[PeriodMention]:
    """Yield periods from today: «esta semana», «el mes que viene», "in the next 30 days"."""
    monday = today - timedelta(days=today.weekday())
    for pattern, weeks in ((_THIS_WEEK, 0), (_NEXT_WEEK, 1)):
        for match in pattern.finditer(folded):
            start = monday + timedelta(weeks=weeks)
            yield PeriodMention(Period(start=start, end=start + timedelta(days=6)), *match.span())
    for match in _NEXT_MONTH.finditer(folded):
        start = (today.replace(day=1) + timedelta(days=_LONGEST_MONTH)).replace(day=1)
        end = (start + timedelta(days=_LONGEST_MONTH)).replace(day=1) - timedelta(days=1)
        yield PeriodMention(Period(start=start, end=end), *match.span())
    for match in _SOON.finditer(folded):
        number = int(match["number"]) if match["number"].isdigit() else number_of(match["number"]) or 1
        unit = {"d": 1, "s": _WEEK_DAYS, "w": _WEEK_DAYS}.get(match["unit"][0], _MONTH_DAYS)
        yield PeriodMention(Period(start=today, end=today + timedelta(days=number * unit)), *match.span())


def _near(folded: str, today: date) -> Iterator[PeriodMention]:
    """Yield single days: «hoy», «mañana», "the day after tomorrow"."""
    for match in _NEAR.finditer(folded):
        ahead = 2 if match["after"] else 1 if match["next"] else 0
        day = today + timedelta(days=ahead)
        yield PeriodMention(Period(start=day, end=day), *match.span())


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
    """Tell whether a text says that a date is today: «hoy es 10 de julio»."""
    return _PRESENT.search(fold(text[: mention.start])) is not None


def is_limit(text: str, mention: DateMention) -> bool:
    """Tell whether a date only limits the question: «antes de agosto», «desde el 1 de julio»."""
    before = fold(text[: mention.start])
    return _BEFORE.search(before) is not None or _AFTER.search(before) is not None


def overlaps(start: date | None, end: date | None, period: Period | None) -> bool:
    """Tell whether the days from `start` to `end`, if known, overlap a period; without one, they do."""
    if period is None:
        return True
    first, last = start or end, end or start
    if first is None or last is None:
        return False
    return first <= (period.end or date.max) and last >= (period.start or date.min)
