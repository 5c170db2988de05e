"""One turn of a chat: the message, what it follows on, and what its search brings up."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.answering.conversation import Focus
from knowledge.answering.scope import Scope
from knowledge.language.folding import words
from knowledge.ranking.candidates import Candidates, Shown
from knowledge.ranking.matters import Matter
from knowledge.ranking.relevance import Relevant
from knowledge.ranking.verdicts import Verdict
from knowledge.search.index import SearchIndex
from knowledge.search.sources import Sources
from knowledge.understanding.completion import complete
from knowledge.understanding.cues import Asked
from knowledge.understanding.followups import FollowUps
from knowledge.understanding.intents import COURTESIES, Intent, IntentFinder, IntentMatch
from knowledge.understanding.mentions import MentionKind
from knowledge.understanding.message import Message
from knowledge.understanding.question import INTERROGATIVES, Question
from knowledge.values.acts import Role
from knowledge.values.answers import Answer, Citation
from knowledge.values.questions import Facet


class Reply(NamedTuple):
    """An answer, and the question it answers, which a follow-up goes on from.

    `about` cites the provisions that an answer mentions without showing: «La conclusión 24 no menciona
    Honduras».
    """

    answer: Answer
    question: Question
    about: tuple[Citation, ...] = ()

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The provisions shown, or else those mentioned."""
        return tuple(finding.citation for finding in self.answer.findings) or self.about


class Searched(NamedTuple):
    """The candidates found for a turn, and the verdict on the best one, if there is any.

    `matter` is set if several acts have a provision like the best candidate.
    """

    candidates: Candidates
    verdict: Verdict | None
    matter: Matter | None = None


_KINDER = 0.06
"""How much less like an example a call for help or a courtesy may be where nothing answers: a kind word
costs nothing."""

ACROSS, ACROSS_FOR_A_FACT = -1.0, -0.5
"""Log-odds from which a message that asks for no fact in particular, or for one (who, when, how much), may
ask of several meetings. A list that begins with the answer is no wrong one, but a fact is told best alone."""

_REMARK = 1.0
"""Log-odds from which what is said after an answer, and asks nothing, is said to the bot itself."""

_OPENING = 2
"""Words that a question word may be among: "so what happens now"; «mira qué bien» asks nothing."""

NO_FACT = frozenset({Facet.STATUS, Facet.ALL})
"""What is asked of all that was agreed, and not for a fact: where a matter stands, what there is."""

_FROM = frozenset({"desde", "de", "en", "from", "in", "at"})
"""Words before where somebody is."""

_PLACES = frozenset({MentionKind.CITY, MentionKind.NAME})
"""What a place is read as that isn't where a meeting was."""


@dataclass(frozen=True)
class Turn:
    """One turn of a chat.

    `questions` are the sentences that ask, and `readings` all stretches that may be the question. If the
    message `follows` on `last`, both are completed by the last question. `of_now` marks «¿y ahora?», which
    asks for the newest act. `odds` returns the log-odds that a provision, read together with a question,
    answers it; None without the encoder. `relevant` lists what may deal with a topic.
    """

    message: Message
    last: Focus | None
    follows: bool
    today: date
    questions: tuple[Question, ...]
    readings: tuple[Question, ...]
    scope: Scope
    of_now: bool
    search: Callable[["Turn"], Searched]
    odds: Callable[[Question, int], float | None]
    relevant: Callable[[Question, Collection[int], npt.NDArray[np.bool_] | None], list[Relevant]]
    intents: IntentFinder
    intent_likeness: float

    @property
    def goes_to_another_meeting(self) -> bool:
        """Whether the message only moves the last question to another meeting: «¿y en la de Managua?»."""
        whole = self.message.whole
        names_more = whole.topics or whole.references  # «conclusión 24 de 2017»
        return self.follows and self.leaves_for_another_meeting and not names_more

    @property
    def leaves_for_another_meeting(self) -> bool:
        """Whether the message names meetings, and the last answer is from none of them."""
        if self.last is None or not self.scope.documents:
            return False
        return self.last.document not in {each.slug for each in self.scope.documents}

    @property
    def looks_across(self) -> bool:
        """Whether the answer may lie in several meetings, in whatever words that is asked."""
        whole = self.message.whole
        odds = self.intents.across(whole.text)
        return odds is not None and odds >= (ACROSS_FOR_A_FACT if whole.facets - NO_FACT else ACROSS)

    @property
    def leaves_what_was_shown(self) -> bool:
        """Whether the message has a topic of its own, so that it leaves the last answer."""
        return bool(self.message.whole.topics) and not self.follows and not self.is_intended

    @property
    def question(self) -> Question:
        """The first sentence that asks."""
        return self.questions[0]

    @cached_property
    def searched(self) -> Searched:
        """The candidates for this turn; searched for once."""
        return self.search(self)

    def is_told(self, sure_from: float = 0.0) -> bool:
        """Tell whether a numbered provision answers for certain: «¿dónde será el GRCM de noviembre?»."""
        verdict = self.searched.verdict
        if verdict is None or not verdict.is_sure or verdict.sureness < sure_from or verdict.objections:
            return False
        return not verdict.candidate.signs.get("preamble")

    @cached_property
    def intent(self) -> IntentMatch:
        """The intent whose examples the message is nearest to, as if it were no question about acts."""
        return self.intents.nearest(self.message.whole.text)

    @cached_property
    def courtesy(self) -> Intent | None:
        """The courtesy that makes up the whole message, if any, told by its words: «hola», "thx".

        The encoder can't judge messages that short. A place may be added: «saludos desde Boquete».
        """
        whole = self.message.whole
        said = self.intents.courtesy(whole.text) or self.intents.courtesy(" ".join(whole.tokens))
        located = [each.located for each in whole.meetings if each.is_loose or each.is_guessed]
        located += [range(each.start, each.end) for each in whole.mentions if each.kind in _PLACES]
        if said or not any(located):
            return said
        here = {place for each in located for place in each}
        before = {each[0] - 1 for each in located if each and each[0]}
        here |= {place for place in before if whole.tokens[place] in _FROM}
        kept = " ".join(token for place, token in enumerate(whole.tokens) if place not in here)
        places = {whole.tokens[place] for place in here}
        if whole.asks or not all(places.issuperset(words(unit.label)) for unit in whole.topics):
            return self.intents.courtesy(kept)
        near = self.intents.nearest(kept)
        is_near = near.likeness >= self.intent_likeness and near.intent in COURTESIES
        return near.intent if is_near else None

    @property
    def is_intended(self) -> bool:
        """Whether the message is near enough to an example of its intent to be taken for it."""
        return self.courtesy is not None or self.intent.likeness >= self.intent_likeness

    @property
    def is_remark(self) -> bool:
        """Whether a message asks nothing, but says something of the last answer: "great, thx"."""
        whole = self.message.whole
        opens = INTERROGATIVES.intersection(whole.tokens[:_OPENING])
        asks = "?" in whole.text or opens or whole.asked or whole.references or whole.meetings
        return self.follows and not asks and self.intents.for_bot(whole.text) >= _REMARK

    @property
    def is_for_bot(self) -> bool:
        """Whether a message is rather said to the bot itself than to acts: an order, a wish for advice."""
        text = self.message.whole.text
        return self.intents.for_acts(text) < 0 < self.intents.for_bot(text)

    @property
    def is_call_for_help(self) -> bool:
        """Whether an unanswered message is somewhat near to a call for help, or to a courtesy."""
        is_near = self.intent.likeness >= self.intent_likeness - _KINDER
        return is_near and self.intent.intent in {Intent.DISTRESS, *COURTESIES}


def _has(index: SearchIndex, numbers: Sequence[int], term: str) -> bool:
    """Tell whether one of some provisions has a term."""
    return bool(np.isin(index.postings(term).provisions, numbers).any())


def without_its_meeting(question: Question) -> Question:
    """Drop the words of a question that name its meeting: «2017» of «16a 2017»."""
    said = {word for named in question.meetings for phrase in named.wording for word in phrase}
    places = {place for named in question.meetings for place in named.span}
    return question._replace(
        units=tuple(each for each in question.units if not said.issuperset(words(each.label))),
        mentions=tuple(
            each for each in question.mentions if not places.issuperset(range(each.start, each.end))
        ),
    )


class Completer:
    """Fill in what follow-ups leave out."""

    def __init__(self, sources: Sources, follow_ups: FollowUps) -> None:
        self._sources = sources
        self._follow_ups = follow_ups

    def follows(self, question: Question, last: Focus | None) -> bool:
        """Tell whether a message goes on from the last answer, for lack of a topic of its own."""
        topics = [unit for unit in question.topics if unit not in question.verbs]
        if Role.ABSENT in question.roles and not self._follow_ups.opens(question):
            return False  # who was missing is asked of a meeting, whatever was shown of it
        return last is not None and not last.is_left and self._follow_ups.goes_on(question, topics)

    def completed(self, questions: Sequence[Question], last: Focus) -> tuple[Question, ...]:
        """Complete follow-ups by the last question."""
        thesaurus = self._sources.index.thesaurus
        return tuple(
            complete(
                each,
                last.text,
                last.asked,
                last.roles,
                last.units,
                thesaurus,
                is_topic=bool(each.parties) and self._follow_ups.asks_about(each),
            )
            for each in questions
        )

    def wants_others(self, turn: Turn) -> bool:
        """Tell whether a turn asks for something other than the last answer: «¿y el otro taller?»."""
        return turn.follows and self._follow_ups.wants_others(turn.message.whole)

    def points(self, turn: Turn, shown: Shown) -> bool:
        """Tell whether a follow-up asks of what was shown, and names nothing that it lacks.

        «¿Y ese quién lo paga?» isn't about the next best workshop, «¿qué video es ese?» may be.
        """
        question, index = turn.message.whole, self._sources.index
        if not (turn.follows and shown.family and self._follow_ups.points(question)):
            return False
        named = () if Asked.STATUS in question.asked else question.own_topics
        has = partial(_has, index, list(shown.family))
        return all(any(map(has, unit.terms)) for unit in named)

    def kept(self, message: Question, last: Focus | None, *, follows: bool) -> Focus | None:
        """Return the focus whose meeting a message stays in: «¿y ahora?» leaves it, «ahí» stays."""
        if follows and self._follow_ups.is_of_now(message):
            return None
        is_of_there = self._follow_ups.is_of_there(message) or Role.ABSENT in message.roles
        return last if follows or is_of_there else None

    def shown(self, last: Focus) -> Shown:
        """Return the index numbers of the provisions shown last, and of their relatives."""
        index = self._sources.index
        numbers = [index.number_of(last.document, each) for each in last.shown]
        own = [number for number in numbers if number is not None]
        family = {each for number in own for each in index.family(number)}
        return Shown(frozenset(own), frozenset(family))
