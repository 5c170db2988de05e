"""Lists requested in words, with or without a command: the first reading that fits."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from knowledge.citing.replies import NO_ACTS
from knowledge.language.folding import fold
from knowledge.language.forum import load_forum
from knowledge.lists.agenda import AgendaWriter
from knowledge.lists.balances import Balance, BalanceWriter
from knowledge.lists.cards import CardWriter
from knowledge.lists.entries import EntryWriter
from knowledge.lists.overviews import Fit, OverviewWriter
from knowledge.lists.titles import joined, title
from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.list_words import ListNamed, ListWords
from knowledge.understanding.named_meetings import load_meeting_words
from knowledge.understanding.named_themes import TitleThemes
from knowledge.understanding.positions import PositionFinder
from knowledge.understanding.question import Question
from knowledge.understanding.request_words import WordFinder
from knowledge.understanding.requests import RequestReader
from knowledge.understanding.venues import Venues
from knowledge.values.answers import Answer, Offer, Outcome
from knowledge.values.notices import Notice, echo, mark, notice
from knowledge.values.questions import Overview, OverviewKind, QuestionKind, Stage

MAX_OFFERS = 2
"""Most alternative readings to offer."""

UNREAD = mark("No entendí «{words}».")
"""Notice about words that weren't understood."""

_WHICH_MEETING = mark("No entendí de qué reunión: «{words}».")


class RequestedLists:
    """Writes lists and cards of meetings requested in words."""

    def __init__(self, sources: Sources) -> None:
        documents, store, register = sources.documents, sources.store, sources.register
        spoken = load_meeting_words(sources.data.language)
        fillers = {*sources.lexicon.stop, *sources.lexicon.light, *spoken.words}
        nouns = [fold(noun) for noun in (*spoken.nouns, *spoken.acts)]
        themes = TitleThemes(documents, nouns, register.vocabulary, fillers).of_one()
        self.venues = Venues(documents, register, sources.index.thesaurus, store.places(), themes)
        self.overviews = OverviewWriter(store, register, self.venues, sources.tracker)
        self.entries = EntryWriter(store, register)
        self.agenda = AgendaWriter(store, register, self.entries)
        self.balances = BalanceWriter(store, register, sources.tracker)
        self._cards = CardWriter(store, self.entries, self.overviews, sources.tracker)
        finder = WordFinder(register, self.venues, PositionFinder(spoken.positions, nouns), fillers)
        self._reader = RequestReader(register, load_forum(sources.data), self.venues, finder)
        self._list_words = ListWords.load(sources.data.language)
        self._newest = next((each.meeting.start for each in documents), None)

    def answer(self, kind: OverviewKind, words: str, *, today: date, language: str) -> Answer:
        """Return the first page of the requested list."""
        asked, stage = self._list_words.without_stage(words)
        if stage is Stage.DONE and kind is not OverviewKind.PENDING:
            asked, stage = words, None
        asked = self._list_words.without_frames(asked)
        request = self._reader.read(kind, asked, today=today, meeting=self._newest)
        if isinstance(request, Notice):
            return self.refusal(words, request, today=today, language=language)
        readings = tuple(each.model_copy(update={"stage": stage}) for each in request.readings)
        (chosen, _), *others = self._by_fit(readings, today)
        answer = self.overviews.answer(chosen, today=today, language=language)
        offers = tuple(self._offers(chosen, others))
        lead = (*answer.lead, *((notice(UNREAD, words=echo(request.unread)),) if request.unread else ()))
        return answer.model_copy(
            update={"question": words, "lead": lead, "offers": (*answer.offers, *offers)}
        )

    def limited(self, question: Question, kind: OverviewKind, party: str | None, *, today: date) -> Overview:
        """Return the overview for a party, or for all, limited by the meetings and days in a question."""
        words = " ".join(question.tokens)
        request = self._reader.read(kind, words, today=today, meeting=self._newest, mends=False)
        readings = () if isinstance(request, Notice) else request.readings
        fitting = tuple(each for each in readings if each.party == party)
        if fitting:
            return self._by_fit(fitting, today)[0][0]
        return Overview(kind=kind, party=party, period=question.period)

    def named_in(
        self, question: Question, *, today: date, follows: bool, about: str | None = None
    ) -> Answer | None:
        """Return the list that a question names and limits, like a command, or None if it asks for more.

        A follow-up (`follows`) must limit the list. A request for the act without saying which gets the one
        that the chat is `about`, or the newest.
        """
        named = self._list_words.find(question.tokens) or self._bodies_that_met(question.tokens)
        if named is None or not self._is_asked(named, question, today):
            return None
        limited = self._reader.names_anything(named.rest, today=today, meeting=self._newest)
        limited |= self._list_words.without_stage(named.rest)[1] is not None
        if not limited and named.is_act:
            return self._card_of(about, today, question.language)
        is_other = named.kind is None and not (named.is_first or named.is_act or self._orders(question))
        if (not limited and (follows or named.kind is None)) or (follows and is_other):
            return None  # «¿y la reunión de 2014?» repeats the question for another meeting
        words = named.rest if limited else ""
        if named.kind is OverviewKind.MEETINGS:
            words = " ".join(word for word in words.split() if word not in self._list_words.held)
        if named.kind is not None:
            return self.answer(named.kind, words, today=today, language=question.language)
        has_acts = isinstance(self.acts(words, today=today), tuple)
        return self.meeting(words, today=today, language=question.language) if has_acts else None

    def _bodies_that_met(self, tokens: Sequence[str]) -> ListNamed | None:
        """Read a body's name used for its meetings: «¿cuántas CRM ha habido?»."""
        asking = self._list_words.several
        several = not asking.isdisjoint(tokens) and any(
            tokens[match.start - 1] in asking
            for match in self.venues.find(tokens)
            if match.start and self.venues.is_body(match.key)
        )
        return ListNamed(OverviewKind.MEETINGS, " ".join(tokens), is_first=False) if several else None

    def _orders(self, question: Question) -> bool:
        """Tell whether a message begins like a request to show something: «resúmeme la reunión»."""
        return not self._list_words.frames.isdisjoint(question.tokens[:1])

    def _is_asked(self, named: ListNamed, question: Question, today: date) -> bool:
        """Tell whether a question asks for the list that it names and for nothing else.

        A country alone counts as a place only right after a word for meetings: «reuniones Panamá».
        """
        if named.kind is None and question.asked:
            return False
        of_meetings = named.kind is None or named.kind is OverviewKind.MEETINGS
        said = self._list_words
        return self._reader.reads_all(
            named.rest,
            said.frames | said.held if named.kind is OverviewKind.MEETINGS else said.frames,
            today=today,
            meeting=self._newest,
            only_places=of_meetings and not named.is_first,
        )

    def _card_of(self, slug: str | None, today: date, language: str) -> Answer | None:
        acts = self.venues.acts(slug, None)[:1]
        return self._cards.answer(acts[0], today=today, language=language) if acts else None

    def refusal(self, words: str, why: Notice, *, today: date, language: str) -> Answer:
        """Return an answer that says why there is no list, and offers other meetings at the place named."""
        near = self._reader.near(words, today=today, meeting=self._newest)
        if near:
            offered = self.overviews.answer(near, today=today, language=language)
            shown = {"question": words, "lead": (why, *offered.lead), "outcome": Outcome.AMBIGUOUS}
            return offered.model_copy(update=shown)
        return Answer(
            question=words, language=language, outcome=Outcome.NOTHING, kind=QuestionKind.LIST, lead=(why,)
        )

    def acts(self, words: str, *, today: date) -> tuple[Document, ...] | Notice:
        """Return the acts of the meetings that words name, () if they name none, or why none match."""
        if not self._reader.names_anything(words, today=today, meeting=self._newest):
            return ()
        request = self._reader.read(OverviewKind.MEETINGS, words, today=today, meeting=self._newest)
        if isinstance(request, Notice):
            return request
        return self.venues.acts(request.readings[0].where, request.readings[0].held)

    def meeting(self, words: str, *, today: date, language: str) -> Answer:
        """Return the card of the meeting that words name, the newest if none; list them if several fit."""
        acts = self.acts(words, today=today) if words.strip() else self.venues.acts(None, None)[:1]
        if isinstance(acts, Notice):
            return self.refusal(words, acts, today=today, language=language)
        if len(acts) != 1:
            return self.answer(OverviewKind.MEETINGS, words, today=today, language=language)
        answer = self._cards.answer(acts[0], today=today, language=language)
        return answer.model_copy(update={"question": words})

    def card(self, slug: str, *, today: date, language: str) -> Answer:
        """Return the card of an act's meeting; raise LookupError if the act isn't loaded."""
        for document in self.venues.acts(slug, None):
            return self._cards.answer(document, today=today, language=language)
        raise LookupError(slug)

    def balances_of(
        self, words: str, *, today: date
    ) -> tuple[tuple[Document, ...], tuple[Balance, ...]] | Notice:
        """Return the acts that words name, or all acts, with the parties' balances; or why there are none."""
        acts = self.acts(words, today=today) if words.strip() else self.venues.acts(None, None)
        if isinstance(acts, Notice):
            return acts
        if not acts:
            return notice(_WHICH_MEETING, words=echo(words)) if words else NO_ACTS
        return acts, self.balances.write([each.slug for each in acts], today)

    def _by_fit(self, readings: Sequence[Overview], today: date) -> Sequence[tuple[Overview, Fit]]:
        """Sort readings: first those with entries of the party's own, then those with any entries."""
        if len(readings) == 1:
            return [(readings[0], Fit(0, 0))]  # nothing to decide
        fits = [(each, self.overviews.fit(each, today)) for each in readings]
        return sorted(fits, key=lambda each: (not each[1].own, not each[1].every))

    def _offers(self, chosen: Overview, others: Iterable[tuple[Overview, Fit]]) -> Iterator[Offer]:
        """Offer the other readings with entries of the party's own."""
        for other, fit in [each for each in others if each[1].own][:MAX_OFFERS]:
            told = [*self.overviews.limits(other)]
            if other.party and other.party != chosen.party:
                told.insert(0, notice("{party}", party=(other.party,)))
            count = fit.own
            label = notice("{told}: {count}", told=joined(told), count=count) if told else title(other, count)
            yield Offer(label=label, overview=other)
