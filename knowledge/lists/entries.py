"""Entries of overviews: commitments, events, provisions that name a party, and meetings."""

import re

from knowledge.citing.findings import fold_space
from knowledge.language.parties import PartyRegister
from knowledge.stores.documents import Document, OfAct
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Commitment, CommitmentKind, Event, Meeting, Precision, Provision
from knowledge.values.answers import Finding
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference, Section

CLAUSE = 350
"""Most characters of a clause quoted from the beginning of its sentence."""

PREAMBLE = Reference(section=Section.PREAMBLE)
_UNDATED_MEETING = notice(mark("Sin fecha"))
# A sentence ends before a capital, or at a semicolon; exceptions like «Lic. Pérez» are rare enough.
_BOUNDARY = re.compile(r"(?<=;)\s+|(?<=[.!?])\s+(?=[\"“«A-ZÁÉÍÓÚÑ])")


class EntryWriter:
    """Writes the findings in overviews from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister) -> None:
        self._store = store
        self._register = register

    def commitment(self, each: OfAct[Commitment], heading: Notice) -> Finding:
        """Return the finding for a commitment."""
        commitment = each.value
        all_there = self._store.commitments_of(each.document.slug, commitment.reference)
        return Finding(
            citation=each.document.cite(commitment.reference),
            quote=self._with_subject(each),
            score=1.0,
            responsible=commitment.responsible,
            action=commitment.action,
            deadline=commitment.deadline if commitment.deadline.is_set else None,
            event=_as_event(commitment),
            inferred=commitment.inferred,
            heading=heading,
            commitment=all_there.index(commitment) + 1,
        )

    def event(self, each: OfAct[Event], heading: Notice) -> Finding:
        """Return the finding for an event."""
        event = each.value
        provision = self._store.provision(each.document.slug, event.reference)
        return Finding(
            citation=each.document.cite(event.reference),
            quote=fold_space(provision.text if provision else event.name),
            score=1.0,
            event=event,
            heading=heading,
        )

    def naming(self, each: OfAct[Provision], party: str, heading: Notice) -> Finding:
        """Return the finding for the clause of a provision that names a party."""
        return Finding(
            citation=each.document.cite(each.value.reference),
            quote=self._clause(fold_space(each.value.text), party),
            score=1.0,
            heading=heading,
        )

    def meeting(self, document: Document) -> Finding | None:
        """Return the finding for a meeting, under its year, or None if its act has no provisions."""
        reference = PREAMBLE
        preamble = self._store.provision(document.slug, PREAMBLE)
        if preamble is None:
            provisions = self._store.provisions(document.slug)
            if not provisions:
                return None
            preamble, reference = provisions[0], provisions[0].reference
        return Finding(
            citation=document.cite(reference),
            quote=fold_space(preamble.text),
            score=1.0,
            heading=self.year(document.meeting),
        )

    @staticmethod
    def year(meeting: Meeting) -> Notice:
        """Return the heading for a meeting: its year."""
        start = meeting.start
        return notice("{year}", year=str(start.year)) if start else _UNDATED_MEETING

    def _with_subject(self, each: OfAct[Commitment]) -> str:
        """Quote a clause, from the beginning of its sentence if it doesn't name the responsible party."""
        commitment = each.value
        quote = fold_space(commitment.quote)
        provision = self._store.provision(each.document.slug, commitment.reference)
        named = {mention.name for mention in self._register.find(quote)}
        if provision is None or not commitment.responsible or named & set(commitment.responsible):
            return quote
        text = fold_space(provision.text)
        end = text.find(quote) + len(quote)
        if end < len(quote):
            return quote
        begun = max((match.end() for match in _BOUNDARY.finditer(text, 0, end - len(quote) + 1)), default=0)
        return text[begun:end] if end - begun <= CLAUSE else quote

    def _clause(self, text: str, party: str) -> str:
        """Return the sentence that names a party, or its ending if it is long."""
        mention = next((each for each in self._register.find(text) if each.name == party), None)
        if mention is None:
            return text
        begun = max((match.end() for match in _BOUNDARY.finditer(text, 0, mention.start)), default=0)
        ends = (match.start() for match in _BOUNDARY.finditer(text, mention.end))
        clause = text[begun : next(ends, len(text))]
        before = mention.start - begun
        if len(clause) > CLAUSE and mention.end - begun > CLAUSE:
            comma = clause.rfind(", ", 0, before)
            clause = clause[comma + 2 :] if comma >= 0 else clause
        return clause


def _as_event(commitment: Commitment) -> Event | None:
    """Return the event that a commitment is to hold, if dated: its day is no deadline."""
    deadline = commitment.deadline
    if (
        commitment.kind is not CommitmentKind.EVENT
        or deadline.start is None
        or deadline.precision in {Precision.YEAR, Precision.RECURRING}
    ):
        return None
    reference, start, end = commitment.reference, deadline.start, deadline.end
    return Event(reference=reference, name="", start=start, end=end, precision=deadline.precision)
