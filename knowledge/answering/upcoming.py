"""Events to come: one that is over is never offered as the next."""

from datetime import date
from functools import reduce

import numpy as np

from knowledge.answering.dated_lists import EVENTS
from knowledge.answering.scope import Scope
from knowledge.language.notions import Notion
from knowledge.search.index import Numbers
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, of_party
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

_NEXT, _MEETING = of_concept(Notion.NEXT), of_concept(Notion.MEETING)
_HOSTED = frozenset(map(of_concept, (Notion.CONFERENCE, Notion.HOST, Notion.HOLD, Notion.OFFER)))
"""What may be said of a meeting to come besides: «¿quién se ofreció de sede para la próxima reunión?»."""

_IS_OVER = mark("Lo que las actas anunciaron ya pasó:")


class UpcomingTeller:
    """Tell that announced events are over, from one store."""

    def __init__(self, sources: Sources) -> None:
        self._store = sources.store
        self._index = sources.index

    def tell(self, answer: Answer, question: Question, scope: Scope, today: date) -> Answer:
        """Say that all events shown are over, if the next one is asked for and no meeting is named."""
        if answer.outcome is not Outcome.FOUND or answer.overview or scope.documents:
            return answer
        is_over = answer.findings and all(self._is_over(each, today) for each in answer.findings)
        if not is_over or not _asks_for_next(question):
            return answer
        return answer.model_copy(update={"lead": (notice(_IS_OVER), *answer.lead)})

    def of_next_meetings(self, question: Question, today: date) -> Numbers:
        """List the provisions that announce future meetings, if only the next meeting is asked for."""
        terms = {term for unit in question.units for term in unit.terms}
        if not {_NEXT, _MEETING} <= terms or not all(map(_is_of_meeting, question.topics)):
            return np.empty(0, np.int32)
        named = (_NEXT, _MEETING, *map(of_party, question.parties))
        told = reduce(np.intersect1d, (self._index.postings(term).provisions for term in named))
        ends = (self._ends(*self._index.place(each)) for each in told.tolist())
        return told[[any(today <= end < date.max for end in each) for each in ends]]

    def _is_over(self, finding: Finding, today: date) -> bool:
        """Tell whether a provision announces events, all of which are over."""
        ends = self._ends(finding.citation.document, finding.citation.reference)
        return bool(ends) and max(ends) < today

    def _ends(self, slug: str, reference: Reference) -> list[date]:
        """List when the events that a provision announces end; one without a day is never over."""
        events = self._store.events_of(slug, reference)
        return [each.end or each.start or date.max for each in events]


def _asks_for_next(question: Question) -> bool:
    terms = {term for unit in question.units for term in unit.terms}
    return _NEXT in terms and not EVENTS.isdisjoint(terms)


def _is_of_meeting(unit: Unit) -> bool:
    return not {_NEXT, _MEETING, *_HOSTED}.isdisjoint(unit.terms) or unit.names_party
