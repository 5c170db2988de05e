"""What is still to be approved: «¿qué documentos faltan por aprobar?», of the newest act that has any."""

from collections.abc import Iterable

from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import answered
from knowledge.language.notions import Notion
from knowledge.language.tenses import Tense, tense_of
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.stores.documents import Document
from knowledge.understanding.cues import Asked
from knowledge.understanding.question import Question
from knowledge.values.acts import Commitment, CommitmentKind
from knowledge.values.answers import Answer
from knowledge.values.notices import counted, mark_plural
from knowledge.values.questions import QuestionKind

_APPROVING = of_concept(Notion.APPROVE)
_TASK = of_concept(Notion.TASK)
_BESIDE = frozenset({_APPROVING, _TASK})
_DOCUMENTS = "document"
"""How the word for all of them begins, in both languages."""
_COUNTED = mark_plural("{number} por aprobar:", "{number} por aprobar:")


class ApprovalLister:
    """List what an act leaves to be approved."""

    def __init__(self, sources: Sources, findings: FindingWriter) -> None:
        self._sources = sources
        self._findings = findings

    def answer(self, question: Question, document: Document | None) -> Answer | None:
        """List what is to be approved, or return None if anything else is asked."""
        asks = any(_APPROVING in unit.terms for unit in question.topics)
        # «Glosario» is one document, of which something else is asked.
        asks = asks and all(
            _BESIDE & set(unit.terms) or unit.label.startswith(_DOCUMENTS) for unit in question.topics
        )
        asked = set(question.asked)
        # "Endorsed?" alone is about something said before.
        told = asked or any(token.startswith(_DOCUMENTS) for token in question.tokens)
        told = told or any(_TASK in unit.terms for unit in question.units)
        lists = asked <= {Asked.LIST, Asked.COUNT, Asked.STATUS}
        if not (asks and told and lists) or question.parties:
            return None
        if tense_of(question.text) is Tense.PAST:
            return None
        for each in (document,) if document else self._sources.documents:
            approvals = list(self._approvals(each))
            if approvals:
                return self._list(question, each, approvals)
        return None

    def _approvals(self, document: Document) -> Iterable[Commitment]:
        commitments = self._sources.store.act(document.slug).commitments
        return (each for each in commitments if each.kind is CommitmentKind.APPROVAL)

    def _list(self, question: Question, document: Document, approvals: list[Commitment]) -> Answer:
        shown = list(dict.fromkeys(each.reference for each in approvals))
        findings = (self._findings.write(document.slug, each, question.labels) for each in shown)
        return answered(question, findings, QuestionKind.LIST, [counted(_COUNTED, len(shown))])
