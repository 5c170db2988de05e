"""Read windows and starts: «no antes del 2 de mayo ni después del 20 de junio», «a partir de enero»."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from knowledge.language.dates import DateMention, Days
from knowledge.language.folding import fold
from knowledge.reading.duties.datecontexts import DateContexts
from knowledge.reading.duties.timewordings import FoundDeadline, Reading, read_end_of, year_of
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.acts import Deadline, Precision

_JOINER = r"(?:\s*,?\s+(?:(?:y|e|ni|o|and|or|nor|but|pero)\s+)?)"
_AT_LAST = re.compile(
    r"\s*,?\s+(?:(?:but|pero|y|e|and)\s+)?(?:(?:en\s+todo\s+caso|en\s+cualquier\s+caso|siempre|in\s+any\s+(?:case|event))\s*,?\s+)?"
)
_SINCE = frozenset({"desde", "from", "since"})
"""Openings that refer to the past as often as to the future, unless an end follows."""
_AFTER = re.compile(r"(?:despues|con posterioridad|after)")
_BEFORE = re.compile(r"(?:antes|before)")
_ONWARDS = re.compile(r",?\s+(?:onwards?|forwards?|en\s+adelante)\b")
_FIRM = frozenset({"no", "not", "despues", "after"})


def window_pattern(opens: Iterable[str], closes: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of an opening and a closing with a date each, over folded, masked text.

    In «no publicará el acta antes del 2 ni después del 20 de mayo» the verb comes between.
    """
    opening = any_of(words_pattern(f"{word} {{date}}") for word in opens)
    closing = any_of(words_pattern(f"{word} {{date}}") for word in closes)
    denied = any_of(words_pattern(f"{word} {{date}}") for word in ("antes de", "before"))
    return re.compile(rf"(?:{opening}{_JOINER}|{denied}\s*,?\s+(?:ni|nor)\s+)(?P<closing>{closing})")


def has_begun(reading: Reading, mention: DateMention, days: Days) -> bool:
    """Tell whether a period began before the meeting: «actividades realizadas entre enero y junio» in May."""
    present = reading.meeting.start
    if present is None:
        return False
    return days.first < (present if mention.unit is Precision.DAY else present.replace(day=1))


def with_last_limits(text: str, found: Sequence[FoundDeadline]) -> list[FoundDeadline]:
    """Merge a window with the limit after it: «del 3 al 14 de mayo, y en todo caso antes del 28»."""
    merged: list[FoundDeadline] = []
    for each in found:
        last = merged[-1] if merged else None
        if last and _is_last_limit(text, last, each):
            deadline = each.deadline.model_copy(
                update={"text": text[last.start : each.end], "start": last.deadline.start}
            )
            merged[-1] = each._replace(start=last.start, deadline=deadline)
        else:
            merged.append(each)
    return merged


def _is_last_limit(text: str, window: FoundDeadline, limit: FoundDeadline) -> bool:
    first, last = window.deadline, limit.deadline
    if first.start is None or first.end is None or last.start is not None or last.end is None:
        return False
    joined = _AT_LAST.fullmatch(fold(text[window.end : limit.start]))
    return limit.firm and joined is not None and first.end <= last.end


class WindowReader:
    """Reads windows and starts, unless the words before them rule out a deadline."""

    def __init__(self, contexts: DateContexts) -> None:
        self._contexts = contexts

    def read_window(self, reading: Reading) -> FoundDeadline | None:
        """Read «no antes del 2 de mayo ni después del 20 de junio de 2021»."""
        opening, *_, closing = reading.inside(reading.dates)
        placed = self._both(reading, opening, closing)
        if placed is None or self._is_else(reading):
            return None
        first, last = placed
        unit = closing.unit
        if reading.opening in _SINCE and has_begun(reading, opening, first):
            return None
        end = last.last
        if unit is not Precision.DAY and _BEFORE.match(reading.match["closing"]):
            end = last.first - timedelta(days=1)
        deadline = Deadline(start=first.first, end=end, precision=unit)
        inferred = () if opening.has_year or closing.has_year else year_of(last)
        return reading.found(deadline, inferred=inferred, firm=reading.opening in _FIRM)

    def read_start(self, reading: Reading) -> FoundDeadline | None:
        """Read «a partir de enero de 2021», or a window of several days given as one date."""
        mention, days = reading.date(), reading.days()
        if days is None:
            return read_end_of(reading)
        if self._is_else(reading) or self._is_told(reading, mention, days):
            return None
        if mention.several:
            deadline = Deadline(start=days.first, end=days.last, precision=mention.unit)
            return reading.found(deadline, inferred=year_of(days), firm=reading.opening in _FIRM)
        whole_after = mention.unit is not Precision.DAY and _AFTER.match(reading.match[0])
        start = days.last + timedelta(days=1) if whole_after else days.first
        deadline = Deadline(start=start, precision=mention.unit)
        onwards = _ONWARDS.match(reading.text, reading.match.end())
        end = onwards.end() if onwards else 0
        return reading.found(deadline, inferred=year_of(days), firm=False, end=end)

    def _is_told(self, reading: Reading, mention: DateMention, days: Days) -> bool:
        """Tell whether a start is in the past, or the period of a plan or report."""
        present = reading.meeting.start
        if self._contexts.is_covered(reading, mention.unit) or (present and days.last < present):
            return True
        ahead = present is not None and days.first > present and not days.year_inferred
        ahead = ahead and reading.opening == "from"
        if reading.opening in _SINCE and not ahead:
            return not mention.several or has_begun(reading, mention, days)
        return days.year_inferred and self._contexts.is_past(reading)

    def _is_else(self, reading: Reading) -> bool:
        return self._contexts.is_barred(reading) or self._contexts.is_lasting(reading)

    @staticmethod
    def _both(reading: Reading, opening: DateMention, closing: DateMention) -> tuple[Days, Days] | None:
        """Place the two dates of a window, where one may give the year for both."""
        first, last = reading.place(opening), reading.place(closing)
        if first is None or last is None:
            return None
        if not closing.has_year:
            last = closing.in_year(first.first.year)
            if last and last.last < first.first:
                last = closing.in_year(first.first.year + 1)
        elif not opening.has_year:
            first = opening.in_year(last.last.year)
            if first and last.last < first.first:
                first = opening.in_year(last.last.year - 1)
        return (first, last) if first and last and first.first <= last.last else None
