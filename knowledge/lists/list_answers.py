"""What lists have in common: they show several provisions, or the overview that a command would."""

from collections.abc import Iterable
from datetime import date

from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import answered
from knowledge.language.months import month_number
from knowledge.language.notions import Notion
from knowledge.lists.gathering import Gatherer
from knowledge.lists.requested import RequestedLists
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.stores.documents import Document
from knowledge.understanding.question import Question
from knowledge.values.answers import Answer, Fact
from knowledge.values.notices import Notice
from knowledge.values.questions import OverviewKind, QuestionKind

MAX_LISTED = 8
"""Findings that a list shows."""

DUE = of_concept(Notion.DEADLINE)


class ListAnswers:
    """Base of the lists from one store."""

    def __init__(self, sources: Sources, findings: FindingWriter, lists: RequestedLists) -> None:
        self._sources = sources
        self._findings = findings
        self._gatherer = Gatherer(sources.index)
        self._lists = lists
        self._overviews = lists.overviews

    def _overview(
        self,
        question: Question,
        kind: OverviewKind,
        today: date,
        party: str | None = None,
        document: Document | None = None,
        *,
        even_if_empty: bool = False,
    ) -> Answer | None:
        """Write the overview that a command would, of the days that a question names or of one act.

        Return None if there is nothing to list, unless days are named and it may be `even_if_empty`.
        """
        overview = self._lists.limited(question, kind, party, today=today)
        if document:
            overview = overview.model_copy(update={"where": document.slug, "held": None})
        listed = self._overviews.answer(overview, today=today, language=question.language)
        is_answer = bool(listed.findings) or (even_if_empty and overview.period is not None)
        return listed.model_copy(update={"question": question.text}) if is_answer else None

    def _answer(
        self,
        question: Question,
        numbers: Iterable[int],
        kind: QuestionKind,
        lead: tuple[Notice, ...] = (),
        *,
        opening: tuple[Fact, ...] = (),
    ) -> Answer | None:
        shown = list(dict.fromkeys(numbers))[:MAX_LISTED]
        if not shown:
            return None
        findings = (self._findings.numbered(number, question.labels) for number in shown)
        opened = (each.model_copy(update={"opening": opening}) for each in findings)
        return answered(question, opened, kind, lead)


def is_dated(word: str) -> bool:
    """Tell whether a folded word is part of a date."""
    return word.isdigit() or month_number(word) is not None
