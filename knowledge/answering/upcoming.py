"""What is yet to come: an event that is over is never offered as the next one."""

from datetime import date

from knowledge.answering.dated_lists import EVENTS
from knowledge.answering.scope import Scope
from knowledge.language.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import mark, notice

_NEXT = of_concept(Notion.NEXT)
_IS_OVER = mark("Lo que las actas anunciaron ya pasó:")


class UpcomingTeller:
    """Tell that announced events are over, from one store."""

    def __init__(self, sources: Sources) -> None:
        self._store = sources.store

    def tell(self, answer: Answer, question: Question, scope: Scope, today: date) -> Answer:
        """Say that all events shown are over, if the next one is asked for and no meeting is named."""
        if answer.outcome is not Outcome.FOUND or answer.overview or scope.documents:
            return answer
        is_over = answer.findings and all(self._is_over(each, today) for each in answer.findings)
        if not is_over or not _asks_for_next(question):
            return answer
        return answer.model_copy(update={"lead": (notice(_IS_OVER), *answer.lead)})

    def _is_over(self, finding: Finding, today: date) -> bool:
        """Tell whether a provision announces events, all of which are over."""
        events = self._store.events_of(finding.citation.document, finding.citation.reference)
        ends = [each.end or each.start for each in events]
        return bool(ends) and all(end is not None and end < today for end in ends)


def _asks_for_next(question: Question) -> bool:
    terms = {term for unit in question.units for term in unit.terms}
    return _NEXT in terms and not EVENTS.isdisjoint(terms)
