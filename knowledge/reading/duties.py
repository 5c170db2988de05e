"""Read clauses as duties: who is bound, and from which word on to what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.verbs import is_future
from knowledge.reading.actors import MEMBERS
from knowledge.reading.clauses import Clause
from knowledge.reading.complements import ComplementReader, Doing
from knowledge.reading.cues import Cues
from knowledge.reading.deadlines import FoundDeadline
from knowledge.reading.heads import Move, Surroundings
from knowledge.reading.passages import Sort, WordPhrases
from knowledge.values.acts import CommitmentKind
from knowledge.values.references import Section

VICE_MINISTERS = "Viceministros"
_FORUM = frozenset({"CRM", "GRCM"})
_OFFER_WITHIN = 6
_OFFERED = frozenset({"de", "del", "para", "a", "to", "of"})
_AGENT = frozenset({"por", "by"})


class Part(NamedTuple):
    """One doing of a duty: its clause, the token of its verb or noun, and how it stands."""

    clause: Clause
    verb: int
    doing: Doing


@dataclass(frozen=True)
class Duty:
    """Who has to do something, as a clause words it; a second verb («… y los remitan») is a second part.

    `inferred` says that the clause doesn't name who. `purpose` marks what someone else's duty is for:
    «…, a fin de que la ST lo publique en junio».
    """

    names: tuple[str, ...]
    parts: tuple[Part, ...]
    kind: CommitmentKind
    inferred: bool = False
    purpose: bool = False


@dataclass(frozen=True)
class Frame:
    """What the lead-in of a list makes of its items: binding someone, noting only, approving, or nothing.

    `topic` are the parties that the lead-in speaks of, `deadlines` what it says for all items.
    """

    names: tuple[str, ...] = ()
    kind: CommitmentKind = CommitmentKind.OBLIGATION
    inferred: bool = False
    binds: bool = False
    notes: bool = False
    thanks: bool = False
    approves: bool = False
    topic: tuple[str, ...] = ()
    deadlines: tuple[FoundDeadline, ...] = ()


class DutyReader:
    """Reads the duties of clauses in a section of an act."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._complements = ComplementReader(around, cues)
        self._offers = frozenset(map(fold, cues.actors.offers))
        self._made_up = WordPhrases(cues.actors.made_up_of)
        self._body = around.body

    def read(
        self, clauses: Sequence[Clause], section: Section, frame: Frame, *, leads_in: bool
    ) -> tuple[list[Duty], Frame]:
        """Return the duties of a paragraph's clauses, and what it makes of the items after it.

        `frame` is what the lead-in makes of this paragraph; `leads_in` says that items follow it.
        """
        duties: list[Duty] = []
        topic = frame.topic
        for index, clause in enumerate(clauses):
            framed = index == 0 and (frame.binds or frame.notes or frame.approves)
            duty = (
                self._framed(clause, section, frame, topic) if framed else self._duty(clause, section, topic)
            )
            topic = self._topic(clause, duty, topic)
            if leads_in and index == len(clauses) - 1:
                return duties, self._frame(clause, duty, topic)
            if clause.move is Move.MORE:
                self._add_part(duties, clause)
            elif duty and duty.parts[0].doing is not Doing.NONE:
                duties.append(duty)
        return duties, Frame(topic=topic)

    def _frame(self, clause: Clause, duty: Duty | None, topic: tuple[str, ...]) -> Frame:
        if clause.move is Move.AGREE or duty is None:
            notes = clause.move in {Move.NOTE, Move.THANK}
            thanks = clause.move is Move.THANK
            return Frame(notes=notes, thanks=thanks, approves=clause.move is Move.DECIDE, topic=topic)
        if duty.kind is CommitmentKind.APPROVAL:
            return Frame(approves=True, topic=topic)
        return Frame(duty.names, duty.kind, duty.inferred, binds=True, topic=topic)

    def _topic(self, clause: Clause, duty: Duty | None, topic: tuple[str, ...]) -> tuple[str, ...]:
        """Return the parties that «it», «la» and the like mean after a clause."""
        if duty and duty.names and not duty.inferred:
            return duty.names
        inside = (each for each in self._lists.all(clause.passage) if clause.lead <= each.start < clause.end)
        named = (self._lists.names(each, clause.passage, topic) for each in inside)
        return next((names for names in named if names), topic)

    def _add_part(self, duties: list[Duty], clause: Clause) -> None:
        sentence = clause.passage.sentence(clause.head.start)
        if not duties or duties[-1].parts[0].clause.passage is not clause.passage:
            return
        if duties[-1].parts[0].clause.head.start < sentence[0]:
            return
        if clause.head.agentless:
            names = duties[-1].names
            duties.append(_duty_of(clause, names, Doing.FINITE, clause.head.body, inferred=True))
            return
        word = clause.passage.tokens[clause.head.start].word
        follows = word != "a" and duties[-1].parts[0].doing is Doing.FINITE
        finite = follows or is_future(clause.passage.raw(clause.head.body))
        part = Part(clause, clause.head.body, Doing.FINITE if finite else Doing.INFINITIVE)
        duties[-1] = replace(duties[-1], parts=(*duties[-1].parts, part))

    def _duty(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        match clause.move:
            case Move.ASK:
                duty = self._ask(clause, topic)
            case Move.DUTY | Move.THAT | Move.PURPOSE:
                duty = self._subject_duty(clause, topic)
            case Move.PLEDGE:
                duty = self._pledge(clause, section, topic)
            case Move.AGREE:
                duty = self._agree(clause, section, topic)
            case Move.DO:
                start = clause.head.body
                members = self._lists.named_after(self._made_up, clause.passage, start, clause.end)
                names = members or self._implicit(section)
                duty = _duty_of(clause, names, Doing.INFINITIVE, start, inferred=not members)
            case Move.DECIDE | Move.THANK:
                duty = self._decision(clause, section, topic)
            case _:
                duty = None
        return duty

    def _implicit(self, section: Section) -> tuple[str, ...]:
        return (VICE_MINISTERS,) if section is Section.RECOMMENDATION else (MEMBERS,)

    def _ask(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        found = self._complements.of_ask(clause, topic)
        kind = clause.head.cue.words.cue.kind if clause.head.cue else CommitmentKind.OBLIGATION
        return _duty_of(clause, found.names, found.doing, found.verb, kind=kind, inferred=found.inferred)

    def _subject_duty(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «la ST enviará», «Que X remitan», «serán remitidas por X», «Para ello deberá …»."""
        head, passage = clause.head, clause.passage
        names = self._lists.names(head.subject, passage, topic) if head.subject else ()
        if head.agentless and not names:
            names = self._agent(clause)
        if head.refers:
            names = topic
        if not names and not head.agentless:
            return None
        verb = self._complements.finite_verb(passage, head.body, clause.end)
        doing = Doing.FINITE if verb < clause.end else Doing.NONE
        purpose = clause.move is Move.PURPOSE
        return _duty_of(clause, names, doing, verb, inferred=head.refers, purpose=purpose)

    def _agent(self, clause: Clause) -> tuple[str, ...]:
        """Return who does it in a passive: «por la ST», "by the TS"."""
        tokens = clause.passage.tokens
        for index in range(clause.head.body, clause.end):
            if tokens[index].word in _AGENT:
                part = index + 2 < clause.end and tokens[index + 1].word == "parte"
                listed = self._lists.read(clause.passage, index + (3 if part else 1))
                if listed:
                    return self._lists.names(listed, clause.passage)
        return ()

    def _pledge(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        head, passage = clause.head, clause.passage
        start = head.body
        listed = head.subject
        owners = self._lists.read(passage, start)
        if listed is None and owners and owners.end + 1 < clause.end:
            listed, start = owners, owners.end + 1
        names = self._lists.names(listed, passage, topic) if listed else self._implicit(section)
        doing = self._doing(clause, start)
        if start >= clause.end:
            doing = Doing.NONE
        elif (
            doing is Doing.NOUN
            and head.cue
            and passage.tokens[head.body - 1].word not in {"a", "to", "cargo"}
        ):
            return None
        return _duty_of(clause, names, doing, start, inferred=listed is None)

    def _doing(self, clause: Clause, start: int) -> Doing:
        word = clause.passage.tokens[start].word if start < clause.end else ""
        verbs = self._around.verbs
        infinitive = verbs.is_infinitive(word) or self._around.is_base(word) or word.endswith("ing")
        return Doing.INFINITIVE if infinitive else Doing.NOUN

    def _agree(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        head, passage = clause.head, clause.passage
        start = head.body
        while start < clause.end and passage.tokens[start].sort is Sort.MARK:
            start += 1
        word = passage.tokens[start].word if start < clause.end else ""
        if word in {"que", "that"}:
            found = self._complements.of_that(passage, start + 1, clause.end, topic)
            return _duty_of(clause, found.names, found.doing, found.verb, inferred=found.inferred)
        start += word in {"to", "en", "a"}
        if start >= clause.end or self._doing(clause, start) is Doing.NOUN:
            return None
        names = self._lists.names(head.subject, passage, topic) if head.subject else ()
        impersonal = passage.raw(head.start).lower() in {"se", "it"}
        if impersonal or (names and not set(names) & {*_FORUM, self._body}):
            return _duty_of(clause, () if impersonal else names, Doing.INFINITIVE, start)
        return _duty_of(clause, self._implicit(section), Doing.INFINITIVE, start, inferred=True)

    def _decision(self, clause: Clause, section: Section, topic: tuple[str, ...]) -> Duty | None:
        """Read an accepted offer as the offerer's duty, a recommended decision as the Vice-Ministers'."""
        offer = self._offer(clause, topic)
        if offer:
            return offer
        if section is not Section.RECOMMENDATION or clause.move is not Move.DECIDE:
            return None
        return _duty_of(
            clause,
            (VICE_MINISTERS,),
            Doing.INFINITIVE if clause.head.body < clause.end else Doing.NONE,
            clause.head.body - 1,
            kind=CommitmentKind.APPROVAL,
            inferred=True,
        )

    def _offer(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «Aceptar el ofrecimiento de Panamá de ser sede del Seminario»."""
        tokens, body, end = clause.passage.tokens, clause.head.body, clause.end
        near = range(body, min(end, body + _OFFER_WITHIN))
        offer = next((each for each in near if tokens[each].word in self._offers), None)
        accepted = any(
            token.word.startswith("acept") or token.word.startswith("accept") for token in tokens[:body]
        )
        if offer is None or not accepted:
            return None
        parties = [each for each in self._lists.all(clause.passage) if body <= each.start < end]
        listed = next(
            (each for each in parties if offer < each.start or each.end <= offer <= each.end + 2), None
        )
        if listed is None:
            return None
        names = self._lists.names(listed, clause.passage, topic)
        verb = self._around.skip(clause.passage, max(offer + 1, listed.end), _OFFERED)
        return _duty_of(clause, names, Doing.INFINITIVE, verb) if verb < end else None

    def _framed(self, clause: Clause, section: Section, frame: Frame, topic: tuple[str, ...]) -> Duty | None:
        """Read the first clause of an item by the lead-in above it."""
        if frame.notes or clause.move is Move.THANK:
            return None
        if clause.move is Move.THAT:
            return self._subject_duty(clause, topic)
        if frame.approves:
            return self._approved(clause, section)
        verb = clause.head.body if clause.move is Move.DO else clause.head.start
        passage = clause.passage
        doing = self._doing(clause, verb)
        if passage.tokens[verb].word == "que" or self._around.is_subjunctive(passage, verb):
            verb += passage.tokens[verb].word == "que"
            doing, verb = Doing.FINITE, self._complements.finite_verb(passage, verb, clause.end)
        return _duty_of(clause, frame.names, doing, verb, kind=frame.kind, inferred=frame.inferred)

    def _approved(self, clause: Clause, section: Section) -> Duty | None:
        """Read an item of «Aprobar las siguientes actividades:»."""
        names = self._agent(clause)
        if names:
            return _duty_of(clause, names, Doing.NOUN, clause.head.start)
        if section is not Section.RECOMMENDATION:
            return None
        approval = CommitmentKind.APPROVAL
        implicit = self._implicit(section)
        return _duty_of(clause, implicit, Doing.NOUN, clause.head.start, kind=approval, inferred=True)


def _duty_of(
    clause: Clause,
    names: tuple[str, ...],
    doing: Doing,
    verb: int,
    *,
    kind: CommitmentKind = CommitmentKind.OBLIGATION,
    inferred: bool = False,
    purpose: bool = False,
) -> Duty:
    return Duty(names, (Part(clause, verb, doing),), kind, inferred, purpose)
