"""Overviews: what is pending, what concerns a party, what falls due, which events there are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import Listing, OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment, CommitmentKind, Event, Precision, Provision, Role
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

T = TypeVar("T")

PAGE = 5
"""Entries of an overview that fit a phone's screen or two."""

_OVERDUE = notice(mark("Vencidos"))
_COMING = notice(mark("Por vencer"))
_UNDATED = notice(mark("Sin fecha"))
_PAST = notice(mark("Ya celebrados"))
_AHEAD = notice(mark("Próximos"))
# Why a party is named, most telling first. What all members share stands below what is the party's own.
_ABOVE = {
    Role.PROPOSER: notice(mark("Pidió o propuso")),
    Role.REQUESTER: notice(mark("Pidió o propuso")),
    Role.HOST: notice(mark("Es sede u organiza")),
    Role.ORGANIZER: notice(mark("Es sede u organiza")),
    Role.ABSENT: notice(mark("Ausente")),
}
_BELOW = {
    Role.SUPPORTER: notice(mark("Apoya")),
    Role.RECIPIENT: notice(mark("Recibe")),
    Role.THANKED: notice(mark("Se le agradece")),
    Role.PARTICIPANT: notice(mark("Participa")),
    Role.MENTIONED: notice(mark("Se le menciona")),
}
_OWN = notice(mark("Le toca hacer"))
_TITLES = {
    OverviewKind.PENDING: mark("Pendientes: {count}"),
    OverviewKind.DEADLINES: mark("Plazos: {count}"),
    OverviewKind.EVENTS: mark("Eventos: {count}"),
}
_TITLES_OF_PARTY = {
    OverviewKind.PENDING: mark("Pendientes de {party}: {count}"),
    OverviewKind.DEADLINES: mark("Plazos de {party}: {count}"),
    OverviewKind.PARTY: mark("{party} en las actas: {count}"),
}
_NOTHING = mark("No consta nada de eso en las actas que conozco.")
_NOTHING_OF_PARTY = mark("No consta nada de {party} en las actas que conozco.")


class _Subject(NamedTuple):
    """Whose overview it is: the party itself, and the groups that it belongs to."""

    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True)
class _Section(Generic[T]):
    """What stands together in an overview, and how to write an entry of it."""

    listing: Listing[T]
    finding: Callable[[OfAct[T]], Finding]


class OverviewWriter:
    """Write overviews from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister) -> None:
        self._store = store
        self._register = register
        self._groups = register.all_members

    def answer(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview; a page that is not there is the last."""
        sections = list(self._sections(overview, today))
        counts = [section.listing.count() for section in sections]
        pages = max(1, -(-sum(counts) // PAGE))
        page = min(max(overview.page, 1), pages)
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND if any(counts) else Outcome.NOTHING,
            kind=QuestionKind.PARTY if overview.kind is OverviewKind.PARTY else QuestionKind.LIST,
            findings=tuple(_stretch(sections, counts, PAGE * (page - 1))),
            lead=(_title(overview, sum(counts)),),
            overview=overview.model_copy(update={"page": page}),
            pages=pages,
        )

    def _sections(self, overview: Overview, today: date) -> Iterator[_Section[Any]]:
        match overview.kind:
            case OverviewKind.PENDING | OverviewKind.DEADLINES:
                yield from self._pending(overview, today)
            case OverviewKind.EVENTS:
                yield from self._events(overview, today)
            case OverviewKind.PARTY:
                yield from self._of_party(overview.party or "")

    def _subject(self, name: str) -> _Subject:
        party = self._register.parties.get(name)
        return _Subject(name, self._groups if party and party.member else ())

    def _pending(self, overview: Overview, today: date) -> Iterator[_Section[Commitment]]:
        """Yield what is to be done: of a party first what it has by name, then what all members share."""

        def finding(each: OfAct[Commitment]) -> Finding:
            end = each.value.deadline.end
            state = _UNDATED if end is None else _OVERDUE if end < today else _COMING
            return _commitment_finding(each, state)

        def listing(*parties: str) -> Listing[Commitment]:
            dated = overview.kind is OverviewKind.DEADLINES
            return self._store.commitments(parties=parties, period=overview.period, dated=dated)

        subject = self._subject(overview.party) if overview.party else None
        yield _Section(listing(*((subject.name,) if subject else ())), finding)
        for group in subject.groups if subject else ():
            shared = notice(mark("Comparte con {group}"), group=(group,))
            yield _Section(listing(group), partial(_commitment_finding, heading=shared))

    def _events(self, overview: Overview, today: date) -> Iterator[_Section[Event]]:
        listings = self._store.events(period=overview.period, today=today)
        for listing, heading in zip(listings, (_AHEAD, _PAST), strict=True):
            yield _Section(listing, partial(_event_finding, self._store, heading=heading))

    def _of_party(self, name: str) -> Iterator[_Section[Any]]:
        subject = self._subject(name)
        own = self._store.commitments(parties=(name,))
        yield _Section(own, partial(_commitment_finding, heading=_OWN))
        yield from self._in_roles(name, _ABOVE)
        for group in subject.groups:
            shared = notice(mark("Comparte con {group}"), group=(group,))
            listing = self._store.commitments(parties=(group,))
            yield _Section(listing, partial(_commitment_finding, heading=shared))
        yield from self._in_roles(name, _BELOW)

    def _in_roles(self, party: str, why: Mapping[Role, Notice]) -> Iterator[_Section[Provision]]:
        for role, heading in why.items():
            listing = self._store.provisions_naming(party, role)
            yield _Section(listing, partial(_provision_finding, heading=heading))


def _stretch(sections: Sequence[_Section[Any]], counts: Sequence[int], start: int) -> Iterator[Finding]:
    """Yield the entries of a page, which may run on from one section into the next."""
    left = PAGE
    for section, count in zip(sections, counts, strict=True):
        if left and start < count:
            read = section.listing.read(start, left)
            left -= len(read)
            yield from map(section.finding, read)
        start = max(0, start - count)


def _title(overview: Overview, count: int) -> Notice:
    if overview.party is None:
        return notice(_TITLES[overview.kind] if count else _NOTHING, count=count)
    title = _TITLES_OF_PARTY[overview.kind] if count else _NOTHING_OF_PARTY
    return notice(title, party=(overview.party,), count=count)


def _commitment_finding(each: OfAct[Commitment], heading: Notice) -> Finding:
    commitment = each.value
    return Finding(
        citation=each.document.cite(commitment.reference),
        quote=" ".join(commitment.quote.split()),
        score=1.0,
        responsible=commitment.responsible,
        action=commitment.action,
        deadline=commitment.deadline if commitment.deadline.text else None,
        event=_as_event(commitment),
        inferred=commitment.inferred,
        heading=heading,
    )


def _as_event(commitment: Commitment) -> Event | None:
    """Return when a commitment to hold an event is kept: such a day is no deadline."""
    deadline = commitment.deadline
    if (
        commitment.kind is not CommitmentKind.EVENT
        or deadline.start is None
        or deadline.precision in {Precision.YEAR, Precision.RECURRING}
    ):
        return None
    reference, start, end = commitment.reference, deadline.start, deadline.end
    return Event(reference=reference, name="", start=start, end=end, precision=deadline.precision)


def _event_finding(store: KnowledgeStore, each: OfAct[Event], heading: Notice) -> Finding:
    event = each.value
    provision = store.provision(each.document.slug, event.reference)
    return Finding(
        citation=each.document.cite(event.reference),
        quote=" ".join((provision.text if provision else event.name).split()),
        score=1.0,
        event=event,
        heading=heading,
    )


def _provision_finding(each: OfAct[Provision], heading: Notice) -> Finding:
    return Finding(
        citation=each.document.cite(each.value.reference),
        quote=" ".join(each.value.text.split()),
        score=1.0,
        heading=heading,
    )
