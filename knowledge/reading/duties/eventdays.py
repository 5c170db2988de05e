"""Find the days in a text that may be those of a coming event, not the deadline of a duty."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language.dates import DateMention, find_dates
from knowledge.language.folding import fold
from knowledge.reading.duties.datecontexts import is_conditional
from knowledge.reading.duties.timewordings import FoundDeadline
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.acts import Deadline, Meeting, Precision

_EXACT = frozenset({Precision.DAY, Precision.WEEK})
_SMALL_BEFORE = r"(?:\W*\b(?:el|los|del?|dia|dias|the|of|on)\b)*\W*$"
_NOT_BEFORE = re.compile(r"(?:no|not|after|despues|con posterioridad|since)\b")
# «25 a 29-05-2020», «del 08.04.2019 al 12.04.2019»
_FIRST_DAY = re.compile(r"(?<![\d.,/-])(?P<day>\d{1,2})\s*(?:al?|y|to|and|[-–])\s*$")
_UP_TO = re.compile(r"\s*(?:al?|hasta\s+el|to|until|[-–])\s*(?:el\s+)?")
_LONGEST = 100
"""Most days of an event; anything longer is a period."""


class EventDays(NamedTuple):
    """Days at the characters from `start` up to `end`, without articles; `told` if the year is given."""

    start: int
    end: int
    time: Deadline
    told: bool

    @property
    def several(self) -> bool:
        """Whether this is a range of days, which is hardly ever a deadline."""
        return self.time.end is not None and self.time.start != self.time.end


_ALL_BUT_A_YEAR = 330


class EventDaysFinder:
    """Finds days of events, with the words of events.yaml for a beginning."""

    def __init__(self, starting: Sequence[str], meeting: Meeting) -> None:
        self._meeting = meeting
        self._starting = re.compile(any_of(map(words_pattern, starting)) + _SMALL_BEFORE)

    def find(self, text: str, deadlines: Sequence[FoundDeadline]) -> Iterator[EventDays]:
        """Yield days after the meeting, and months; `deadlines` are those found in the same text."""
        folded, after = fold(text), self._meeting.end or self._meeting.start
        end = 0
        for mention in _joined(find_dates(text), folded):
            if mention.start < end or is_conditional(folded[: mention.start]):
                continue
            within = next((each for each in deadlines if each.start <= mention.start < each.end), None)
            found = self._days(mention, within, folded)
            if found is None or found.time.start is None or (after and found.time.start <= after):
                continue
            if found.time.end and (found.time.end - found.time.start).days > _LONGEST:
                continue
            end = found.end
            yield found

    def _days(self, mention: DateMention, within: FoundDeadline | None, folded: str) -> EventDays | None:
        days = mention.days(self._meeting.start)
        if days is None or mention.past or mention.unit not in {*_EXACT, Precision.MONTH}:
            return None
        start = self._meeting.start
        if days.year_inferred and start and (days.first - start).days > _ALL_BUT_A_YEAR:
            return None  # rather just before the meeting: «introdujeron en la sesión del 19 y 20 de junio»
        end, time = mention.end, Deadline(start=days.first, end=days.last, precision=mention.unit)
        begins = self._starting.search(folded, 0, mention.start) is not None
        if within and within.deadline.precision is not Precision.WEEK:
            worded = within.deadline
            if worded.precision not in {*_EXACT, Precision.MONTH} or _NOT_BEFORE.match(
                fold(worded.text or "")
            ):
                return None
            if within.firm and worded.start is None:
                return None
            if worded.start and worded.end:
                end, time = max(end, within.end), worded.model_copy(update={"text": None})
            begins = begins or worded.end is None
        elif within:
            time = within.deadline.model_copy(update={"text": None})
        if begins and time.start == days.first and mention.unit is Precision.DAY and not mention.several:
            time = time.model_copy(update={"end": None}) if time.end == days.last else time
        return EventDays(mention.start, end, time, told=not days.year_inferred)


def _joined(mentions: Sequence[DateMention], folded: str) -> Iterator[DateMention]:
    """Yield dates, with the two ends of a range joined into one."""
    last: DateMention | None = None
    for mention in mentions:
        days = last is not None and last.unit is mention.unit is Precision.DAY
        if last and days and _UP_TO.fullmatch(folded, last.end, mention.start):
            last = mention._replace(start=last.start, first=last.first, several=True)
            continue
        if last:
            yield last
        last = _from_first_day(mention, folded)
    if last:
        yield last


def _from_first_day(mention: DateMention, folded: str) -> DateMention:
    before = _FIRST_DAY.search(folded, 0, mention.start)
    bare = mention.unit is Precision.DAY and not mention.several and folded[mention.start].isdigit()
    if before is None or not bare or not 0 < int(before["day"]) < mention.first.day:
        return mention
    first = mention.first._replace(day=int(before["day"]))
    return mention._replace(start=before.start(), first=first, several=True)
