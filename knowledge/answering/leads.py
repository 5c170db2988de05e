"""Open an answer with what was asked: the date for when, the party for who, the place for where."""

from collections.abc import Callable, Iterable, Iterator

from knowledge.answering.analysis import Analysis
from knowledge.answering.cues import Asked
from knowledge.answering.listing import TOGETHER
from knowledge.answering.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.values.acts import Event, Role
from knowledge.values.answers import Citation
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference

_FINANCE = of_concept("financiar")
_WHO = frozenset({Asked.WHO, Asked.COUNTRY, Asked.ORGANIZATION})
_IN_ROLE = {
    Role.PROPOSER: mark("Lo propuso: {parties}"),
    Role.REQUESTER: mark("Lo solicitó: {parties}"),
    Role.SUPPORTER: mark("Con el apoyo de {parties}"),
    Role.ORGANIZER: mark("Lo organiza: {parties}"),
    Role.HOST: mark("Sede: {parties}"),
    Role.THANKED: mark("Se agradece a {parties}"),
    Role.RESPONSIBLE: mark("Le corresponde a {parties}"),
}


_TAKING_PART: dict[Role, Callable[[Event], tuple[str, ...]]] = {
    Role.SUPPORTER: lambda event: event.supporters,
    Role.ORGANIZER: lambda event: event.organizers,
}


class LeadWriter:
    """Write the opening of an answer from what is known of its first finding."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def write(self, analysis: Analysis, citation: Citation) -> tuple[Notice, ...]:
        """Say what was asked, as far as it is known beyond the words of the act."""
        asked = set(analysis.asked)
        leads: list[Notice] = []
        events = self._sources.store.events_of(citation.document, citation.reference)
        if asked & _WHO:
            leads += self._who(analysis, citation, events)
        return tuple(leads)

    def _who(self, analysis: Analysis, citation: Citation, events: Iterable[Event]) -> Iterator[Notice]:
        roles: tuple[Role, ...] = analysis.roles
        if any(_FINANCE in unit.terms for unit in analysis.units):
            roles = (Role.SUPPORTER,)
        for role in dict.fromkeys(each for role in roles for each in TOGETHER.get(role, (role,))):
            parties = self._in_role(role, citation.document, citation.reference)
            parties |= {name for event in events for name in _TAKING_PART.get(role, lambda _: ())(event)}
            if not parties and citation.reference.parent:
                parties = self._in_role(role, citation.document, citation.reference.parent)
            if parties and role in _IN_ROLE:
                yield notice(_IN_ROLE[role], parties=tuple(sorted(parties)))
                return

    def _in_role(self, role: Role, slug: str, reference: Reference) -> set[str]:
        provision = self._sources.store.provision(slug, reference)
        return {name for name, part in provision.parties.items() if part is role} if provision else set()
