"""Which commitments an officer who marks one may mean, of which parties, with which day and note."""

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.mark_words import MarkReader, MarkWords, NamedProvision
from knowledge.understanding.references import load_reference_words
from knowledge.understanding.venues import Venues
from knowledge.values.acts import Commitment
from knowledge.values.answers import Citation
from knowledge.values.base import Value
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.references import Reference, Section
from knowledge.values.tracking import NOTE_LIMIT, CommitmentKey, Evidence, Fulfilment, Mark

_NO_PROVISION = notice(mark("Diga primero qué disposición: por ejemplo, 16a."))
_UNKNOWN = mark("Ningún acta cargada tiene un compromiso en {provision}.")
_NOT_BOUND = mark(
    "{party} no figura entre los responsables, que son: {parties}. No se anotó nada. Si era una nota, "
    "escríbala después de dos puntos."
)
_NO_MEETING = notice(
    mark(
        "Ninguna reunión así tiene ese compromiso. No se anotó nada. "
        "Si era una nota, escríbala después de dos puntos."
    )
)
_NO_DAY = notice(mark("Esa fecha no existe en el calendario. No se anotó nada."))
_AHEAD = mark("El {day} todavía no llega. No se anotó nada.")
_LONG = mark("La nota tiene {length} caracteres y caben {limit}. No se anotó nada.")
SECTIONS = (Section.CONCLUSION, Section.AGREEMENT, Section.PARAGRAPH, Section.RECOMMENDATION)
"""The sections that a bare number may mean, the likeliest first."""


def mark_reader(sources: Sources, venues: Venues) -> MarkReader:
    """Build what reads the words of officers."""
    return MarkReader(load_reference_words(sources.data.language), sources.register, venues)


def is_of_meeting(cited: Citation, said: MarkWords, venues: Venues) -> bool:
    """Tell whether what is cited stands in the act of a meeting that words name, if they name any."""
    start = cited.meeting.start
    if said.year is not None and (start is None or start.year != said.year):
        return False
    return all(
        cited.document in {document.slug for document in venues.acts(place, None)} for place in said.places
    )


class Candidate(Value):
    """A commitment that may be meant, and of whom: `parties` by name, or all who are `responsible`.

    `bound` are all whom it may be said of: who is responsible, and the members of a group that is.
    """

    key: CommitmentKey
    citation: Citation
    quote: str
    action: str
    responsible: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Markable(Value):
    """The commitments that may be meant, those of the newest act first, and what is said of them.

    What `is_denied` is said not to be so.
    """

    candidates: tuple[Candidate, ...]
    day: date
    note: str = ""
    is_denied: bool = False

    def marks(
        self, candidate: Candidate, fulfilment: Fulfilment, evidence: Evidence | None = None
    ) -> tuple[Mark, ...]:
        """Return the marks that say it of one of the candidates."""
        return tuple(
            Mark(
                key=candidate.key,
                quote=candidate.quote,
                fulfilment=fulfilment,
                day=self.day,
                party=party,
                note=self.note,
                evidence=evidence,
            )
            for party in candidate.parties or ("",)
        )


class MarkableFinder:
    """Find the commitments that officers mean, in one store."""

    def __init__(self, sources: Sources, venues: Venues) -> None:
        self._store = sources.store
        self._tracker = sources.tracker
        self._venues = venues
        self._reader = mark_reader(sources, venues)

    def find(self, words: str, *, today: date) -> Markable | Notice:
        """Return which commitments words name and what they say of them, or why they cannot be taken."""
        named = self._reader.provision(words)
        if named is None:
            return _NO_PROVISION
        candidates = tuple(
            each for document in self._store.documents() for each in self._in_act(document, named)
        )
        if not candidates:
            return notice(_UNKNOWN, provision=words[: len(words) - len(named.rest)].strip())
        bound = {party for each in candidates for party in each.bound}
        said = self._reader.read(named.rest, bound, today=today)
        return self._said_of(candidates, said, today)

    def of_key(self, key: CommitmentKey) -> Candidate | None:
        """Return the commitment that a key names, or None if no act has it."""
        try:
            document = self._store.document(key.document)
        except KeyError:
            return None
        return next((each for each in self._of(document, key.reference) if each.key == key), None)

    def of_act(self, document: Document) -> Iterator[Candidate]:
        """Yield all commitments of an act, in its order."""
        references = (each.value.reference for each in self._store.commitments(acts=(document.slug,)))
        known = set(references)
        for provision in self._store.provisions(document.slug):
            if provision.reference in known:
                yield from self._of(document, provision.reference)

    def _said_of(self, candidates: Sequence[Candidate], said: MarkWords, today: date) -> Markable | Notice:
        day = said.day or today
        if said.is_day_faulty:
            return _NO_DAY
        if day > today:
            return notice(_AHEAD, day=day)
        if len(said.note) > NOTE_LIMIT:
            return notice(_LONG, length=len(said.note), limit=NOTE_LIMIT)
        of_meeting = [each for each in candidates if is_of_meeting(each.citation, said, self._venues)]
        if not of_meeting:
            return _NO_MEETING
        binding = [each for each in of_meeting if set(said.parties) <= set(each.bound)]
        if not binding:
            party = next(name for name in said.parties if name not in of_meeting[0].bound)
            return notice(_NOT_BOUND, party=(party,), parties=of_meeting[0].responsible)
        chosen = tuple(each.model_copy(update={"parties": _named(each, said.parties)}) for each in binding)
        return Markable(candidates=chosen, day=day, note=said.note, is_denied=said.is_denied)

    def _in_act(self, document: Document, named: NamedProvision) -> Iterator[Candidate]:
        """Yield the commitments of a provision that is named; if it has none, of its sub-items."""
        sections = (named.section,) if named.section else SECTIONS
        for section in sections:
            reference = Reference(section=section, number=named.number, letter=named.letter)
            own = tuple(self._of(document, reference))
            below = (
                each
                for child in self._store.children(document.slug, reference)
                for each in self._of(document, child.reference)
            )
            if found := own or tuple(below):
                yield from found
                return

    def _of(self, document: Document, reference: Reference) -> Iterator[Candidate]:
        for ordinal, commitment in enumerate(self._store.commitments_of(document.slug, reference), 1):
            yield Candidate(
                key=CommitmentKey(document=document.slug, reference=reference, ordinal=ordinal),
                citation=document.cite(reference),
                quote=commitment.quote,
                action=commitment.action,
                responsible=commitment.responsible,
                bound=self._bound(commitment),
            )

    def _bound(self, commitment: Commitment) -> tuple[str, ...]:
        """List whom a commitment binds, and by which names of groups, too."""
        return tuple(dict.fromkeys((*commitment.responsible, *self._tracker.bound(commitment))))


def _named(candidate: Candidate, parties: Sequence[str]) -> tuple[str, ...]:
    """Leave parties out where they are all who are responsible: then it is said of all of them."""
    if set(parties) >= set(candidate.responsible):
        return ()
    return tuple(dict.fromkeys(parties))
