"""Answer questions from one store: lookups, courtesies and searches, never without a citation."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from knowledge.answering.analysis import Analysis, Analyst
from knowledge.answering.findings import FindingWriter
from knowledge.answering.lookups import ReferenceResolver
from knowledge.answering.replies import courteous, not_found, nothing
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.search.flags import Holds
from knowledge.search.index import SearchIndex
from knowledge.search.lexicon import Lexicon
from knowledge.search.matching import match
from knowledge.search.ranking import rank
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.answers import Answer, Outcome
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference

ENOUGH = 0.45
"""Share of a question that a provision must answer to be shown."""

_PREFERENCES: Mapping[QuestionKind, Mapping[Holds, float]] = {
    QuestionKind.DEADLINE: {Holds.DEADLINE: 0.1, Holds.DATE: 0.05},
    QuestionKind.DATE: {Holds.DATE: 0.08},
    QuestionKind.PLACE: {Holds.PLACE: 0.08},
    QuestionKind.COUNT: {Holds.NUMBER: 0.05},
}


class Responder:
    """Answer messages from the acts of one store.

    `ask` takes a message and what the chat was about (as `ask` returned it last, or None), and returns the
    answer and what the chat is about now; `show` shows one provision.
    """

    def __init__(self, store: KnowledgeStore, data: Path = BUILT_IN) -> None:
        register = PartyRegister.load(data)
        self._store = store
        self._index = SearchIndex(store.database)
        self._analyst = Analyst(self._index, register, Lexicon.load(data), data)
        self._findings = FindingWriter(store, self._index)
        self._resolver = ReferenceResolver(store)

    def ask(
        self, text: str, *, today: date, now: datetime, language: str, focus: str | None = None
    ) -> tuple[Answer, str]:
        """Answer a message that follows on `focus`; return what the chat is about from now on, too.

        `language` is the reader's, `es` or `en`; a message that tells its own language is answered in that.
        """
        analysis = self._analyst.analyse(text, language=language)
        if analysis.courtesy and not analysis.references:
            return courteous(analysis.question, analysis.courtesy), focus or ""
        if analysis.references:
            return self._look_up(analysis), ""
        return self._search(analysis), ""

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = True) -> Answer:
        """Show one provision, with its sub-items if `whole`; raise KeyError if there is no such."""
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND,
            kind=QuestionKind.LOOKUP,
            findings=(self._findings.write(document, reference, 1.0),),
        )

    def _look_up(self, analysis: Analysis) -> Answer:
        document = self._store.documents()[0]
        asked = analysis.question.words
        found, corrections = [], []
        for spoken in analysis.references:
            reference = self._resolver.resolve(spoken, document)
            if reference:
                found.append(self._findings.write(document.slug, reference, 1.0, asked))
            else:
                corrections.append(self._resolver.correct(spoken, document))
        if not found:
            return nothing(analysis.question, corrections)
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=analysis.question.kind,
            findings=tuple(found),
            lead=tuple(corrections),
        )

    def _search(self, analysis: Analysis) -> Answer:
        ranked = []
        if analysis.units:
            matched = match(self._index, analysis.units)
            ranked = rank(self._index, matched, _PREFERENCES.get(analysis.question.kind, {}))
        if not ranked or ranked[0].coverage < ENOUGH:
            return nothing(analysis.question, not_found(self._store.documents()))
        best = ranked[0]
        return Answer(
            question=analysis.question.text,
            language=analysis.question.language,
            outcome=Outcome.FOUND,
            kind=analysis.question.kind,
            findings=(self._findings.numbered(best.number, best.coverage, analysis.question.words),),
        )
