"""Ways to answer a turn; order.py says in which order they are tried."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge.answering.across import AcrossAnswerer
from knowledge.answering.approvals import ApprovalLister
from knowledge.answering.fulfilment import WhetherDone
from knowledge.answering.glossary import GlossaryAnswerer
from knowledge.answering.listing import Lister
from knowledge.answering.look_up import ReferenceResolver
from knowledge.answering.meeting import MeetingAnswerer
from knowledge.answering.pointed import PointedAnswerer
from knowledge.answering.quoting import Quoter, named_missing, untold
from knowledge.answering.scope import Scope
from knowledge.answering.steps import StepFinder
from knowledge.answering.turns import Reply, Turn
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import (
    courteous,
    lacks,
    not_found,
    nothing,
    other_meeting,
    other_tongue,
)
from knowledge.language.verbs import Verbs
from knowledge.lists.requested import RequestedLists
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.objections import Objection, is_unnamed
from knowledge.ranking.verdicts import chances
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.cues import Asked
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.intents import REFUSED, Intent, is_gesture
from knowledge.understanding.periods import is_of_now
from knowledge.understanding.question import Question, unasked
from knowledge.values.answers import Answer, Finding, Outcome, Suggestion
from knowledge.values.notices import mark, notice

MAX_SUGGESTIONS = 3

CERTAIN = 0.9
"""How sure it is of a provision that no rule about meetings as a whole may stand before it."""

CLEARLY = 0.6
"""Chance beside the others from which a question is clearly about a provision, if that answers or not."""

SPOKEN = 0.9
"""Share of a question's words by which another meeting surely has what the one named has none of."""

_AS_WRITTEN = 0.97
"""How like an example of an intent a message is that says the same in the same words."""

NEAR = 0.3
"""Share of a question's words that a provision must answer to be what it is about, but for a name."""


class Ways:
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
        self._quoter = Quoter(sources, self.findings, confident=parts.confidence)
        resolver = ReferenceResolver(sources.store)
        self._meeting = MeetingAnswerer(sources, self.findings, resolver)
        steps = StepFinder(sources, follow_ups)
        self._pointed = PointedAnswerer(sources, steps, resolver, self.findings, self._quoter, self._meeting)
        self._glossary = GlossaryAnswerer(sources, self.findings)
        self.lists = RequestedLists(sources)
        self._whether_done = WhetherDone(
            self.findings, self._quoter, self.lists, Verbs.load(sources.data.language)
        )
        self._lister = Lister(sources, self.findings, self.lists)
        self._approvals = ApprovalLister(sources, self.findings)
        self._across = AcrossAnswerer(sources, self.findings, self.lists, counterparts)

    def open_unasked(self, finding: Finding, language: str) -> Finding:
        """Open a provision that nobody asked anything of with its date and whom it binds, if that is all."""
        (opened,) = self._quoter.found(unasked(language), [finding]).findings
        return opened if opened.opening else finding

    def acknowledge_a_gesture(self, turn: Turn) -> Reply | None:
        """Acknowledge a message of nothing but emoji."""
        whole = turn.message.whole
        return Reply(courteous(whole, Intent.AGREEMENT), whole) if is_gesture(whole.text) else None

    def step_from_the_last_answer(self, turn: Turn) -> Reply | None:
        """Follow a message that only says where to go from the last answer."""
        return self._pointed.step(turn)

    def show_the_same_of_another_meeting(self, turn: Turn) -> Reply | None:
        """Show the same number of another act, after one was named by it: «¿y en la de 2015?»."""
        return self._pointed.same_of_another_meeting(turn)

    def show_what_is_referred_to(self, turn: Turn) -> Reply | None:
        """Show the provisions that a message names, and correct those that the act hasn't."""
        return self._pointed.referred_to(turn)

    def tell_whether_it_was_done(self, turn: Turn) -> Reply | None:
        """Show what was shown again, or what is pending, where only whether it was done is asked."""
        return self._whether_done.answer(turn)

    def list_what_is_named(self, turn: Turn) -> Reply | None:
        """Show the list that a message names and only limits, as its command does: «plazos de Managua»."""
        whole = turn.message.whole
        if not self._parts.lists:
            return None
        about = turn.last.act if turn.last else None
        listed = self.lists.named_in(whole, today=turn.today, follows=turn.follows, about=about)
        limited = listed and listed.overview and (listed.overview.stage or listed.overview.period)
        is_told = listed and (listed.findings or limited or is_of_now(whole.text, today=turn.today))
        return Reply(listed, whole) if listed and is_told else None

    def answer_from_what_was_opened(self, turn: Turn) -> Reply | None:
        """Answer «¿y cuándo?» after a provision was opened by its number from that one."""
        return self._pointed.asked_of_shown(turn)

    def look_across_meetings(self, turn: Turn) -> Reply | None:
        """Answer what lies in several meetings: in which, when first, how it went."""
        return self._across.answer(turn) if self._parts.lists else None

    def list_meetings_of_a_kind(self, turn: Turn) -> Reply | None:
        """List the meetings of a kind that their titles tell: «las viceministeriales»."""
        return self._across.of_kind(turn) if self._parts.lists else None

    def return_a_courtesy(self, turn: Turn) -> Reply | None:
        """Return a greeting, thanks and the like, where a message has no topic but where somebody is."""
        whole = turn.message.whole
        if turn.courtesy and whole.meetings:
            return Reply(courteous(whole, turn.courtesy), whole)
        names_meeting = turn.scope.likely or (turn.scope.documents and not turn.scope.is_carried)
        asks_of_days = whole.period and whole.asks
        if whole.topics or whole.asked or names_meeting or asks_of_days or not turn.is_intended:
            return None
        return Reply(courteous(whole, turn.courtesy or turn.intent.intent), whole)

    def decline_another_language(self, turn: Turn) -> Reply | None:
        """Say which languages are answered in."""
        whole = turn.message.whole
        return Reply(nothing(whole, other_tongue()), whole) if whole.is_foreign else None

    def decline_an_unknown_meeting(self, turn: Turn) -> Reply | None:
        """Say that the act of a meeting isn't at hand."""
        if not turn.scope.is_other or self._is_told(turn, sure_from=0.0):
            return None
        return Reply(nothing(turn.question, other_meeting(self._sources.documents)), turn.question)

    def explain_an_acronym(self, turn: Turn) -> Reply | None:
        """Say what an acronym stands for."""
        return self._first(turn, self._glossary.answer)

    def sum_a_meeting_up(self, turn: Turn) -> Reply | None:
        """Say how much a meeting resulted in, where all of it is asked for."""
        document = turn.scope.document or next(iter(self._sources.documents), None)
        if not turn.scope.is_whole or turn.follows or document is None or not self._parts.lists:
            return None
        if self._is_told(turn):
            return None
        return Reply(self._meeting.whole(turn.question, document), turn.question)

    def tell_of_a_meeting(self, turn: Turn) -> Reply | None:
        """Answer what is asked of a meeting itself: when, where, who came."""
        document = turn.scope.document or next(iter(self._sources.documents), None)
        if document is None:
            return None
        asked = turn.message.attendance
        attendance = self._meeting.attendance(asked, document) if asked else None
        if attendance:
            return Reply(attendance, turn.question)
        if self._is_told(turn):
            return None
        return self._of_itself_or_with(turn, lambda question: self._meeting.answer(question, document))

    def list_what_is_to_be_approved(self, turn: Turn) -> Reply | None:
        """List what awaits approval, where nothing more particular is asked."""
        scope = turn.scope.document
        alone = replace(turn, questions=self._asking_for_all(turn))
        return self._first(alone, lambda question: self._approvals.answer(question, scope)) or self._first(
            turn, lambda question: self._approvals.answer(question, scope)
        )

    def list_duties(self, turn: Turn) -> Reply | None:
        """List what a party has to do, as /pendientes does."""
        several = any(each.is_several for each in turn.message.whole.meetings)
        scope, today = None if several else turn.scope.document, turn.today
        return self._of_itself_or_with(
            turn, lambda question: self._lister.list_duties(question, scope, today)
        )

    def list_what_concerns_a_party(self, turn: Turn) -> Reply | None:
        """List what a party does, asks or is thanked for, where nothing else is asked of it."""
        if turn.is_call_for_help and not turn.message.whole.asks:
            return None  # «saludos a la delegación de Panamá»
        scope = turn.scope.document
        listed = self._first(turn, lambda question: self._lister.list_party(question, scope))
        return self._unless_told(turn, listed)

    def list_events(self, turn: Turn) -> Reply | None:
        """List the events of the sorts and days that a question names."""
        scope, today = turn.scope.document, turn.today
        listed = self._of_itself_or_with(
            turn, lambda question: self._lister.list_events(question, scope, today)
        )
        return self._unless_told(turn, listed)

    def list_deadlines(self, turn: Turn) -> Reply | None:
        """List what is due, where no deadline in particular is asked for.

        All that is, or is of some days, is listed whatever was shown before.
        """
        scope = turn.scope.document
        alone = replace(turn, questions=self._asking_for_all(turn))

        def answer(question: Question) -> Answer | None:
            """List what is due of the days, or in the meeting, that a question names."""
            return self._lister.list_deadlines(question, scope, turn.today)

        return self._unless_told(turn, self._first(alone, answer) or self._first(turn, answer))

    def quote_what_answers(self, turn: Turn) -> Reply | None:
        """Quote the provisions that answer, if it is sure enough that they do."""
        verdict = turn.searched.verdict
        if turn.intent.likeness >= _AS_WRITTEN and not (verdict and verdict.sureness >= CERTAIN):
            return None  # «quiero hablar con una persona»
        # What a meeting has hardly a word of may be what others have.
        is_poor = verdict and not verdict.is_sure and verdict.candidate.signs["words"] < NEAR
        elsewhere = self.tell_which_meetings_have_it(turn) if is_poor else None
        if is_poor and not elsewhere and any(each.is_guessed for each in turn.message.whole.meetings):
            return None  # a city alone says hardly that its meeting is meant
        return elsewhere or self._quoter.quote(turn)

    def tell_which_meetings_have_it(self, turn: Turn) -> Reply | None:
        """Say that a meeting which is named has nothing on what is asked, and offer what others have."""
        document = turn.scope.document
        if document is None or turn.is_intended or len(self._sources.documents) == 1:
            return None
        anywhere = turn.search(replace(turn, scope=Scope()))
        verdict = anywhere.verdict
        if verdict is None or any(map(is_unnamed, verdict.objections)):
            return None
        if not (verdict.is_sure or (verdict.is_enough and verdict.candidate.signs["words"] >= SPOKEN)):
            return None
        alike = anywhere.matter.alike if anywhere.matter else (verdict.candidate,)
        others = [each for each in alike if self.findings.cite(each.number).document != document.slug]
        if not others:
            return None
        near = tuple(self.findings.suggest_of_meeting(each.number) for each in others[:MAX_SUGGESTIONS])
        lead = lacks(document), notice(mark("Otras reuniones sí lo tratan:"))
        return Reply(nothing(turn.question, lead, near), turn.question)

    def correct_what_is_taken_for_granted(self, turn: Turn) -> Reply | None:
        """Say what a question names and the provision that it is about doesn't have."""
        candidates, verdict, _ = turn.searched
        if verdict is None or turn.is_intended:
            return None
        near_enough = [each for each in candidates.ranked[:MAX_SUGGESTIONS] if each.signs["words"] >= NEAR]
        objected = ((each, named_missing(each)) for each in near_enough)
        best = candidates.ranked[0]
        about, objection = next(
            filter(lambda pair: pair[1], objected), (best, self._untold(turn, candidates))
        )
        if objection is None:
            return None
        question = candidates.question_of(verdict.candidate)
        answer = nothing(question, (objection.notice,), self._near(candidates.ranked))
        return Reply(answer, question, about=(self.findings.cite(about.number),))

    def _untold(self, turn: Turn, candidates: Candidates) -> Objection | None:
        """Return what the provision doesn't tell that a question is clearly about: «¿y quién lo paga?»."""
        best = candidates.ranked[0]
        is_clear = chances(candidates.ranked)[0] >= CLEARLY or self._is_of_shown(turn, best)
        return untold(best) if is_clear and best.signs["words"] >= NEAR else None

    def _is_of_shown(self, turn: Turn, candidate: Candidate) -> bool:
        """Tell whether a message goes on from a provision that was shown last."""
        shown = turn.last.references if turn.follows and turn.last else ()
        return str(self.findings.cite(candidate.number).reference) in shown

    def return_what_is_meant_kindly(self, turn: Turn) -> Reply | None:
        """Reply to small talk, calls for help, orders and the like."""
        if not (turn.is_intended or turn.is_call_for_help):
            return None
        whole = turn.message.whole
        return Reply(courteous(whole, turn.courtesy or turn.intent.intent), whole)

    def ask_which_is_meant(self, turn: Turn) -> Reply | None:
        """Show what deals with a bare topic, put as a question."""
        return self._quoter.ask_which(turn)

    def say_that_nothing_answers(self, turn: Turn) -> Reply:
        """Say so, and offer what comes closest."""
        near = self._near(turn.searched.candidates.ranked)
        return Reply(nothing(turn.question, not_found(self._sources.documents), near), turn.question)

    def _is_told(self, turn: Turn, sure_from: float = CERTAIN) -> bool:
        """Tell whether a numbered provision surely answers: «¿dónde será el GRCM de noviembre?»."""
        verdict = turn.searched.verdict
        if verdict is None or not verdict.is_sure or verdict.sureness < sure_from or verdict.objections:
            return False
        return not verdict.candidate.signs.get("preamble")

    def _asking_for_all(self, turn: Turn) -> tuple[Question, ...]:
        """Return the questions that ask for all of a sort by themselves, whatever they follow."""
        return tuple(
            each
            for each in turn.message.questions
            if each.period or (self._lister.asks_for_all(each) and not self._follow_ups.opens(each))
        )

    def _unless_told(self, turn: Turn, listed: Reply | None) -> Reply | None:
        """Leave a list to what one provision answers for certain, if it is empty or not plainly asked for."""
        whole = turn.message.whole
        is_asked_for = bool(whole.period) or Asked.LIST in whole.asked
        is_worth_it = listed and listed.answer.findings and is_asked_for
        is_told = self._is_told(turn) and chances(turn.searched.candidates.ranked)[0] >= CLEARLY
        return None if not is_worth_it and is_told else listed

    def _first(self, turn: Turn, answer: Callable[[Question], Answer | None]) -> Reply | None:
        """Answer the first question of a turn that a way answers."""
        if not self._parts.lists:
            return None
        for question in turn.questions:
            if turn.is_intended and (not question.asks or turn.intent.intent in REFUSED):
                continue
            if answered := answer(question):
                return Reply(answered, question)
        return None

    def _of_itself_or_with(self, turn: Turn, answer: Callable[[Question], Answer | None]) -> Reply | None:
        """Answer a question as it stands, if it leaves nothing out, or else with what it follows on."""
        alone = self._first(replace(turn, questions=turn.message.questions), answer)
        if alone and (alone.answer.outcome is Outcome.FOUND or alone.answer.overview):
            return alone
        return self._first(turn, answer)

    def _near(self, ranked: Iterable[Candidate]) -> tuple[Suggestion, ...]:
        """Offer what comes closest."""
        return tuple(self.findings.suggest(each.number) for each in tuple(ranked)[:MAX_SUGGESTIONS])
