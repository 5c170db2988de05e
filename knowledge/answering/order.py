"""The order of decisions: one list of ways to answer, read from top to bottom; the first that answers counts.

A way takes a turn of the chat and returns a reply, or None to leave it to the next. What a follow-up leaves out
is filled in before, so a follow-up takes the same list as any other question.
"""

from datetime import date

from knowledge.answering.candidates import CandidateFinder, Meaning, Shown
from knowledge.answering.conversation import Focus
from knowledge.answering.scope import ScopeFinder
from knowledge.answering.turns import Completer, Reply, Searched, Turn
from knowledge.answering.verdicts import Judge
from knowledge.answering.ways import Ways
from knowledge.answering.weights import Weights
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.intents import IntentFinder, load_intents
from knowledge.understanding.message import Message

WAYS = (
    Ways.acknowledge_a_gesture,
    Ways.step_from_the_last_answer,
    Ways.show_what_is_referred_to,
    Ways.return_a_courtesy,
    Ways.decline_another_language,
    Ways.decline_an_unknown_meeting,
    Ways.explain_an_acronym,
    Ways.sum_a_meeting_up,
    Ways.tell_of_a_meeting,
    Ways.list_duties,
    Ways.list_what_concerns_a_party,
    Ways.list_events,
    Ways.list_deadlines,
    Ways.quote_what_answers,
    Ways.correct_what_is_taken_for_granted,
    Ways.return_what_is_meant_kindly,
    Ways.say_that_nothing_answers,
)


class Order:
    """Take turns through the list, from one store."""

    def __init__(
        self, sources: Sources, weights: Weights, parts: Parts, meaning: Meaning | None = None
    ) -> None:
        follow_ups = FollowUps.load(sources.data.language)
        self._meaning = meaning if parts.meaning else None
        model = weights.meaning if self._meaning else weights.words
        self._scopes = ScopeFinder(sources)
        self._completer = Completer(sources, follow_ups)
        self._finder = CandidateFinder(sources, model.ranking, parts, self._meaning)
        self._ways = Ways(sources, model, weights.intent, parts, follow_ups)
        self.findings = self._ways.findings
        examples = load_intents(sources.data.language)
        self._intents = (
            IntentFinder(examples, self._meaning.intents, self._meaning.direction, self._meaning.encode)
            if self._meaning
            else IntentFinder(examples)
        )
        self.judge = Judge(sources.index, model.sureness, self._intents)

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of the first way that answers."""
        return next(reply for way in WAYS if (reply := way(self._ways, turn)))

    def turn(self, message: Message, *, today: date, last: Focus | None) -> Turn:
        """Complete a message by what it follows on."""
        follows = self._completer.follows(message.whole, last)
        questions, readings = message.questions, message.readings
        if follows and last:
            questions = self._completer.completed(questions, last)
            readings = (*readings, *self._completer.completed(readings, last))
        return Turn(
            message=message,
            last=last,
            follows=follows,
            today=today,
            questions=questions,
            readings=readings,
            scope=self._scopes.find(message.whole),
            search=self._search,
            intend=self._intents.nearest,
        )

    def focus(self, reply: Reply, last: Focus | None) -> Focus:
        """Return what a chat is about after a reply with findings."""
        findings, question = reply.answer.findings, reply.question
        return Focus(
            text=question.text,
            document=findings[0].citation.document,
            references=tuple(str(finding.citation.reference) for finding in findings),
            asked=question.asked or (last.asked if last else ()),
            roles=question.roles or (last.roles if last else ()),
            units=question.units,
        )

    def _search(self, turn: Turn) -> Searched:
        """Look for what answers a turn."""
        shown = self._completer.shown(turn.last) if turn.follows and turn.last else Shown()
        readings = [
            each._replace(units=self._scopes.beside_meeting(each.units)) if turn.scope.documents else each
            for each in turn.readings
        ]
        candidates = self._finder.find(readings, shown=shown, within=self._scopes.within(turn.scope))
        verdict = self.judge.verdict(candidates, turn.intent) if candidates.ranked else None
        return Searched(candidates, verdict)
