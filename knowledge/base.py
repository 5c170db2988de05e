"""The knowledge base as a whole: what handlers ask, whichever acts are loaded at the moment."""

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import date
from operator import methodcaller
from pathlib import Path

from knowledge.citing.replies import NO_ACTS, no_acts
from knowledge.language.datafiles import BUILT_IN, DataFolders, load_yaml
from knowledge.language.folding import fold_space
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.lists.balances import Balance, Share
from knowledge.loading import Loader, LoadReport
from knowledge.loading.apart import Apart, Loaders
from knowledge.loading.comparing import BaseChanges
from knowledge.loading.foreseeing import AskedQuestion, Foreseen
from knowledge.loading.golden import GOLDEN, GoldenQuestion, load_golden
from knowledge.loading.preview import Preview
from knowledge.loading.snapshots import Snapshots
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vectors
from knowledge.reading.correcting import ReviewEdit
from knowledge.reading.reviews import CommitmentReview, Review, review_beside
from knowledge.stores.documents import Document
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.stores.tracking import Tracker
from knowledge.tracking.correctable import CorrectableFinder
from knowledge.tracking.markable import MarkableFinder
from knowledge.tracking.tracked import dated_with_status
from knowledge.values.acts import Act, Commitment
from knowledge.values.answers import Answer, Finding, Surroundings
from knowledge.values.dated import Dated
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.progress import Telling
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind
from knowledge.values.references import Reference

_log = logging.getLogger(__name__)

_WHICH_MEETING = mark("No entendí de qué reunión: «{words}».")


class KnowledgeBase:
    """Answer from what is loaded, and load anew while questions go on being answered.

    Questions are asked on one thread; `reload` may run on another. `open_loader` returns a loader by the data
    files as they are now, those of the forum in `data` among them. Without `encoder` it answers by words
    alone. `marks` tells what officers said of commitments, on the thread on which questions are asked. What
    takes a loader long is done `apart`, if that is given.
    """

    def __init__(
        self,
        open_loader: Callable[[], Loader],
        data: DataFolders = BUILT_IN,
        encoder: Encoder | None = None,
        marks: Callable[[], Marks] = lambda: NO_MARKS,
        apart: Apart | None = None,
    ) -> None:
        self._data = data
        self._encoder = encoder
        loader = open_loader()
        self._folder = loader.folder
        self._find_original = loader.original
        self._loaders = Loaders(open_loader, apart)
        report = loader.ensure_built()
        if report:
            _log.info("built the base: %d acts, %d provisions", report.acts, report.provisions)
            for warning in report.warnings:
                _log.warning("%s", warning)
        self._snapshots = Snapshots(loader.folder.knowledge, data, encoder, marks)

    @property
    def register(self) -> PartyRegister:
        """The parties of the forum, as it was when the base was loaded."""
        return self._snapshots.current().register

    @property
    def forum(self) -> Forum:
        """The forum, as it was when the base was loaded."""
        return self._snapshots.current().forum

    def close(self) -> None:
        """Close the store in use."""
        self._snapshots.close()

    def ask(
        self, text: str, *, today: date, language: str, focus: str | None = None, act: str | None = None
    ) -> tuple[Answer, str]:
        """Answer a question that follows on `focus`; return what the chat is about from now on, too."""
        if not self.documents():
            return no_acts(text, language, QuestionKind.TOPIC), focus or ""
        current = self._snapshots.current()
        answer, focus = current.responder.ask(
            fold_space(text), today=today, language=language, focus=focus, act=act
        )
        return current.told(answer), focus

    def offered(self, words: str, *, today: date, language: str) -> tuple[Finding, ...]:
        """List the provisions that words may be about, best first."""
        if not self.documents():
            return ()
        return self._snapshots.current().responder.offered(fold_space(words), today=today, language=language)

    def unfamiliar(self, words: str, *, today: date, language: str) -> tuple[str, ...]:
        """List what words are about but for parties, what no act has first."""
        if not self.documents():
            return ()
        return self._snapshots.current().responder.unfamiliar(
            fold_space(words), today=today, language=language
        )

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
            return no_acts(words, language, QuestionKind.LOOKUP), focus or ""
        current = self._snapshots.current()
        found = current.responder.look_up(
            section, fold_space(words), today=today, language=language, focus=focus, act=act
        )
        return current.told(found[0]), found[1]

    def show(self, document: str, reference: Reference, *, language: str, whole: bool = False) -> Answer:
        """Show one provision, with its sub-items and closing paragraph if `whole`.

        Raises:
            KeyError: there is no such provision.
        """
        current = self._snapshots.current()
        return current.told(current.responder.show(document, reference, language=language, whole=whole))

    def surroundings(self, answer: Answer, *, whole: bool = False) -> Surroundings:
        """Return what stands around an answer's only finding, or all of its items if `whole`, in its act."""
        if len(answer.findings) != 1:
            return Surroundings()
        return self._snapshots.current().responder.surroundings(answer.findings[0], whole=whole)

    def page_of(self, document: str, reference: Reference) -> int:
        """Return the page of an act on which a provision begins; raise KeyError if there is no such."""
        provision = self._snapshots.current().store.provision(document, reference)
        if provision is None:
            raise KeyError(reference)
        return provision.page

    def original(self, document: Document) -> Path | None:
        """Return the file that an act was read of, or None if it was changed or taken away since."""
        return self._find_original(document)

    def overview(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview."""
        if not self.documents():
            return no_acts("", language, QuestionKind.LIST)
        current = self._snapshots.current()
        overviews = current.responder.lists.overviews
        return current.told(overviews.answer(overview, today=today, language=language))

    def count(self, overview: Overview, *, today: date) -> int:
        """Return how many entries an overview has on all its pages, with what is over."""
        return self._snapshots.current().responder.lists.overviews.fit(overview, today).every

    def overview_of(self, kind: OverviewKind, request: str, *, today: date, language: str) -> Answer:
        """Write the first page of the overview that the words after a command ask for."""
        if not self.documents():
            return no_acts(request, language, QuestionKind.LIST)
        current = self._snapshots.current()
        answer = current.responder.lists.answer(kind, fold_space(request), today=today, language=language)
        return current.told(answer)

    def meeting_of(self, request: str, *, today: date, language: str) -> Answer:
        """Write the card of the meeting that the words after a command name, or offer those that they fit."""
        if not self.documents():
            return no_acts(request, language, QuestionKind.MEETING)
        current = self._snapshots.current()
        return current.told(
            current.responder.lists.meeting(fold_space(request), today=today, language=language)
        )

    def card(self, document: str, *, today: date, language: str) -> Answer:
        """Write the card of the meeting of an act; raise LookupError if it isn't loaded."""
        current = self._snapshots.current()
        return current.told(current.responder.lists.card(document, today=today, language=language))

    def places(self) -> frozenset[str]:
        """Return the slugs of all acts, and the keys of where their meetings were."""
        return self._snapshots.current().responder.lists.venues.keys()

    def agenda(
        self,
        parties: Collection[str] = (),
        *,
        acts: Sequence[str] | None = None,
        period: Period | None = None,
    ) -> tuple[Dated, ...]:
        """List what falls due or takes place on known days; see `AgendaWriter.write`."""
        current = self._snapshots.current()
        agenda = current.responder.lists.agenda.write(parties, acts=acts, period=period)
        statuses = current.tracker.statuses
        return tuple(dated_with_status(each, statuses) for each in agenda)

    @property
    def tracker(self) -> Tracker:
        """How far the commitments have come, as officers marked them."""
        return self._snapshots.current().tracker

    @property
    def markable(self) -> MarkableFinder:
        """What officers may mark."""
        return self._snapshots.current().responder.markable

    @property
    def correctable(self) -> CorrectableFinder:
        """What officers may correct."""
        return self._snapshots.current().responder.correctable

    def corrections(self, document: Document) -> tuple[CommitmentReview, ...]:
        """List what people corrected in an act; raise FaultyData if its review file has a mistake."""
        beside = review_beside(document, self._folder.acts)
        return load_yaml(beside, Review).commitments if beside else ()

    def foresee(self, slug: str, edit: ReviewEdit) -> tuple[Commitment, ...]:
        """Return what would be known of a provision with its corrections changed; see `Loader.foresee`."""
        return self._loaders.fresh().foresee(slug, edit)

    def balances(
        self, request: str, *, today: date
    ) -> tuple[tuple[Document, ...], tuple[Balance, ...]] | Notice:
        """Return who has done what in the acts that words name, or in all; or say why there are none."""
        acts = self.meetings_named(request, today=today) if request.strip() else self.documents()
        if isinstance(acts, Notice):
            return acts
        if not acts:
            return notice(_WHICH_MEETING, words=echo(request)) if request else NO_ACTS
        balances = self._snapshots.current().responder.lists.balances
        return acts, balances.write([each.slug for each in acts], today)

    def shares(self, acts: Sequence[str]) -> tuple[Share, ...]:
        """List what each commitment of some acts, by their slugs, asks of each party that it binds."""
        return tuple(self._snapshots.current().responder.lists.balances.shares(acts))

    def meetings_named(self, words: str, *, today: date) -> tuple[Document, ...] | Notice:
        """List the acts of the meetings that words name, if they name any; or say why there are none."""
        return self._snapshots.current().responder.lists.acts(fold_space(words), today=today)

    def acts_of(self, overview: Overview) -> tuple[str, ...] | None:
        """Return the slugs of the acts that an overview is limited to, or None for all."""
        if overview.where is None and overview.held is None:
            return None
        acts = self._snapshots.current().responder.lists.venues.acts(overview.where, overview.held)
        return tuple(document.slug for document in acts)

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._snapshots.current().store.documents()

    def act(self, slug: str) -> Act:
        """Return a whole act; raise KeyError on an unknown slug."""
        return self._snapshots.current().store.act(slug)

    def load(self, change: Callable[[Loader], LoadReport], telling: Telling | None = None) -> LoadReport:
        """Let a loader change what is loaded, and answer from that; raise what the loader raises.

        Whoever waits is told how far it is.
        """
        report = self._loaders.work(change, telling)
        self._snapshots.reopen()
        return report

    def reload(self) -> LoadReport:
        """Build the base anew from the acts at hand, and answer from it; see `Loader.rebuild`."""
        return self.load(Loader.rebuild)

    @property
    def is_whole(self) -> bool:
        """Tell whether the base is there, and nobody but a load wrote to it."""
        return self._snapshots.is_whole

    def mend(self) -> LoadReport | None:
        """Build the base anew if it is damaged or gone, and answer from that; None if there was no need.

        Raises:
            ReloadRefused: the acts make no valid base.
            StoreUnusable: the base cannot be written.
        """
        report = self._loaders.work(Loader.ensure_built)
        self._snapshots.reopen()
        return report

    def foresee_synonyms(self, line: str, asked: Sequence[AskedQuestion]) -> Foreseen:
        """Tell what a line more in the thesaurus would change; see `Loader.foresee_synonyms`."""
        foreseen: Foreseen = self._loaders.work(methodcaller("foresee_synonyms", line, asked))
        return foreseen

    def golden(self) -> tuple[GoldenQuestion, ...]:
        """List what each load checks to be answered; raise FaultyData if a file has a mistake."""
        return load_golden(self._data.forum / GOLDEN, self._folder.golden)

    def preview(self, *paths: Path, workplace: Path) -> Preview:
        """Tell what files would bring if they were added, and change nothing; see `Loader.preview`."""
        return self._loaders.fresh().preview(*paths, workplace=workplace)

    def before(self) -> BaseChanges | None:
        """Tell what would come, go and change by reverting; see `Loader.before`."""
        return self._loaders.fresh().before()

    @property
    def edition(self) -> str:
        """A name of what is loaded at the moment; it changes with every load."""
        return self._snapshots.edition
