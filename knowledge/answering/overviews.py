"""Overviews: what is pending, what concerns a party, what falls due, which events and meetings there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge.answering.entries import EntryWriter
from knowledge.answering.stretches import RECENT, Stretch, stretches_of, within
from knowledge.answering.titles import limits, named, title
from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import Document, Listing, OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.order import Order
from knowledge.stores.tracking import Tracker
from knowledge.understanding.venues import Venues
from knowledge.values.acts import Commitment, Event, Provision, Role
from knowledge.values.answers import Answer, Finding, Offer, Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind, Stage

T = TypeVar("T")

PAGE = 5
"""Entries of an overview that fit a phone's screen or two."""

MEETINGS_PAGE = 12
"""Meetings on a page, a line each."""

FEW_MEETINGS = 4
"""Meetings up to which the list of each is offered."""

_OVERDUE = notice(mark("Vencidos"))
_COMING = notice(mark("Por vencer"))
_PAST = notice(mark("Ya celebrados"))
_AHEAD = notice(mark("Próximos"))
_OF_DUTIES = {
    Stage.AHEAD: mark("Por vencer: {count}"),
    Stage.OVER: mark("Vencidos: {count}"),
    Stage.UNDATED: mark("Sin fecha: {count}"),
    Stage.DONE: mark("✅ Cumplidos: {count}"),
}
_STAGES = {
    OverviewKind.PENDING: _OF_DUTIES,
    OverviewKind.DEADLINES: {stage: _OF_DUTIES[stage] for stage in (Stage.AHEAD, Stage.OVER)},
    OverviewKind.EVENTS: {
        Stage.AHEAD: mark("Próximos: {count}"),
        Stage.OVER: mark("Ya celebrados: {count}"),
        Stage.UNDATED: mark("Sin fecha: {count}"),
    },
}
"""The stages that a list may be limited to, and how their buttons are called."""

# Why a party is named, most telling first; what it shares with all members stands below.
_NAMED = {
    Role.PROPOSER: notice(mark("Pidió o propuso")),
    Role.REQUESTER: notice(mark("Pidió o propuso")),
    Role.HOST: notice(mark("Es sede u organiza")),
    Role.ORGANIZER: notice(mark("Es sede u organiza")),
    Role.ABSENT: notice(mark("Ausente")),
    Role.SUPPORTER: notice(mark("Apoya")),
    Role.RECIPIENT: notice(mark("Recibe")),
    Role.THANKED: notice(mark("Se le agradece")),
    Role.MENTIONED: notice(mark("Se le menciona")),
    Role.PARTICIPANT: notice(mark("Participa")),
}
_OWN = notice(mark("Le toca hacer"))


class _Subject(NamedTuple):
    """Whose overview it is: the party itself, and the groups that it belongs to."""

    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True)
class _Section(Generic[T]):
    """What stands together in an overview, and how to write an entry of it.

    What it shares with others isn't its own, and what `is_over` counts among what is over.
    """

    listing: Listing[T]
    finding: Callable[[OfAct[T]], Finding]
    is_own: bool = True
    is_over: bool = False


class Fit(NamedTuple):
    """How much an overview has that is the party's own, and how much in all."""

    own: int
    every: int


class OverviewWriter:
    """Write overviews from one store."""

    def __init__(
        self, store: KnowledgeStore, register: PartyRegister, venues: Venues, tracker: Tracker
    ) -> None:
        self._store = store
        self._register = register
        self._venues = venues
        self._tracker = tracker
        self._entries = EntryWriter(store, register)

    def answer(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview; a page that is not there is the last."""
        over = self._count_left_out(overview, today)
        sections = list(self._sections(overview, today))
        counts = [section.listing.count() for section in sections]
        if over and not any(counts):
            ended = overview.model_copy(update={"stage": Stage.OVER})
            return self.answer(ended, today=today, language=language)
        if not (overview.stage or any(counts)) and self._has_done(overview, today):
            done = overview.model_copy(update={"stage": Stage.DONE})
            return self.answer(done, today=today, language=language)
        size = MEETINGS_PAGE if overview.kind is OverviewKind.MEETINGS else PAGE
        pages = max(1, -(-sum(counts) // size))
        page = min(max(overview.page, 1), pages)
        acts = self._acts(overview)
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND if any(counts) else Outcome.NOTHING,
            kind=QuestionKind.PARTY if overview.kind is OverviewKind.PARTY else QuestionKind.LIST,
            findings=tuple(_stretch(sections, counts, size * (page - 1), size)),
            lead=(title(overview, sum(counts)), *self.limits(overview)),
            overview=overview.model_copy(update={"page": page}),
            pages=pages,
            offers=(
                *self._stages(overview, today),
                *self._single(overview, acts),
                *(() if any(counts) else self._instead(overview, today)),
            ),
        )

    def _instead(self, overview: Overview, today: date) -> Iterator[Offer]:
        """Offer what there is of a party that has nothing of the kind asked for: duties without a date."""
        if overview.party:
            for kind in (OverviewKind.PENDING, OverviewKind.PARTY):
                other = Overview(kind=kind, party=overview.party)
                every = self.fit(other, today).every
                if kind is not overview.kind and every:
                    yield Offer(label=title(other, every), overview=other)

    def fit(self, overview: Overview, today: date) -> Fit:
        """Count what an overview has."""
        over = self._count_left_out(overview, today)
        sections = (section for section in self._sections(overview, today) if not section.is_over)
        counts = [(section.is_own, section.listing.count()) for section in sections]
        own = sum(count for is_own, count in counts if is_own)
        return Fit(over + own, over + sum(count for _, count in counts))

    def limits(self, overview: Overview) -> Iterator[Notice]:
        """Say what an overview is limited to."""
        where = overview.where or ""
        place, is_body = self._venues.name(where), self._venues.is_body(where)
        return limits(overview, self._acts(overview), place, is_body=is_body)

    def _single(self, overview: Overview, acts: Sequence[Document]) -> Iterator[Offer]:
        """Offer the list of each of a few meetings that a place and days leave."""
        named_by = overview.where or overview.held
        if named_by and overview.kind is not OverviewKind.MEETINGS and 1 < len(acts) <= FEW_MEETINGS:
            for each in acts:
                single = overview.model_copy(update={"where": each.slug, "held": None, "page": 1})
                yield Offer(label=named(each.meeting, each.source), overview=single)

    def _acts(self, overview: Overview) -> tuple[Document, ...]:
        return self._venues.acts(overview.where, overview.held)

    def _slugs(self, overview: Overview) -> tuple[str, ...] | None:
        if overview.where is None and overview.held is None:
            return None
        return tuple(each.slug for each in self._acts(overview))

    def _sections(self, overview: Overview, today: date) -> Iterator[_Section[Any]]:
        match overview.kind:
            case OverviewKind.PENDING | OverviewKind.DEADLINES:
                yield from self._pending(overview, today)
            case OverviewKind.EVENTS:
                yield from self._events(overview, today)
            case OverviewKind.PARTY:
                yield from self._of_party(overview, overview.party or "")
            case OverviewKind.MEETINGS:
                yield self._meetings(overview)

    def _subject(self, name: str) -> _Subject:
        party = self._register.parties.get(name)
        return _Subject(name, self._register.all_members if party and party.member else ())

    def _pending(self, overview: Overview, today: date) -> Iterator[_Section[Commitment]]:
        """Yield what is to be done: of a party first what it has by name, then what all members share."""
        stretches = list(stretches_of(overview, today, (_COMING, _OVERDUE)))
        if overview.kind is OverviewKind.DEADLINES:
            stretches = [each for each in stretches if each.dated is not False]
        subject = self._subject(overview.party) if overview.party else None
        for each in stretches:
            parties = (subject.name,) if subject else ()
            finding = partial(self._entries.commitment, heading=each.heading)
            yield _Section(self._commitments(overview, parties, each), finding)
        if subject and subject.groups:
            yield from self._few_overdue(overview, subject.name, today)
        for group in subject.groups if subject else ():
            shared = notice(mark("Comparte con {group}"), group=(group,))
            finding = partial(self._entries.commitment, heading=shared)
            for each in stretches:
                yield _Section(self._commitments(overview, (group,), each), finding, is_own=False)

    def _few_overdue(self, overview: Overview, party: str, today: date) -> Iterator[_Section[Commitment]]:
        """Yield what a member alone is late with, before what all share; many are a count behind a button."""
        if overview.is_limited or overview.stage or overview.kind is not OverviewKind.PENDING:
            return
        long_over = Stretch(_OVERDUE, Period(end=today - RECENT - timedelta(days=1)), None, Order.LATEST)
        listing = self._commitments(overview, (party,), long_over)
        if listing.count() <= PAGE:
            yield _Section(listing, partial(self._entries.commitment, heading=_OVERDUE), is_over=True)

    def _commitments(
        self, overview: Overview, parties: Sequence[str], stretch: Stretch
    ) -> Listing[Commitment]:
        of_list = overview.kind is OverviewKind.PENDING
        done = self._tracker.done_rows(overview.party) if of_list else ()
        is_done = overview.stage is Stage.DONE
        return self._store.commitments(
            parties=parties,
            period=within(overview.period, stretch.days),
            dated=True if overview.kind is OverviewKind.DEADLINES else stretch.dated,
            acts=self._slugs(overview),
            among=done if is_done else None,
            without=() if is_done else done,
            order=stretch.order,
        )

    def _events(self, overview: Overview, today: date) -> Iterator[_Section[Event]]:
        for stretch in stretches_of(overview, today, (_AHEAD, _PAST)):
            finding = partial(self._entries.event, heading=stretch.heading)
            yield _Section(self._listed_events(overview, stretch), finding)

    def _listed_events(self, overview: Overview, stretch: Stretch) -> Listing[Event]:
        """List events announced by meetings at a place, or that are there if no meeting was."""
        elsewhere = overview.where is not None and not self._venues.acts(overview.where, None)
        return self._store.events(
            parties=(overview.party,) if overview.party else (),
            period=overview.period,
            ending=stretch.days,
            dated=stretch.dated,
            acts=None if elsewhere and overview.held is None else self._slugs(overview),
            places=self._places(overview.where or "") if elsewhere else None,
            order=stretch.order,
        )

    def _places(self, where: str) -> tuple[str, ...]:
        wanted = set(where.split())
        return tuple(place for place in self._store.places() if wanted <= set(words(place)))

    def _of_party(self, overview: Overview, name: str) -> Iterator[_Section[Any]]:
        acts = self._slugs(overview)
        subject = self._subject(name)

        def duties(party: str, heading: Notice, *, is_own: bool) -> _Section[Commitment]:
            """List what a party has to do, under a heading."""
            listing = self._store.commitments(
                parties=(party,), period=overview.period, acts=acts, order=Order.NEWEST_MEETING
            )
            return _Section(listing, partial(self._entries.commitment, heading=heading), is_own=is_own)

        yield duties(name, _OWN, is_own=True)
        if overview.period is None:
            yield from self._in_roles(name, acts)
        for group in subject.groups:
            yield duties(group, notice(mark("Comparte con {group}"), group=(group,)), is_own=False)

    def _in_roles(self, party: str, acts: Sequence[str] | None) -> Iterator[_Section[Provision]]:
        for role, heading in _NAMED.items():
            listing = self._store.provisions_naming(party, role, acts=acts)
            yield _Section(listing, partial(self._entries.naming, party=party, heading=heading))

    def _meetings(self, overview: Overview) -> _Section[Finding]:
        acts = [(each, self._entries.meeting(each)) for each in self._acts(overview)]
        shown = tuple(OfAct(document, finding) for document, finding in acts if finding)
        listing = Listing(lambda: len(shown), lambda start, count: shown[start : start + count])
        return _Section(listing, lambda each: each.value)

    def _stages(self, overview: Overview, today: date) -> Iterator[Offer]:
        """Offer to limit a list to one of the stages that it has, if it has several or is limited to one."""
        counts = {stage: self._count_at(stage, overview, today) for stage in _STAGES.get(overview.kind, ())}
        had = [stage for stage, count in counts.items() if count]
        if len(had) > 1 or overview.stage or Stage.DONE in had:
            for stage in had:
                if stage is not overview.stage:
                    wanted = overview.model_copy(update={"stage": stage, "page": 1})
                    label = notice(_STAGES[overview.kind][stage], count=counts[stage])
                    yield Offer(label=label, overview=wanted)

    def _count_left_out(self, overview: Overview, today: date) -> int:
        """Count what is over where a list leaves out what has long been."""
        if overview.is_limited or overview.stage or overview.kind not in _STAGES:
            return 0
        return self._count_at(Stage.OVER, overview, today)

    def _has_done(self, overview: Overview, today: date) -> bool:
        return overview.kind is OverviewKind.PENDING and self._count_at(Stage.DONE, overview, today) > 0

    def _count_at(self, stage: Stage, overview: Overview, today: date) -> int:
        limited = overview.model_copy(update={"stage": stage})
        return sum(section.listing.count() for section in self._sections(limited, today))


def _stretch(
    sections: Sequence[_Section[Any]], counts: Sequence[int], start: int, size: int
) -> Iterator[Finding]:
    """Yield the entries of a page, which may run on from one section into the next."""
    left = size
    for section, count in zip(sections, counts, strict=True):
        if left and start < count:
            read = section.listing.read(start, left)
            left -= len(read)
            yield from map(section.finding, read)
        start = max(0, start - count)
