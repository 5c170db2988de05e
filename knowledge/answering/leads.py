"""Open an answer with what was asked: the party or person for who; and mark the words that decide."""

from collections.abc import Callable, Iterable, Iterator

from knowledge.answering.analysis import Analysis
from knowledge.answering.asking import WHO
from knowledge.answering.cues import Asked
from knowledge.answering.listing import TOGETHER
from knowledge.answering.sources import Sources
from knowledge.language.dates import find_dates
from knowledge.language.folding import words
from knowledge.search.askers import askers_in
from knowledge.search.terms import of_concept
from knowledge.values.acts import Event, Role
from knowledge.values.answers import Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference

MAX_HIGHLIGHTS = 4
FUNDING_WORDS = 7
"""Words before a supporter's name among which its money stands: «con el apoyo financiero de la OEA»."""

_FINANCE = "financiar"
_MONEY = of_concept(_FINANCE)
_PAYS = mark("Lo financia: {parties}")
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
    """Write the openings of answers from what is known of their first finding."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def write(self, analysis: Analysis, finding: Finding) -> tuple[Notice, ...]:
        """Say who, where that is asked and known beyond the words of the act."""
        asked = set(analysis.asked)
        if not asked & WHO:
            return ()
        if asked & {Asked.HOLDER, Asked.PERSON} and (
            people := list(self._sources.people.find(finding.quote))
        ):
            return (notice(mark("Nombre: {person}"), person=people[0]),)
        return tuple(self._who(analysis, finding))

    def highlight(self, analysis: Analysis, finding: Finding) -> Finding:
        """Mark the words of a quotation that tell what was asked."""
        passages = dict.fromkeys(self._decisive(set(analysis.asked), finding))
        shown = tuple(passage for passage in passages if passage in finding.quote)
        return finding.model_copy(update={"highlights": shown[:MAX_HIGHLIGHTS]})

    def _decisive(self, asked: set[Asked], finding: Finding) -> Iterator[str]:
        quote = finding.quote
        if Asked.DEADLINE in asked and finding.deadline and finding.deadline.text:
            yield finding.deadline.text
        elif asked & {Asked.DATE, Asked.DEADLINE}:
            yield from (quote[date.start : date.end] for date in find_dates(quote))
        if Asked.PLACE in asked and finding.event and finding.event.place:
            yield finding.event.place
        if asked & {Asked.HOLDER, Asked.PERSON}:
            yield from self._sources.people.find(quote)

    def _who(self, analysis: Analysis, finding: Finding) -> Iterator[Notice]:
        slug, reference = finding.citation.document, finding.citation.reference
        events = self._sources.store.events_of(slug, reference)
        roles: tuple[Role, ...] = analysis.roles
        if any(_MONEY in unit.terms for unit in analysis.units):
            roles = (Role.SUPPORTER,)
            payers = self._payers(finding)
            if payers:
                yield notice(_PAYS, parties=payers)
                return
        for role in dict.fromkeys(near for each in roles for near in TOGETHER.get(each, (each,))):
            parties = self._in_role(role, slug, reference)
            parties |= {name for event in events for name in _taking_part(event, role)}
            if not parties and reference.parent:
                parties = self._in_role(role, slug, reference.parent)
            if parties and role in _IN_ROLE:
                yield notice(_IN_ROLE[role], parties=tuple(sorted(parties)))
                return

    def _in_role(self, role: Role, slug: str, reference: Reference) -> set[str]:
        provision = self._sources.store.provision(slug, reference)
        if provision is None:
            return set()
        language = self._sources.document(slug).language
        asking = askers_in(provision.text, language, self._sources.register, self._sources.index.thesaurus)
        named = {name for name, part in provision.parties.items() if part is role}
        return named | {name for part, name in asking if part is role}

    def _payers(self, finding: Finding) -> tuple[str, ...]:
        """List the parties whose money a quotation names right before them."""
        language = self._sources.document(finding.citation.document).language
        payers = []
        for mention in self._sources.register.find(finding.quote):
            before = words(finding.quote[: mention.start])[-FUNDING_WORDS:]
            concepts = self._sources.index.thesaurus.find(before, language)
            if any(_FINANCE in match.concepts for match in concepts):
                payers.append(mention.name)
        return tuple(dict.fromkeys(payers))


def _taking_part(event: Event, role: Role) -> Iterable[str]:
    return _TAKING_PART[role](event) if role in _TAKING_PART else ()
