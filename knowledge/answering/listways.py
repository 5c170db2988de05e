"""Ways to answer a turn with a list."""

from collections.abc import Callable
from dataclasses import replace

from knowledge.answering.across import AcrossAnswerer
from knowledge.answering.dated_lists import DatedLists
from knowledge.answering.look_up import ReferenceResolver
from knowledge.answering.meeting import MeetingAnswerer
from knowledge.answering.party_lists import PartyLists
from knowledge.answering.turns import Reply, Turn
from knowledge.citing.findings import FindingWriter
from knowledge.lists.approvals import ApprovalLister
from knowledge.lists.requested import RequestedLists
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.verdicts import chances
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.cues import Asked
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.intents import REFUSED
from knowledge.understanding.periods import is_of_now
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Outcome

CERTAIN = 0.9
"""How sure it is of a provision that no rule about meetings as a whole may stand before it."""

CLEARLY = 0.6
"""Chance beside the others from which a question is clearly about a provision, if that answers or not."""


class ListWays:
    """Each public method answers a turn, or returns None to leave it to another."""

    def __init__(
        self,
        sources: Sources,
        parts: Parts,
        follow_ups: FollowUps,
        counterparts: Counterparts | None = None,
    ) -> None:
        self._sources = sources
        self._parts = parts
        self._follow_ups = follow_ups
        self.findings = FindingWriter(sources.store, sources.index)
        self.lists = RequestedLists(sources)
        self._resolver = ReferenceResolver(sources.store)
        self._meeting = MeetingAnswerer(sources, self.findings, self._resolver)
        self._of_parties = PartyLists(sources, self.findings, self.lists)
        self._dated = DatedLists(sources, self.findings, self.lists)
        self._approvals = ApprovalLister(sources, self.findings)
        self._across = AcrossAnswerer(sources, self.findings, self.lists, counterparts)

    def list_what_is_named(self, turn: Turn) -> Reply | None:
        """Show the list that a message asks for as its command would: «plazos de Managua»."""
        whole = turn.message.whole
        if not self._parts.lists:
            return None
        if counted := self._across.counted(turn):
            return counted
        about = turn.last.act if turn.last else None
        listed = self.lists.named_in(whole, today=turn.today, follows=turn.follows, about=about)
        limited = listed and listed.overview and (listed.overview.stage or listed.overview.period)
        is_told = listed and (listed.findings or limited or is_of_now(whole.text, today=turn.today))
        return Reply(listed, whole) if listed and is_told else None

    def look_across_meetings(self, turn: Turn) -> Reply | None:
        """Answer questions across meetings: in which, when first, how it went."""
        return self._across.answer(turn) if self._parts.lists else None

    def list_meetings_of_a_kind(self, turn: Turn) -> Reply | None:
        """List the meetings of a kind that their titles tell: «las viceministeriales»."""
        return self._across.of_kind(turn) if self._parts.lists else None

    def sum_a_meeting_up(self, turn: Turn) -> Reply | None:
        """Sum a meeting up, if everything that it decided is asked for."""
        document = turn.scope.document or next(iter(self._sources.documents), None)
        if not turn.scope.is_whole or turn.follows or document is None or not self._parts.lists:
            return None
        return self._of_which(turn, Reply(self._meeting.whole(turn.question, document), turn.question))

    def _of_which(self, turn: Turn, told: Reply) -> Reply:
        """List the meetings instead of telling of the newest, where several may be the one named."""
        named = turn.scope.documents
        listed = self._across.meetings(told.question, named) if len(named) > 1 else None
        return told._replace(answer=listed) if listed else told

    def list_what_is_to_be_approved(self, turn: Turn) -> Reply | None:
        """List the documents still to be approved, if nothing more specific is asked."""
        scope = turn.scope.document
        alone = replace(turn, questions=self._asking_for_all(turn))
        return self._first(alone, lambda question: self._approvals.answer(question, scope)) or self._first(
            turn, lambda question: self._approvals.answer(question, scope)
        )

    def list_duties(self, turn: Turn) -> Reply | None:
        """List what a party has to do, as /pendientes does."""
        several = any(each.is_several for each in turn.message.whole.meetings)
        scope, today = None if several else turn.scope.document, turn.today
        return self._of_itself_or_with(turn, lambda question: self._of_parties.duties(question, scope, today))

    def list_what_concerns_a_party(self, turn: Turn) -> Reply | None:
        """List what a party does, asks or is thanked for, if nothing more specific is asked."""
        if turn.is_call_for_help and not turn.message.whole.asks:
            return None  # «saludos a la delegación de Panamá»
        scope = turn.scope.document
        listed = self._first(turn, lambda question: self._of_parties.concerning(question, scope))
        return self._unless_told(turn, listed)

    def list_events(self, turn: Turn) -> Reply | None:
        """List the events of the kinds and days that a question names."""
        scope, today = turn.scope.document, turn.today
        listed = self._of_itself_or_with(turn, lambda question: self._dated.events(question, scope, today))
        return self._unless_told(turn, listed)

    def list_deadlines(self, turn: Turn) -> Reply | None:
        """List what is due, where no deadline in particular is asked for.

        All that is, or is of some days, is listed whatever was shown before.
        """
        scope = turn.scope.document
        alone = replace(turn, questions=self._asking_for_all(turn))

        def answer(question: Question) -> Answer | None:
            """List what is due of the days, or in the meeting, that a question names."""
            return self._dated.deadlines(question, scope, turn.today)

        return self._unless_told(turn, self._first(alone, answer) or self._first(turn, answer))

    def _asking_for_all(self, turn: Turn) -> tuple[Question, ...]:
        """Return the questions that ask for all of a kind, whatever was shown before."""
        return tuple(
            each
            for each in turn.message.questions
            if each.period or (self._dated.asks_for_all(each) and not self._follow_ups.opens(each))
        )

    def _unless_told(self, turn: Turn, listed: Reply | None) -> Reply | None:
        """Drop a list that is empty or hardly asked for, if a provision answers for certain."""
        whole = turn.message.whole
        is_asked_for = bool(whole.period) or Asked.LIST in whole.asked
        is_worth_it = listed and listed.answer.findings and is_asked_for
        is_told = turn.is_told(CERTAIN) and chances(turn.searched.candidates.ranked)[0] >= CLEARLY
        return None if not is_worth_it and is_told else listed

    def _first(self, turn: Turn, answer: Callable[[Question], Answer | None]) -> Reply | None:
        """Return the first answer that a list gives to a question of a turn."""
        if not self._parts.lists:
            return None
        for question in turn.questions:
            if turn.is_intended and (not question.asks or turn.intent.intent in REFUSED):
                continue
            if answered := answer(question):
                return Reply(answered, question)
        return None

    def _of_itself_or_with(self, turn: Turn, answer: Callable[[Question], Answer | None]) -> Reply | None:
        """Answer a question as it stands, or else as completed by what it follows on."""
        alone = self._first(replace(turn, questions=turn.message.questions), answer)
        if alone and (alone.answer.outcome is Outcome.FOUND or alone.answer.overview):
            return alone
        return self._first(turn, answer)
