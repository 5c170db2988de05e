"""Answer messages from one store: understand, take the first way that answers, remember what it was about."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answering.conversation import Focus
from knowledge.answering.fulfilment import FulfilmentTeller
from knowledge.answering.later import LaterTeller
from knowledge.answering.order import Order
from knowledge.answering.scope import Scope
from knowledge.answering.turns import Turn
from knowledge.answering.upcoming import UpcomingTeller
from knowledge.answering.ways import NEAR
from knowledge.citing.replies import WHICH
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.ranking.weights import Weights, load_weights
from knowledge.search.parts import ALL_PARTS, Parts
from knowledge.search.sources import Sources
from knowledge.search.terms import is_party
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.tracking.correctable import CorrectableFinder
from knowledge.tracking.markable import MarkableFinder
from knowledge.understanding.located import divide
from knowledge.understanding.message import MessageReader
from knowledge.understanding.reference_words import load_reference_words
from knowledge.understanding.references import ReferenceFinder
from knowledge.values.answers import Answer, Finding, Outcome, Surroundings
from knowledge.values.dated import days_of_deadline, days_of_event
from knowledge.values.notices import Notice
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference

MAX_OFFERED = 60
"""Provisions that words are held to be about at most."""

MAX_ACTS = 3
"""Acts of which a provision is shown where the words after a command fit several meetings."""


class Responder:
    """Answer messages from the acts of one store.

    `ask` takes a message and what the chat was about (as `ask` returned it last, or None), and returns the
    answer and what the chat is about now; `show` shows one provision, and `lists` writes what commands list.
    `data` names the folders of the data files; `parts` and `weights` differ from the usual only where they
    are measured or learned. Without `encoder` and `vectors`, answers are found by words alone. `marks` tells
    what officers said of commitments.
    """

    def __init__(
        self,
        store: KnowledgeStore,
        data: DataFolders = BUILT_IN,
        *,
        parts: Parts = ALL_PARTS,
        weights: Weights | None = None,
        encoder: Encoder | None = None,
        vectors: PassageVectors | None = None,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
    ) -> None:
        self._sources = sources = Sources(store, data, encoder, vectors, marks)
        self.tracker = sources.tracker
        self._messages = MessageReader(sources, parts)
        self.order = Order(sources, weights or load_weights(data.learned), parts)
        self.lists = self.order.ways.lists
        self.markable = MarkableFinder(sources, self.lists.venues)
        self.correctable = CorrectableFinder(sources, self.lists.venues)
        self._fulfilment = FulfilmentTeller(sources)
        self._upcoming = UpcomingTeller(sources)
        self._later = LaterTeller(sources, self.order.findings)
        self._references = ReferenceFinder(load_reference_words(data.language))

    def ask(
        self, text: str, *, today: date, language: str, focus: str | None = None, act: str | None = None
    ) -> tuple[Answer, str]:
        """Answer a message; `focus` is what the last call returned, and the new focus is returned, too.

        `language` is the reader's, `es` or `en`; a message that tells its own language is answered in that.
        With `act` it is answered from that one alone.
        """
        last = self._still_loaded(Focus.read(focus))
        turn = self.turn(text, today=today, language=language, last=last)
        if act is not None:
            acts = tuple(each for each in self._sources.documents if each.slug == act)
            turn = replace(turn, scope=Scope(acts, is_other=not acts))
        reply = self.order.reply(turn)
        told = self._fulfilment.tell(reply.answer, turn.message.whole)
        told = self._later.tell(self._upcoming.tell(told, reply.question, turn.scope, today))
        reply = reply._replace(answer=told)
        answer = told.model_copy(update={"question": text})
        if last and turn.goes_to_another_meeting and not answer.findings:
            # That meeting has nothing on it; the next question may go on from there.
            named = tuple(each.slug for each in turn.scope.documents)
            return answer, last.model_copy(update={"meetings": named, "compares": True}).write()
        if reply.cited:
            return answer, self.order.focus(reply, turn).write()
        if last and turn.leaves_what_was_shown:
            return answer, last.model_copy(update={"is_left": True}).write()
        return answer, last.write() if last else ""

    def _still_loaded(self, last: Focus | None) -> Focus | None:
        """Drop provisions from the focus that no act has any more: an act may be withdrawn or replaced."""
        if last is None:
            return None
        find, slugs = self._sources.store.provision, {each.slug for each in self._sources.documents}
        there = [each for each in last.references if find(last.document, Reference.parse(each))]
        meetings = tuple(each for each in last.meetings if each in slugs)
        return last.model_copy(update={"references": tuple(there), "meetings": meetings}) if there else None

    def offered(self, words: str, *, today: date, language: str) -> tuple[Finding, ...]:
        """List the provisions that answer a text, then others that it may be about, best first."""
        turn = self.turn(words, today=today, language=language)
        answer = self.order.reply(turn).answer
        found = {each.citation.key: each.model_copy(update={"heading": None}) for each in answer.findings}
        for named in self._elsewhere(turn, answer):
            found.setdefault(named.citation.key, named)
        for candidate in turn.searched.candidates.ranked[:MAX_OFFERED]:
            if candidate.signs["words"] >= NEAR:
                offered = self.order.findings.numbered(candidate.number, turn.question.labels, score=0.0)
                found.setdefault(offered.citation.key, offered)
        return tuple(found.values())

    def unfamiliar(self, words: str, *, today: date, language: str) -> tuple[str, ...]:
        """List the topics of a text except parties; those that no act has come first."""
        index = self._sources.index
        topics = self.turn(words, today=today, language=language).message.whole.topics
        told = [unit for unit in topics if not any(map(is_party, unit.terms))]
        return tuple(unit.label for unit in sorted(told, key=lambda unit: any(map(index.has, unit.terms))))

    def _elsewhere(self, turn: Turn, answer: Answer) -> Iterator[Finding]:
        """Yield the provisions of other acts with the numbers that a text names («16a»), newest first."""
        if not turn.message.whole.references:
            return
        for each in answer.findings:
            for document in self._sources.documents[:MAX_OFFERED]:
                with contextlib.suppress(KeyError):
                    yield self.order.findings.write(document.slug, each.citation.reference)

    def look_up(
        self,
        section: str,
        words: str,
        *,
        today: date,
        language: str,
        focus: str | None = None,
        act: str | None = None,
    ) -> tuple[Answer, str]:
        """Show the provision of a section that a text names, limited to the meetings that it names, if any.

        `section` is what people call one of its provisions; `act` was chosen for words that name no meeting.
        """
        located = divide(section, words, self._references)
        chosen = tuple(each for each in self._sources.documents if each.slug == act)
        acts = self.lists.acts(located.meeting, today=today) or chosen
        if not acts:
            text = f"{section} {words}"
            return self.ask(text, today=today, language=language, focus=focus)
        if isinstance(acts, Notice):
            refusal = self.lists.refusal(located.meeting, acts, today=today, language=language)
            return refusal, focus or ""
        turn = self.turn(located.provision, today=today, language=language)
        turns = [replace(turn, scope=Scope((act,))) for act in acts[:MAX_ACTS]]
        replies = [(each, self.order.reply(each)) for each in turns]
        having = [each for each in replies if each[1].answer.findings] or replies
        shown, reply = having[0]
        answer = reply.answer.model_copy(update={"question": words, "language": language})
        if not answer.findings:
            return answer, focus or ""
        if len(having) > 1:
            findings = tuple(finding for _, each in having for finding in each.answer.findings)
            several = {"findings": findings, "lead": (WHICH,), "outcome": Outcome.AMBIGUOUS}
            answer = answer.model_copy(update=several)
        return answer, self.order.focus(reply, shown).write()

    def turn(self, text: str, *, today: date, language: str, last: Focus | None = None) -> Turn:
        """Understand a message, completed by the focus if it is a follow-up."""
        documents = self._sources.documents
        meeting = documents[0].meeting.start if documents else None
        read = partial(self._messages.read, text, language=language, today=today, meeting=meeting)
        turn = self.order.turn(read(), today=today, last=last)
        if not turn.scope.likely:
            return turn
        return self.order.likelier(turn, self.order.turn(read(placed=True), today=today, last=last))

    def surroundings(self, finding: Finding, *, whole: bool = False) -> Surroundings:
        """Return the provisions before and after a finding; if it shows the `whole`, after its sub-items."""
        document, reference = finding.citation.document, finding.citation.reference
        before, after = self._sources.store.neighbours(document, reference)
        while whole and after and after.reference.is_below(reference):
            _, after = self._sources.store.neighbours(document, after.reference)
        text = self.order.findings.whole(document, reference.parent or reference)
        here = self._sources.store.provision(document, reference)
        return Surroundings(
            previous=before.reference if before else None,
            next=after.reference if after else None,
            more=len(text) > len(finding.quote),
            page=here.page if here else None,
            dated=self._fixes_days(document, reference),
        )

    def _fixes_days(self, document: str, reference: Reference) -> bool:
        store = self._sources.store
        due = (days_of_deadline(each.deadline) for each in store.commitments_of(document, reference))
        return any(due) or any(map(days_of_event, store.events_of(document, reference)))

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = True) -> Answer:
        """Show one provision, with its sub-items if `whole`; raise KeyError if there is no such.

        By itself it opens with its date and whom it binds, where it says one such thing.
        """
        findings = self.order.findings
        finding = findings.write(document, reference, whole=False)
        if whole:
            finding = finding.model_copy(update={"quote": findings.whole(document, reference)})
        else:
            finding = self.order.ways.open_unasked(finding, language)
        shown = Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(finding,),
        )
        return self._later.tell(shown)
