"""Sections of overviews: commitments, events, a party's roles, meetings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.lists.entries import EntryWriter
from knowledge.lists.stretches import RECENT, Stretch, stretches_of, within
from knowledge.stores.documents import Listing, OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.order import Order
from knowledge.stores.tracking import Tracker
from knowledge.understanding.venues import Venues
from knowledge.values.acts import Commitment, Event, Provision, Role
from knowledge.values.answers import Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind, Period, Stage

T = TypeVar("T")

PAGE = 5
"""Entries per page: they fit one or two screens of a phone."""

_OVERDUE = notice(mark("Vencidos"))
_COMING = notice(mark("Por vencer"))
_PAST = notice(mark("Ya celebrados"))
_AHEAD = notice(mark("Próximos"))

# Why a party is named, most telling first; commitments shared by all members come below.
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
    """The party of an overview, and the groups that it belongs to."""

    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Section(Generic[T]):
    """One listing in an overview, and how to write its entries.

    `is_own` is False for commitments shared with others; entries that are `is_over` count as past.
    """

    listing: Listing[T]
    finding: Callable[[OfAct[T]], Finding]
    is_own: bool = True
    is_over: bool = False


class Sections:
    """Finds the sections of overviews in one store."""

    def __init__(
        self, store: KnowledgeStore, register: PartyRegister, venues: Venues, tracker: Tracker
    ) -> None:
        self._store = store
        self._register = register
        self._venues = venues
        self._tracker = tracker
        self._entries = EntryWriter(store, register)

    def of(self, overview: Overview, today: date) -> Iterator[Section[Any]]:
        """Yield the sections of an overview in their order."""
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

    def _pending(self, overview: Overview, today: date) -> Iterator[Section[Commitment]]:
        """Yield commitments: of a party first its own, then those that all members share."""
        stretches = list(stretches_of(overview, today, (_COMING, _OVERDUE)))
        if overview.kind is OverviewKind.DEADLINES:
            stretches = [each for each in stretches if each.dated is not False]
        subject = self._subject(overview.party) if overview.party else None
        for each in stretches:
            parties = (subject.name,) if subject else ()
            finding = partial(self._entries.commitment, heading=each.heading)
            yield Section(self._commitments(overview, parties, each), finding)
        if subject and subject.groups:
            yield from self._few_overdue(overview, subject.name, today)
        for group in subject.groups if subject else ():
            shared = notice(mark("Comparte con {group}"), group=(group,))
            finding = partial(self._entries.commitment, heading=shared)
            for each in stretches:
                yield Section(self._commitments(overview, (group,), each), finding, is_own=False)

    def _few_overdue(self, overview: Overview, party: str, today: date) -> Iterator[Section[Commitment]]:
        """Yield a member's own overdue commitments unless they are many: then a button shows their count."""
        if overview.is_limited or overview.stage or overview.kind is not OverviewKind.PENDING:
            return
        long_over = Stretch(_OVERDUE, Period(end=today - RECENT - timedelta(days=1)), None, Order.LATEST)
        listing = self._commitments(overview, (party,), long_over)
        if listing.count() <= PAGE:
            yield Section(listing, partial(self._entries.commitment, heading=_OVERDUE), is_over=True)

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

    def _events(self, overview: Overview, today: date) -> Iterator[Section[Event]]:
        for stretch in stretches_of(overview, today, (_AHEAD, _PAST)):
            finding = partial(self._entries.event, heading=stretch.heading)
            yield Section(self._listed_events(overview, stretch), finding)

    def _listed_events(self, overview: Overview, stretch: Stretch) -> Listing[Event]:
        """List events announced by meetings at a place, or events at the place if it had no meeting."""
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

    def _of_party(self, overview: Overview, name: str) -> Iterator[Section[Any]]:
        acts = self._slugs(overview)
        subject = self._subject(name)

        def duties(party: str, heading: Notice, *, is_own: bool) -> Section[Commitment]:
            """List a party's commitments under a heading."""
            listing = self._store.commitments(
                parties=(party,), period=overview.period, acts=acts, order=Order.NEWEST_MEETING
            )
            return Section(listing, partial(self._entries.commitment, heading=heading), is_own=is_own)

        yield duties(name, _OWN, is_own=True)
        if overview.period is None:
            yield from self._in_roles(name, acts)
        for group in subject.groups:
            yield duties(group, notice(mark("Comparte con {group}"), group=(group,)), is_own=False)

    def _in_roles(self, party: str, acts: Sequence[str] | None) -> Iterator[Section[Provision]]:
        for role, heading in _NAMED.items():
            listing = self._store.provisions_naming(party, role, acts=acts)
            yield Section(listing, partial(self._entries.naming, party=party, heading=heading))

    def _meetings(self, overview: Overview) -> Section[Finding]:
        acts = self._venues.acts(overview.where, overview.held)
        written = ((each, self._entries.meeting(each)) for each in acts)
        shown = [OfAct(document, finding) for document, finding in written if finding]
        return Section(Listing.of(shown), lambda each: each.value)

    def _slugs(self, overview: Overview) -> tuple[str, ...] | None:
        if overview.where is None and overview.held is None:
            return None
        return tuple(each.slug for each in self._venues.acts(overview.where, overview.held))
