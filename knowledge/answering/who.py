"""Name those that a question asks for: who does it, who pays, to whom it goes; or nobody."""

import re
from collections.abc import Callable, Iterable

from knowledge.answering.cases import Case
from knowledge.answering.clauses import STOP, ClauseReader, around
from knowledge.answering.doers import ASKING_HEAD, DoerFinder
from knowledge.answering.listing import TOGETHER
from knowledge.language.folding import words
from knowledge.language.tenses import Tense, tense_of
from knowledge.search.askers import askers_in
from knowledge.search.matching import Unit
from knowledge.search.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, party_of
from knowledge.understanding.cues import Asked, load_cues
from knowledge.values.acts import Commitment, Event, Role
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.parties import PartyKind
from knowledge.values.questions import QuestionKind
from knowledge.values.references import Reference, Section

FUNDING_WORDS = 7
"""Words before a supporter's name among which its money stands: «con el apoyo financiero de la OEA»."""

_MONEY = of_concept(Notion.FINANCE)
_PRAISE = of_concept(Notion.CONGRATULATE)
_PRESENCE = of_concept(Notion.PARTICIPATE)
_PLAIN = "{parties}"
_IN_ROLE = {
    Role.PROPOSER: mark("Lo propuso: {parties}"),
    Role.REQUESTER: mark("Lo solicitó: {parties}"),
    Role.SUPPORTER: mark("Con el apoyo de: {parties}"),
    Role.ORGANIZER: mark("Lo organiza: {parties}"),
    Role.HOST: mark("Sede: {parties}"),
    Role.THANKED: mark("Se agradece a: {parties}"),
}
_PASSIVE = re.compile(r"(?:ed|sent|given|told)$")
_ASKING = frozenset({Role.THANKED, Role.REQUESTER, Role.PROPOSER})
_OF_LEAD_IN = frozenset({Role.PROPOSER, Role.REQUESTER})
"""Roles that a lead-in gives its sub-items too: «tomar nota de las recomendaciones de la RROCM:»."""

_TAKING_PART: dict[Role, Callable[[Event], tuple[str, ...]]] = {
    Role.SUPPORTER: lambda event: event.supporters,
    Role.ORGANIZER: lambda event: event.organizers,
}
_KINDS = {
    Asked.COUNTRY: frozenset({PartyKind.COUNTRY, PartyKind.GROUP}),
    Asked.ORGANIZATION: frozenset(
        {
            PartyKind.ORGANIZATION,
            PartyKind.OFFICE,
            PartyKind.NETWORK,
            PartyKind.FORUM,
            PartyKind.GROUP,
        }
    ),
}


class WhoFinder:
    """Find those whom a question asks for."""

    def __init__(self, sources: Sources, clauses: ClauseReader, doers: DoerFinder) -> None:
        self._sources = sources
        self._clauses = clauses
        self._doers = doers
        cues = load_cues(sources.data.language)
        self._undertaking, self._charged = cues.undertaking, cues.charged
        self._role_terms = {of_concept(concept): role for concept, role in cues.role_of_concept.items()}

    def find(self, case: Case) -> Notice | None:
        """Say who does what is asked, or return None where the provision doesn't tell for certain."""
        if self.asks_to_whom(case):
            return self._addressee(case)
        if case.reference.section is Section.PREAMBLE:
            present = case.finding.citation.meeting.participants if self._asks_presence(case) else ()
            return notice(mark("Participaron {parties}"), parties=present) if present else None
        deed = self._doers.deed(case)
        if any(_MONEY in unit.terms for unit in ((deed,) if deed else case.units)):
            return self._payer(case)
        ways = (self._person, self._in_carried_role, self._thanked, self._doer, self._holder)
        found = (way(case) for way in ways)
        return next(filter(None, found), None) or self._in_asked_role(case)

    def asks_to_whom(self, case: Case) -> bool:
        """Tell whether a question asks to whom something goes, and not whom one asks or thanks."""
        return Asked.ADDRESSEE in case.wanted and not _ASKING & self._roles_asked(case)

    def _roles_asked(self, case: Case) -> set[Role]:
        """Return the roles that the verb of a question asks for, or all that it does where it has no verb."""
        deed = self._doers.deed(case)
        if deed is None:
            return set(case.question.roles)
        return {role for term in deed.terms if (role := self._role_terms.get(term)) in case.question.roles}

    def _asks_presence(self, case: Case) -> bool:
        """Tell whether a question of the meeting asks who was there, and not who did something else."""
        deed = self._doers.deed(case)
        return deed is None or _PRESENCE in deed.terms

    def _addressee(self, case: Case) -> Notice | None:
        asked = self._clauses.asked_for(case)
        if asked and self._is_asking(case, asked):
            return notice(mark("Responsable: {parties}"), parties=asked.responsible)
        if asked is None or case.named.issuperset(asked.recipient):
            return None
        wanted = {Asked.COUNTRY, Asked.ORGANIZATION} & case.wanted
        return notice(_PLAIN if wanted else mark("Destinatario: {parties}"), parties=asked.recipient)

    def _person(self, case: Case) -> Notice | None:
        person = self._doers.person(case) if Asked.PERSON in case.wanted else None
        return notice(mark("Nombre: {person}"), person=person) if person else None

    def _holder(self, case: Case) -> Notice | None:
        person = self._doers.person(case) if Asked.HOLDER in case.wanted else None
        return notice(mark("Nombre: {person}"), person=person) if person else None

    def _in_carried_role(self, case: Case) -> Notice | None:
        """Name those in the role that was asked about before, if a message has no verb: «¿y el taller?»."""
        return self._in_asked_role(case) if self._doers.deed(case) is None else None

    def _thanked(self, case: Case) -> Notice | None:
        doer = self._doers.thanked(case) if Role.THANKED in case.question.roles else None
        if doer is None:
            return None
        praised = any(_PRAISE in unit.terms for unit in case.units)
        return notice(
            mark("Se felicita a: {parties}") if praised else _IN_ROLE[Role.THANKED], parties=doer.names
        )

    def _doer(self, case: Case) -> Notice | None:
        doer = self._doers.find(case, _kinds(case))
        if doer is None:
            return None
        if doer.bound and self._is_received(case, doer.bound):
            recipient = doer.bound.recipient
            return notice(mark("Destinatario: {parties}"), parties=recipient) if recipient else None
        if doer.bound and self._is_past(case, doer.bound):
            return None
        if doer.bound:
            inferred = "responsible" in doer.bound.inferred
            label = mark("Responsable, según el contexto: {parties}") if inferred else None
            return notice(label or mark("Responsable: {parties}"), parties=doer.names)
        deed = self._doers.deed(case)
        roles = (self._role_terms.get(term) for term in deed.terms) if deed in case.question.verbs else ()
        fitting = (role for role in roles if role and self._has_role(case, role, doer.names))
        return notice(next((_IN_ROLE[role] for role in fitting), _PLAIN), parties=doer.names)

    def _is_past(self, case: Case, bound: Commitment) -> bool:
        """Tell whether a question asks who did what somebody only has to do: «¿quién hizo el borrador?»."""
        binding = self._undertaking | self._charged
        said = any(word.best in binding for word in case.question.words)
        binds = Role.RESPONSIBLE in case.question.roles or Asked.ADDRESSEE in case.wanted
        if said or binds or self._is_asking(case, bound):
            return False
        return tense_of(case.question.text) is Tense.PAST

    def _has_role(self, case: Case, role: Role, names: Iterable[str]) -> bool:
        """Tell whether parties have a role, so that its words fit: who drafts a text organizes nothing."""
        if role not in _IN_ROLE:
            return False
        return self._with_role(role, case.finding.citation.document, case.reference).issuperset(names)

    def _is_received(self, case: Case, bound: Commitment) -> bool:
        """Tell whether what somebody has to do is done to those asked for: "who is invited?"."""
        deed = self._doers.deed(case)
        passive = deed and Asked.PERSON in case.wanted and _PASSIVE.search(deed.label)
        return bool(passive) and not self._is_asking(case, bound)

    def _is_asking(self, case: Case, bound: Commitment) -> bool:
        """Tell whether the verb of a question is the one that binds: «¿a quién se invita a seguir?»."""
        deed = self._doers.deed(case)
        asking = " ".join(bound.quote.split()[:ASKING_HEAD])
        return deed is not None and bool(self._clauses.spoken([deed], asking, case.language))

    def _in_asked_role(self, case: Case) -> Notice | None:
        """Name the parties in the role that is asked for; those that the question names, if no others."""
        slug = case.finding.citation.document
        events = self._sources.store.events_of(slug, case.reference)
        asked = [role for role in case.question.roles if role in _IN_ROLE and self._says(case, role)]
        if Asked.ADDRESSEE in case.wanted:  # «¿a quién se le pidió?» asks for no requester
            asked = [role for role in asked if role is Role.THANKED]
        for role in dict.fromkeys(near for each in asked for near in TOGETHER.get(each, (each,))):
            parties = {
                name for name in self._with_role(role, slug, case.reference) if self._is_near(case, name)
            }
            parties |= {name for event in events for name in _taking_part(event, role)}
            if not parties and case.reference.parent and role in _OF_LEAD_IN:
                parties = self._with_role(role, slug, case.reference.parent)
            parties = {name for name in parties if self._doers.is_of(name, _kinds(case))}
            parties = parties - case.named or parties
            if parties:
                return notice(_IN_ROLE[role], parties=tuple(sorted(parties)))
        return None

    def _says(self, case: Case, role: Role) -> bool:
        """Tell whether a verb says a role, now or before; «¿qué organizaciones?» is none of organizing."""
        if self._doers.deed(case) is None and case.question.kind is not QuestionKind.TOPIC:
            return any(self._role_terms.get(term) is role for unit in case.units for term in unit.terms)
        return role in self._roles_asked(case)

    def _is_near(self, case: Case, name: str) -> bool:
        """Tell whether a provision speaks of what is asked beside a party, if of anything but the verb."""
        topics = [
            unit for unit in case.units if unit.is_topic and unit.weight <= 1 and not _names_party(unit)
        ]
        told = self._clauses.spoken(topics, case.quote, case.language)
        mentions = [each for each in self._sources.register.find(case.quote) if each.name == name]
        beside = " … ".join(around(case.quote, each.start, each.end) for each in mentions)
        return not told or not mentions or bool(self._clauses.spoken(told, beside, case.language))

    def _with_role(self, role: Role, slug: str, reference: Reference) -> set[str]:
        provision = self._sources.store.provision(slug, reference)
        if provision is None:
            return set()
        asking = askers_in(provision.text, self._sources.register, self._sources.index.thesaurus)
        named = {name for name, part in provision.parties.items() if part is role}
        return named | {name for part, name in asking if part is role}

    def _payer(self, case: Case) -> Notice | None:
        """Name those whose money a quotation names right before them, or who have to pay."""
        payers = []
        for mention in self._sources.register.find(case.quote):
            before = words(STOP.split(case.quote[: mention.start])[-1])[-FUNDING_WORDS:]
            concepts = self._sources.index.thesaurus.find(before)
            if any(Notion.FINANCE in match.concepts for match in concepts):
                payers.append(mention.name)
        paying = tuple(dict.fromkeys(payers))
        if paying:
            return notice(mark("Lo financia: {parties}"), parties=paying)
        deed = self._doers.deed(case)
        if case.asked and case.asked.responsible and (deed or Role.RESPONSIBLE in case.question.roles):
            return notice(mark("Responsable: {parties}"), parties=case.asked.responsible)
        carried = case.question.kind is QuestionKind.TOPIC
        if not carried and (deed is None or _MONEY not in deed.terms):
            return None
        return notice(mark("{reference} no indica quién lo financia."), reference=case.reference)


def _kinds(case: Case) -> frozenset[PartyKind]:
    """Return the kinds of parties that a question asks for; none for any."""
    return next((kinds for asked, kinds in _KINDS.items() if asked in case.wanted), frozenset())


def _names_party(unit: Unit) -> bool:
    return any(map(party_of, unit.terms))


def _taking_part(event: Event, role: Role) -> Iterable[str]:
    return _TAKING_PART[role](event) if role in _TAKING_PART else ()
