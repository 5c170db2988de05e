"""Find the statements of an act, stretch by stretch."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language.parties import PartyRegister
from knowledge.language.people import PeopleFinder
from knowledge.language.places import PlaceFinder
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.eventwords import FoundEvent
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.partners import PartnerFinder, Partners
from knowledge.reading.duties.roles import RoleFinder
from knowledge.reading.statements.agents import AgentFinder
from knowledge.reading.statements.chosen import Agent
from knowledge.reading.statements.figures import FoundFigure, find_figures
from knowledge.reading.statements.places import AllPlaces
from knowledge.reading.statements.stretches import Stretch, StretchFinder
from knowledge.reading.statements.times import FoundTime, find_times
from knowledge.values.acts import Commitment, Deadline, Meeting, Role
from knowledge.values.base import Span
from knowledge.values.statements import Statement

_PURPOSE = re.compile(
    r"\b(?:a fin de|con el fin de|con el objeto de|con el objetivo de|con miras a|in order to|so that"
    r"|with a view to)\b[^.;,]+",
    re.IGNORECASE,
)
# Recipients that aren't known parties: «a las cancillerías», "to the port authorities".
_RECIPIENT = re.compile(
    r"\b(?:a|ante)\s+(?=l[ao]s?\s)(?P<who>l[ao]s?\s+[a-záéíóúñ]{5,}(?:\s+[a-záéíóúñ]{5,}s(?=[,.;\s]))?)"
    r"|\bto\s+(?P<whom>the\s+[a-z]{4,}(?:\s+(?!by|on|in|no|within|for|of\b)[a-z]{4,})?)"
)


class _Told(NamedTuple):
    """The times, places and figures in a paragraph, with their characters."""

    times: Sequence[FoundTime]
    places: Sequence[tuple[int, int, str]]
    figures: Sequence[FoundFigure]


class StatementFinder:
    """Finds what the paragraphs of an act say."""

    def __init__(
        self,
        register: PartyRegister,
        cues: Cues,
        around: Surroundings,
        meeting: Meeting,
        people: PeopleFinder,
    ) -> None:
        self._meeting = meeting
        self._language = around.language
        self._stretches = StretchFinder(around)
        roles = RoleFinder(register, cues, around)
        self._agents = AgentFinder(around, cues, roles, self._stretches, people)
        self._partners = PartnerFinder(around, cues)
        self._giving = frozenset(cues.deeds[Role.RECIPIENT].says)
        self._places = AllPlaces(PlaceFinder(register), cues)

    def find(
        self, paragraph: Paragraph, commitments: Sequence[Commitment], held: Sequence[FoundEvent]
    ) -> Iterator[Statement]:
        """Yield the statements of a paragraph, given the commitments and events found in it."""
        text = paragraph.passage.text
        told = _Told(
            find_times(text, paragraph.deadlines, self._meeting),
            list(self._places.find(text)),
            find_figures(text, self._language),
        )
        for found in held:
            yield self._of_event(paragraph, found, told)
        for stretch in self._stretches.find(paragraph.clauses, paragraph.duties):
            yield from self._of_stretch(paragraph, stretch, commitments, told)

    def _of_event(self, paragraph: Paragraph, found: FoundEvent, told: _Told) -> Statement:
        event = found.event
        days = Deadline(start=event.start, end=event.end, precision=event.precision)
        inside = (each for each in told.times if found.start <= each.start < found.end)
        same = next((each for each in inside if each.time.end == event.end), None)
        return Statement(
            reference=paragraph.reference,
            role=Role.ORGANIZER if event.organizers else None,
            agents=event.organizers,
            supporters=event.supporters,
            time=same.time.model_copy(update={"start": event.start}) if same else days,
            place=event.place,
            inferred=same.inferred if same else (),
            quote=paragraph.passage.text[found.start : found.end],
            span=_span(paragraph, found.start, found.end),
        )

    def _of_stretch(
        self, paragraph: Paragraph, stretch: Stretch, commitments: Sequence[Commitment], told: _Told
    ) -> Iterator[Statement]:
        start, end = stretch.characters
        duty = _duty_of(paragraph, stretch, commitments)
        agents = self._agents.find(stretch, thanks=paragraph.frame.thanks and stretch.clause.lead == 0)
        times = [each for each in told.times if start <= each.start < end]
        partners = self._partners.find(stretch.passage, stretch.start, stretch.end)
        base = self._base(paragraph, stretch, told, partners)
        main = _main_time(times, duty)
        known = {*partners.supporters, *(duty.responsible if duty else ())}
        # «con el apoyo técnico de la OEA» tells who helps, not who does something.
        agents = [each for each in agents if each.role is not Role.DOER or not known.issuperset(each.names)]
        if duty:
            base = base.model_copy(update={"recipients": _without(base.recipients, duty.responsible)})
            yield self._bound(base, duty, main)
        for agent in agents:
            yield _timed(self._done(base, agent, stretch), main)
        told_anything = main or base.place or base.figures or base.recipients
        if not duty and not agents and told_anything:
            yield _timed(base, main)
        for extra in times:
            if extra is not main:
                yield _timed(base, extra)

    def _base(self, paragraph: Paragraph, stretch: Stretch, told: _Told, partners: Partners) -> Statement:
        """Return the statement of a stretch without its agents and time."""
        start, end = stretch.characters
        place = next((name for first, _, name in told.places if start <= first < end), None)
        purpose = _PURPOSE.search(stretch.passage.text, start, end)
        deed = self._stretches.lemma(stretch.passage, stretch.verb) if stretch.verb is not None else ""
        worded = _RECIPIENT.search(stretch.passage.text, start, end) if deed in self._giving else None
        return Statement(
            reference=paragraph.reference,
            deed=deed,
            recipients=partners.recipients or _worded(worded),
            supporters=partners.supporters,
            place=place,
            figures=tuple(each.figure for each in told.figures if start <= each.start < end),
            purpose=purpose[0] if purpose else None,
            about=stretch.about,
            quote=paragraph.passage.text[start:end],
            span=_span(paragraph, start, end),
        )

    @staticmethod
    def _bound(base: Statement, duty: Commitment, main: FoundTime | None) -> Statement:
        own = main if main and not duty.deadline.text else None
        return base.model_copy(
            update={
                "role": Role.RESPONSIBLE,
                "agents": duty.responsible,
                "recipients": duty.recipient or base.recipients,
                "supporters": duty.supporters,
                "time": own.time if own else duty.deadline,
                "inferred": (*duty.inferred, *(own.inferred if own else ())),
            }
        )

    @staticmethod
    def _done(base: Statement, agent: Agent, stretch: Stretch) -> Statement:
        changes: dict[str, object] = {
            "role": agent.role,
            "agents": agent.names,
            "recipients": _without(base.recipients, agent.names),
        }
        if agent.deed is not None:
            changes["deed"] = agent.deed
        if (agent.start, agent.end) != (stretch.start, stretch.end):
            tokens = stretch.passage.tokens
            first, last = tokens[agent.start].start, tokens[agent.end - 1].end
            shift = base.span.end - stretch.characters[1]
            changes |= {
                "quote": stretch.passage.text[first:last],
                "about": f"{base.quote} … {base.about}",
                "span": Span(start=first + shift, end=last + shift),
            }
        return base.model_copy(update=changes)


def _main_time(times: Sequence[FoundTime], duty: Commitment | None) -> FoundTime | None:
    """Return the time of a stretch's own deed: its duty's deadline, or the first time."""
    if duty and duty.deadline.text:
        return next((each for each in times if each.time.text == duty.deadline.text), None)
    return times[0] if times else None


def _without(names: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _timed(base: Statement, found: FoundTime | None) -> Statement:
    if found is None:
        return base
    return base.model_copy(update={"time": found.time, "inferred": found.inferred})


def _duty_of(paragraph: Paragraph, stretch: Stretch, commitments: Sequence[Commitment]) -> Commitment | None:
    """Return the commitment worded by a clause's main stretch."""
    if not stretch.is_main:
        return None
    tokens, clause = stretch.passage.tokens, stretch.clause
    first = paragraph.passage.offset + tokens[clause.head.start].start
    within = (each for each in commitments if each.span.start <= first < each.span.end)
    return next(within, None)


def _worded(found: re.Match[str] | None) -> tuple[str, ...]:
    return (" ".join((found["who"] or found["whom"]).split()),) if found else ()


def _span(paragraph: Paragraph, start: int, end: int) -> Span:
    return Span(start=paragraph.passage.offset + start, end=paragraph.passage.offset + end)
