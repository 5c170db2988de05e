"""The knowledge base as a whole: what handlers ask, whichever acts are loaded at the moment."""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.answering.overviews import OverviewWriter
from knowledge.answering.requests import RequestReader
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.forum import load_forum
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader, LoadReport
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.answers import Answer, Outcome, Surroundings
from knowledge.values.errors import StoreUnusable
from knowledge.values.questions import Overview, OverviewKind, QuestionKind
from knowledge.values.references import Reference

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Snapshot:
    """What was loaded at one moment; `stamp` tells its file from one that took its place."""

    stamp: int
    store: KnowledgeStore
    responder: Responder
    overviews: OverviewWriter


class KnowledgeBase:
    """Answer from what is loaded, and load anew while questions go on being answered.

    Questions are asked on one thread; `reload` may run on another.
    """

    def __init__(self, loader: Loader, data: DataFolders = BUILT_IN) -> None:
        self._loader = loader
        self.register = PartyRegister.load(data)
        self._forum = load_forum(data)
        self._requests = RequestReader(self.register, self._forum)
        report = loader.ensure_built()
        if report:
            _log.info("built the base: %d acts, %d provisions", report.acts, report.provisions)
            for warning in report.warnings:
                _log.warning("%s", warning)
        self._snapshot = self._open()

    def close(self) -> None:
        """Close the store in use."""
        self._snapshot.store.close()

    def ask(self, text: str, *, today: date, language: str, focus: str | None = None) -> tuple[Answer, str]:
        """Answer a question that follows on `focus`; return what the chat is about from now on, too."""
        return self._current().responder.ask(text, today=today, language=language, focus=focus)

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = False) -> Answer:
        """Show one provision, with its sub-items and closing paragraph if `whole`.

        Raises:
            KeyError: there is no such provision.
        """
        return self._current().responder.show(document, reference, language=language, whole=whole)

    def surroundings(self, answer: Answer) -> Surroundings:
        """Return what stands around an answer's only finding in its act; nothing for several findings."""
        if len(answer.findings) != 1:
            return Surroundings()
        citation = answer.findings[0].citation
        before, after = self._current().store.neighbours(citation.document, citation.reference)
        return Surroundings(
            previous=before.reference if before else None, next=after.reference if after else None
        )

    def overview(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview."""
        return self._current().overviews.answer(overview, today=today, language=language)

    def overview_of(self, kind: OverviewKind, request: str, *, today: date, language: str) -> Answer:
        """Write the first page of the overview that the words after a command ask for."""
        known = self.documents()
        meeting = known[0].meeting.start if known else None
        read = self._requests.read(kind, request, today=today, meeting=meeting)
        if isinstance(read, Overview):
            return self.overview(read, today=today, language=language)
        return Answer(
            question=request,
            language=language,
            outcome=Outcome.NOTHING,
            kind=QuestionKind.LIST,
            lead=(read,),
        )

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._current().store.documents()

    def act(self, slug: str) -> Act:
        """Return a whole act; raise KeyError on an unknown slug."""
        return self._current().store.act(slug)

    def reload(self) -> LoadReport:
        """Build the base anew from the acts at hand, and answer from it; see `Loader.rebuild`."""
        report = self._loader.rebuild()
        self._snapshot = self._open()
        return report

    def add_synonyms(self, line: str) -> LoadReport:
        """Add a line to the thesaurus, and answer with it; see `Loader.add_synonyms`."""
        report = self._loader.add_synonyms(line)
        self._snapshot = self._open()
        return report

    def _open(self) -> _Snapshot:
        path = self._loader.folder.knowledge
        stamp = _stamp(path)
        store = KnowledgeStore.open(path)
        overviews = OverviewWriter(store, self.register)
        return _Snapshot(stamp, store, Responder(store), overviews)

    def _current(self) -> _Snapshot:
        """Return what is loaded; what another program has loaded meanwhile, too."""
        try:
            if _stamp(self._loader.folder.knowledge) != self._snapshot.stamp:
                self._snapshot = self._open()
        except (OSError, StoreUnusable) as error:
            _log.warning("answering from what was loaded before: %s", error)
        return self._snapshot


def _stamp(path: Path) -> int:
    # A file keeps its number for as long as we hold it open, so one put in its place has another.
    return path.stat().st_ino
