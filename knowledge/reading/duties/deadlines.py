"""Find deadlines: wordings of time and the days they mean, counted from the meeting."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import fold
from knowledge.language.lengths import LengthMention, find_lengths
from knowledge.language.numbers import ORDINAL_PATTERN
from knowledge.reading.duties.baredays import with_bare_days
from knowledge.reading.duties.counts import read_ahead, read_eve, read_later, read_within
from knowledge.reading.duties.cues import Cues, DeadlineCues
from knowledge.reading.duties.datecontexts import DateContexts, is_conditional
from knowledge.reading.duties.eventnames import EventNouns
from knowledge.reading.duties.timewordings import (
    FoundDeadline,
    Reading,
    WordingReader,
    read_asap,
    read_at_announced_event,
    read_at_event,
    read_at_next_event,
    read_before,
    read_end_of,
    read_once,
    read_recurring,
    read_relative,
    read_week,
    year_of,
)
from knowledge.reading.duties.windows import WindowReader, has_begun, window_pattern, with_last_limits
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

__all__ = ["DeadlineFinder", "FoundDeadline"]

_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
# «30 días después de …», "30 days following …"
_COUNTED_LENGTH = re.compile(rf"{LENGTH}+(?=\s+(?:despues|posteriores|siguientes|after|following)\s)")
# «el 15 de cada mes», «el primer lunes de …», "the last working day of every quarter"
# «y a estos que lo comenten a más tardar un mes después», "one month later"
_LATER_LENGTH = re.compile(
    rf"(?<!\w)(?:(?:a\s+mas\s+tardar|no\s+later\s+than|within|en|al)\s+)?{LENGTH}+\s+"
    r"(?:despues|mas\s+tarde|later|thereafter|afterwards)(?!\w|\s+(?:del?|of|than)\b)"
)
_DAY_OF_EACH = re.compile(
    r"(?<!\w)(?:(?:a\s+mas\s+tardar|no\s+mas\s+tarde|antes|hasta|by|before|on|no\s+later\s+than)\s+)?"
    rf"(?:del?|el|los|the)\s+(?:dias?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL_PATTERN})(?:\s+\w+){{0,2}}\s+(?:de|of)"
    r"\s+(?:cada|each|every)\s+(?:mes|trimestre|semestre|ano|month|quarter|year)(?!\w)"
)
# «expedido en los treinta días anteriores a la salida»: not counted from now
_BEFOREHAND = re.compile(r"\s+(?:anterior|anteriores|previ[oa]s?|preceding|prior)(?!\w)")
_BETWEEN = frozenset({"entre", "between", "del"})
_FROM_TO = re.compile(r"\b(?:al?|hasta)\b|[-–—]")
# "in the 2020 budget", "before the May meeting": the date modifies a noun.
_WHICH = re.compile(rf"\bthe\s+{DATE}+$")
# «cada año, a más tardar el 31 de marzo»
_OTHER_YEARS = re.compile(r"(?:\s*(?:,|\b(?:y|e|and)\b)\s*(?:(?:en|in)\s+)?(?:el\s+)?(?:19|20)\d{2}\b)+")
# «(el mes siguiente) a esa fecha», "(the month following) the workshop"
_NEXT_TO = re.compile(
    r"(?:(?<=siguiente)\s+(?:al?|de)\s|(?<=posterior)\s+al?\s|(?<=following)\s+(?:the|that|its)\s)[^,;.]*"
)
_TOGETHER = re.compile(r"\s*,?\s*(?:y\s+|and\s+)?")


class _Wording(NamedTuple):
    """A pattern, its reader, a sign the text must contain, and whether events are masked in it.

    Events are masked only where a wording needs one: «previa consulta con los países» is none.
    """

    pattern: re.Pattern[str]
    read: WordingReader
    sign: str = ""
    with_events: bool = False


def _places(wordings: DeadlineCues) -> dict[str, str]:
    """Return the patterns for the named placeholders in wordings."""
    return {
        "{least}": f"{any_of(map(words_pattern, wordings.least))}?",
        "{advance}": any_of(map(words_pattern, wordings.advance)),
        "{period}": any_of(map(words_pattern, wordings.period)),
    }


class DeadlineFinder:
    """Finds deadlines by the wordings of deadlines.yaml."""

    def __init__(self, cues: Cues) -> None:
        self._done = re.compile(any_of(map(participle_pattern, cues.deadlines.done)))
        self._nouns = EventNouns(cues.events)
        self._contexts = DateContexts(cues)
        self._no_deadline = compile_wordings(cues.deadlines.no_deadline)
        self._wordings = self._in_order(cues, WindowReader(self._contexts))

    def _in_order(self, cues: Cues, windows: WindowReader) -> list[_Wording]:
        """List the wordings; where matches overlap, the earlier wording wins."""
        wordings = cues.deadlines
        places = _places(wordings)
        announced = any_of(map(words_pattern, cues.events.announced))
        starts = (f"{opening} {{date}}" for opening in wordings.window_opens)
        return [
            _Wording(compile_wordings(wordings.ahead, places), read_ahead, LENGTH, with_events=True),
            _Wording(compile_wordings(wordings.eve), read_eve, with_events=True),
            _Wording(
                window_pattern(wordings.window_opens, wordings.window_closes), windows.read_window, DATE
            ),
            _Wording(_DAY_OF_EACH, read_recurring),
            _Wording(compile_wordings(wordings.end_of), read_end_of, DATE),
            _Wording(compile_wordings(wordings.week_of), read_week, DATE),
            _Wording(compile_wordings(wordings.until), self._read_until, DATE),
            _Wording(compile_wordings(starts), windows.read_start, DATE),
            _Wording(compile_wordings(wordings.before), read_before, DATE),
            _Wording(compile_wordings(wordings.recurring, places), read_recurring),
            _Wording(compile_wordings(wordings.within), read_within, LENGTH, with_events=True),
            _Wording(_LATER_LENGTH, read_later, LENGTH),
            _Wording(_COUNTED_LENGTH, read_within, LENGTH, with_events=True),
            _Wording(compile_wordings(wordings.asap), read_asap),
            _Wording(compile_wordings(wordings.at_event), read_at_event, EVENT, with_events=True),
            _Wording(
                re.compile(rf"(?<!\w)(?:en|durante|in|at|during)\s+{EVENT}+(?=\s*,?\s+{announced})"),
                read_at_announced_event,
                EVENT,
                with_events=True,
            ),
            _Wording(compile_wordings(wordings.at_next_event), read_at_next_event, EVENT, with_events=True),
            _Wording(compile_wordings(wordings.once), read_once),
            _Wording(re.compile(rf"(?:^|(?<=[.;]\s)){self._done.pattern}[^,;.:\n]*"), read_relative),
            _Wording(compile_wordings(wordings.during), self._read_during, DATE, with_events=True),
        ]

    def find(self, text: str, *, meeting: Meeting) -> list[FoundDeadline]:
        """List the deadlines worded in a text, in order.

        Quoted titles, periods of reports, budget years and past dates are skipped. A day without a year is
        the next one after the meeting's start; a length of time counts from its last day.
        """
        dates = with_bare_days(text, find_dates(text))
        lengths = [each for each in find_lengths(text) if not _is_inside(each, dates)]
        events = self._nouns.find(text)
        folded = fold(text)
        masked = mask(folded, (match.span() for match in _QUOTED.finditer(text)), "\0")
        masked = mask(masked, (match.span() for match in self._no_deadline.finditer(masked)), "\0")
        with_events = mask(masked, ((each.start, each.end) for each in events), EVENT)
        for mentions, sign in ((dates, DATE), (lengths, LENGTH)):
            spans = [(each.start, each.end) for each in mentions]
            masked, with_events = mask(masked, spans, sign), mask(with_events, spans, sign)
        found: list[FoundDeadline] = []
        for wording in self._wordings:
            searched = with_events if wording.with_events else masked
            if wording.sign not in searched:
                continue
            for match in wording.pattern.finditer(searched):
                if any(match.start() < other.end and other.start < match.end() for other in found):
                    continue
                if _BEFOREHAND.match(folded, match.end()):
                    continue
                reading = Reading(text, match, meeting, dates, lengths, events)
                deadline = None if _says_which(reading) else _from_now(reading, wording.read(reading))
                before = folded[: match.start()]
                if deadline and not (_is_over(deadline, meeting) or is_conditional(before)):
                    found.append(deadline)
        whole = [_with_other_years(text, each) for each in sorted(found, key=lambda each: each.start)]
        apart = [each for each in whole if not any(one.start < each.start < one.end for one in whole)]
        ordered = with_last_limits(text, apart)
        return _with_recurrence(text, ordered, dates)

    def is_done(self, cell: str) -> bool:
        """Tell whether a deadline cell says that the action is done: «Concluido el 12 de agosto»."""
        return self._done.match(fold(cell)) is not None

    def _read_until(self, reading: Reading) -> FoundDeadline | None:
        """Read «a más tardar el 15 de julio»; «prorrogar el plan hasta 2021» is a duration."""
        lasts = reading.opening in {"hasta", "until"} and self._contexts.is_lasting(reading)
        return None if lasts else read_end_of(reading)

    def _read_during(self, reading: Reading) -> FoundDeadline | None:
        mention, days = reading.date(), reading.days()
        if mention.unit is Precision.RELATIVE:
            return read_end_of(reading)
        if days is None or _misread(reading, mention) or self._is_else(reading, mention, days):
            return None
        deadline = Deadline(start=days.first, end=days.last, precision=mention.unit)
        return reading.found(deadline, inferred=year_of(days), firm=False)

    def _is_else(self, reading: Reading, mention: DateMention, days: Days) -> bool:
        """Tell whether the words before a date rule out a deadline."""
        contexts = self._contexts
        at_event = next(reading.inside(reading.events), None)
        covers = reading.opening in {"para", "for"} and contexts.is_covered(reading, mention.unit)
        past = (days.year_inferred or at_event) and contexts.is_past(reading)
        dates_document = days.year_inferred and contexts.is_of_document(reading)
        barred = contexts.is_barred(reading) or contexts.is_of_event(reading)
        barred = barred or contexts.is_of_done(reading, mention.unit)
        if reading.opening in _BETWEEN and mention.several:
            barred = barred or has_begun(reading, mention, days) or contexts.is_lasting(reading)
        return bool(covers or past or dates_document or barred)


def _is_inside(length: LengthMention, dates: Iterable[DateMention]) -> bool:
    """Tell whether a length is part of a date: «los primeros diez días de julio»."""
    return any(date.start <= length.start and length.end < date.end for date in dates)


def _says_which(reading: Reading) -> bool:
    mention = next(reading.inside(reading.dates), None)
    if mention is None or mention.shift is not None or mention.unit not in {Precision.MONTH, Precision.YEAR}:
        return False
    return _WHICH.search(reading.match[0]) is not None


def _from_now(reading: Reading, found: FoundDeadline | None) -> FoundDeadline | None:
    """Drop the days of «el mes siguiente a esa fecha», which doesn't count from the meeting."""
    mention = next(reading.inside(reading.dates), None)
    told = _NEXT_TO.match(reading.text, found.end) if found else None
    if told is None or mention is None or mention.shift is None:
        return found
    return reading.found(Deadline(precision=Precision.RELATIVE), end=told.end())


def _misread(reading: Reading, mention: DateMention) -> bool:
    """Tell whether a wording doesn't fit the kind of date: «del 5», «del 5 y 6», «el 2019»."""
    opening = reading.opening
    if opening == "del":
        lasts = _FROM_TO.search(reading.text, mention.start, mention.end)
        return not (lasts and mention.several and mention.unit is Precision.DAY)
    if opening == "la":
        return mention.unit is not Precision.WEEK
    return opening in {"el", "on", "los"} and mention.unit is not Precision.DAY


def _is_over(found: FoundDeadline, meeting: Meeting) -> bool:
    return bool(meeting.start and found.deadline.end and found.deadline.end < meeting.start)


def _with_other_years(text: str, found: FoundDeadline) -> FoundDeadline:
    """Merge further years into a recurring deadline: «en 2023 y 2025» has no single end."""
    others = _OTHER_YEARS.match(text, found.end) if found.deadline.precision is Precision.YEAR else None
    if others is None:
        return found
    stated = Deadline(text=text[found.start : others.end()], precision=Precision.RECURRING)
    return FoundDeadline(found.start, others.end(), stated)


def _with_recurrence(
    text: str, found: Sequence[FoundDeadline], dates: Iterable[DateMention]
) -> list[FoundDeadline]:
    """Merge «cada año, a más tardar el 31 de marzo» into one; a recurring day has no date."""
    yearless = {mention.start for mention in dates if not mention.has_year}
    merged: list[FoundDeadline] = []
    for each in found:
        last = merged[-1] if merged else None
        if last and _recur(text, last, each, yearless):
            limits = next((one.deadline for one in (last, each) if _begins(one) or _lasts(one)), Deadline())
            deadline = Deadline(
                text=text[last.start : each.end],
                start=limits.start,
                end=limits.end,
                precision=Precision.RECURRING,
            )
            merged[-1] = FoundDeadline(last.start, each.end, deadline)
        else:
            merged.append(each)
    return merged


def _recur(text: str, first: FoundDeadline, second: FoundDeadline, yearless: set[int]) -> bool:
    pair = (first, second)
    again = [each.deadline.precision is Precision.RECURRING for each in pair]
    if not any(again) or not _TOGETHER.fullmatch(text, first.end, second.start):
        return False
    other = first if again[1] else second
    yearly = any(other.start <= start < other.end for start in yearless)
    return all(again) or yearly or _begins(other) or _lasts(other)


def _lasts(found: FoundDeadline) -> bool:
    """Tell whether a deadline ends a recurrence: «cada trimestre hasta diciembre de 2020»."""
    until = (found.deadline.text or "").split()[:1] in (["hasta"], ["until"], ["through"])
    return until and found.deadline.end is not None


def _begins(found: FoundDeadline) -> bool:
    return found.deadline.start is not None and found.deadline.end is None
