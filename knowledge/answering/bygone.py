"""Say that what acts call the next meeting is over by now."""

from datetime import date

from knowledge.search.notions import Notion
from knowledge.search.terms import of_concept
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer
from knowledge.values.notices import mark, notice

_NEXT = of_concept(Notion.NEXT)
_MEETINGS = frozenset(map(of_concept, (Notion.MEETING, Notion.CONFERENCE)))
_OVER = mark("Ya pasó.")


def tell_bygone(answer: Answer, question: Question, today: date) -> Answer:
    """Add that it is over to an answer that shows nothing but past events to who asks of the next meeting."""
    terms = {term for unit in question.units for term in unit.terms}
    if _NEXT not in terms or _MEETINGS.isdisjoint(terms) or not answer.findings:
        return answer
    days = [each.event and (each.event.end or each.event.start) for each in answer.findings]
    if not all(day and day < today for day in days):
        return answer
    return answer.model_copy(update={"lead": (*answer.lead, notice(_OVER))})
