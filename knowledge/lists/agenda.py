"""The agenda: deadlines and events with known dates, for calendars, reminders and pictures."""

from collections.abc import Collection, Iterator, Sequence

from knowledge.language.parties import PartyRegister
from knowledge.lists.entries import EntryWriter
from knowledge.stores.documents import OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Event
from knowledge.values.answers import Finding
from knowledge.values.dated import Dated, DatedKind, days_of
from knowledge.values.notices import notice
from knowledge.values.questions import Period

_NO_HEADING = notice("")


class AgendaWriter:
    """Write agendas from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister, entries: EntryWriter) -> None:
        self._store = store
        self._register = register
        self._entries = entries

    def write(
        self,
        parties: Collection[str] = (),
        *,
        acts: Sequence[str] | None = None,
        period: Period | None = None,
    ) -> tuple[Dated, ...]:
        """List deadlines and events with dates, soonest first.

        `parties`, by canonical name, keep those that concern any of them, by itself or as a member of the
        forum; `acts`, by slug, those in these acts; `period` those with a day in it.
        """
        names = self._with_groups(parties)
        events = tuple(self._events(names, acts, period))
        held = {(each.finding.citation.key, each.start) for each in events}
        due = self._deadlines(names, acts, period)
        # A commitment to hold an event and the event itself are one entry.
        others = (
            each
            for each in due
            if each.kind is DatedKind.DEADLINE or (each.finding.citation.key, each.start) not in held
        )
        return tuple(sorted((*events, *others), key=lambda each: (each.start, each.end, each.uid)))

    def _with_groups(self, parties: Collection[str]) -> frozenset[str]:
        known = self._register.parties
        are_members = any(known[name].member for name in parties if name in known)
        return frozenset((*parties, *(self._register.all_members if are_members else ())))

    def _deadlines(
        self, names: frozenset[str], acts: Sequence[str] | None, period: Period | None
    ) -> Iterator[Dated]:
        for each in self._store.commitments(parties=sorted(names), acts=acts, period=period, dated=True):
            all_there = self._store.commitments_of(each.document.slug, each.value.reference)
            finding = self._entries.commitment(each, _NO_HEADING)
            if dated := _dated(finding, "commitment", all_there.index(each.value)):
                yield dated

    def _events(
        self, names: frozenset[str], acts: Sequence[str] | None, period: Period | None
    ) -> Iterator[Dated]:
        for each in self._store.events(acts=acts, period=period, dated=True):
            if names and not self._concerns(each, names):
                continue
            all_there = self._store.events_of(each.document.slug, each.value.reference)
            finding = self._entries.event(each, _NO_HEADING)
            if dated := _dated(finding, "event", all_there.index(each.value)):
                yield dated

    def _concerns(self, each: OfAct[Event], names: frozenset[str]) -> bool:
        """Tell whether parties hold or support an event, or are named in its provision, if anyone is."""
        event = each.value
        provision = self._store.provision(each.document.slug, event.reference)
        named = {*event.organizers, *event.supporters, *(provision.parties if provision else ())}
        return bool(named & names) or not named


def _dated(finding: Finding, name: str, place: int) -> Dated | None:
    days = days_of(finding)
    if days is None:
        return None
    kind, start, end = days
    name = f"{name}-{place + 1}" if place else name
    return Dated(kind=kind, name=name, finding=finding, start=start, end=end)
