"""Name and place events, and find those that are only mentioned with days that lie ahead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.eventnames import EventMention, EventNouns
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.wordings import any_of, mask, participle_pattern
from knowledge.values.acts import Event, EventStatus, Meeting, Precision

_NAME_STOP = re.compile(
    r",\s+(?:cuy[oa]s?|whose|que|el cual|la cual|a\s|con\s|en\s|por\s|del?\s+\d|los días)"
    r"|,\s+(?:which|that|to be|to take|in\s|on\s|with\s)"
    r"|\s+(?:que|se|el cual|la cual|which|en el marco|to be held|with the)\s"
    r"|\s+con (?:el|la) (?:apoyo|colaboración|cooperación|asistencia|participación)\s|[;:┆]|\.\s"
)
_QUOTED = re.compile(r"“[^”]*[”\"]|«[^»]*»|\"[^\"]*\"")
_ITS_DAYS = re.compile(
    r"(?!.*\b(?:(?:al?|del?|en|con)(?: l[ao]s?| el)? (?:que|cual)|(?:in|to|of|before|after) which|antes"
    r"|después|previ[ao]|tras|before|after|until|hasta)\b)"
    r"(?:[^.;:]{0,60}: ?[A-ZÁÉÍÓÚÑ][^.;:]{1,60}, ?"
    r"|[^.;:]{0,100}(?:\b(?:del?|el|los días|los dias|on|from|of)|,|\()\s*)"
)
"""What may stand between an event and its days."""
_LOOSE = re.compile(
    r"^[\s,;:.]+|(?:[\s,;:.]+|\s(?:del?|el|la|los|las|en|on|of|the|from|in|at)(?=[\s,;:.]*$))+$"
)
_BESIDE_WITHIN = 40
"""Characters after an event's days in which another may follow: «…, el 17 de noviembre, una sesión»."""


@dataclass(frozen=True)
class FoundEvent:
    """An event, and where its paragraph tells of it: the characters from its name to the clause's end."""

    event: Event
    start: int
    end: int


class EventWords:
    """What tells an event's name and place."""

    def __init__(self, register: PartyRegister, cues: Cues) -> None:
        self.nouns = EventNouns(cues.events)
        self.places = PlaceFinder(register)
        self._past = re.compile(any_of(map(participle_pattern, cues.events.past)))

    def is_past(self, text: str) -> bool:
        """Tell whether a text tells of something that is over."""
        return self._past.search(fold(text)) is not None

    def place(self, text: str, *, towards: bool = False) -> str | None:
        """Return the place before what is told of another, past event: «… al taller realizado en Panamá»."""
        past = self._past.search(fold(text))
        found = self.places.find(text[: past.start()] if past else text, towards=towards)
        return found[2] if found else None

    def name(self, paragraph: Paragraph, start: int, end: int) -> str:
        """Return the name from a character on, up to its place, days, helpers, or what is told of it."""
        name = paragraph.passage.text[start:end]
        plain = mask(name, (match.span() for match in _QUOTED.finditer(name)), "_")
        stops = [match.start() for match in _NAME_STOP.finditer(plain)]
        stops += [match.start() for match in self._past.finditer(fold(plain))]
        stops += [each.start - start for each in paragraph.deadlines if each.deadline.end]
        place = self.places.find(plain)
        stops += [place[0]] if place else []
        last = min([len(name), *(stop for stop in stops if stop > 0)])
        tidy = _LOOSE.sub("", " ".join(name[:last].split()))
        return tidy[:1].upper() + tidy[1:]


class MentionedEventFinder:
    """Finds events that no verb holds or announces: «… para el simulacro del 6 de diciembre de 2017»."""

    def __init__(self, words: EventWords, meeting: Meeting) -> None:
        self._words = words
        self._meeting = meeting

    def find(self, paragraph: Paragraph) -> Iterator[FoundEvent]:
        """Yield the first event of a paragraph that is named with days of its own."""
        text, present = paragraph.passage.text, self._meeting.start
        dates = [each for each in find_dates(text) if each.unit is Precision.DAY and each.has_year]
        for mention in self._words.nouns.find(text) if present and dates else ():
            date = next((each for each in dates if each.start >= mention.end), None)
            days = date.days(present) if date else None
            if date is None or days is None or present is None or days.first <= present:
                continue
            if self._is_else(paragraph, mention, date.start, date.end):
                continue
            event = Event(
                reference=paragraph.reference,
                name=self._words.name(paragraph, mention.name, date.start),
                place=self._place(text[mention.end : date.start]),
                start=days.first,
                end=days.last,
                precision=date.unit,
                status=EventStatus.REFERENCED,
            )
            yield FoundEvent(event, mention.name, date.end)
            return

    def _place(self, between: str) -> str | None:
        """Return the place before an event's days: «en Tela, », or all that follows a colon."""
        after = between.rpartition(":")[2] if ":" in between else ""
        return after.strip(" ,") or self._words.place(between)

    def _is_else(self, paragraph: Paragraph, mention: EventMention, start: int, end: int) -> bool:
        """Tell a deadline, a past day, or the days of another event from those of the one named before."""
        text = paragraph.passage.text
        between, rest = text[mention.end : start], text[end : end + _BESIDE_WITHIN]
        other = next(iter(self._words.nouns.find(rest)), None)
        beside = other is not None and not rest[: other.start].strip(" ,")
        limited = any(each.firm and each.start <= start < each.end for each in paragraph.deadlines)
        return bool(beside or limited or not _ITS_DAYS.fullmatch(between) or self._words.is_past(between))
