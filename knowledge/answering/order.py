"""The order of decisions: one list of ways to answer, read from top to bottom; the first that answers counts.

A way takes a turn of the chat and returns a reply, or None to leave it to the next. What a follow-up leaves
out is filled in before, so a follow-up takes the same list as any other question.
"""

from datetime import date
from functools import partial

from knowledge.answering.candidates import NOTHING_SHOWN
from knowledge.answering.conversation import Focus
from knowledge.answering.engine import Engine
from knowledge.answering.meanings import Meaning
from knowledge.answering.scope import ScopeFinder
from knowledge.answering.turns import Completer, Reply, Searched, Turn
from knowledge.answering.ways import Ways
from knowledge.answering.weights import Weights
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
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

    def __init__(self, sources: Sources, weights: Weights, parts: Parts) -> None:
        follow_ups = FollowUps.load(sources.data.language)
        self.index = sources.index
        self._scopes = ScopeFinder(sources)
        self._completer = Completer(sources, follow_ups)
        self.ways = Ways(sources, parts, follow_ups)
        self.findings = self.ways.findings
        self._by_words = Engine(sources, weights.words, parts, None)
        self._meaning = (
            Meaning.open(sources.encoder, sources.vectors, sources.data.learned) if parts.meaning else None
        )
        self._by_meaning = Engine(sources, weights.meaning, parts, self._meaning)

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of the first way that answers."""
        return next(reply for way in WAYS if (reply := way(self.ways, turn)))

    def engine(self, text: str) -> Engine:
        """Return what searches: by meaning too, as long as the encoder can be used."""
        usable = self._meaning is not None and self._meaning.encode(text) is not None
        return self._by_meaning if usable else self._by_words

    def turn(self, message: Message, *, today: date, last: Focus | None) -> Turn:
        """Complete a message by what it follows on."""
        follows = self._completer.follows(message.whole, last)
        questions, readings = message.questions, message.readings
        if follows and last:
            questions = self._completer.completed(questions, last)
            readings = (*readings, *self._completer.completed(readings, last))
        engine = self.engine(message.whole.text)
        return Turn(
            message=message,
            last=last,
            follows=follows,
            today=today,
            questions=questions,
            readings=readings,
            scope=self._scopes.find(message.whole),
            search=partial(self._search, engine),
            intents=engine.intents,
            intent_likeness=engine.intent_likeness,
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

    def _search(self, engine: Engine, turn: Turn) -> Searched:
        """Look for what answers a turn."""
        shown = self._completer.shown(turn.last) if turn.follows and turn.last else NOTHING_SHOWN
        readings = [
            each._replace(units=self._scopes.beside_meeting(each.units)) if turn.scope.documents else each
            for each in turn.readings
        ]
        besides = shown.numbers if self._completer.wants_others(turn) else ()
        within = self._scopes.within(turn.scope, besides)
        candidates = engine.finder.find(readings, shown=shown, within=within)
        verdict = engine.judge.verdict(candidates, turn.intent) if candidates.ranked else None
        return Searched(candidates, verdict)
