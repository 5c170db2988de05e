"""Locate the values read from an act in its text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from knowledge.language.dates import find_dates
from knowledge.language.parties import PartyRegister
from knowledge.values.acts import Act, Commitment, Event, Provision
from knowledge.values.base import Span
from knowledge.values.references import Section


class Aspect(StrEnum):
    """The kind of information in a passage."""

    DUTY = "duty"
    EVENT = "event"
    PARTY = "party"
    RESPONSIBLE = "responsible"
    DATE = "date"
    PLACE = "place"


class Passage(NamedTuple):
    """A stretch of an act's text with an aspect."""

    start: int
    end: int
    aspect: Aspect


class Locator:
    """Find the passages of an act."""

    def __init__(self, act: Act, register: PartyRegister) -> None:
        self._act = act
        self._register = register
        self._provisions = {provision.reference: provision for provision in act.provisions}
        self._preambles = [each for each in act.provisions if each.reference.section is Section.PREAMBLE]

    def passages(self) -> list[Passage]:
        """List all passages, in the order of the text."""
        found = [*self._duties(), *self._parties(), *self._events(), *self._dates(), *self._meeting()]
        return sorted(set(found))

    def deadline(self, commitment: Commitment) -> Span | None:
        """Find the wording of a deadline, in its commitment or else in its provision."""
        if commitment.deadline.text is None:
            return None
        return self._find(
            commitment.deadline.text, (commitment.span, *self._provisions[commitment.reference].spans)
        )

    def event(self, event: Event) -> Span | None:
        """Find the name of an event in its provision."""
        return self._find(event.name, self._provisions[event.reference].spans)

    def place(self, event: Event) -> Span | None:
        """Find the place of an event in its provision."""
        return self._find(event.place or "", self._provisions[event.reference].spans)

    def is_in_preamble(self, wording: str) -> bool:
        """Tell whether the preamble contains a wording, or names the party of that name."""
        return any(self._is_named(wording, each) for each in self._preambles)

    def has_date_of_meeting(self) -> bool:
        """Tell whether the preamble gives the date of the meeting."""
        return any(passage.aspect is Aspect.DATE for passage in self._meeting())

    def _is_named(self, party: str, provision: Provision) -> bool:
        """Tell whether a provision names a party, by one of its names or in the wording given."""
        spans = provision.spans
        named = any(each.name == party for span in spans for each in self._register.find(self._of(span)))
        return named or self._find(party, spans) is not None

    def _duties(self) -> Iterator[Passage]:
        for commitment in self._act.commitments:
            yield Passage(commitment.span.start, commitment.span.end, Aspect.DUTY)

    def _parties(self) -> Iterator[Passage]:
        bound: dict[object, set[str]] = {}
        for commitment in self._act.commitments:
            bound.setdefault(commitment.reference, set()).update(commitment.responsible)
        for provision in self._act.provisions:
            responsible = bound.get(provision.reference, set())
            for span in provision.spans:
                for mention in self._register.find(self._of(span)):
                    aspect = Aspect.RESPONSIBLE if mention.name in responsible else Aspect.PARTY
                    yield Passage(span.start + mention.start, span.start + mention.end, aspect)
            for name in responsible - self._register.parties.keys():
                yield from _passage(self._find(name, provision.spans), Aspect.RESPONSIBLE)

    def _events(self) -> Iterator[Passage]:
        for event in self._act.events:
            yield from _passage(self.event(event), Aspect.EVENT)
            yield from _passage(self.place(event), Aspect.PLACE)

    def _dates(self) -> Iterator[Passage]:
        for commitment in self._act.commitments:
            yield from _passage(self.deadline(commitment), Aspect.DATE)
        for statement in self._act.statements:
            spans = (statement.span, *self._provisions[statement.reference].spans)
            yield from _passage(self._find(statement.time.text or "", spans), Aspect.DATE)
        for event in self._act.events:
            if event.start:
                own = self._provisions[event.reference]
                yield from self._days(own, event.start, event.start, event.end or event.start)

    def _meeting(self) -> Iterator[Passage]:
        meeting = self._act.meeting
        for provision in self._preambles:
            yield from _passage(self._find(meeting.city or "", provision.spans), Aspect.PLACE)
            if meeting.start:
                yield from self._days(provision, meeting.start, None, meeting.end or meeting.start)

    def _days(self, provision: Provision, present: date, first: date | None, last: date) -> Iterator[Passage]:
        """Find a date in a provision's wording; without `first`, only its last day must match."""
        for span in provision.spans:
            for mention in find_dates(self._of(span)):
                days = mention.days(present)
                if days and days.last == last and first in {None, days.first}:
                    yield Passage(span.start + mention.start, span.start + mention.end, Aspect.DATE)

    def _of(self, span: Span) -> str:
        return span.of(self._act.text)

    def _find(self, wording: str, spans: Iterable[Span]) -> Span | None:
        """Find a wording, ignoring white space and case."""
        words = wording.split()
        wanted = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        for span in spans if words else ():
            match = wanted.search(self._act.text, span.start, span.end)
            if match:
                return Span(start=match.start(), end=match.end())
        return None


def _passage(span: Span | None, aspect: Aspect) -> Iterator[Passage]:
    if span:
        yield Passage(span.start, span.end, aspect)
