"""Find the events that an act announces, decides or hears proposed: name, place, days, organizers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.datecontexts import is_conditional
from knowledge.reading.duties.duties import Duty
from knowledge.reading.duties.eventnames import EventMention
from knowledge.reading.duties.eventwords import EventWords, FoundEvent
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.paragraphs import Paragraph
from knowledge.reading.duties.partners import PartnerFinder
from knowledge.reading.duties.passages import WordPhrases
from knowledge.values.acts import Deadline, Event, EventStatus, Meeting, Precision

_WORDS_BEFORE_NOUN = 2
_NOUN_WITHIN = 40
"""Characters between a verb of holding and the noun of its event: «celebrar una nueva reunión»."""
PART_OF = re.compile(r"(?:\s+\w+){0,3}\s+(?:de|del|sobre|para|of|on|for)(?:\s+\w+)?\s*")
"""Words between an event and another that is its topic."""
_DECIDED = frozenset({Move.DECIDE, Move.AGREE, Move.DO})
_NOTED = frozenset({Move.NOTE, Move.STATEMENT})


class EventFinder:
    """Finds events in paragraphs."""

    def __init__(self, register: PartyRegister, cues: Cues, around: Surroundings, meeting: Meeting) -> None:
        self._around = around
        self._meeting = meeting
        self._words = EventWords(register, cues)
        self._nouns, self._places = self._words.nouns, self._words.places
        self._partners = PartnerFinder(around, cues)
        self._holding = WordPhrases(cues.events.holding)
        self._in_charge = WordPhrases(cues.actors.in_charge)
        self._organized_by = WordPhrases(cues.events.organized_by)
        self._proposals = frozenset(map(fold, (*cues.events.proposals, *cues.actors.offers)))

    def find(self, paragraph: Paragraph) -> list[FoundEvent]:
        """List the events of a paragraph, in order, without past ones and those with no time."""
        found: list[FoundEvent] = []
        for clause, following in zip_longest(paragraph.clauses, paragraph.clauses[1:]):
            if clause.move is Move.EVENT:
                event = self._announced(paragraph, clause)
            elif following and following.move is Move.EVENT:
                continue
            else:
                event = self._held(paragraph, clause)
            if event:
                found.append(event)
        return found

    def _announced(self, paragraph: Paragraph, clause: Clause) -> FoundEvent | None:
        """Read «…, que se realizará en la Ciudad de México, del 6 al 7 de julio de 2017»."""
        passage = paragraph.passage
        head = passage.tokens[clause.head.start].start
        sentence = passage.sentence(clause.head.start)[0]
        earlier = [each for each in paragraph.clauses if sentence <= each.lead < clause.head.start]
        before = earlier[-1] if earlier and earlier[-1] is not clause else None
        first = passage.tokens[before.lead if before else clause.lead].start
        mentions = self._nouns.find(passage.text[first:head])
        if not mentions:
            return None
        start = first + _outermost(mentions, passage.text[first:head]).name
        duty = next((each for each in paragraph.duties if before and each.parts[0].clause is before), None)
        own = next((each for each in paragraph.duties if each.parts[0].clause.end == clause.end), None)
        organizers = self._organizers(clause, own if before is None else None, duty, before)
        told = (
            clause
            if before is None or self._dated(paragraph, clause)
            else replace(clause, head=replace(clause.head, start=before.lead))
        )
        return self._event(paragraph, told, (start, head), organizers, EventStatus.SCHEDULED)

    def _dated(self, paragraph: Paragraph, clause: Clause) -> bool:
        """Tell whether the announcement gives a time."""
        tokens = clause.passage.tokens
        return self._time(paragraph, tokens[clause.head.start].start, tokens[clause.end - 1].end) is not None

    def _organizers(
        self, clause: Clause, own: Duty | None, duty: Duty | None, before: Clause | None
    ) -> tuple[str, ...]:
        lists, start, end = self._around.lists, clause.head.start, clause.end
        explicit = lists.named_after(self._organized_by, clause.passage, start, end)
        explicit = explicit or lists.named_after(self._in_charge, clause.passage, clause.lead, end)
        if explicit:
            return explicit
        if clause.head.subject:
            return lists.names(clause.head.subject, clause.passage)
        if own:
            return own.names
        if duty and before and before.move is not Move.ASK:
            return duty.names if not duty.inferred else ()
        if before is None or before.move not in {Move.THANK, Move.NOTE}:
            return ()
        return self._first_named(before)

    def _first_named(self, clause: Clause) -> tuple[str, ...]:
        lists = self._around.lists
        inside = (each for each in lists.all(clause.passage) if clause.head.body <= each.start < clause.end)
        first = next(inside, None)
        return lists.names(first, clause.passage) if first else ()

    def _held(self, paragraph: Paragraph, clause: Clause) -> FoundEvent | None:
        """Read «llevarán a cabo en Punta Cana, a finales de noviembre, el Foro», and noted proposals."""
        passage = paragraph.passage
        end = passage.tokens[clause.end - 1].end
        opens = [clause.lead] if clause.lead < clause.head.start else []
        for index in (*opens, *range(clause.head.start, clause.end)):
            after = self._convoked_at(clause, index) if index in opens else self._holding_at(clause, index)
            if after is None:
                continue
            start = passage.tokens[after - 1].end
            helping = self._partners.find(passage, after, clause.end).helping
            mention = self._object(passage.text[start:end], paragraph, start, helping)
            mention = mention or self._subject(clause, index, start)
            if mention is None and self._nouns.is_hosting(passage.words(index, after)):
                mention = self._nouns.hosted(passage.text[start:end])
            if mention is None:
                continue
            duty, told = (None, _from_lead(clause)) if index in opens else _doing(paragraph, clause, index)
            noted = clause.move in _NOTED or paragraph.frame.notes or self._proposes(clause, index)
            decided = clause.move in _DECIDED and not self._proposes(clause, index)
            decided = decided or self._convoked_at(clause, index) is not None
            if duty is None and not (noted or decided):
                continue
            status = EventStatus.SCHEDULED if duty or decided else EventStatus.PROPOSED
            organizers = self._proposer(clause, index) if noted and duty is None else _named(duty)
            last = passage.tokens[told.end - 1].end
            return self._event(
                paragraph, told, (start + mention.name, max(last, start + mention.end)), organizers, status
            )
        return None

    def _holding_at(self, clause: Clause, index: int) -> int | None:
        """Return the token after a verb of holding at a token, in any form, or None."""
        passage, verbs = clause.passage, self._around.verbs
        word = passage.tokens[index].word
        known = verbs.infinitive_of(word) or (verbs.infinitive(passage.raw(index)) if word else word)
        held = self._holding.after(passage, index) or self._holding.after(passage, index, known)
        return held or self._convoked_at(clause, index)

    def _convoked_at(self, clause: Clause, index: int) -> int | None:
        """Return the token after «Celebración de» or «Convocatoria del» at the start of an item."""
        passage = clause.passage
        opens = index == self._around.skip(passage, clause.lead, self._around.grammar.determiners)
        noun = self._around.verbs.verb_of_action(passage.tokens[index].word) if opens else None
        after = self._holding.after(passage, index, fold(noun)) if noun else None
        owns = after is not None and after < clause.end and passage.tokens[after].word in {"de", "del"}
        return after + 1 if after is not None and owns else None

    def _proposes(self, clause: Clause, verb: int) -> bool:
        """Tell whether an event is only offered: «agradecer el ofrecimiento de Honduras de ser sede»."""
        return any(token.word in self._proposals for token in clause.passage.tokens[clause.head.body : verb])

    def _subject(self, clause: Clause, verb: int, start: int) -> EventMention | None:
        """Find the event in «que el próximo encuentro se celebre en Guatemala», relative to `start`."""
        passage = clause.passage
        if passage.tokens[verb - 1].word == "se" and clause.head.agentless and clause.move is Move.DUTY:
            return self._opening(clause, verb, start)
        if passage.tokens[verb - 1].word != "se" or verb - 2 < clause.head.body:
            return None
        first, end = passage.tokens[clause.head.body].start, passage.tokens[verb - 2].end
        mentions = self._nouns.find(passage.text[first:end])
        if not mentions or first + mentions[-1].end != end:
            return None
        shift = first - start
        at, end, noun, name, coming = mentions[-1]
        return EventMention(at + shift, end + shift, noun + shift, name + shift, coming)

    def _opening(self, clause: Clause, verb: int, start: int) -> EventMention | None:
        """Find the event that opens «El taller de alertas, a cargo de la OIM, se impartirá en Belice»."""
        passage = clause.passage
        first = passage.tokens[clause.head.start].start
        words = passage.text[first : passage.tokens[verb - 1].start]
        mention = next(iter(self._nouns.find(words)), None)
        if mention is None or len(words[: mention.noun].split()) > _WORDS_BEFORE_NOUN:
            return None
        shift = first - start
        at, end, noun, name, coming = mention
        return EventMention(at + shift, end + shift, noun + shift, name + shift, coming)

    def _object(
        self, rest: str, paragraph: Paragraph, start: int, helping: Sequence[tuple[int, int]]
    ) -> EventMention | None:
        """Find the object of a verb of holding, past place, time and helpers: «en Lima, en mayo, el Foro»."""
        cut = 0
        place = self._places.find(rest[:_NOUN_WITHIN])
        if place and not rest[: place[0]].strip(" ,"):
            cut = place[1]
        times = [(each.start, each.end) for each in paragraph.deadlines]
        for first, last in sorted([*times, *helping]):
            if start + cut <= first <= start + cut + 3:
                cut = last - start
        mention = next(iter(self._nouns.find(rest[cut:])), None)
        if mention is None or mention.start > _NOUN_WITHIN:
            return None
        between = rest[cut : cut + mention.noun]
        if re.search(r"[.;]|\b(?:de|del|of|sobre|on|para|for)\s*$", between[: mention.start]):
            return None
        start, end, noun, name, coming = mention
        return EventMention(start + cut, end + cut, noun + cut, name + cut, coming)

    def _proposer(self, clause: Clause, verb: int) -> tuple[str, ...]:
        lists, passage = self._around.lists, clause.passage
        before = [each for each in lists.all(passage) if clause.lead <= each.start and each.end <= verb]
        return lists.names(before[-1], passage) if before else ()

    def _event(
        self,
        paragraph: Paragraph,
        clause: Clause,
        named: tuple[int, int],
        organizers: tuple[str, ...],
        status: EventStatus,
    ) -> FoundEvent | None:
        passage = paragraph.passage
        first, end = passage.tokens[clause.head.start].start, passage.tokens[clause.end - 1].end
        time = self._time(paragraph, first, end)
        if time is None:
            return None
        name = passage.text[named[0] : named[1]]
        told = passage.words(clause.head.body, clause.end)
        place = self._words.place(told) or self._words.place(name, towards=True)
        if status is EventStatus.SCHEDULED and time.precision is Precision.YEAR:
            status = EventStatus.COMMITTED
        event = Event(
            reference=paragraph.reference,
            name=self._words.name(paragraph, *named),
            place=place,
            start=time.start,
            end=time.end,
            precision=time.precision,
            organizers=organizers,
            supporters=self._partners.find(passage, clause.head.start, clause.end, organizers).supporters,
            status=status,
        )
        return FoundEvent(event, named[0], end)

    def _time(self, paragraph: Paragraph, first: int, end: int) -> Deadline | None:
        """Return the days between two characters, preferring any to a whole year."""
        inside = [
            each.deadline for each in paragraph.deadlines if first <= each.start < end and each.deadline.end
        ]
        exact = next((each for each in inside if each.precision is not Precision.YEAR), None)
        if exact or inside:
            return exact or inside[0]
        if self._meeting.start is None:
            return None
        begins = [each for each in paragraph.deadlines if each.deadline.start and each.deadline.end is None]
        for mention in find_dates(paragraph.passage.text[first:end]):
            known = any(each.start <= first + mention.start < each.end for each in begins)
            if known or is_conditional(fold(paragraph.passage.text[: first + mention.start])):
                continue
            days = mention.days(self._meeting.start)
            if days and days.last >= self._meeting.start and mention.unit is not Precision.YEAR:
                return Deadline(start=days.first, end=days.last, precision=mention.unit)
        return None


def _from_lead(clause: Clause) -> Clause:
    return replace(clause, head=replace(clause.head, start=clause.lead, body=clause.lead + 1))


def _named(duty: Duty | None) -> tuple[str, ...]:
    return () if duty is None or duty.inferred else duty.names


def _doing(paragraph: Paragraph, clause: Clause, verb: int) -> tuple[Duty | None, Clause]:
    """Return the duty whose verb is at a token, or else that of the clause, and the clause it is in."""
    parts = [(duty, part) for duty in paragraph.duties for part in duty.parts]
    exact = (each for each in parts if each[1].verb == verb and each[1].clause.passage is clause.passage)
    duty, part = next(exact, (None, None))
    if part:
        return duty, part.clause
    return next((each for each in paragraph.duties if each.parts[0].clause is clause), None), clause


def _outermost(mentions: list[EventMention], text: str) -> EventMention:
    """Return the last event of a text, or the one it is a part of: «Taller regional de capacitación»."""
    last = len(mentions) - 1
    while last and PART_OF.fullmatch(fold(text[mentions[last - 1].end : mentions[last].start])):
        last -= 1
    return mentions[last]
