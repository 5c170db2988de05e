"""Ways to answer a turn; order.py says in which order they are tried."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.answering.elsewhere import ElsewhereTeller
from knowledge.answering.fulfilment import WhetherDone
from knowledge.answering.glossary import GlossaryAnswerer
from knowledge.answering.listways import CERTAIN, CLEARLY, ListWays
from knowledge.answering.pointed import PointedAnswerer
from knowledge.answering.quoting import Quoter, named_missing, untold
from knowledge.answering.steps import StepFinder
from knowledge.answering.turns import Reply, Turn
from knowledge.citing.replies import (
    courteous,
    not_found,
    nothing,
    other_meeting,
    other_tongue,
)
from knowledge.language.folding import words
from knowledge.language.tenses import tense_of
from knowledge.language.verbs import Verbs
from knowledge.meaning.counterparts import Counterparts
from knowledge.opening.worded import SpanFinder, find_nothing
from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.objections import Objection
from knowledge.ranking.verdicts import chances
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.intents import Intent, is_gesture
from knowledge.understanding.question import unasked
from knowledge.understanding.units import LIGHT
from knowledge.values.answers import Finding, Outcome, Suggestion

MAX_SUGGESTIONS = 3

_AS_WRITTEN = 0.97
"""How like an example of an intent a message is that says the same in the same words."""

NEAR = 0.3
"""Share of a question's words that a provision must answer to be what it is about, but for a name."""


class Ways(ListWays):
    """Each public method answers a turn, or returns None to leave it to another."""

    def __init__(
        self,
        sources: Sources,
        parts: Parts,
        follow_ups: FollowUps,
        counterparts: Counterparts | None = None,
        find_span: SpanFinder = find_nothing,
    ) -> None:
        super().__init__(sources, parts, follow_ups, counterparts)
        self._quoter = Quoter(sources, self.findings, confident=parts.confidence, find_span=find_span)
        steps = StepFinder(sources, follow_ups)
        self._pointed = PointedAnswerer(
            sources, steps, self._resolver, self.findings, self._quoter, self._meeting
        )
        self._glossary = GlossaryAnswerer(sources, self.findings)
        self._whether_done = WhetherDone(self._quoter, self.lists, Verbs.load(sources.data.language))
        self._elsewhere = ElsewhereTeller(sources, self.findings, self._quoter)

    def open_unasked(self, finding: Finding, language: str) -> Finding:
        """Open a provision shown alone with its deadline and responsible party, if it has one of each."""
        (opened,) = self._quoter.found(unasked(language), [finding]).findings
        return opened if opened.opening else finding

    def acknowledge_a_gesture(self, turn: Turn) -> Reply | None:
        """Acknowledge a message of nothing but emoji."""
        whole = turn.message.whole
        return Reply(courteous(whole, Intent.AGREEMENT), whole) if is_gesture(whole.text) else None

    def step_from_the_last_answer(self, turn: Turn) -> Reply | None:
        """Follow a message that only steps from the last answer: «la siguiente»."""
        return self._pointed.step(turn)

    def show_the_same_of_another_meeting(self, turn: Turn) -> Reply | None:
        """Show the same number in another act: «¿y en la de 2015?» after «conclusión 5»."""
        return self._pointed.same_of_another_meeting(turn)

    def show_what_is_referred_to(self, turn: Turn) -> Reply | None:
        """Show the provisions that a message names by number, and correct numbers that the act lacks."""
        return self._pointed.referred_to(turn)

    def tell_whether_it_was_done(self, turn: Turn) -> Reply | None:
        """Repeat the last answer with its status, or list what is pending, if only that is asked."""
        return self._whether_done.answer(turn)

    def answer_from_what_was_opened(self, turn: Turn) -> Reply | None:
        """Answer «¿y cuándo?» from the provision that was just opened by number."""
        return self._pointed.asked_of_shown(turn)

    def return_a_courtesy(self, turn: Turn) -> Reply | None:
        """Return a greeting, thanks and the like, if the message is nothing else."""
        whole = turn.message.whole
        if turn.courtesy and whole.meetings:
            return Reply(courteous(whole, turn.courtesy), whole)
        names_meeting = turn.scope.likely or (turn.scope.documents and not turn.scope.is_carried)
        asks_of_days = whole.period and whole.asks
        if whole.topics or whole.asked or names_meeting or asks_of_days or not turn.is_intended:
            return None
        return Reply(courteous(whole, turn.courtesy or turn.intent.intent), whole)

    def decline_another_language(self, turn: Turn) -> Reply | None:
        """Say which languages the bot answers in."""
        whole = turn.message.whole
        return Reply(nothing(whole, other_tongue()), whole) if whole.is_foreign else None

    def decline_an_unknown_meeting(self, turn: Turn) -> Reply | None:
        """Say that the act of the named meeting isn't loaded."""
        # Where the eighth is to be held isn't what it agreed.
        if not turn.scope.is_other or (not turn.scope.is_whole and turn.is_told() and self._is_placed(turn)):
            return None
        return Reply(nothing(turn.question, other_meeting(self._sources.documents)), turn.question)

    def _is_placed(self, turn: Turn) -> bool:
        """Tell whether a provision that answers mentions the place of the meeting that isn't loaded.

        None can if no act names the place: «en la de Tela 2018».
        """
        verdict, whole = turn.searched.verdict, turn.message.whole
        if verdict is None or not whole.meetings:
            return False
        said = {*words(self.findings.numbered(verdict.candidate.number).quote)}
        counted = [each for each in whole.meetings if each.position and not each.position.is_of_a_place]
        held = [
            each for each in whole.meetings if each.is_specific and each not in counted and not each.ordinals
        ]
        return all(said.issuperset(whole.tokens[at] for at in each.located) for each in held if each.located)

    def explain_an_acronym(self, turn: Turn) -> Reply | None:
        """Say what an acronym stands for."""
        return self._first(turn, self._glossary.answer)

    def tell_of_a_meeting(self, turn: Turn) -> Reply | None:
        """Answer questions about a meeting itself: when, where, who came."""
        document = turn.scope.document or next(iter(self._sources.documents), None)
        if document is None:
            return None
        asked = turn.message.attendance
        # «Lo de la ausencia de Belice» asks for the provision about it; «¿faltó Belice?» doesn't.
        attendance = None
        if asked and not (self._names_a_matter(turn) and turn.is_told(CERTAIN)):
            attendance = self._meeting.attendance(asked, document)
        # What a provision says of those who missed meetings stands before what the heading of one tells.
        if turn.scope.documents or not turn.is_told():
            attendance = attendance or self._meeting.absence(turn.message.whole, document)
        if attendance:
            return self._of_which(turn, Reply(attendance, turn.question))
        if both := self._tell_of_it_and_more(turn, document):
            return both
        if turn.is_told(CERTAIN) and not self._meeting.asks_who_came(turn.message.whole, document):
            return None
        told = self._of_itself_or_with(turn, lambda question: self._meeting.answer(question, document))
        return told and self._of_which(turn, told)

    @staticmethod
    def _names_a_matter(turn: Turn) -> bool:
        """Tell whether a message names something besides parties, without a verb in a tense."""
        whole = turn.message.whole
        topics = [unit for unit in whole.units if unit.weight > LIGHT and not unit.names_party]
        return bool(topics) and tense_of(whole.text) is None

    def _tell_of_it_and_more(self, turn: Turn, document: Document) -> Reply | None:
        """Answer a question about a meeting itself together with another one: «¿cuándo fue y …?»."""
        told = {question.text: self._meeting.answer(question, document) for question in turn.questions}
        of_it = [answer for answer in told.values() if answer]
        rest = tuple(question for question in turn.questions if not told[question.text])
        # «¿Quién coordina el grupo y con qué frecuencia se reúne?» is all about the group.
        is_one = len(turn.message.readings) == 1 and turn.is_told(CERTAIN)
        if not of_it or not rest or is_one:
            return None
        more = self._quoter.quote(replace(turn, questions=rest, readings=rest))
        if more is None or more.answer.outcome is not Outcome.FOUND:
            return None
        findings = (*of_it[0].findings, *more.answer.findings)
        return more._replace(answer=of_it[0].model_copy(update={"findings": findings}))

    def quote_what_answers(self, turn: Turn) -> Reply | None:
        """Quote the provisions that answer, if they surely do."""
        verdict = turn.searched.verdict
        if turn.is_remark:
            return None
        if turn.intent.likeness >= _AS_WRITTEN and not (verdict and verdict.sureness >= CERTAIN):
            return None  # «quiero hablar con una persona»
        # What a meeting has hardly a word of may be what others have.
        is_poor = verdict and not verdict.is_sure and verdict.candidate.signs["words"] < NEAR
        # «¿Qué se dijo de X?» asks for X alone; who hosts may be told in any words.
        of_topic = not (turn.follows or turn.question.asked or turn.question.roles)
        has_none = verdict and of_topic and not verdict.candidate.signs["words"]
        elsewhere = self._elsewhere.tell(turn, surely=not is_poor) if is_poor or has_none else None
        if is_poor and not elsewhere and any(each.is_guessed for each in turn.message.whole.meetings):
            return None  # a city alone says hardly that its meeting is meant
        told = elsewhere or self._quoter.quote(turn)
        return self._across.with_others(turn, told) if told else self._across.ask_which(turn)

    def tell_which_meetings_have_it(self, turn: Turn) -> Reply | None:
        """Say that the named meeting has nothing on the topic, and offer the meetings that do."""
        return self._elsewhere.tell(turn)

    def correct_what_is_taken_for_granted(self, turn: Turn) -> Reply | None:
        """Correct a premise: say what the question names that its provision doesn't mention."""
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
        """Return what the provision that a question is clearly about doesn't tell: «¿y quién lo paga?»."""
        best = candidates.ranked[0]
        is_clear = chances(candidates.ranked)[0] >= CLEARLY or self._is_of_shown(turn, best)
        return untold(best) if is_clear and best.signs["words"] >= NEAR else None

    def _is_of_shown(self, turn: Turn, candidate: Candidate) -> bool:
        """Tell whether a message goes on from a provision that was shown last."""
        shown = turn.last.references if turn.follows and turn.last else ()
        return str(self.findings.cite(candidate.number).reference) in shown

    def return_what_is_meant_kindly(self, turn: Turn) -> Reply | None:
        """Reply to small talk, calls for help, orders to the bot and the like."""
        if not (turn.is_intended or turn.is_call_for_help or turn.is_remark):
            return None
        whole = turn.message.whole
        return Reply(courteous(whole, turn.courtesy or turn.intent.intent), whole)

    def ask_which_is_meant(self, turn: Turn) -> Reply | None:
        """Offer the provisions on a bare topic, and ask which is meant."""
        return None if turn.is_for_bot else self._quoter.ask_which(turn)

    def say_that_nothing_answers(self, turn: Turn) -> Reply:
        """Say that no act answers, and offer the closest provisions."""
        near = self._near(turn.searched.candidates.ranked)
        return Reply(nothing(turn.question, not_found(self._sources.documents), near), turn.question)

    def _near(self, ranked: Iterable[Candidate]) -> tuple[Suggestion, ...]:
        """Return the closest provisions, to be offered."""
        return tuple(self.findings.suggest(each.number) for each in tuple(ranked)[:MAX_SUGGESTIONS])
