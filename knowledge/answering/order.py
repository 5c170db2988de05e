"""The order of decisions: one list of ways to answer, read from top to bottom; the first that answers counts.

A way takes a turn of the chat and returns a reply, or None to leave it to the next. What a follow-up leaves
out is filled in before, so a follow-up takes the same list as any other question.
"""

from datetime import date
from functools import partial

import numpy as np

from knowledge.answering.conversation import Focus
from knowledge.answering.scope import Scope, ScopeFinder
from knowledge.answering.turns import Completer, Reply, Searched, Turn
from knowledge.answering.upcoming import UpcomingTeller
from knowledge.answering.ways import NEAR, Ways
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import NOTHING_SHOWN, Candidates, Shown
from knowledge.ranking.engine import Engine
from knowledge.ranking.matters import MatterFinder, without_the_matter
from knowledge.ranking.meanings import Meaning
from knowledge.ranking.objections import is_unnamed
from knowledge.ranking.weights import Weights
from knowledge.search.matching import Unit
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.message import Message
from knowledge.understanding.question import Question
from knowledge.values.acts import Role
from knowledge.values.answers import Citation

WAYS = (
    Ways.acknowledge_a_gesture,
    Ways.step_from_the_last_answer,
    Ways.show_the_same_of_another_meeting,
    Ways.show_what_is_referred_to,
    Ways.look_across_meetings,
    Ways.tell_whether_it_was_done,
    Ways.list_what_is_named,
    Ways.answer_from_what_was_opened,
    Ways.return_a_courtesy,
    Ways.decline_another_language,
    Ways.list_meetings_of_a_kind,
    Ways.decline_an_unknown_meeting,
    Ways.explain_an_acronym,
    Ways.sum_a_meeting_up,
    Ways.tell_of_a_meeting,
    Ways.list_what_is_to_be_approved,
    Ways.list_duties,
    Ways.list_what_concerns_a_party,
    Ways.list_events,
    Ways.list_deadlines,
    Ways.quote_what_answers,
    Ways.tell_which_meetings_have_it,
    Ways.correct_what_is_taken_for_granted,
    Ways.return_what_is_meant_kindly,
    Ways.ask_which_is_meant,
    Ways.say_that_nothing_answers,
)


class Order:
    """Decide how each turn is answered, from one store."""

    def __init__(self, sources: Sources, weights: Weights, parts: Parts) -> None:
        self._follow_ups = follow_ups = FollowUps.load(sources.data.language)
        self._sources = sources
        self.index = sources.index
        self._scopes = ScopeFinder(sources)
        self._completer = Completer(sources, follow_ups)
        self._by_words = Engine(sources, weights.words, parts, None)
        self._meaning = (
            Meaning.open(sources.encoder, sources.vectors, sources.data.learned) if parts.meaning else None
        )
        counterparts = _counterparts(sources) if self._meaning else None
        self._by_meaning = Engine(sources, weights.meaning, parts, self._meaning, counterparts)
        self.ways = Ways(sources, parts, follow_ups, counterparts, self._by_meaning.reader.span_of)
        self.findings = self.ways.findings
        self._matters = MatterFinder(sources, counterparts)
        self._upcoming = UpcomingTeller(sources)

    def reply(self, turn: Turn) -> Reply:
        """Return the reply of the first way that answers."""
        return next(reply for way in WAYS if (reply := way(self.ways, turn)))

    def engine(self, text: str) -> Engine:
        """Return the engine for a message: by meaning and words, or by words alone without the encoder."""
        usable = self._meaning is not None and self._meaning.encode(text) is not None
        return self._by_meaning if usable else self._by_words

    def turn(self, message: Message, *, today: date, last: Focus | None) -> Turn:
        """Make a turn of a message, completed by the last question if it is a follow-up."""
        follows = self._completer.follows(message.whole, last)
        engine = self.engine(message.whole.text)
        questions, readings = message.questions, message.readings
        if follows and last:
            questions = self._completer.completed(questions, last)
            readings = (*readings, *self._completer.completed(readings, last))
        kept = self._completer.kept(message.whole, last, follows=follows)
        return Turn(
            message=message,
            last=last,
            follows=follows,
            today=today,
            questions=questions,
            readings=readings,
            scope=self._scope(message, kept, last),
            of_now=follows and kept is None,
            search=partial(self._search, engine),
            odds=engine.reader.odds_of,
            relevant=engine.relevance.relevant,
            intents=engine.intents,
            intent_likeness=engine.intent_likeness,
        )

    def likelier(self, turn: Turn, placed: Turn) -> Turn:
        """Decide whether a place or year names a meeting (`placed`) or belongs to the topic (`turn`).

        It names the meeting if no provision that answers mentions it, or if meetings are being compared.
        """
        whole = placed.message.whole
        goes_on = placed.last and placed.last.is_of_meetings and not whole.topics
        # Who was missing is asked of a meeting, too.
        if goes_on or Role.ABSENT in whole.roles or self._has_only_the_place(turn, placed):
            return placed
        own = turn.searched.verdict
        if own and own.is_enough and not any(map(is_unnamed, own.candidate.objections)):
            return turn
        is_placed = any(each.is_loose and not each.years for each in turn.message.whole.meetings)
        if is_placed and (own is None or not own.is_enough):
            return placed  # it may ask for a list
        other = placed.searched.verdict
        if other is None or not other.is_enough:
            return turn
        best = other.candidate
        # «¿Quién ganó el mundial en 2018?» names no meeting.
        is_far = not is_placed and best.signs["words"] < NEAR
        return turn if is_far or any(map(is_unnamed, best.objections)) else placed

    def _has_only_the_place(self, turn: Turn, placed: Turn) -> bool:
        """Tell whether the best candidate matches a message only in the place of a meeting.

        «¿Y en Managua?» has no other words.
        """
        candidates = turn.searched.candidates
        if not candidates.ranked:
            return False
        best = candidates.ranked[0]
        question, matched = candidates.compared[best.reading]
        kept = {unit.label for unit in placed.message.whole.topics}
        rows = [row for row, unit in enumerate(question.units) if unit.label in kept]
        if not rows:
            return self._follow_ups.opens(placed.message.whole)
        return not any(matched.scores[row, best.number] for row in rows)

    def _scope(self, message: Message, followed: Focus | None, last: Focus | None) -> Scope:
        """Find which meetings a message is about; a follow-up that names none keeps the last ones."""
        # «La siguiente» after a provision is none of the meetings.
        steps = last and not last.is_of_meetings and self._follow_ups.step(message.whole.tokens)
        found = Scope() if steps else self._scopes.find(message.whole, (last.act,) if last else ())
        if found.documents or found.is_other or followed is None or not followed.meetings:
            return found
        kept = [each for each in self._sources.documents if each.slug in followed.meetings]
        return found._replace(documents=tuple(kept), is_carried=True)

    def focus(self, reply: Reply, turn: Turn) -> Focus:
        """Return the focus that a chat has after a reply that shows or mentions provisions."""
        last = turn.last
        cited, question = reply.cited, reply.question
        document = cited[0].document
        text, units = question.about, question.units
        if last and turn.follows and question.units and _is_again(cited[0], last):
            text, units = _carried_on(turn, question, last)
        return Focus(
            text=text,
            document=document,
            references=tuple(str(each.reference) for each in cited if each.document == document),
            asked=question.asked or (last.asked if last else ()),
            roles=question.roles or (last.roles if last else ()),
            units=units,
            meetings=tuple(each.slug for each in turn.scope.documents),
            compares=turn.goes_to_another_meeting,
        )

    def _search(self, engine: Engine, turn: Turn) -> Searched:
        """Search for the provisions that may answer a turn."""
        before = self._completer.shown(turn.last) if turn.follows and turn.last else NOTHING_SHOWN
        shown = NOTHING_SHOWN if turn.goes_to_another_meeting or turn.of_now else before
        besides = shown.numbers if self._completer.wants_others(turn) else ()
        within = self._scopes.within(turn.scope, besides)
        if within is None and len(to_come := self._upcoming.of_next_meetings(turn.question, turn.today)):
            within = np.isin(np.arange(self.index.size), to_come)
        points = self._completer.points(turn, shown)
        if points:
            within = np.isin(np.arange(self.index.size), list(shown.family))
        candidates = engine.finder.find(turn.readings, shown=shown, within=within)
        if not candidates.ranked:
            return Searched(candidates, None)
        if turn.goes_to_another_meeting or turn.of_now:
            return self._counterparts(engine, turn, candidates, before)
        # A follow-up on what was shown stays with that act, and so does who may have named its meeting.
        best = candidates.ranked[0].number
        likely = {self.index.document_of(each.slug) for each in turn.scope.likely}
        stays = best in shown.family or int(self.index.document[best]) in likely
        matter = None if stays else self._matters.find(candidates)
        candidates = without_the_matter(candidates, matter)
        # Who names one of our meetings, or what several acts have, means the acts.
        is_named = any(each.is_meant and not each.is_guessed for each in turn.message.whole.meetings)
        is_shared = matter is not None and matter.is_spoken_of
        verdict = engine.judge.verdict(candidates, turn.intent, is_for_acts=is_named or is_shared)
        if points:
            verdict = verdict._replace(is_enough=True, is_sure=True)
        elif turn.follows and not verdict.is_enough and turn.message.whole.own_topics:
            # «¿Y a la de Berlín vamos?» may be a question of its own.
            alone = candidates.of_readings(len(turn.message.readings))
            own = engine.judge.verdict(alone, turn.intent) if alone.ranked else verdict
            if own.is_enough:
                return Searched(alone, own)
        return Searched(candidates, verdict, matter)

    def _counterparts(self, engine: Engine, turn: Turn, candidates: Candidates, before: Shown) -> Searched:
        """Search another meeting, or the newest one, for the counterparts of what was shown."""
        find = self._matters.newest_counterparts if turn.of_now else self._matters.counterparts
        alike = find(candidates, before.numbers)
        verdict = engine.judge.verdict(alike or candidates, turn.intent)
        known = verdict._replace(is_enough=True, is_sure=True) if alike else verdict
        return Searched(alike or candidates, known)


def _is_again(cited: Citation, last: Focus) -> bool:
    """Tell whether a provision was shown last, or is its lead-in or one of its sub-items."""
    here, before = cited.reference, last.first
    return cited.document == last.document and (before in {here, here.parent} or here == before.parent)


def _carried_on(turn: Turn, question: Question, last: Focus) -> tuple[str, tuple[Unit, ...]]:
    """Return the text and the topics that a chat is about after a follow-up on the same provision.

    «¿En qué idioma?» after «¿cuándo empieza?» is still about the course that was asked about first.
    """
    whole = turn.message.whole
    if not whole.own_topics:
        return last.text, last.units
    labels = {unit.label for unit in question.units}
    kept = (unit for unit in last.units if unit.label not in labels)
    text = question.about if question.about.startswith(last.text) else f"{last.text} {question.about}"
    return text, (*question.units, *kept)


def _counterparts(sources: Sources) -> Counterparts | None:
    """Return the comparison across acts, if several are loaded and all have vectors."""
    wholes = sources.vectors.wholes if sources.vectors and len(sources.documents) > 1 else None
    if wholes is None:
        return None
    languages = {sources.index.document_of(each.slug): each.language for each in sources.documents}
    return Counterparts(wholes, sources.index.document, languages)
