"""The days that a question names: «en julio», «antes de agosto», "after July 15"."""

import re
from datetime import date, timedelta

from knowledge.language.dates import DateMention, find_dates
from knowledge.language.folding import fold
from knowledge.values.questions import Period

_BEFORE = re.compile(r"\b(?:antes del?|hasta(?: el)?|before|by|until|up to)\s+(?:el\s+|the\s+)?$")
_AFTER = re.compile(r"\b(?:despues del?|desde(?: el)?|a partir del?|after|since|from)\s+(?:el\s+|the\s+)?$")
_PRESENT = re.compile(r"\b(?:hoy(?: es)?(?: el)?|estamos a|today is|it is|it's)\s*$")
"""Words before the present day, which says nothing of what is asked about."""
_EXCLUSIVE = re.compile(r"\b(?:antes|before|despues|after)\b[^.]*$")


def period_in(text: str, *, today: date, meeting: date | None) -> Period | None:
    """Return the days that a text names, or None.

    A day or month without year is the next one after `meeting`, the one that is talked about; «este mes» is
    that of `today`.
    """
    for mention in find_dates(text):
        present = today if mention.shift is not None or meeting is None else meeting
        days = mention.days(present)
        if days is None:
            continue
        before = fold(text[: mention.start])
        day = timedelta(days=1) if _EXCLUSIVE.search(before) else timedelta()
        if _BEFORE.search(before):
            return Period(end=days.first - day if day else days.last)
        if _AFTER.search(before):
            return Period(start=days.last + day if day else days.first)
        return Period(start=days.first, end=days.last)
    return None


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
