"""Find the commitments that an officer may want to mark, with the parties, day and note."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from knowledge.search.sources import Sources
from knowledge.stores.documents import Document
from knowledge.understanding.mark_words import MarkReader, MarkWords
from knowledge.understanding.named_provisions import NamedProvision
from knowledge.understanding.reference_words import load_reference_words
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
_OF_ONE = mark("{provision}: {reason}")
_ONE_BY_ONE = notice(
    mark(
        "No hay un acta en la que cada una de ellas tenga un solo compromiso: anótelas una por una. "
        "No se anotó nada."
    )
)
_TOO_MANY = mark("Son {number} disposiciones y se anotan a lo sumo {most} a la vez. No se anotó nada.")
_FURTHER = mark(
    "¿«{provision}» es otra disposición o parte de la nota? No se anotó nada. Escriba las disposiciones "
    "juntas, al comienzo, y la nota después de dos puntos."
)
MOST_TOGETHER = 20
"""How many provisions can be marked at once."""

SECTIONS = (Section.CONCLUSION, Section.AGREEMENT, Section.PARAGRAPH, Section.RECOMMENDATION)
"""The sections that a bare number may mean, the likeliest first."""


def mark_reader(sources: Sources, venues: Venues) -> MarkReader:
    """Build the reader of officers' words."""
    return MarkReader(load_reference_words(sources.data.language), sources.register, venues)


def is_of_meeting(cited: Citation, said: MarkWords, venues: Venues) -> bool:
    """Tell whether a citation is from a meeting that the words name, if they name any."""
    start = cited.meeting.start
    if said.year is not None and (start is None or start.year != said.year):
        return False
    return all(
        cited.document in {document.slug for document in venues.acts(place, None)} for place in said.places
    )


class Candidate(Value):
    """A commitment that may be meant, for the named `parties` or, if empty, all who are `responsible`.

    `bound` are all parties that can be marked: the responsible ones, and the members of responsible groups.
    """

    key: CommitmentKey
    citation: Citation
    quote: str
    action: str
    responsible: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Markable(Value):
    """The commitments that may be meant, newest act first, and what is said of them.

    If several provisions were named, `together` groups their commitments by act, for acts where each has
    exactly one. `is_denied` means that the officer negated the status.
    """

    candidates: tuple[Candidate, ...]
    together: tuple[tuple[Candidate, ...], ...] = ()
    day: date
    note: str = ""
    is_denied: bool = False

    @property
    def alternatives(self) -> tuple[tuple[Candidate, ...], ...]:
        """The commitments that may be meant, each with those to be marked together with it."""
        return self.together or tuple((each,) for each in self.candidates)

    def marks(
        self, candidate: Candidate, fulfilment: Fulfilment, evidence: Evidence | None = None
    ) -> tuple[Mark, ...]:
        """Return the marks that record this fulfilment for one of the candidates."""
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
        """Return the commitments that words name and what they say of them, or why they are not accepted."""
        named = self._reader.named(words, today=today)
        if not named:
            return _NO_PROVISION
        if len(named) > MOST_TOGETHER:
            return notice(_TOO_MANY, number=len(named), most=MOST_TOGETHER)
        candidates = {each: self._anywhere(each) for each in named}
        if unknown := next((each for each, found in candidates.items() if not found), None):
            return notice(_UNKNOWN, provision=unknown.written)
        bound = {party for found in candidates.values() for each in found for party in each.bound}
        said = self._reader.read(named[-1].rest, bound, today=today)
        if complaint := self._complaint(said, today):
            return complaint
        meant: dict[NamedProvision, tuple[Candidate, ...]] = {}
        for each, found in candidates.items():
            chosen = self._of_whom(found, said)
            if isinstance(chosen, Notice):
                return notice(_OF_ONE, provision=each.written, reason=chosen) if len(named) > 1 else chosen
            meant[each] = chosen
        return _said_of(meant, said, today)

    def _anywhere(self, named: NamedProvision) -> tuple[Candidate, ...]:
        """Return the commitments of a provision in all acts."""
        return tuple(each for document in self._store.documents() for each in self._in_act(document, named))

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

    def _complaint(self, said: MarkWords, today: date) -> Notice | None:
        """Return why the day, note or further provision cannot be accepted, if so."""
        if said.is_day_faulty:
            return _NO_DAY
        if said.day and said.day > today:
            return notice(_AHEAD, day=said.day)
        if len(said.note) > NOTE_LIMIT:
            return notice(_LONG, length=len(said.note), limit=NOTE_LIMIT)
        if said.further and self._anywhere(said.further):
            return notice(_FURTHER, provision=said.further.written)
        return None

    def _of_whom(self, candidates: Sequence[Candidate], said: MarkWords) -> tuple[Candidate, ...] | Notice:
        """Return the commitments that match the meeting and the parties, or why none does."""
        of_meeting = [each for each in candidates if is_of_meeting(each.citation, said, self._venues)]
        if not of_meeting:
            return _NO_MEETING
        binding = [each for each in of_meeting if set(said.parties) <= set(each.bound)]
        if not binding:
            party = next(name for name in said.parties if name not in of_meeting[0].bound)
            return notice(_NOT_BOUND, party=(party,), parties=of_meeting[0].responsible)
        return tuple(each.model_copy(update={"parties": _named(each, said.parties)}) for each in binding)

    def _in_act(self, document: Document, named: NamedProvision) -> Iterator[Candidate]:
        """Yield the commitments of a named provision; if it has none, those of its sub-items."""
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
        """List the parties that a commitment binds, including the names of groups."""
        return tuple(dict.fromkeys((*commitment.responsible, *self._tracker.bound(commitment))))


def _said_of(
    meant: dict[NamedProvision, tuple[Candidate, ...]], said: MarkWords, today: date
) -> Markable | Notice:
    """Return what is said of a provision's commitments, or of several provisions with one each in an act."""
    candidates = tuple(dict.fromkeys(each for found in meant.values() for each in found))
    together: tuple[tuple[Candidate, ...], ...] = ()
    if len(meant) > 1:
        together = tuple(_together(meant.values()))
        if not together:
            return _ONE_BY_ONE
    return Markable(
        candidates=candidates,
        together=together,
        day=said.day or today,
        note=said.note,
        is_denied=said.is_denied,
    )


def _together(meant: Collection[Sequence[Candidate]]) -> Iterator[tuple[Candidate, ...]]:
    """Yield for each act the commitments of several provisions, if it has one and only one of each."""
    for document in dict.fromkeys(each.key.document for found in meant for each in found):
        there = [[each for each in found if each.key.document == document] for found in meant]
        if all(len(each) == 1 for each in there):
            yield tuple(dict.fromkeys(each[0] for each in there))


def _named(candidate: Candidate, parties: Sequence[str]) -> tuple[str, ...]:
    """Return the named parties, or none if they are all who are responsible."""
    if set(parties) >= set(candidate.responsible):
        return ()
    return tuple(dict.fromkeys(parties))
