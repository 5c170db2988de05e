"""Find deadlines: a wording of time, and the days it means as seen from the meeting."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import fold
from knowledge.language.lengths import Length, LengthMention, find_lengths
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.eventnames import EventMention, EventNouns
from knowledge.reading.duties.wordings import (
    DATE,
    EVENT,
    LENGTH,
    any_of,
    compile_wordings,
    mask,
    participle_pattern,
    words_pattern,
)
from knowledge.values.acts import Deadline, Meeting, Precision

_FRIDAY = 4
_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
# «…, contados a partir de la aprobación»: a count that doesn't start at the meeting has no day.
_COUNTED_FROM = re.compile(
    r"\s*,?\s*(?:contad[oa]s?\s+)?"
    r"(?:a partir del?|desde|despues del?|siguientes a|posteriores a|of|after|from|following)"
    r"\s+(?P<what>[^,;.]+)"
)
# «previo dictamen de Canadá, Estados Unidos y México»: a clause runs on over the commas of a list of names.
_CAPITALS = r"(?:(?:la|el|las|los|the)\s+)?[A-ZÁÉÍÓÚÑ]\w*(?:\s+[A-ZÁÉÍÓÚÑ]\w*)*"
_NAMES_ON = re.compile(rf"(?:,\s+{_CAPITALS})*,?\s+(?:y|e|and)\s+{_CAPITALS}")
_OF_WHAT = re.compile(r"\b(?:del?|of)(?:\s+[\w-]+){1,5}\s*$")
_FROM_MEETING = re.compile(
    r"(?:hoy|la fecha\b(?! de)|(?:la (?:conclusion|fecha|clausura) de )?(?:esta|la presente|la) reunion\b"
    r"|today|(?:the (?:date|end|conclusion|close) of )?(?:this|the|the present) meeting\b)"
)


class FoundDeadline(NamedTuple):
    """A deadline at the characters from `start` up to `end` of a text.

    A `firm` wording can only be a deadline («a más tardar el 15 de julio»); another may be the date of an
    event («del 6 al 7 de julio»). `ahead` counts back from the event that is spoken of, `event` is the
    wording of the meeting that it is tied to: who knows the act's events can place both.
    """

    start: int
    end: int
    deadline: Deadline
    inferred: tuple[str, ...] = ()
    firm: bool = True
    ahead: Length | None = None
    event: str | None = None


_Mention = TypeVar("_Mention", DateMention, LengthMention, EventMention)


class _Reading(NamedTuple):
    """What a wording was found to hold, with the text and the meeting it is read for."""

    text: str
    match: re.Match[str]
    meeting: Meeting
    dates: list[DateMention]
    lengths: list[LengthMention]
    events: list[EventMention]

    def found(
        self, deadline: Deadline, *, inferred: tuple[str, ...] = (), firm: bool = True, end: int = 0
    ) -> FoundDeadline:
        """Word a deadline as the text does, up to `end` if that lies beyond the match."""
        start, end = self.match.start(), max(end, self.match.end())
        worded = deadline.model_copy(update={"text": self.text[start:end]})
        return FoundDeadline(start, end, worded, inferred, firm)

    def date(self) -> DateMention:
        return next(self.inside(self.dates))

    def inside(self, mentions: Iterable[_Mention]) -> Iterator[_Mention]:
        """Yield what was found at the places of the wording."""
        return (each for each in mentions if self.match.start() <= each.start < self.match.end())

    def days(self) -> Days | None:
        start = self.meeting.start
        return self.date().days(start) if start else None


_Reader = Callable[[_Reading], FoundDeadline | None]


class DeadlineFinder:
    """The wordings of deadlines.yaml, ready to be looked for."""

    def __init__(self, cues: Cues) -> None:
        wordings = cues.deadlines
        done = any_of(map(participle_pattern, wordings.done))
        self._nouns = EventNouns(cues.events)
        self._past = re.compile(any_of(map(participle_pattern, cues.events.past)))
        self._no_deadline = compile_wordings(wordings.no_deadline)
        self._not_after = re.compile(rf"{any_of(map(words_pattern, wordings.not_after))}\s*$")
        self._lasting = re.compile(any_of(map(participle_pattern, wordings.lasting)))
        self._period = re.compile(rf"{any_of(map(words_pattern, wordings.period_nouns))}\s*$")
        # Of wordings that overlap, the one higher in this list counts.
        self._readers: list[tuple[re.Pattern[str], _Reader]] = [
            (compile_wordings(wordings.ahead), _read_ahead),
            (compile_wordings(wordings.end_of), _read_end_of),
            (compile_wordings(wordings.week_of), _read_week),
            (compile_wordings(wordings.until), self._read_until),
            (compile_wordings(wordings.before), _read_before),
            (compile_wordings(wordings.recurring), _read_relative),
            (compile_wordings(wordings.within), _read_within),
            (compile_wordings(wordings.asap), _read_asap),
            (compile_wordings(wordings.at_event), _read_at_event),
            (compile_wordings(wordings.at_next_event), _read_at_next_event),
            (compile_wordings(wordings.once), _read_relative),
            (re.compile(rf"(?:^|(?<=[.;]\s)){done}[^,;.:\n]*"), _read_relative),
            (compile_wordings(wordings.during), self._read_during),
        ]

    def find(self, text: str, *, meeting: Meeting) -> list[FoundDeadline]:
        """List the deadlines worded in a text, in order.

        Quoted titles are passed over. A day without a year is the next one after the meeting's start; a
        length of time counts from its last day. Periods of reports, budget years and past dates are none.
        """
        dates, lengths = find_dates(text), find_lengths(text)
        events = self._nouns.find(text)
        masked = mask(fold(text), (match.span() for match in _QUOTED.finditer(text)), "\0")
        masked = mask(masked, (match.span() for match in self._no_deadline.finditer(masked)), "\0")
        # Events only where a wording asks for one: «previa consulta con los países» is none.
        with_events = mask(masked, ((each.start, each.end) for each in events), EVENT)
        for mentions, sign in ((dates, DATE), (lengths, LENGTH)):
            spans = [(each.start, each.end) for each in mentions]
            masked, with_events = mask(masked, spans, sign), mask(with_events, spans, sign)
        found: list[FoundDeadline] = []
        for pattern, read in self._readers:
            for match in pattern.finditer(with_events if EVENT in pattern.pattern else masked):
                if any(match.start() < other.end and other.start < match.end() for other in found):
                    continue
                deadline = read(_Reading(text, match, meeting, dates, lengths, events))
                if deadline and not self._is_over(deadline, meeting):
                    found.append(deadline)
        return sorted(found, key=lambda each: each.start)

    @staticmethod
    def _is_over(found: FoundDeadline, meeting: Meeting) -> bool:
        return bool(meeting.start and found.deadline.end and found.deadline.end < meeting.start)

    def _read_until(self, reading: _Reading) -> FoundDeadline | None:
        """Read «a más tardar el 15 de julio»; «prorrogar el plan hasta 2021» tells how long it lasts."""
        before = re.split(r"[,;.]\s", fold(reading.text[: reading.match.start()]))[-1]
        lasts = reading.match[0].split()[0] in {"hasta", "until"} and self._lasting.search(before)
        return None if lasts else _read_end_of(reading)

    def _read_during(self, reading: _Reading) -> FoundDeadline | None:
        mention, days = reading.date(), reading.days()
        opening = reading.match[0].split()[0]
        before = fold(reading.text[: reading.match.start()])
        if days is None or _misread(opening, mention) or self._not_after.search(before):
            return None
        if opening in {"para", "for"} and self._tells_period(before, mention.unit):
            return None
        at_event = next(reading.inside(reading.events), None)
        if (days.year_inferred or at_event) and self._tells_past(before):
            return None
        deadline = Deadline(start=days.first, end=days.last, precision=mention.unit)
        return reading.found(deadline, inferred=_year_of(days), firm=False)

    def _tells_period(self, before: str, unit: Precision) -> bool:
        """Tell «el presupuesto de la ST para 2009»: the year that the budget is for."""
        if unit is Precision.YEAR:
            before = _OF_WHAT.sub("", before)
        return unit is not Precision.DAY and self._period.search(before) is not None

    def _tells_past(self, before: str) -> bool:
        """Tell whether a participle or past tense just before claims the date («celebrado en Miami el …»)."""
        sentence = re.split(r"[;.]\s|, y ", before)[-1]
        return self._past.search(sentence) is not None


def _misread(opening: str, mention: DateMention) -> bool:
    """Tell wordings that don't go with the kind of date: «del 5» alone, «el 2019»."""
    if opening == "del":
        return not (mention.several and mention.unit is Precision.DAY)
    return opening in {"el", "on", "los"} and mention.unit is not Precision.DAY


def _year_of(days: Days) -> tuple[str, ...]:
    return ("deadline.year",) if days.year_inferred else ()


def _read_end_of(reading: _Reading) -> FoundDeadline | None:
    days = reading.days()
    if days is None:
        return None
    deadline = Deadline(end=days.last, precision=reading.date().unit)
    return reading.found(deadline, inferred=_year_of(days))


def _read_before(reading: _Reading) -> FoundDeadline | None:
    days, unit = reading.days(), reading.date().unit
    if days is None:
        return None
    end = days.last if unit is Precision.DAY else days.first - timedelta(days=1)
    return reading.found(Deadline(end=end, precision=unit), inferred=_year_of(days))


def _read_week(reading: _Reading) -> FoundDeadline | None:
    days = reading.days()
    if days is None:
        return None
    last = days.last
    if days.first == last:
        last += timedelta(days=max(0, _FRIDAY - last.weekday()))
    deadline = Deadline(start=days.first, end=last, precision=Precision.WEEK)
    return reading.found(deadline, inferred=_year_of(days))


def _read_within(reading: _Reading) -> FoundDeadline | None:
    length = _length(reading)
    counted = _COUNTED_FROM.match(fold(reading.text), reading.match.end())
    from_meeting = counted is None or _FROM_MEETING.match(counted["what"])
    end = length.after(reading.meeting.end) if from_meeting and reading.meeting.end else None
    return _counted(reading, end, counted)


def _read_ahead(reading: _Reading) -> FoundDeadline:
    event = next(reading.inside(reading.events), None)
    found = reading.found(Deadline(precision=Precision.RELATIVE), end=event.end if event else 0)
    named = reading.text[event.noun : event.end] if event else None
    return found._replace(ahead=_length(reading), event=named)


def _length(reading: _Reading) -> Length:
    return next(reading.inside(reading.lengths)).length


def _counted(reading: _Reading, end: date | None, counted: re.Match[str] | None) -> FoundDeadline:
    start, stop = reading.match.start(), counted.end() if counted else reading.match.end()
    deadline = Deadline(text=reading.text[start:stop], end=end, precision=Precision.RELATIVE)
    return FoundDeadline(start, stop, deadline, ("deadline.end",) if end else ())


def _read_asap(reading: _Reading) -> FoundDeadline:
    return reading.found(Deadline(precision=Precision.ASAP))


def _read_relative(reading: _Reading) -> FoundDeadline:
    end = reading.match.end()
    names = _NAMES_ON.match(reading.text, end) if reading.text[:end].split()[-1][:1].isupper() else None
    return reading.found(Deadline(precision=Precision.RELATIVE), end=names.end() if names else 0)


def _read_at_event(reading: _Reading) -> FoundDeadline:
    event = _event(reading)
    named: str | None = reading.text[event.noun : event.end]
    year = next(
        (each for each in find_dates(reading.text[event.noun : event.end]) if each.unit is Precision.YEAR),
        None,
    )
    days = year.days(reading.meeting.start) if year and reading.meeting.start else None
    deadline = Deadline(precision=Precision.RELATIVE)
    if days and not days.year_inferred:
        deadline = Deadline(start=days.first, end=days.last, precision=Precision.YEAR)
        named = None
    found = reading.found(deadline, firm=named is not None, end=event.end)
    return found._replace(event=named)


def _read_at_next_event(reading: _Reading) -> FoundDeadline | None:
    return _read_at_event(reading)._replace(firm=False) if _event(reading).coming else None


def _event(reading: _Reading) -> EventMention:
    return next(reading.inside(reading.events))
