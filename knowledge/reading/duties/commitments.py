"""Find commitments with their responsible parties, actions, recipients and deadlines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.actions import ActionWriter
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.duties import Duty, Part
from knowledge.reading.duties.eventnames import EventNouns
from knowledge.reading.duties.eventwords import FoundEvent
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.partners import PartnerFinder, Partners
from knowledge.reading.duties.schedule import Schedule
from knowledge.reading.duties.wordings import any_of, words_pattern
from knowledge.values.acts import Commitment, CommitmentKind, Deadline, Precision
from knowledge.values.base import Span

_NOT_ITS_OBJECT = re.compile(r"\b(?:de|del|of|on|sobre|para|for)\b")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_OBJECT_WITHIN = 45
"""Characters between a verb of holding and its event: «llevar a cabo en Punta Cana, el Foro»."""


class CommitmentFinder:
    """Turns the duties of paragraphs into commitments."""

    def __init__(self, cues: Cues, around: Surroundings) -> None:
        self._partners = PartnerFinder(around, cues)
        self._writer = ActionWriter(around, cues)
        self._follow_up = re.compile(any_of(map(words_pattern, cues.duties.follow_up)))
        self._holding = re.compile(any_of(map(words_pattern, cues.events.holding)))
        self._nouns = EventNouns(cues.events)
        cued = (*cues.courtesies.es, *cues.courtesies.en)
        decided = (cue.cue.split()[0] for cue in cued if cue.means is Means.DECIDE)
        self._adopting = around.deciders.adopting
        self._verbs = around.verbs
        self._teaching = frozenset(map(fold, cues.events.teaching))
        self._deciding = re.compile(any_of(map(words_pattern, decided)))

    def find(
        self,
        paragraph: Paragraph,
        held: Sequence[FoundEvent],
        schedule: Schedule,
        above: Sequence[FoundEvent] = (),
    ) -> list[Commitment]:
        """List the commitments of a paragraph; `held` are its events, `above` those of its lead-in."""
        duties = (each for duty in paragraph.duties for each in _split(duty, paragraph.deadlines))
        found = ((duty, self._commitment(paragraph, duty, held, schedule, above)) for duty in duties)
        return [
            commitment
            for duty, commitment in found
            if _is_told(commitment) and (commitment.deadline.end or not duty.purpose)
        ]

    def _commitment(
        self,
        paragraph: Paragraph,
        duty: Duty,
        held: Sequence[FoundEvent],
        schedule: Schedule,
        above: Sequence[FoundEvent],
    ) -> Commitment:
        partners = self._partners_of(duty)
        inside = [each for part in duty.parts for each in _inside(part, paragraph.deadlines)]
        own = _chosen([*inside, *duty.apart])
        kind = self._kind(duty, self._writer.write(duty, [*partners.helping, *_place_of(own)]))
        event = _event_of(duty, held) if kind is CommitmentKind.EVENT else None
        if event and duty.inferred and event.event.organizers:
            duty = replace(duty, names=event.event.organizers, inferred=False)
        event = event or (self._taught(duty, held) if own is None else None)
        due = own or _chosen(paragraph.frame.deadlines)
        if event and (own is None or own.deadline.end is None):
            due = schedule.day_of(event, paragraph.deadlines)
        if due:
            before = [each for each in held if each.start < due.start]
            due = schedule.placed(due, before or held or above)
        helpers = dict.fromkeys([*partners.supporters, *(event.event.supporters if event else ())])
        start, end = _extent(duty, due)
        meant = [
            each for part in duty.parts if part.model for each in _inside(part.model, paragraph.deadlines)
        ]
        here = due if due and (own or event) else None  # a lead-in's deadline is in another paragraph
        loose = [each for each in inside if here and _is_joined(paragraph.passage.text, each, here)]
        places = [place for each in dict.fromkeys((here, *meant, *loose)) for place in _place_of(each)]
        action = self._writer.write(duty, [*partners.helping, *places])
        return Commitment(
            reference=paragraph.reference,
            responsible=duty.names,
            recipient=() if kind is CommitmentKind.APPROVAL else partners.recipients,
            supporters=tuple(name for name in helpers if name not in duty.names),
            action=action,
            kind=kind,
            quote=paragraph.passage.text[start:end],
            span=Span(start=paragraph.passage.offset + start, end=paragraph.passage.offset + end),
            deadline=due.deadline if due else Deadline(),
            inferred=(*(("responsible",) if duty.inferred else ()), *(due.inferred if due else ())),
        )

    def _taught(self, duty: Duty, held: Sequence[FoundEvent]) -> FoundEvent | None:
        """Return the only event after a duty to teach: «México capacitará a …; el curso será en mayo»."""
        part = duty.parts[0]
        tokens, last = part.clause.passage.tokens, duty.parts[-1].clause.end
        verb = tokens[part.verb].word if part.verb < last else ""
        teaches = (self._verbs.infinitive_of(verb) or verb) in self._teaching
        later = [each for each in held if each.start >= tokens[last - 1].end]
        return held[0] if teaches and len(held) == len(later) == 1 else None

    def _partners_of(self, duty: Duty) -> Partners:
        recipients: dict[str, None] = {}
        supporters: dict[str, None] = {}
        helping: list[tuple[int, int]] = []
        for part in duty.parts:
            passage, end = part.clause.passage, part.clause.end
            before = self._partners.find(passage, part.clause.lead, part.verb, duty.names)
            after = self._partners.find(passage, part.verb, end, duty.names)
            recipients.update(dict.fromkeys(after.recipients))
            supporters.update(dict.fromkeys([*before.supporters, *after.supporters]))
            helping += [*before.helping, *after.helping]
        return Partners(tuple(recipients), tuple(supporters), tuple(helping))

    def _kind(self, duty: Duty, action: str) -> CommitmentKind:
        folded = fold(action)
        adopts = duty.names != () and duty.names == self._adopting
        if duty.kind is CommitmentKind.APPROVAL or (adopts and self._deciding.match(folded)):
            return CommitmentKind.APPROVAL
        if self._holds_event(folded):
            return CommitmentKind.EVENT
        follows_up = duty.kind is not CommitmentKind.INVITATION and self._follow_up.search(folded)
        return CommitmentKind.FOLLOW_UP if follows_up else duty.kind

    def _holds_event(self, action: str) -> bool:
        """Tell «llevar a cabo en Punta Cana el Foro» from «llevar a cabo las recomendaciones del taller»."""
        holding = self._holding.match(action)
        if holding and self._nouns.is_hosting(holding[0]) and self._nouns.hosted(action[holding.end() :]):
            return True
        rest = action[holding.end() :] if holding else ""
        held = next(iter(self._nouns.find(rest)), None)
        if held is None or held.noun > _OBJECT_WITHIN:
            return False
        between = re.sub(r"^\s+(?:de|del|of)\b", "", rest[: held.noun])
        return _NOT_ITS_OBJECT.search(between) is None


def _is_told(commitment: Commitment) -> bool:
    """Tell whether there is an action, not just the party: «Se pide a Belice, y México lo apoya, que …»."""
    return bool(commitment.action) and fold(commitment.action) not in map(fold, commitment.responsible)


def _is_joined(text: str, first: FoundDeadline, second: FoundDeadline) -> bool:
    """Tell whether two deadlines are one: «a la mayor brevedad y no más tarde del 31 de mayo»."""
    asap = first.deadline.precision is Precision.ASAP
    return asap and text[first.end : second.start].strip(" ,") in {"y", "e", "and"}


def _place_of(found: FoundDeadline | None) -> list[tuple[int, int]]:
    return [(found.start, found.end)] if found else []


def _split(duty: Duty, deadlines: Sequence[FoundDeadline]) -> list[Duty]:
    """Split a duty before a verb that is a list item, or has its own deadline as those before it do."""
    groups: list[list[Part]] = []
    dated = False
    for part in duty.parts:
        timed = bool(_inside(part, deadlines))
        if not groups or (dated and timed) or _is_listed(part):
            groups.append([])
            dated = False
        groups[-1].append(part)
        dated = dated or timed
    return [replace(duty, parts=tuple(group)) for group in groups]


def _is_listed(part: Part) -> bool:
    """Tell whether a part is a list item within a sentence: «que a) recopile las leyes; b) publique …»."""
    passage, start = part.clause.passage, part.clause.head.start
    if passage.tokens[start].word == "debiendo":
        return False
    before = passage.raw(start - 1) if start else ""
    return len(before) > 0 and before[0] in ";," and part.clause.move is Move.MORE


def _inside(part: Part, deadlines: Sequence[FoundDeadline]) -> list[FoundDeadline]:
    """List the deadlines of a part, even in brackets right after it: «un glosario (antes de mayo)»."""
    passage, clause = part.clause.passage, part.clause
    start, end = passage.tokens[clause.lead].start, passage.tokens[clause.end - 1].end
    aside = _ASIDE.match(passage.text, end)
    end = aside.end() if aside else end
    return [each for each in deadlines if start <= each.start < end]


def _chosen(deadlines: Sequence[FoundDeadline]) -> FoundDeadline | None:
    """Choose the strictest deadline: a day before a condition, a firm wording before a loose one."""
    return min(deadlines, key=_looseness, default=None)


def _looseness(found: FoundDeadline) -> tuple[bool, bool, bool, int]:
    placed = found.deadline.end is not None or found.ahead is not None
    asap = found.deadline.precision is Precision.ASAP
    return (not placed, not found.firm, not asap, found.start)


def _event_of(duty: Duty, held: Sequence[FoundEvent]) -> FoundEvent | None:
    start, end = _extent(duty, None)
    return next((each for each in held if start <= each.start < end), None)


def _extent(duty: Duty, due: FoundDeadline | None) -> tuple[int, int]:
    """Return the characters of a duty, from its head on, or from a deadline before the head."""
    first, last = duty.parts[0].clause, duty.parts[-1].clause
    tokens = first.passage.tokens
    start, lead = tokens[first.head.start].start, tokens[first.lead].start
    if due and lead <= due.start < start:
        start = lead
    return start, tokens[last.end - 1].end
