"""Read clauses as duties, under the lead-in of their list."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.reading.duties.announced import AnnouncedReader
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.complements import ComplementReader
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.decisions import DecisionReader
from knowledge.reading.duties.details import DetailFinder
from knowledge.reading.duties.doers import DoerFinder
from knowledge.reading.duties.duties import Duty, Frame, Part, duty_of
from knowledge.reading.duties.foundations import FoundationFinder
from knowledge.reading.duties.framing import is_framed
from knowledge.reading.duties.functions import FunctionReader
from knowledge.reading.duties.heads import COURTEOUS, Move, Surroundings
from knowledge.reading.duties.itemduties import ItemDutyReader
from knowledge.reading.duties.offers import OfferReader
from knowledge.reading.duties.passages import Passage, Sort
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind
from knowledge.values.references import Section

_RELATIVES = frozenset({"que", "quien", "quienes", "el", "la", "los", "las", "which", "who"})
_OF = frozenset({"de", "del", "of"})
_DE = frozenset({"de", "del"})
_A = frozenset({"un", "una", "a", "an"})
_FOLLOWING = ("siguiente", "following", "continuacion", "below")
_FEWEST_WHOLE = 4
_SAID_BY_MEETING = COURTEOUS | {Move.ASK, Move.AGREE}


class DutyReader:
    """Reads the duties of clauses in a section of an act."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._lists = around.lists
        self._complements = ComplementReader(around, cues)
        self._decisions = DecisionReader(around, cues, self._complements)
        self._offers = OfferReader(around, cues)
        self._items = ItemDutyReader(around, cues, self._decisions)
        self._founded = FoundationFinder(around, cues)
        self._details = DetailFinder(around, cues)
        self._functions = FunctionReader(around, cues)
        self._doers = DoerFinder(around, cues)
        self._announced = AnnouncedReader(around, cues, self._doers, self._complements.that)

    def read(
        self, clauses: Sequence[Clause], section: Section, frame: Frame, *, leads_in: bool
    ) -> tuple[list[Duty], Frame]:
        """Return the duties of a paragraph's clauses, and its frame for the items after it.

        `frame` is that of the paragraph's own lead-in; `leads_in` says that items follow it.
        """
        duties: list[Duty] = []
        topic = told_before = frame.topic
        for index, clause in enumerate(clauses):
            before = clauses[index - 1] if index else None
            duty = self._first(clause, section, frame) if index == 0 else None
            told_before = _told_before(clause, topic, told_before)
            if duty is None and (index or not is_framed(clause, frame)):
                duty = self._duty(clause, before, section, told_before if _shares(clause) else topic)
            duty = duty or (self._items.planned(clause, frame) if index else None)
            topic = self._topic(clause, duty, topic, carried=frame.carried and topic == frame.topic)
            if leads_in and index == len(clauses) - 1:
                made = replace(self._frame(clause, duty, topic), assigns=self._items.assigns(clause))
                detailed = None if made.assigns else self._details.start(clause)
                if detailed is not None:
                    return self._detailed(duties, clause, duty, detailed), Frame(details=True, topic=topic)
                if duty and self._is_whole(duty):
                    duties.append(_continued(duty, duties[-1] if duties else None))
                    aside = clause.passage.tokens[clause.head.start].word in _RELATIVES
                    made = Frame(topic=topic, assigns=made.assigns) if aside else replace(made, whole=True)
                return duties, made
            if clause.move is Move.MORE:
                self._add_part(duties, clause)
            elif duty and duties and self._is_its_task(duty, duties[-1]):
                duties[-1] = replace(duties[-1], parts=(*duties[-1].parts, *duty.parts))
            elif duty and duty.parts[0].doing is not Doing.NONE:
                duties.append(_continued(duty, duties[-1] if duties else None))
        offer = self._offers.accepted(clauses, topic)
        if offer and not any(map(offer.is_worded_as, duties)):
            duties.insert(0, offer)
        return duties, Frame(topic=topic)

    def _first(self, clause: Clause, section: Section, frame: Frame) -> Duty | None:
        """Read the first clause of an item below a lead-in."""
        duty = self._items.read(clause, frame)
        framed = duty is None and is_framed(clause, frame)
        return self._framed(clause, section, frame, frame.topic) if framed else duty

    @staticmethod
    def _detailed(duties: list[Duty], clause: Clause, duty: Duty | None, end: int) -> list[Duty]:
        """Return the duties of a lead-in whose list details the last one, which ends at token `end`."""
        if duty is None or duty.parts[0].doing is Doing.NONE or duty.parts[-1].verb >= end:
            return duties
        *others, last = duty.parts
        clause = replace(last.clause, end=min(last.clause.end, end))
        whole = replace(duty, parts=(*others, last._replace(clause=clause)))
        return [*duties, _continued(whole, duties[-1] if duties else None)]

    def _is_its_task(self, duty: Duty, before: Duty) -> bool:
        """Tell whether a duty is a task of a body just set up: «Crear un Grupo …; el Grupo presentará …»."""
        first, second = before.parts[0].clause, duty.parts[0].clause
        set_up = first.move in {Move.DO, Move.AGREE} and first.passage is second.passage
        return set_up and duty.names == before.names and all(map(self._lists.is_worded, duty.names))

    @staticmethod
    def _is_whole(duty: Duty) -> bool:
        """Tell whether a duty is complete without its list, unlike «realizar lo siguiente:»."""
        part = duty.parts[0]
        tokens = part.clause.passage.tokens[part.verb : part.clause.end]
        announced = any(token.word.startswith(_FOLLOWING) for token in tokens)
        does = part.doing in {Doing.FINITE, Doing.INFINITIVE} and not duty.inferred
        made = part.doing is Doing.NOUN and not duty.inferred and tokens and tokens[0].word in _A
        return bool(does or made) and len(tokens) >= _FEWEST_WHOLE and not announced

    def _frame(self, clause: Clause, duty: Duty | None, topic: tuple[str, ...]) -> Frame:
        holder = self._functions.holder(clause) if duty is None or duty.parts[0].doing is Doing.NONE else ()
        if holder:
            return Frame(holder, binds=True, topic=holder)
        if clause.move is Move.AGREE or duty is None:
            notes, thanks = clause.move in {Move.NOTE, Move.THANK}, clause.move is Move.THANK
            agrees, approves = clause.move is Move.AGREE, clause.move is Move.DECIDE
            return Frame(notes=notes, thanks=thanks, approves=approves, agrees=agrees, topic=topic)
        if duty.kind is CommitmentKind.APPROVAL:
            return Frame(approves=True, topic=topic)
        founded = self._founded.body(clause.passage, duty.parts[0].verb)
        if founded and founded.end >= clause.end:
            body = self._lists.names(founded, clause.passage)
            return Frame(body, duty.kind, binds=True, founds=True, topic=body)
        model = self._items.model(clause, duty)
        return Frame(duty.names, duty.kind, duty.inferred, binds=True, topic=topic, model=model)

    def _topic(
        self, clause: Clause, duty: Duty | None, topic: tuple[str, ...], *, carried: bool
    ) -> tuple[str, ...]:
        """Return the antecedent of "it" after a clause; with no subject or pronoun, no `carried` one."""
        if duty and duty.names and not duty.inferred:
            return duty.names
        named = self._lists.all(clause.passage)
        inside = [each for each in named if clause.lead <= each.start < clause.end]
        cue = clause.head.cue
        if cue and cue.means is Means.THANK:  # «La PPT agradeció a la OIM … y le pidió …»
            inside.sort(key=lambda each: each.start < clause.head.body)
        found = (self._lists.names(each, clause.passage, topic) for each in inside)
        goes_on = not carried or clause.head.refers or clause.head.subject is not None
        return next((names for names in found if names), topic if goes_on else ())

    def _add_part(self, duties: list[Duty], clause: Clause) -> None:
        sentence = clause.passage.sentence(clause.head.start)
        if not duties or duties[-1].parts[0].clause.passage is not clause.passage:
            return
        if duties[-1].parts[0].clause.head.start < sentence[0]:
            return
        if clause.head.agentless:
            names = duties[-1].names
            duties.append(duty_of(clause, names, Doing.FINITE, clause.head.body, inferred=True))
            return
        word = clause.passage.tokens[clause.head.start].word
        follows = word == "que" or (word != "a" and duties[-1].parts[0].doing is Doing.FINITE)
        finite = follows or self._around.verbs.is_coming(clause.passage.raw(clause.head.body))
        part = Part(clause, clause.head.body, Doing.FINITE if finite else Doing.INFINITIVE)
        duties[-1] = replace(duties[-1], parts=(*duties[-1].parts, part))

    def _duty(
        self, clause: Clause, before: Clause | None, section: Section, topic: tuple[str, ...]
    ) -> Duty | None:
        match clause.move:
            case Move.ASK:
                duty = self._ask(clause, topic)
            case Move.DUTY | Move.THAT | Move.PURPOSE:
                duty = self._subject_duty(clause, topic)
            case Move.PLEDGE:
                duty = self._decisions.pledge(clause, section, topic)
            case Move.AGREE:
                duty = self._decisions.agree(clause, section, topic)
            case Move.DO:
                duty = self._decisions.do(clause, section)
            case Move.EVENT:
                duty = self._announced.read(clause)
            case Move.DECIDE | Move.THANK:
                duty = self._decisions.decide(clause, before, section, topic)
            case Move.NOTE:
                duty = self._decisions.welcomed(clause, topic)
            case _:
                duty = None
        return duty

    def _ask(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        found = self._complements.of_ask(clause, topic)
        kind = clause.head.cue.words.cue.kind if clause.head.cue else CommitmentKind.OBLIGATION
        return duty_of(clause, found.names, found.doing, found.verb, kind=kind, inferred=found.inferred)

    def _subject_duty(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «la ST enviará», «Que X remitan», «serán remitidas por X», «Para ello deberá …»."""
        head, passage = clause.head, clause.passage
        names = self._lists.names(head.subject, passage, topic) if head.subject else ()
        if head.agentless and not names:
            names = self._doers.agent(clause) or self._doers.in_charge(clause)
        if head.refers:
            names = self._around.deciders.all_members[:1] if head.ours else topic
        if head.worded:
            names = (head.worded,)
        if not names and not head.agentless:
            return None
        follows_colon = passage.tokens[head.body - 1].word == ":"
        coming = self._around.verbs.is_coming(passage.raw(head.body)) or head.refers
        first = passage.tokens[head.body].word if head.body < len(passage.tokens) else ""
        noun = self._around.verbs.verb_of_action(first)
        named = passage.tokens[head.body - 1].word in _OF and noun is not None
        # «(a cargo) de México la traducción», "(responsible) for the logistics"
        named = named or passage.tokens[head.start].word in _DE or passage.tokens[head.body - 1].word == "for"
        if (follows_colon or named) and not (coming or self._around.opens_doing(passage, head.body)):
            return duty_of(clause, names, Doing.NOUN, head.body)
        verb = self._complements.that.finite_verb(passage, head.body, clause.end)
        doing = Doing.FINITE if verb < clause.end and not self._has(passage, verb) else Doing.NONE
        purpose = clause.move is Move.PURPOSE
        return duty_of(clause, names, doing, verb, inferred=head.refers, purpose=purpose)

    def _is_document(self, clause: Clause) -> bool:
        """Tell «aprobar el Plan de Acción», done by saying it, from «adoptar medidas», yet to be done."""
        passage, start = clause.passage, clause.head.body
        noun = self._around.skip(passage, start, self._around.grammar.determiners)
        return start < noun < clause.end and passage.raw(noun)[0].isupper()

    def _tells_state(self, passage: Passage, verb: int) -> bool:
        """Tell whether a verb states how a body is: «(un grupo:) que será coordinado por Honduras»."""
        word = passage.tokens[verb].word if verb < len(passage.tokens) else ""
        return (self._around.verbs.infinitive_of(word) or word) in self._around.grammar.states

    def _has(self, passage: Passage, verb: int) -> bool:
        """Tell whether a verb of having states how something is: «que la PPT tenga dos prioridades»."""
        word = passage.tokens[verb].word
        following = passage.tokens[verb + 1].word if verb + 1 < len(passage.tokens) else ""
        causes = verb + 1 < len(passage.tokens) and passage.tokens[verb + 1].sort is Sort.BACK
        has = (word == "have" and not causes) or self._around.verbs.infinitive_of(word) == "tener"
        return has and following not in {"lugar", "a"} and not self._around.verbs.is_participle(following)

    def _framed(self, clause: Clause, section: Section, frame: Frame, topic: tuple[str, ...]) -> Duty | None:
        """Read the first clause of an item by the lead-in above it."""
        adopts = clause.move is Move.DECIDE and frame.binds and frame.inferred
        if frame.notes or clause.move is Move.THANK or (adopts and self._is_document(clause)):
            return None
        if frame.details:
            named = clause.move in {Move.DUTY, Move.ASK} and clause.head.subject is not None
            return self._duty(clause, None, section, topic) if named else None
        if clause.move is Move.THAT:
            return self._subject_duty(clause, topic)
        if frame.approves:
            return self._decisions.approved(clause, section, self._doers.agent(clause))
        verb = clause.head.body if clause.move is Move.DO else clause.head.start
        passage = clause.passage
        if passage.tokens[verb].word in {"a", "to"} and self._around.opens_doing(passage, verb + 1):
            verb += 1
        verb = self._complements.that.after_aside(passage, verb, clause.end)
        doing = self._decisions.doing(clause, verb)
        finite = self._around.skip(passage, verb, self._around.grammar.pronouns)
        if passage.tokens[verb].word == "que" or self._around.is_subjunctive(passage, finite):
            verb += passage.tokens[verb].word == "que"
            doing, verb = Doing.FINITE, self._complements.that.finite_verb(passage, verb, clause.end)
        if frame.founds and (doing is Doing.NOUN or self._tells_state(passage, verb)):
            return None
        framed = duty_of(clause, frame.names, doing, verb, kind=frame.kind, inferred=frame.inferred)
        return self._items.completed(framed, frame)


def _told_before(clause: Clause, topic: tuple[str, ...], earlier: tuple[str, ...]) -> tuple[str, ...]:
    """Return the antecedent of a pronoun at the start of the sentence: none where the meeting speaks."""
    if clause.lead not in clause.passage.sentence_starts:
        return earlier
    return () if clause.move in _SAID_BY_MEETING else topic


def _shares(clause: Clause) -> bool:
    """Tell whether the subject precedes the clause: "They accepted the offer of X …, and undertook to …"."""
    return clause.head.subject is not None and clause.head.subject.end <= clause.lead


def _continued(duty: Duty, before: Duty | None) -> Duty:
    """Give a passive without a subject that of the duty before: «…, y será publicada por la OIM»."""
    part = duty.parts[0]
    head, last = part.clause.head, before.parts[-1].clause if before else None
    if last is None or not (head.agentless and last.head.agentless and last.passage is part.clause.passage):
        return duty
    if part.verb > head.start + 1 or last.head.start < last.passage.sentence(head.start)[0]:
        return duty
    clause = replace(part.clause, head=replace(head, start=last.head.start))
    return replace(duty, parts=(part._replace(clause=clause), *duty.parts[1:]))
