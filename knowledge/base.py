"""The knowledge base as a whole: what handlers ask, whichever acts are loaded at the moment."""

from collections.abc import Collection, Sequence
from datetime import date

from knowledge.citing.replies import no_acts
from knowledge.language.folding import fold_space
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.lists.balances import Balance, Share
from knowledge.loading.upkeep import Upkeep
from knowledge.meaning.packing import Vectors
from knowledge.stores.documents import Document
from knowledge.stores.tracking import Tracker
from knowledge.tracking.correctable import CorrectableFinder
from knowledge.tracking.markable import MarkableFinder
from knowledge.tracking.tracked import dated_with_status
from knowledge.values.acts import Act
from knowledge.values.answers import Answer, Finding, Surroundings
from knowledge.values.dated import Dated
from knowledge.values.notices import Notice
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind
from knowledge.values.references import Reference


class KnowledgeBase(Upkeep):
    """Answer from what is loaded; another load doesn't interrupt answers.

    Questions are asked on one thread; `reload` may run on another.
    """

    @property
    def register(self) -> PartyRegister:
        """The parties of the forum, as it was when the base was loaded."""
        return self._snapshots.current().register

    @property
    def forum(self) -> Forum:
        """The forum, as it was when the base was loaded."""
        return self._snapshots.current().forum

    def ask(
        self, text: str, *, today: date, language: str, focus: str | None = None, act: str | None = None
    ) -> tuple[Answer, str]:
        """Answer a question that follows on `focus`; return what the chat is about from now on, too."""
        if not self.documents():
            return no_acts(text, language, QuestionKind.TOPIC), focus or ""
        current = self._snapshots.current()
        answer, focus = current.recent.reply(
            current.responder.ask, fold_space(text), today=today, language=language, focus=focus, act=act
        )
        return current.told(answer), focus

    def offered(self, words: str, *, today: date, language: str) -> tuple[Finding, ...]:
        """List the provisions that words may be about, best first."""
        if not self.documents():
            return ()
        return self._snapshots.current().responder.offered(fold_space(words), today=today, language=language)

    def unfamiliar(self, words: str, *, today: date, language: str) -> tuple[str, ...]:
        """List the topics of words but for parties; those that no act has come first."""
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
        found = current.recent.reply(
            current.responder.look_up,
            section,
            fold_space(words),
            today=today,
            language=language,
            focus=focus,
            act=act,
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
        answer = current.recent.reply(
            current.responder.lists.answer, kind, fold_space(request), today=today, language=language
        )
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

    def balances(
        self, request: str, *, today: date
    ) -> tuple[tuple[Document, ...], tuple[Balance, ...]] | Notice:
        """Return who has done what in the acts that words name, or in all; or say why there are none."""
        return self._snapshots.current().responder.lists.balances_of(fold_space(request), today=today)

    def shares(self, acts: Sequence[str]) -> tuple[Share, ...]:
        """List what each commitment of some acts, by their slugs, asks of each party that it binds."""
        return tuple(self._snapshots.current().responder.lists.balances.shares(acts))

    def meetings_named(self, words: str, *, today: date) -> tuple[Document, ...] | Notice:
        """List the acts of the meetings that words name, if they name any; or say why there are none."""
        return self._snapshots.current().responder.lists.acts(fold_space(words), today=today)

    def acts_of(self, overview: Overview) -> tuple[str, ...] | None:
        """Return the slugs of the acts that an overview is limited to, or None for all."""
        return self._snapshots.current().responder.lists.overviews.acts_of(overview)

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._snapshots.current().store.documents()

    def act(self, slug: str) -> Act:
        """Return a whole act; raise KeyError on an unknown slug."""
        return self._snapshots.current().store.act(slug)
