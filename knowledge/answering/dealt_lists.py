"""List by date what deals with a topic, and below it what may."""

from collections.abc import Iterable, Sequence

from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import WHICH, answered
from knowledge.lists.entries import EntryWriter
from knowledge.ranking.relevance import Relevant
from knowledge.search.index import SearchIndex
from knowledge.understanding.across import Across
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import counted, mark, mark_plural, notice
from knowledge.values.questions import QuestionKind

MAX_SHOWN = 8
"""Provisions of a list that fit on a screen or two."""

_DEALT_WITH = mark_plural("Consta en {number} reunión:", "Consta en {number} reuniones:")
_PERHAPS = notice(mark("Quizá también"))
_NEWEST = mark("Se muestran las {shown} más recientes.")
_OLDEST = mark("Se muestran las {shown} más antiguas.")


class DealtLister:
    """Writes lists of provisions on a topic, from one store."""

    def __init__(self, index: SearchIndex, findings: FindingWriter, entries: EntryWriter) -> None:
        self._index = index
        self._findings = findings
        self._entries = entries

    def listed(self, across: Across, topic: Question, found: Sequence[Relevant]) -> Answer:
        """List what deals with a topic by date, newest first unless its beginning is asked for."""
        sure = self.newest_first(each for each in found if each.is_sure)
        ordered = _in_order(sure, across)
        lead = [counted(_DEALT_WITH, len(self.acts_with(sure)))]
        if len(sure) > MAX_SHOWN:
            lead.append(notice(_NEWEST if sure[0] in ordered else _OLDEST, shown=MAX_SHOWN))
        shown = [self._under_year(self._written(each, topic)) for each in ordered]
        return answered(topic, [*shown, *self._doubtful(topic, found, shown)], QuestionKind.LIST, lead)

    def beside(
        self, told: Answer, topic: Question, found: Iterable[Relevant], *, of_fact: bool, doubtful: bool
    ) -> Answer:
        """Add to an answer what else deals with its topic.

        A fact is told first, and the others are shown as they are; `doubtful` adds what may deal with it.
        """
        known = {each.citation.key for each in told.findings}
        others = [each for each in found if self._findings.cite(each.candidate.number).key not in known]
        sure = self.newest_first(each for each in others if each.is_sure)[: MAX_SHOWN - len(known)]
        shown = [*told.findings, *(self._written(each, topic) for each in sure)]
        may_be = self._doubtful(topic, others, shown) if doubtful else []
        if len(shown) + len(may_be) == len(told.findings):
            return told
        lead = told.lead
        if of_fact:
            may_be = [each.model_copy(update={"heading": None, "opening": (_PERHAPS,)}) for each in may_be]
        else:
            lead = (*lead, counted(_DEALT_WITH, len({each.citation.document for each in shown})))
            shown = [*map(self._under_year, shown)]
        more = {"findings": (*shown, *may_be), "also": (), "kind": QuestionKind.LIST, "lead": lead}
        return told.model_copy(update=more)

    def asked_back(self, topic: Question, found: Sequence[Relevant]) -> Answer:
        """Ask which of what may deal with a topic is meant."""
        shown = self._doubtful(topic, [each._replace(is_sure=False) for each in found], ())
        answer = answered(topic, shown, QuestionKind.LIST, (WHICH,))
        return answer.model_copy(update={"outcome": Outcome.AMBIGUOUS})

    def newest_first(self, found: Iterable[Relevant]) -> list[Relevant]:
        """Sort by meeting, and the provisions of one in their order."""
        recency = self._index.recency
        return sorted(found, key=lambda each: (-recency[each.candidate.number], each.candidate.number))

    def acts_with(self, found: Iterable[Relevant]) -> set[int]:
        """Return the numbers of the acts that have one of some provisions."""
        return {int(self._index.document[each.candidate.number]) for each in found}

    def _doubtful(
        self, topic: Question, found: Sequence[Relevant], shown: Sequence[Finding]
    ) -> list[Finding]:
        """Write what may deal with a topic, too, as far as there is room for it."""
        doubtful = [each for each in found if not each.is_sure][: max(0, MAX_SHOWN - len(shown))]
        written = [self._written(each, topic) for each in self.newest_first(doubtful)]
        return [each.model_copy(update={"heading": _PERHAPS}) for each in written]

    def _written(self, found: Relevant, topic: Question) -> Finding:
        return self._findings.numbered(found.candidate.number, topic.labels)

    def _under_year(self, finding: Finding) -> Finding:
        return finding.model_copy(update={"heading": self._entries.year(finding.citation.meeting)})


def _in_order(found: Sequence[Relevant], across: Across) -> Sequence[Relevant]:
    """Put what is sorted from the newest on in the order asked for, as much of it as fits."""
    if across is Across.FIRST:
        return found[::-1][:MAX_SHOWN]
    if across is Across.ENDS:
        return [*found[-1:], *found[:-1]][:MAX_SHOWN]
    return found[:MAX_SHOWN][::-1] if across is Across.TIMELINE else found[:MAX_SHOWN]
