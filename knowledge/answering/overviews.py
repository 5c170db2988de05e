"""Overviews: what is pending, what concerns a party, what falls due, which events there are."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from knowledge.answering.periods import overlaps
from knowledge.language.forum import Forum
from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment, Deadline, Event, Provision, Role
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

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


class OverviewWriter:
    """Write overviews from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister, forum: Forum) -> None:
        self._store = store
        self._register = register
        self._groups = forum.member_groups

    def answer(self, overview: Overview, *, today: date, language: str) -> Answer:
        """Write one page of an overview; a page that is not there is the last."""
        entries = self._entries(overview, today)
        pages = max(1, -(-len(entries) // PAGE))
        page = min(max(overview.page, 1), pages)
        return Answer(
            question="",
            language=language,
            outcome=Outcome.FOUND if entries else Outcome.NOTHING,
            kind=QuestionKind.PARTY if overview.kind is OverviewKind.PARTY else QuestionKind.LIST,
            findings=tuple(entries[PAGE * (page - 1) : PAGE * page]),
            lead=(_title(overview, len(entries)),),
            overview=overview.model_copy(update={"page": page}),
            pages=pages,
        )

    def _entries(self, overview: Overview, today: date) -> list[Finding]:
        match overview.kind:
            case OverviewKind.PENDING:
                return self._pending(overview, today)
            case OverviewKind.DEADLINES:
                return [finding for finding in self._pending(overview, today) if _is_dated(finding)]
            case OverviewKind.EVENTS:
                return self._events(overview, today)
            case OverviewKind.PARTY:
                return self._of_party(overview.party or "")

    def _subject(self, name: str) -> _Subject:
        party = self._register.parties.get(name)
        return _Subject(name, self._groups if party and party.member else ())

    def _commitments(self, overview: Overview) -> list[OfAct[Commitment]]:
        if overview.party is None:
            return list(self._store.commitments(period=overview.period))
        subject = self._subject(overview.party)
        found = [
            each
            for name in (subject.name, *subject.groups)
            for each in self._store.commitments(party=name, period=overview.period)
        ]
        return sorted(dict.fromkeys(found), key=lambda each: _when(each.value.deadline))

    def _pending(self, overview: Overview, today: date) -> list[Finding]:
        def state(commitment: Commitment) -> Notice:
            end = commitment.deadline.end
            if end is None:
                return _UNDATED
            return _OVERDUE if end < today else _COMING

        return [_commitment_finding(each, state(each.value)) for each in self._commitments(overview)]

    def _events(self, overview: Overview, today: date) -> list[Finding]:
        events = [
            each
            for each in self._store.events()
            if overlaps(each.value.start, each.value.end, overview.period)
        ]
        ahead = [each for each in events if not _is_past(each.value, today)]
        past = [each for each in events if _is_past(each.value, today)]
        return [
            *(_event_finding(self._store, each, _AHEAD) for each in ahead),
            *(_event_finding(self._store, each, _PAST) for each in past),
        ]

    def _of_party(self, name: str) -> list[Finding]:
        subject = self._subject(name)
        own = [_commitment_finding(each, _OWN) for each in self._store.commitments(party=subject.name)]
        shared = [
            _commitment_finding(each, notice(mark("Comparte con {group}"), group=(group,)))
            for group in subject.groups
            for each in self._store.commitments(party=group)
        ]
        named = self._store.provisions_naming(subject.name)
        return [
            *own,
            *_in_roles(subject.name, named, _ABOVE),
            *shared,
            *_in_roles(subject.name, named, _BELOW),
        ]


def _in_roles(party: str, named: Iterable[OfAct[Provision]], why: Mapping[Role, Notice]) -> Iterator[Finding]:
    by_role = [(each.value.parties[party], each) for each in named]
    for role, heading in why.items():
        yield from (_provision_finding(each, heading) for own, each in by_role if own is role)


def _title(overview: Overview, count: int) -> Notice:
    if overview.party is None:
        return notice(_TITLES[overview.kind] if count else _NOTHING, count=count)
    title = _TITLES_OF_PARTY[overview.kind] if count else _NOTHING_OF_PARTY
    return notice(title, party=(overview.party,), count=count)


def _is_dated(finding: Finding) -> bool:
    return finding.deadline is not None and finding.deadline.end is not None


def _when(deadline: Deadline) -> tuple[bool, date]:
    return deadline.end is None, deadline.end or date.max


def _is_past(event: Event, today: date) -> bool:
    last = event.end or event.start
    return last is not None and last < today


def _commitment_finding(each: OfAct[Commitment], heading: Notice) -> Finding:
    commitment = each.value
    return Finding(
        citation=each.document.cite(commitment.reference),
        quote=" ".join(commitment.quote.split()),
        score=1.0,
        responsible=commitment.responsible,
        action=commitment.action,
        deadline=commitment.deadline if commitment.deadline.text else None,
        inferred=commitment.inferred,
        heading=heading,
    )


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
