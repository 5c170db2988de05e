"""A wording of time found in a text with its dates, and the simple readers for it."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple, TypeVar

from knowledge.language.dates import DateMention, Days, find_dates
from knowledge.language.folding import fold
from knowledge.language.lengths import Length, LengthMention
from knowledge.reading.duties.eventnames import EventMention
from knowledge.reading.duties.wordings import ARTICLES, DATE
from knowledge.values.acts import Deadline, Meeting, Precision

_FRIDAY = 4
_SPANISH_ARTICLES = ("el", "la", "los", "las", "de", "que")
# «previo dictamen de Canadá, Estados Unidos y México»: a clause continues over commas in a list of names.
_CAPITALS = r"(?:(?:la|el|las|los|the)\s+)?[A-ZÁÉÍÓÚÑ]\w*(?:\s+[A-ZÁÉÍÓÚÑ]\w*)*"
_NAMES_ON = re.compile(rf"(?:,\s+{_CAPITALS})*,?\s+(?:y|e|and)\s+{_CAPITALS}")
# Between an event and its days: «el taller regional sobre tráfico de personas, el 5 de mayo», "(5 May)".
PHRASES = (
    r"(?:\s+\w+(?:al|ic[oa]|iv[oa]|ari[oa]|ori[oa])s?\b){0,2}"
    r"(?:\s+(?:del?|sobre|para|por|en|con|of|on|for|about|in)"
    r"(?:\s+(?:el|la|los|las|the))?(?:\s+(?!del?\b|of\b)\w+){1,4}?){0,4}"
)
_ANNOUNCED = (
    r"(?:\s*,?\s+(?:que\s+(?:se\s+(?:celebrara|realizara|llevara\s+a\s+cabo)|tendra\s+lugar)"
    r"|a\s+(?:celebrarse|realizarse|llevarse\s+a\s+cabo)|(?:previst|programad)[oa]s?(?:\s+para)?"
    r"|(?:(?:which|that)\s+will|to)\s+(?:be\s+held|take\s+place)|(?:scheduled|planned)(?:\s+for)?))?"
)
_ITS_DATE = re.compile(
    rf"{PHRASES}{_ANNOUNCED}{PHRASES}\s*,?\s*(?:\(\s*)?(?:(?:del?|los|el|en|on|of|in|at)\s+)?{ARTICLES}{{0,4}}(?P<date>{DATE}+)"
)

BEFORE_EVENT = re.compile(
    r"(?:antes|previ[oa]|con anterioridad|before|prior|in advance|ahead|in time|in anticipation)"
)
"""Opening of a wording that sets a day before an event."""
AFTER_EVENT = re.compile(r"(?:despues|con posterioridad|after)")
"""Opening of a wording that sets a day after an event."""


class FoundDeadline(NamedTuple):
    """A deadline at the characters from `start` up to `end` of a text.

    A `firm` wording can only be a deadline («a más tardar el 15 de julio»); another may be the date of an
    event («del 6 al 7 de julio»). `ahead` counts back from the event of the context, `event` is the wording
    of the meeting that the deadline is tied to; `Schedule` can place both.
    """

    start: int
    end: int
    deadline: Deadline
    inferred: tuple[str, ...] = ()
    firm: bool = True
    ahead: Length | None = None
    event: str | None = None


_Mention = TypeVar("_Mention", DateMention, LengthMention, EventMention)


class Reading(NamedTuple):
    """A match of a wording, with the text, the meeting, and the dates, lengths and events found.

    The string of `match` is the text with signs in place of dates, lengths and events.
    """

    text: str
    match: re.Match[str]
    meeting: Meeting
    dates: list[DateMention]
    lengths: list[LengthMention]
    events: list[EventMention]

    def found(
        self, deadline: Deadline, *, inferred: tuple[str, ...] = (), firm: bool = True, end: int = 0
    ) -> FoundDeadline:
        """Return a deadline with the text's wording, up to `end` if that is beyond the match."""
        start, end = self.match.start(), max(end, self.match.end())
        worded = deadline.model_copy(update={"text": self.text[start:end]})
        return FoundDeadline(start, end, worded, inferred, firm)

    @property
    def opening(self) -> str:
        """The first word."""
        return self.match[0].split()[0]

    def date(self) -> DateMention:
        """Return the first date."""
        return next(self.inside(self.dates))

    def length(self) -> Length:
        """Return the first length of time."""
        return next(self.inside(self.lengths)).length

    def inside(self, mentions: Iterable[_Mention]) -> Iterator[_Mention]:
        """Yield the mentions inside the wording."""
        return (each for each in mentions if self.match.start() <= each.start < self.match.end())

    def days(self) -> Days | None:
        """Place the first date, or return None."""
        return self.place(self.date())

    def place(self, mention: DateMention) -> Days | None:
        """Return the days of a date relative to the meeting, or None."""
        return mention.days(self.meeting.start)

    def date_at(self, position: int) -> DateMention:
        """Return the date that begins at a position."""
        return next(each for each in self.dates if each.start == position)

    def date_of_event(self, end: int) -> DateMention | None:
        """Return the date that the text gives an event whose name ends at `end`, or None."""
        match = _ITS_DATE.match(self.match.string, end)
        return self.date_at(match.start("date")) if match else None


WordingReader = Callable[[Reading], FoundDeadline | None]


def year_of(*placed: Days) -> tuple[str, ...]:
    """Return the inferred fields of days: the year, if the text leaves it out."""
    return ("deadline.year",) if any(days.year_inferred for days in placed) else ()


def read_end_of(reading: Reading) -> FoundDeadline | None:
    """Read «a más tardar el 15 de julio», «a finales de julio»; a working day has no date."""
    mention, days = reading.date(), reading.days()
    if mention.unit is Precision.RELATIVE:
        return reading.found(Deadline(precision=Precision.RELATIVE))
    if days is None:
        return None
    return reading.found(Deadline(end=days.last, precision=mention.unit), inferred=year_of(days))


def read_before(reading: Reading) -> FoundDeadline | None:
    """Read «antes del 15 de julio» as that day, and «antes de julio» as the day before it begins."""
    days, unit = reading.days(), reading.date().unit
    if days is None:
        return read_end_of(reading)
    end = days.last if unit is Precision.DAY else days.first - timedelta(days=1)
    return reading.found(Deadline(end=end, precision=unit), inferred=year_of(days))


def read_week(reading: Reading) -> FoundDeadline | None:
    """Read «en la semana del 18 al 22 de marzo»; the week of a single day lasts until Friday."""
    days = reading.days()
    if days is None:
        return None
    last = days.last
    if days.first == last:
        last += timedelta(days=max(0, _FRIDAY - last.weekday()))
    deadline = Deadline(start=days.first, end=last, precision=Precision.WEEK)
    return reading.found(deadline, inferred=year_of(days))


def read_asap(reading: Reading) -> FoundDeadline:
    """Read «a la brevedad posible»."""
    return reading.found(Deadline(precision=Precision.ASAP))


def read_recurring(reading: Reading) -> FoundDeadline:
    """Read «cada seis meses»."""
    return reading.found(Deadline(precision=Precision.RECURRING))


def read_relative(reading: Reading) -> FoundDeadline:
    """Read «una vez aprobado el informe», including a whole list of names."""
    end = reading.match.end()
    names = _NAMES_ON.match(reading.text, end) if reading.text[:end].split()[-1][:1].isupper() else None
    return reading.found(Deadline(precision=Precision.RELATIVE), end=names.end() if names else 0)


def read_once(reading: Reading) -> FoundDeadline | None:
    """Read "once the report is approved"; in Spanish «once módulos» are eleven."""
    words = fold(reading.text).split()
    spanish = sum(words.count(each) for each in _SPANISH_ARTICLES) > words.count("the")
    return None if reading.opening == "once" and spanish else read_relative(reading)


def read_at_next_event(reading: Reading) -> FoundDeadline | None:
    """Read «en su próxima reunión»."""
    event = next(reading.inside(reading.events))
    return read_at_event(reading)._replace(firm=False) if event.coming else None


def read_at_announced_event(reading: Reading) -> FoundDeadline | None:
    """Read «en una sesión que tendrá lugar en …», an event that is announced with the duty itself."""
    event = next(reading.inside(reading.events))
    own = reading.text[event.start : event.end].split()[0].lower() in {"un", "una", "a", "an"}
    return read_at_event(reading)._replace(firm=False) if own else None


def read_at_event(reading: Reading) -> FoundDeadline:
    """Read «antes de la reunión de mayo», «en el marco de la reunión de 2017»."""
    event = next(reading.inside(reading.events))
    named: str | None = reading.text[event.name : event.end]
    dated = _at_dated_event(reading, event)
    if dated:
        return dated
    year = next((each for each in find_dates(named or "") if each.unit is Precision.YEAR), None)
    days = reading.place(year) if year else None
    deadline = Deadline(precision=Precision.RELATIVE)
    if days and not days.year_inferred:
        deadline = Deadline(start=days.first, end=days.last, precision=Precision.YEAR)
        named = None
    found = reading.found(deadline, firm=named is not None, end=event.end)
    return found._replace(event=named)


def _at_dated_event(reading: Reading, event: EventMention) -> FoundDeadline | None:
    """Read «antes de la reunión del 15 de mayo», an event with its day."""
    mention = reading.date_of_event(event.end)
    days = reading.place(mention) if mention and mention.unit is Precision.DAY else None
    if mention is None or days is None:
        return None
    start, end = days.first, days.last
    if AFTER_EVENT.match(reading.match[0]):
        deadline = Deadline(start=end, precision=Precision.DAY)
    elif BEFORE_EVENT.match(reading.match[0]):
        deadline = Deadline(end=start, precision=Precision.DAY)
    else:
        deadline = Deadline(start=start, end=end, precision=Precision.DAY)
    return reading.found(deadline, inferred=year_of(days), end=mention.end)
