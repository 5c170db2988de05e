"""Render a finding: the requested facts, the folded quotation, its citation, and notes."""

from collections.abc import Iterator
from datetime import date

from handlers.answers.statuses import render_reviewed, render_statuses
from handlers.catalogue import Catalogue
from handlers.lists.listing import render_deadline, render_event
from handlers.markup import bold, copied, escape, italic, quotation
from handlers.messages import Message
from knowledge.values.answers import Citation, Fact, Finding
from knowledge.values.notices import Notice, mark

QUOTE_LIMIT = 3000
"""Characters of a quotation in one block; a longer one continues in the next, cited again."""

_INFERRED = {
    "deadline.year": (Fact.DEADLINE, mark("El año se deduce de la fecha de la reunión.")),
    "responsible": (Fact.RESPONSIBLE, mark("El acta no nombra al responsable: se deduce del contexto.")),
}
"""Notes on facts that are inferred, since the act doesn't state them."""


def with_citation(quote: str, finding: Finding, catalogue: Catalogue) -> str:
    """Write a quotation with its citation as plain text, to be pasted elsewhere."""
    return f"«{quote}» {catalogue.citation(finding.citation)}"


def to_copy(finding: Finding, catalogue: Catalogue) -> list[Message]:
    """Render a quotation as blocks to tap and copy, each with its citation."""
    pieces = list(_cut(finding.quote))
    return [
        Message(copied(with_citation(piece, finding, catalogue) + _part(number, len(pieces))))
        for number, piece in enumerate(pieces, 1)
    ]


class FindingRenderer:
    """Render findings in one language, as of one day."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today

    def blocks(self, finding: Finding, *, folded: bool) -> Iterator[str]:
        """Render a finding, in several blocks if its quotation is long."""
        told = (*self._opening(finding), *render_statuses(finding, self._catalogue, brief=False))
        opening = "\n".join(told)
        citation = self._citation(finding.citation)
        pieces = list(_cut(finding.quote))
        for number, piece in enumerate(pieces, 1):
            part = _part(number, len(pieces))
            lines = [quotation(piece, finding.highlights, folded=folded), citation + part]
            if number == 1 and opening:
                lines.insert(0, opening + "\n")
            if number == len(pieces):
                lines += map(italic, self._notes(finding))
                lines += render_reviewed(finding.reviewed, self._catalogue)
            yield "\n".join(lines)

    def _notes(self, finding: Finding) -> Iterator[str]:
        for name in finding.inferred:
            fact, note = _INFERRED.get(name, (None, ""))
            if fact in finding.opening:
                yield self._catalogue.text(note)
        written = finding.citation.language
        if written and written != self._catalogue.language:
            yield self._catalogue.text(
                mark("La cita está en el idioma del acta: {language}."),
                language=self._catalogue.language_name(written),
            )

    def _opening(self, finding: Finding) -> Iterator[str]:
        """Open with the requested facts, the first in bold."""
        for place, fact in enumerate(finding.opening):
            if isinstance(fact, Notice):
                said = self._catalogue.notice(fact)
                yield escape(said) if place else bold(said)
            else:
                yield from self._fact(fact, finding)

    def _fact(self, fact: Fact, finding: Finding) -> Iterator[str]:
        if fact is Fact.DEADLINE and finding.deadline:
            yield render_deadline(finding, finding.deadline, self._catalogue, self._today)
        elif fact is Fact.RESPONSIBLE and finding.responsible:
            label = bold(self._catalogue.text(mark("Responsable:")))
            yield f"{label} {escape(self._catalogue.parties(finding.responsible))}"
        elif fact is Fact.ACTION and finding.action:
            yield escape(finding.action[:1].upper() + finding.action[1:])
        elif fact is Fact.TIME and finding.event:
            yield from render_event(finding.event, self._catalogue, self._today)
        elif fact is Fact.PLACE and finding.event and Fact.TIME not in finding.opening:
            yield from render_event(finding.event, self._catalogue, self._today, by_place=True)

    def _citation(self, citation: Citation) -> str:
        reference = bold(self._catalogue.provision(citation))
        return f"{reference} · {escape(self._catalogue.meeting(citation.meeting))}"


def _part(number: int, of: int) -> str:
    """Number the parts of a quotation, if there are several: « (1/2)»."""
    return f" ({number}/{of})" if of > 1 else ""


def _cut(quote: str) -> Iterator[str]:
    while len(quote) > QUOTE_LIMIT:
        end = quote.rfind(" ", 1, QUOTE_LIMIT)
        end = QUOTE_LIMIT if end < 1 else end
        yield quote[:end]
        quote = quote[end:].lstrip()
    yield quote
