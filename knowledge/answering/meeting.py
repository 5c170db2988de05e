"""Questions about a meeting itself: when and where it was, who took part, how many conclusions it reached."""

from collections.abc import Iterable

from knowledge.answering.look_up import ReferenceResolver, total
from knowledge.citing.findings import FindingWriter
from knowledge.citing.replies import answered
from knowledge.language.folding import fold, words
from knowledge.language.forum import load_forum
from knowledge.language.notions import Notion
from knowledge.language.ordinals import ordinals_in
from knowledge.language.tenses import Tense, tense_of
from knowledge.search.matching import Unit
from knowledge.search.sources import Sources
from knowledge.search.terms import exact, of_concept, of_party
from knowledge.stores.documents import Document
from knowledge.understanding.cues import Asked
from knowledge.understanding.mentions import MentionKind
from knowledge.understanding.named_meetings import numbers_in
from knowledge.understanding.question import Question
from knowledge.understanding.units import LIGHT
from knowledge.values.acts import Meeting, Role
from knowledge.values.answers import Answer
from knowledge.values.notices import Notice, counted, mark, mark_plural, notice
from knowledge.values.questions import Period, QuestionKind
from knowledge.values.references import Reference, Section

_PREAMBLE = Reference(section=Section.PREAMBLE)

# Concepts of the thesaurus that speak of a meeting, and those that may stand beside them.
_MEETING = frozenset(map(of_concept, (Notion.MEETING, Notion.MINUTES, Notion.PARTICIPANT, Notion.CONCLUSION)))
_BESIDE = frozenset(
    map(
        of_concept,
        (
            Notion.PARTICIPATE,
            Notion.HOST,
            Notion.ORGANIZE,
            Notion.MEMBERS,
            Notion.PRESENCE,
            Notion.CONFERENCE,
            Notion.EVENT,
        ),
    )
)
_NEXT = of_concept(Notion.NEXT)
_APPROVE = of_concept(Notion.APPROVE)
_HOSTING = frozenset(map(of_concept, (Notion.HOST, Notion.ORGANIZE, Notion.NEXT)))
_TAKING_PART = of_concept(Notion.PARTICIPATE)
_SECTIONS = {
    "conclusion": Section.CONCLUSION,
    "conclusiones": Section.CONCLUSION,
    "conclusions": Section.CONCLUSION,
    "recomendacion": Section.RECOMMENDATION,
    "recomendaciones": Section.RECOMMENDATION,
    "recommendation": Section.RECOMMENDATION,
    "recommendations": Section.RECOMMENDATION,
    "acuerdos": Section.AGREEMENT,
    "agreements": Section.AGREEMENT,
}
_ALIKE = {Section.CONCLUSION, Section.AGREEMENT}
MAX_LISTED = 8
"""Provisions of a section that are listed whole."""

_FACTS = {
    Asked.DATE,
    Asked.PLACE,
    Asked.COUNTRY,
    Asked.ORGANIZATION,
    Asked.WHO,
    Asked.LIST,
    Asked.COUNT,
    Asked.DEADLINE,
}

_WHO_WAS = {Asked.WHO, Asked.COUNTRY, Asked.LIST, Asked.ORGANIZATION, Asked.PERSON}

_ALL_CAME = mark("El encabezado nombra a todos los países miembros entre los participantes.")
_NAMED = mark("El encabezado nombra a {parties} entre los participantes.")
_NOT_NAMED = mark("El encabezado no nombra a {parties} entre los participantes.")
_TOOK_PART = mark_plural("Participó {number} país: {parties}", "Participaron {number} países: {parties}")


class MeetingAnswerer:
    """Answer questions about a meeting from the preamble of its act."""

    def __init__(self, sources: Sources, findings: FindingWriter, resolver: ReferenceResolver) -> None:
        self._sources = sources
        self._findings = findings
        self._resolver = resolver

    def answer(self, question: Question, document: Document) -> Answer | None:
        """Answer a question that is about nothing but the meeting, or return None."""
        counted = self._counted(question, document)
        if not counted and not self._is_about(question, document):
            return None
        if not self._has_preamble(document):
            return None
        # Who chaired it isn't who took part.
        is_plain = self._are_beside(question.units, document)
        asked = question.asked if is_plain else set(question.asked) & {Asked.DATE, Asked.PLACE}
        facts = counted or tuple(_facts(asked, document.meeting))
        return self._from_preamble(question, document, facts)

    def asks_who_came(self, question: Question, document: Document) -> bool:
        """Tell whether only the participants of a named meeting are asked for."""
        is_named = any(each.is_meant for each in question.meetings)
        topics = [unit for unit in question.units if unit.weight > LIGHT]
        asks = is_named and any(_TAKING_PART in unit.terms for unit in topics)
        return asks and self._is_about(question, document)

    def absence(self, question: Question, document: Document) -> Answer | None:
        """Say which members the preamble doesn't name, if only those who were missing are asked for."""
        meeting = document.meeting
        if (
            Role.ABSENT not in question.roles
            or not _WHO_WAS & set(question.asked)
            or not meeting.participants
        ):
            return None
        others = (unit for unit in question.units if unit not in question.verbs)
        if not self._are_beside(others, document) or not self._has_preamble(document):
            return None
        missing = meeting.absent_members
        lead = notice(_NOT_NAMED, parties=missing) if missing else notice(_ALL_CAME)
        return self._from_preamble(question, document, (lead,))

    def _has_preamble(self, document: Document) -> bool:
        return self._sources.store.provision(document.slug, _PREAMBLE) is not None

    def attendance(self, topic: Question, document: Document) -> Answer | None:
        """Say whether the preamble has the parties named among the participants, if only that is asked."""
        took_part = document.meeting.participants
        others = (unit for unit in topic.units if not unit.names_party)
        named = tuple(name for name in topic.parties if name not in self._sources.forums)
        is_plain = self._are_beside(others, document)
        if not (is_plain and named and took_part and self._has_preamble(document)):
            return None
        there = tuple(name for name in named if name in took_part)
        missing = tuple(name for name in named if name not in took_part)
        lead = (
            *([notice(_NAMED, parties=there)] if there else ()),
            *([notice(_NOT_NAMED, parties=missing)] if missing else ()),
        )
        return self._from_preamble(topic, document, lead)

    def whole(self, question: Question, document: Document) -> Answer:
        """Say how many provisions a meeting adopted, if all of them are asked for."""
        store = self._sources.store
        asked = self._sections_in(question)
        counts = self._resolver.numbering(document.slug)
        listed = [
            provision.reference
            for provision in store.provisions(document.slug)
            if provision.reference.section in asked and provision.reference.letter is None
        ]
        preamble = [_PREAMBLE] if self._has_preamble(document) else []
        shown = listed if 0 < len(listed) <= MAX_LISTED else preamble or listed[:1]
        findings = (self._findings.write(document.slug, reference) for reference in shown)
        told = asked & {section for section, number in counts.items() if number} or set(counts)
        lead = (total(document, each, number) for each, number in counts.items() if number and each in told)
        return answered(question, findings, QuestionKind.MEETING, lead)

    def _from_preamble(self, question: Question, document: Document, lead: Iterable[Notice]) -> Answer:
        preamble = self._findings.write(document.slug, _PREAMBLE)
        return answered(question, [preamble], QuestionKind.MEETING, lead)

    def _is_about(self, question: Question, document: Document) -> bool:
        if not _FACTS & set(question.asked) or Role.ABSENT in question.roles:
            return False
        if tense_of(question.text) is Tense.FUTURE:
            return False  # an act is written of a meeting that was held
        if self._is_another(question, document) or any(_NEXT in unit.terms for unit in question.units):
            return False
        asks_who = question.wants(Asked.WHO, Asked.COUNTRY, Asked.COUNT, Asked.ORGANIZATION)
        # «¿Quién será la sede?», asked of a named meeting, is about the next one.
        speaks = any(each.is_meant for each in question.meetings) and not any(
            _HOSTING & set(unit.terms) for unit in question.units
        )
        for unit in question.units:
            terms = set(unit.terms)
            speaks |= bool(terms & self._speaking(document)) or (asks_who and _TAKING_PART in terms)
            if unit.weight > LIGHT and not (self._is_beside(unit, document) or self._is_told(unit, document)):
                return False
        return speaks

    def _is_another(self, question: Question, document: Document) -> bool:
        """Tell whether another meeting is meant: the fourth, in the act of the third, or another body's."""
        bodies = self._sources.forums - {document.meeting.body, *load_forum(self._sources.data).acronyms}
        if document.meeting.body and not bodies.isdisjoint(question.parties):
            return True
        own = numbers_in(document.meeting.title)
        asked = {value for value, _ in ordinals_in(words(question.text))}
        numbers = {each.value for each in question.mentions if each.kind is MentionKind.NUMBER}
        here = self._sources.store.provision(document.slug, _PREAMBLE)
        told = words(here.text) if here else []
        known = {*told, *(str(value) for value, _ in ordinals_in(told))}
        return not numbers <= known or (bool(own and asked) and own.isdisjoint(asked))

    def _is_told(self, unit: Unit, document: Document) -> bool:
        """Tell whether the preamble mentions a unit: «¿quién presidió la reunión?»."""
        index = self._sources.index
        preamble = index.number_of(document.slug, _PREAMBLE)
        if preamble is None or unit.names_party or _HOSTING & set(unit.terms):
            return False
        return any((index.postings(term).provisions == preamble).any() for term in unit.terms)

    def _speaking(self, document: Document) -> frozenset[str]:
        """Return the terms for meetings and what belongs to them."""
        forum = (of_party(name) for name in (document.meeting.body, *self._sources.forums) if name)
        return _MEETING.union(forum)

    def _are_beside(self, units: Iterable[Unit], document: Document) -> bool:
        """Tell whether all units but light ones are about a meeting itself, or name it."""
        return all(unit.weight <= LIGHT or self._is_beside(unit, document) for unit in units)

    def _is_beside(self, unit: Unit, document: Document) -> bool:
        """Tell whether a unit is about a meeting itself, or names it."""
        where = words(f"{document.meeting.city} {document.meeting.country} {document.meeting.start}")
        country, city = (
            of_party(document.meeting.country or ""),
            of_concept(fold(document.meeting.city or "")),
        )
        told = {*self._speaking(document), *_BESIDE, country, city, *map(exact, where)}
        return not told.isdisjoint(unit.terms)

    def _sections_in(self, question: Question) -> set[Section]:
        return {_SECTIONS[word.best] for word in question.words if word.best in _SECTIONS}

    def _counted(self, question: Question, document: Document) -> tuple[Notice, ...]:
        """Say how many conclusions or recommendations there are, if that is asked."""
        if Asked.COUNT not in question.asked or not all(
            (_MEETING | {_APPROVE}) & set(unit.terms) for unit in question.topics
        ):
            return ()
        counts = self._resolver.numbering(document.slug)
        asked = self._sections_in(question)
        if asked.isdisjoint(counts) and not asked.isdisjoint(_ALIKE):
            asked = _ALIKE  # whoever asks for conclusions means what an act calls agreements, too
        return tuple(total(document, each, counts[each]) for each in sorted(asked) if each in counts)


def _facts(asked: Iterable[Asked], meeting: Meeting) -> Iterable[Notice]:
    """Yield the facts about a meeting that were asked for."""
    wanted = set(asked)
    if wanted & {Asked.DATE, Asked.DEADLINE} and meeting.start:
        yield notice("{days}", days=Period(start=meeting.start, end=meeting.end or meeting.start))
    if Asked.PLACE in wanted and meeting.city:
        if meeting.country:
            yield notice(mark("En {city}, {country}"), city=meeting.city, country=(meeting.country,))
        else:
            yield notice(mark("En {city}"), city=meeting.city)
    if wanted & {Asked.WHO, Asked.COUNTRY, Asked.LIST} and meeting.participants:
        yield notice(mark("Participaron {parties}"), parties=meeting.participants)
    if Asked.COUNT in wanted and meeting.participants:
        yield counted(_TOOK_PART, len(meeting.participants), parties=meeting.participants)
