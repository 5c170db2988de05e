"""The knowledge base as a whole: what handlers ask, whichever acts are loaded at the moment."""

import hashlib
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from knowledge.answering.balances import Balance, Share
from knowledge.answering.correctable import CorrectableFinder
from knowledge.answering.markable import MarkableFinder
from knowledge.answering.responder import Responder
from knowledge.answering.tracked import dated_with_status, with_status
from knowledge.language.datafiles import BUILT_IN, DataFolders, load_yaml
from knowledge.language.forum import Forum, load_forum
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader, LoadReport
from knowledge.loading.comparing import BaseChanges
from knowledge.loading.foreseeing import AskedQuestion, Foreseen
from knowledge.loading.golden import GOLDEN, GoldenQuestion, load_golden
from knowledge.loading.preview import Preview, ReadOnce
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vectors
from knowledge.meaning.vectors import PassageVectors
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview, Review, review_beside
from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Act, Commitment
from knowledge.values.answers import Answer, Finding, Outcome, Surroundings
from knowledge.values.dated import Dated
from knowledge.values.errors import FaultyData, StoreUnusable
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind
from knowledge.values.references import Reference

_log = logging.getLogger(__name__)
NO_ACTS = notice(
    mark("Todavía no hay actas cargadas. En cuanto la secretaría cargue una, podrá preguntar por ella.")
)
"""What is said while there is nothing to answer from."""


class Telling(NamedTuple):
    """Who is told how far a load is: how many acts are read, and how many provisions encoded."""

    reading: Progress = show_nothing
    encoding: Progress = show_nothing


_WHICH_MEETING = mark("No entendí de qué reunión: «{words}».")


@dataclass(frozen=True)
class _Snapshot:
    """What was loaded at one moment; `stamp` tells its file from one that took its place."""

    stamp: int
    register: PartyRegister
    forum: Forum
    store: KnowledgeStore
    responder: Responder

    @property
    def tracker(self) -> Tracker:
        """How far the commitments of what was loaded have come."""
        return self.responder.tracker

    def told(self, answer: Answer) -> Answer:
        """Say of an answer how far its commitments have come."""
        return with_status(answer, self.tracker.statuses)


class KnowledgeBase:
    """Answer from what is loaded, and load anew while questions go on being answered.

    Questions are asked on one thread; `reload` may run on another. `open_loader` returns a loader by the data
    files as they are now, those of the forum in `data` among them. Without `encoder` it answers by words
    alone. `marks` tells what officers said of commitments, on the thread on which questions are asked.
    """

    def __init__(
        self,
        open_loader: Callable[[], Loader],
        data: DataFolders = BUILT_IN,
        encoder: Encoder | None = None,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
    ) -> None:
        self._open_loader = open_loader
        self._data = data
        self._encoder = encoder
        self._marks = marks
        loader = open_loader()
        self._folder = loader.folder
        self._path = loader.folder.knowledge
        self._reviews = loader.folder.acts
        self._find_original = loader.original
        self._read_once = ReadOnce()
        report = loader.ensure_built()
        if report:
            _log.info("built the base: %d acts, %d provisions", report.acts, report.provisions)
            for warning in report.warnings:
                _log.warning("%s", warning)
        self._snapshot = self._open()

    @property
    def register(self) -> PartyRegister:
        """The parties of the forum, as it was when the base was loaded."""
        return self._current().register

    @property
    def forum(self) -> Forum:
        """The forum, as it was when the base was loaded."""
        return self._current().forum

    def close(self) -> None:
        """Close the store in use."""
        self._snapshot.store.close()

    def ask(self, text: str, *, today: date, language: str, focus: str | None = None) -> tuple[Answer, str]:
        """Answer a question that follows on `focus`; return what the chat is about from now on, too."""
        if not self.documents():
            return _nothing(text, language, QuestionKind.TOPIC, NO_ACTS), focus or ""
        current = self._current()
        answer, focus = current.responder.ask(text, today=today, language=language, focus=focus)
        return current.told(answer), focus

    def offered(self, words: str, *, today: date, language: str) -> tuple[Finding, ...]:
        """List the provisions that words may be about, best first."""
        if not self.documents():
            return ()
        return self._current().responder.offered(words, today=today, language=language)

    def unfamiliar(self, words: str, *, today: date, language: str) -> tuple[str, ...]:
        """List what words are about but for parties, what no act has first."""
        if not self.documents():
            return ()
        return self._current().responder.unfamiliar(words, today=today, language=language)

    def encode_questions(self, texts: Sequence[str]) -> Vectors | None:
        """Return a vector for each question, in rows of length 1; None without the encoder."""
        return self._encoder.encode_questions(texts) if self._encoder else None

    def look_up(
        self,
        section: str,
        words: str,
        *,
        today: date,
        language: str,
        focus: str | None = None,
        act: str | None = None,
    ) -> tuple[Answer, str]:
        """Show the provision of a section that words name: «5 managua 2012»; see `Responder.look_up`."""
        if not self.documents():
            return _nothing(words, language, QuestionKind.LOOKUP, NO_ACTS), focus or ""
        current = self._current()
        found = current.responder.look_up(
            section, words, today=today, language=language, focus=focus, act=act
        )
        return current.told(found[0]), found[1]

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = False) -> Answer:
        """Show one provision, with its sub-items and closing paragraph if `whole`.

        Raises:
            KeyError: there is no such provision.
        """
        current = self._current()
        return current.told(current.responder.show(document, reference, language=language, whole=whole))

    def surroundings(self, answer: Answer) -> Surroundings:
        """Return what stands around an answer's only finding in its act; nothing for several findings."""
        if len(answer.findings) != 1:
            return Surroundings()
        return self._current().responder.surroundings(answer.findings[0])

    def page_of(self, document: str, reference: Reference) -> int:
        """Return the page of an act on which a provision begins; raise KeyError if there is no such."""
        provision = self._current().store.provision(document, reference)
        if provision is None:
            raise KeyError(reference)
        return provision.page

    def original(self, document: Document) -> Path | None:
        """Return the file that an act was read of, or None if it was changed or taken away since."""
        return self._find_original(document)

    def overview(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview."""
        if not self.documents():
            return _nothing("", language, QuestionKind.LIST, NO_ACTS)
        current = self._current()
        lists = current.responder.lists
        return current.told(lists.overviews.answer(overview, today=today, language=language))

    def count(self, overview: Overview, *, today: date) -> int:
        """Return how many entries an overview has on all its pages, with what is over."""
        return self._current().responder.lists.overviews.fit(overview, today).every

    def overview_of(self, kind: OverviewKind, request: str, *, today: date, language: str) -> Answer:
        """Write the first page of the overview that the words after a command ask for."""
        if not self.documents():
            return _nothing(request, language, QuestionKind.LIST, NO_ACTS)
        current = self._current()
        lists = current.responder.lists
        return current.told(lists.answer(kind, request, today=today, language=language))

    def meeting_of(self, request: str, *, today: date, language: str) -> Answer:
        """Write the card of the meeting that the words after a command name, or offer those that they fit."""
        if not self.documents():
            return _nothing(request, language, QuestionKind.MEETING, NO_ACTS)
        current = self._current()
        return current.told(current.responder.lists.meeting(request, today=today, language=language))

    def card(self, document: str, *, today: date, language: str) -> Answer:
        """Write the card of the meeting of an act; raise LookupError if it isn't loaded."""
        current = self._current()
        return current.told(current.responder.lists.card(document, today=today, language=language))

    def places(self) -> frozenset[str]:
        """Return the slugs of all acts, and the keys of where their meetings were."""
        return self._current().responder.lists.venues.keys()

    def agenda(
        self,
        parties: Collection[str] = (),
        *,
        acts: Sequence[str] | None = None,
        period: Period | None = None,
    ) -> tuple[Dated, ...]:
        """List what falls due or takes place on known days; see `AgendaWriter.write`."""
        current = self._current()
        agenda = current.responder.lists.agenda.write(parties, acts=acts, period=period)
        statuses = current.tracker.statuses
        return tuple(dated_with_status(each, statuses) for each in agenda)

    @property
    def tracker(self) -> Tracker:
        """How far the commitments have come, as officers marked them."""
        return self._current().tracker

    @property
    def markable(self) -> MarkableFinder:
        """What officers may mark."""
        return self._current().responder.markable

    @property
    def correctable(self) -> CorrectableFinder:
        """What officers may correct."""
        return self._current().responder.correctable

    def corrections(self, document: Document) -> tuple[CommitmentReview, ...]:
        """List what people corrected in an act; raise FaultyData if its review file has a mistake."""
        beside = review_beside(document, self._reviews)
        return load_yaml(beside, Review).commitments if beside else ()

    def foresee(self, slug: str, edit: ReviewEdit) -> tuple[Commitment, ...]:
        """Return what would be known of a provision with its corrections changed; see `Loader.foresee`."""
        return self._fresh_loader().foresee(slug, edit)

    def balances(
        self, request: str, *, today: date
    ) -> tuple[tuple[Document, ...], tuple[Balance, ...]] | Notice:
        """Return who has done what in the acts that words name, or in all; or say why there are none."""
        acts = self.meetings_named(request, today=today) if request.strip() else self.documents()
        if isinstance(acts, Notice):
            return acts
        if not acts:
            return notice(_WHICH_MEETING, words=request) if request else NO_ACTS
        lists = self._current().responder.lists
        return acts, lists.balances.write([each.slug for each in acts], today)

    def shares(self, acts: Sequence[str]) -> tuple[Share, ...]:
        """List what each commitment of some acts, by their slugs, asks of each party that it binds."""
        return tuple(self._current().responder.lists.balances.shares(acts))

    def meetings_named(self, words: str, *, today: date) -> tuple[Document, ...] | Notice:
        """List the acts of the meetings that words name, if they name any; or say why there are none."""
        return self._current().responder.lists.acts(words, today=today)

    def acts_of(self, overview: Overview) -> tuple[str, ...] | None:
        """Return the slugs of the acts that an overview is limited to, or None for all."""
        if overview.where is None and overview.held is None:
            return None
        acts = self._current().responder.lists.venues.acts(overview.where, overview.held)
        return tuple(document.slug for document in acts)

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._current().store.documents()

    def act(self, slug: str) -> Act:
        """Return a whole act; raise KeyError on an unknown slug."""
        return self._current().store.act(slug)

    def load(self, change: Callable[[Loader], LoadReport], telling: Telling | None = None) -> LoadReport:
        """Let a loader change what is loaded, and answer from that; raise what the loader raises.

        Whoever waits is told how far it is.
        """
        loader = self._fresh_loader()
        if telling:
            loader = replace(loader, reading=telling.reading, progress=telling.encoding)
        report = change(loader)
        self._snapshot = self._open()
        return report

    def reload(self) -> LoadReport:
        """Build the base anew from the acts at hand, and answer from it; see `Loader.rebuild`."""
        return self.load(Loader.rebuild)

    def foresee_synonyms(self, line: str, asked: Sequence[AskedQuestion]) -> Foreseen:
        """Tell what a line more in the thesaurus would change; see `Loader.foresee_synonyms`."""
        return self._fresh_loader().foresee_synonyms(line, asked)

    def golden(self) -> tuple[GoldenQuestion, ...]:
        """List what each load checks to be answered; raise FaultyData if a file has a mistake."""
        return load_golden(self._data.forum / GOLDEN, self._folder.golden)

    def preview(self, *paths: Path, workplace: Path) -> Preview:
        """Tell what files would bring if they were added, and change nothing; see `Loader.preview`."""
        return self._fresh_loader().preview(*paths, workplace=workplace)

    def before(self) -> BaseChanges | None:
        """Tell what would come, go and change by reverting; see `Loader.before`."""
        return self._fresh_loader().before()

    @property
    def edition(self) -> str:
        """A name of what is loaded at the moment; it changes with every load."""
        status = self._path.stat()
        moment = f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"
        return hashlib.blake2s(moment.encode(), digest_size=6).hexdigest()

    def _fresh_loader(self) -> Loader:
        loader = self._open_loader()
        return replace(loader, read=self._read_once.reader(loader.read, loader.edition))

    def _open(self) -> _Snapshot:
        stamp = _stamp(self._path)
        register, forum = PartyRegister.load(self._data), load_forum(self._data)
        store = KnowledgeStore.open(self._path)
        vectors = PassageVectors.open(store.database, self._encoder.version if self._encoder else None)
        return _Snapshot(
            stamp,
            register,
            forum,
            store,
            Responder(store, self._data, encoder=self._encoder, vectors=vectors, marks=self._marks),
        )

    def _current(self) -> _Snapshot:
        """Return what is loaded; what another program has loaded meanwhile, too."""
        try:
            if _stamp(self._path) != self._snapshot.stamp:
                self._snapshot = self._open()
        except (OSError, StoreUnusable, FaultyData) as error:
            _log.warning("answering from what was loaded before: %s", error)
        return self._snapshot


def _nothing(text: str, language: str, kind: QuestionKind, said: Notice) -> Answer:
    return Answer(question=text, language=language, outcome=Outcome.NOTHING, kind=kind, lead=(said,))


def _stamp(path: Path) -> int:
    # A file keeps its number for as long as we hold it open, so one put in its place has another.
    return path.stat().st_ino
