"""Look up the provisions that a question names, and correct numbers that no act has."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.understanding.references import LAST, SpokenReference
from knowledge.values.notices import Notice, Parameter, counted, mark, mark_plural, notice
from knowledge.values.references import Reference, Section

_TOTALS = {
    Section.CONCLUSION: mark_plural("{act} tiene {number} conclusión.", "{act} tiene {number} conclusiones."),
    Section.RECOMMENDATION: mark_plural(
        "{act} tiene {number} recomendación.", "{act} tiene {number} recomendaciones."
    ),
    Section.AGREEMENT: mark_plural("{act} tiene {number} acuerdo.", "{act} tiene {number} acuerdos."),
    Section.PARAGRAPH: mark_plural("{act} tiene {number} párrafo.", "{act} tiene {number} párrafos."),
}
_WITHOUT_ITEMS = mark("{reference} no tiene incisos.")
_WITH_ITEMS = mark("{reference} tiene los incisos «{first}» a «{last}».")
_ACT_WITHOUT_ITEMS = mark("{reference} no tiene incisos en {act}.")
_ACT_WITH_ITEMS = mark("{reference} tiene los incisos «{first}» a «{last}» en {act}.")
_WITHOUT_SECTION = (Section.CONCLUSION, Section.AGREEMENT, Section.PARAGRAPH)


class _Names(NamedTuple):
    """How a sentence names an act: by the body that met, else by the city, else by its slug."""

    of_body: str
    of_city: str
    of_slug: str

    def of(self, document: Document) -> Notice:
        """Name an act."""
        meeting = document.meeting
        year = str(meeting.start.year) if meeting.start else ""
        if meeting.body and year:
            return notice(self.of_body, body=(meeting.body,), year=year)
        if meeting.city and year:
            return notice(self.of_city, city=meeting.city, year=year)
        return notice(self.of_slug, slug=document.slug)


_BEGINNING = _Names(
    mark("El acta del {body} de {year}"), mark("El acta de {city} ({year})"), mark("El acta «{slug}»")
)
_WITHIN = _Names(
    mark("el acta del {body} de {year}"), mark("el acta de {city} ({year})"), mark("el acta «{slug}»")
)


def total(document: Document, section: Section, number: int) -> Notice:
    """Say how many provisions a section of an act has."""
    return counted(_TOTALS[section], number, act=_BEGINNING.of(document))


class ReferenceResolver:
    """Find what named provisions are in the acts of a store."""

    def __init__(self, store: KnowledgeStore) -> None:
        self._store = store
        self.numbering = lru_cache(maxsize=64)(store.numbering)

    def resolve(self, spoken: SpokenReference, document: Document) -> Reference | None:
        """Return the provision of an act that was named, or None if the act has no such provision."""
        if own := _as_printed(spoken, document):
            return own
        sections = (spoken.section,) if spoken.section else _WITHOUT_SECTION
        for section in sections:
            last = self.numbering(document.slug).get(section, 0)
            number = last if spoken.number == LAST else spoken.number
            if 0 < number <= last:
                reference = Reference(section=section, number=number, letter=spoken.letter)
                if spoken.in_chapter and str(reference) not in document.printed:
                    return None
                return reference if self._store.provision(document.slug, reference) else None
        return None

    def find(
        self, spoken: SpokenReference, acts: Sequence[Document], *, is_act_named: bool = False
    ) -> tuple[Document, Reference] | None:
        """Return the first act that has what was named, and what it is there, or None.

        In an act without conclusions people mean what it has instead, which comes first if they name the act.
        A number that an act prints («II.2») is of that act, if they name none.
        """
        printed = ((act, own) for act in acts if (own := _as_printed(spoken, act)))
        if not is_act_named and (found := next(printed, None)):
            return found
        loosely = [(spoken._replace(section=None), act) for act in acts if self.calls_otherwise(spoken, act)]
        strictly = [(spoken, act) for act in acts]
        at_once = [(each, act) for each, act in loosely if is_act_named and act == acts[0]]
        resolved = ((act, self.resolve(each, act)) for each, act in (*at_once, *strictly, *loosely))
        return next(((act, reference) for act, reference in resolved if reference), None)

    def calls_otherwise(self, spoken: SpokenReference, document: Document) -> bool:
        """Tell whether an act has none of what was named, but numbers its provisions under another name."""
        had = self.numbering(document.slug)
        return spoken.section in _WITHOUT_SECTION and not had.get(spoken.section, 0)

    def correct(self, spoken: SpokenReference, document: Document, *, names_act: bool = False) -> Notice:
        """Say what an act has instead of a provision that it doesn't have.

        With `names_act` it says of which act: above an item 16.a of another, «16 has none» would be false.
        """
        had = self.numbering(document.slug)
        section = spoken.section
        if section is None or self.calls_otherwise(spoken, document):
            section = next((each for each in _WITHOUT_SECTION if had.get(each)), Section.CONCLUSION)
        last = had.get(section, 0)
        if 0 < spoken.number <= last and spoken.letter:
            parent = Reference(section=section, number=spoken.number)
            return self._correct_letter(parent, document, names_act=names_act)
        return total(document, section, last)

    def _correct_letter(self, parent: Reference, document: Document, *, names_act: bool) -> Notice:
        letters = [child.reference.letter or "" for child in self._store.children(document.slug, parent)]
        without, having = (
            (_ACT_WITHOUT_ITEMS, _ACT_WITH_ITEMS) if names_act else (_WITHOUT_ITEMS, _WITH_ITEMS)
        )
        named: dict[str, Parameter] = {"reference": parent}
        if names_act:
            named["act"] = _WITHIN.of(document)
        if not letters:
            return notice(without, **named)
        return notice(having, first=letters[0], last=letters[-1], **named)


def _as_printed(spoken: SpokenReference, document: Document) -> Reference | None:
    """Return the provision that bears a number in the act itself."""
    numbers = (each for each, own in document.printed.items() if own.casefold() == spoken.printed)
    return next(map(Reference.parse, numbers), None)
