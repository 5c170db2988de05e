"""Look up the provisions that a question names, and correct numbers that no act has."""

from functools import lru_cache

from knowledge.stores.documents import Document
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.understanding.references import LAST, SpokenReference
from knowledge.values.notices import Notice, Parameter, mark, mark_plural, notice
from knowledge.values.references import Reference, Section

_TOTALS = {
    Section.CONCLUSION: mark_plural(
        "El acta del {body} de {year} tiene {number} conclusión.",
        "El acta del {body} de {year} tiene {number} conclusiones.",
    ),
    Section.RECOMMENDATION: mark_plural(
        "El acta del {body} de {year} tiene {number} recomendación.",
        "El acta del {body} de {year} tiene {number} recomendaciones.",
    ),
    Section.AGREEMENT: mark_plural(
        "El acta del {body} de {year} tiene {number} acuerdo.",
        "El acta del {body} de {year} tiene {number} acuerdos.",
    ),
    Section.PARAGRAPH: mark_plural(
        "El acta del {body} de {year} tiene {number} párrafo.",
        "El acta del {body} de {year} tiene {number} párrafos.",
    ),
}
_WITHOUT_SECTION = (Section.CONCLUSION, Section.AGREEMENT, Section.PARAGRAPH)


def total(document: Document, section: Section, number: int) -> Notice:
    """Say how many provisions a section of an act has."""
    one, many = _TOTALS[section]
    meeting = document.meeting
    year = str(meeting.start.year) if meeting.start else ""
    parameters: dict[str, Parameter] = {"number": number, "body": (meeting.body or "",), "year": year}
    return Notice(msgid=one, plural=many, count=number, parameters=parameters)


class ReferenceResolver:
    """Find what named provisions are in the acts of a store."""

    def __init__(self, store: KnowledgeStore) -> None:
        self._store = store
        self.numbering = lru_cache(maxsize=64)(store.numbering)

    def resolve(self, spoken: SpokenReference, document: Document) -> Reference | None:
        """Return the provision of an act that was named, or None if the act has none such."""
        sections = (spoken.section,) if spoken.section else _WITHOUT_SECTION
        for section in sections:
            last = self.numbering(document.slug).get(section, 0)
            number = last if spoken.number == LAST else spoken.number
            if 0 < number <= last:
                reference = Reference(section=section, number=number, letter=spoken.letter)
                return reference if self._store.provision(document.slug, reference) else None
        return None

    def correct(self, spoken: SpokenReference, document: Document) -> Notice:
        """Say what the act has instead of a provision that it hasn't."""
        section = spoken.section or next(
            (each for each in _WITHOUT_SECTION if self.numbering(document.slug).get(each)), Section.CONCLUSION
        )
        last = self.numbering(document.slug).get(section, 0)
        if 0 < spoken.number <= last and spoken.letter:
            return self._correct_letter(Reference(section=section, number=spoken.number), document)
        return total(document, section, last)

    def _correct_letter(self, parent: Reference, document: Document) -> Notice:
        letters = [child.reference.letter or "" for child in self._store.children(document.slug, parent)]
        if not letters:
            return notice(mark("{reference} no tiene incisos."), reference=parent)
        return notice(
            mark("{reference} tiene los incisos «{first}» a «{last}»."),
            reference=parent,
            first=letters[0],
            last=letters[-1],
        )
