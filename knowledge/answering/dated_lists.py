"""Lists of events and deadlines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from knowledge.citing.replies import WHICH
from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.lists.list_answers import DUE, ListAnswers, is_dated
from knowledge.search.terms import of_concept
from knowledge.stores.documents import Document
from knowledge.understanding.asking import WHO
from knowledge.understanding.cues import Asked
from knowledge.understanding.periods import SEEN_FROM_TODAY, overlaps
from knowledge.understanding.question import Question
from knowledge.values.acts import Event, EventStatus, Precision
from knowledge.values.answers import Answer, Fact, Outcome
from knowledge.values.notices import counted, mark_plural
from knowledge.values.questions import OverviewKind, QuestionKind

_ANY_EVENT = of_concept(Notion.EVENT)
_COUNTED = mark_plural("{number} evento:", "{number} eventos:")
_SORTS = (
    Notion.WORKSHOP,
    Notion.MEETING,
    Notion.SEMINAR,
    Notion.FORUM,
    Notion.CONFERENCE,
    Notion.VIDEO_MEETING,
)
EVENTS = frozenset({_ANY_EVENT, *map(of_concept, _SORTS)})
"""Terms of events of any sort."""

_MEETINGS = frozenset({of_concept(Notion.MEETING), of_concept(Notion.CONFERENCE)})
_COMING = frozenset(map(of_concept, (Notion.NEXT, Notion.CALENDAR)))
_VAGUE = frozenset({Precision.YEAR, Precision.RELATIVE, Precision.RECURRING, Precision.NONE})
"""Precisions that place no event in a month."""

_FIRM = frozenset({EventStatus.SCHEDULED, EventStatus.COMMITTED})


class DatedLists(ListAnswers):
    """List events and deadlines, from the newest act that has any."""

    def events(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List the events of the kinds and days that a question names, or return None.

        If it names no sort, days or meeting, it gets the list of /eventos.
        """
        sorts = {term for unit in question.units for term in unit.terms if term in EVENTS}
        if not sorts or WHO & set(question.asked) or not self._asks_for_none_else(question, EVENTS | _COMING):
            return None
        is_one = not self.asks_for_all(question)
        next_one = is_one and any(_COMING & set(unit.terms) for unit in question.units)
        is_of_the_forum = next_one and sorts <= _MEETINGS  # acts may tell of it without a day
        if is_of_the_forum or (is_one and question.asked and not question.wants(Asked.DATE, Asked.PLACE)):
            return None
        counts = question.wants(Asked.COUNT)
        if sorts == {_ANY_EVENT} and not (document or question.period or is_one or counts):
            return self._overview(question, OverviewKind.EVENTS, today)
        chosen = list(self._announced(question, document, sorts - {_ANY_EVENT}))
        ahead = [day for day, _ in chosen if today <= day < date.max]
        if next_one and ahead:
            chosen = [(day, number) for day, number in chosen if day == min(ahead)]
        listed = list(dict.fromkeys(number for _, number in sorted(chosen)))
        if is_one and len(listed) > 1:
            return self._which(question, listed)
        if is_one and not next_one:
            return None
        lead = (counted(_COUNTED, len(chosen)),) if counts else ()
        kind = question.kind if is_one else QuestionKind.LIST
        answer = self._answer(question, listed, kind, lead, opening=(Fact.TIME, Fact.PLACE))
        if question.period and answer is None:
            # That there are none on the days named is an answer, too.
            answer = self._overview(
                question, OverviewKind.EVENTS, today, document=document, even_if_empty=True
            )
        return answer

    def _announced(
        self, question: Question, document: Document | None, sorts: set[str]
    ) -> Iterator[tuple[date, int]]:
        """Yield the days of events of some kinds, and the provisions that announce them."""
        for number in self._gatherer.with_events(document, of_all=question.period is not None):
            for event in self._events(number):
                has_day = not question.period or event.precision not in _VAGUE
                is_then = has_day and overlaps(event.start, event.end, question.period)
                if is_then and event.status in _FIRM and self._is_of_sort(event, sorts):
                    yield event.start or event.end or date.max, number

    def _which(self, question: Question, numbers: Sequence[int]) -> Answer | None:
        """Ask which of several is meant: «¿cuándo es el taller?»."""
        answer = self._answer(question, numbers, question.kind, (WHICH,), opening=(Fact.TIME, Fact.PLACE))
        return answer and answer.model_copy(update={"outcome": Outcome.AMBIGUOUS})

    def deadlines(self, question: Question, document: Document | None, today: date) -> Answer | None:
        """List what is due, as /plazos does, or return None if a deadline in particular is asked for."""
        due_at_all = question.wants(Asked.DEADLINE) or any(DUE in unit.terms for unit in question.units)
        if not due_at_all or not self._asks_for_none_else(question, {DUE}):
            return None
        return self._overview(question, OverviewKind.DEADLINES, today, document=document, even_if_empty=True)

    @staticmethod
    def _asks_for_none_else(question: Question, terms: Iterable[str]) -> bool:
        """Tell whether a question has no other topics than `terms` and a time."""
        others = [unit for unit in question.topics if not set(unit.terms) & set(terms)]
        if question.period:
            said = (word for unit in others for word in words(unit.label))
            return all(is_dated(word) or word in SEEN_FROM_TODAY for word in said)
        return not others

    def asks_for_all(self, question: Question) -> bool:
        """Tell whether all of a kind are asked for, rather than one («cuándo es el taller»)."""
        plural = any(
            word.text.endswith("s") and word.text not in self._sources.lexicon.stop for word in question.words
        )
        return plural or Asked.LIST in question.asked or question.period is not None

    def _events(self, number: int) -> tuple[Event, ...]:
        return self._sources.store.events_of(*self._sources.index.place(number))

    def _is_of_sort(self, event: Event, sorts: set[str]) -> bool:
        tokens = words(event.name)
        found = {
            of_concept(concept)
            for match in self._sources.index.thesaurus.find(tokens, narrower=True)
            for concept in match.concepts
        }
        return not sorts or bool(sorts & found)
