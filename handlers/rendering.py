"""Turn an answer into messages: the fact first, then who, then the citation and the folded quotation."""

from collections.abc import Iterator
from datetime import date

from handlers.callbacks import Action, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.listing import render_deadline, render_event, render_overview
from handlers.markup import bold, escape, italic, plain, quotation
from handlers.messages import COPY_LIMIT, Button, Keyboard, Message, fill_messages
from knowledge.values.answers import Answer, Citation, Finding, Outcome, Surroundings
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

QUOTE_LIMIT = 3000
"""Characters of a quotation in one block; a longer one goes on in the next, with its citation again."""

_INFERRED = {
    "deadline.year": mark("El año se deduce de la fecha de la reunión."),
    "deadline.end": mark("El acta no dice ese día: se deduce de la fecha de una reunión."),
    "responsible": mark("El acta no nombra al responsable: se deduce del contexto."),
}


_OF_DUTIES = {QuestionKind.DEADLINE, QuestionKind.RESPONSIBLE}
_OF_EVENTS = {QuestionKind.DATE, QuestionKind.PLACE, QuestionKind.LIST}

NOWHERE = Surroundings()


class AnswerRenderer:
    """Render answers in one language, as of one day."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue = catalogue
        self._today = today

    def messages(
        self, answer: Answer, surroundings: Surroundings = NOWHERE, *, folded: bool = True
    ) -> list[Message]:
        """Render an answer; `surroundings` of its only finding decide the buttons under it.

        Quotations are `folded` until the reader asks for the whole text.
        """
        if answer.overview:
            return render_overview(answer, answer.overview, self.catalogue, self._today)
        blocks = self._blocks(answer, folded=folded)
        return fill_messages(blocks, self._buttons(answer, surroundings, folded=folded))

    def text(self, answer: Answer) -> str:
        """Render an answer as plain text, the way the chat shows it."""
        return "\n\n".join(plain(message.markup) for message in self.messages(answer))

    def _blocks(self, answer: Answer, *, folded: bool) -> Iterator[str]:
        if answer.lead:
            opening, *rest = map(self.catalogue.notice, answer.lead)
            emphasized = bold(opening) if answer.outcome is Outcome.FOUND else escape(opening)
            yield "\n".join([emphasized, *map(escape, rest)])
        for finding in answer.findings:
            yield from self._finding(finding, answer, folded=folded)

    def _finding(self, finding: Finding, answer: Answer, *, folded: bool) -> Iterator[str]:
        opening = "\n".join(self._opening(finding, answer))
        citation = self._citation(finding.citation)
        closing = [*self._commitment(finding, answer), *map(italic, self._notes(finding))]
        pieces = list(_cut(finding.quote))
        for number, piece in enumerate(pieces, 1):
            part = f" ({number}/{len(pieces)})" if len(pieces) > 1 else ""
            lines = [quotation(piece, finding.highlights, folded=folded), citation + part]
            if number == 1 and opening:
                lines.insert(0, opening + "\n")
            if number == len(pieces):
                lines += closing
            yield "\n".join(lines)

    def _notes(self, finding: Finding) -> Iterator[str]:
        for name in finding.inferred:
            if name in _INFERRED:
                yield self.catalogue.text(_INFERRED[name])
        written = finding.citation.language
        if written and written != self.catalogue.language:
            yield self.catalogue.text(
                mark("La cita está en el idioma del acta: {language}."),
                language=self.catalogue.tongue(written),
            )

    def _opening(self, finding: Finding, answer: Answer) -> Iterator[str]:
        """Open with the facts that were asked for, unless the answer's lead says them."""
        if answer.lead:
            return
        if answer.kind in _OF_DUTIES:
            yield from self._duty(finding)
        elif finding.event and answer.kind in _OF_EVENTS:
            yield from render_event(finding.event, self.catalogue)

    def _duty(self, finding: Finding) -> Iterator[str]:
        deadline = finding.deadline
        if deadline and (deadline.end or deadline.text):
            yield render_deadline(deadline, self.catalogue, self._today)
        if finding.responsible:
            label = bold(self.catalogue.text(mark("Responsable:")))
            yield f"{label} {escape(self.catalogue.parties(finding.responsible))}"
        if finding.action and self._reads(finding):
            yield escape(finding.action[:1].upper() + finding.action[1:])

    def _commitment(self, finding: Finding, answer: Answer) -> Iterator[str]:
        """Say below the quotation whom it binds, where that isn't what was asked."""
        if answer.kind in _OF_DUTIES or not finding.responsible:
            return
        who = self.catalogue.parties(finding.responsible)
        when = self.catalogue.deadline(finding.deadline) if finding.deadline else None
        parts = [who, finding.action if self._reads(finding) else None, when]
        label = self.catalogue.text(mark("Compromiso:"))
        yield f"{bold(label)} {escape(' · '.join(part for part in parts if part))}"

    def _reads(self, finding: Finding) -> bool:
        """Tell whether an action, which is in the words of the act, is in the reader's language."""
        return finding.citation.language in {None, self.catalogue.language}

    def _citation(self, citation: Citation) -> str:
        reference = bold(self.catalogue.reference(citation.reference))
        return f"{reference} · {escape(self.catalogue.meeting(citation.meeting))}"

    def _buttons(self, answer: Answer, surroundings: Surroundings, *, folded: bool) -> Keyboard:
        if len(answer.findings) == 1:
            return self._provision_buttons(answer, answer.findings[0], surroundings, folded=folded)
        offered = [
            (finding.citation, self.catalogue.reference(finding.citation.reference))
            for finding in answer.findings
        ]
        offered += [(suggestion.citation, suggestion.label) for suggestion in answer.suggestions]
        return tuple(
            (Button(label, self._tap(Action.SHOW, answer, citation)),) for citation, label in offered
        )

    def _provision_buttons(
        self, answer: Answer, finding: Finding, surroundings: Surroundings, *, folded: bool
    ) -> Keyboard:
        citation = finding.citation
        whole = Button(self.catalogue.text(mark("Texto completo")), self._tap(Action.WHOLE, answer, citation))
        copy = Button(self.catalogue.text(mark("Copiar cita")), copy=self._copied(finding))
        beside = tuple(
            Button(
                self.catalogue.text(label),
                self._tap(Action.TURN, answer, citation.model_copy(update={"reference": neighbour})),
            )
            for label, neighbour in (
                (mark("◀ Anterior"), surroundings.previous),
                (mark("Siguiente ▶"), surroundings.next),
            )
            if neighbour
        )
        rows = ((whole, copy) if folded else (copy,), self._others(answer, finding), beside)
        return tuple(row for row in rows if row)

    def _others(self, answer: Answer, finding: Finding) -> tuple[Button, ...]:
        """Offer what else the one responsible party has to do."""
        if len(finding.responsible) != 1 or not self.catalogue.knows(finding.responsible[0]):
            return ()
        overview = Overview(kind=OverviewKind.PENDING, party=finding.responsible[0])
        label = self.catalogue.text(mark("Otras de {party}"), party=finding.responsible)
        return (Button(label, str(PageTap(answer.language, overview, in_place=False))),)

    def _copied(self, finding: Finding) -> str:
        citation = self.catalogue.citation(finding.citation)
        copied = f"«{finding.quote}» {citation}"
        return copied if len(copied) <= COPY_LIMIT else citation  # a quotation is whole or it isn't copied

    def _tap(self, action: Action, answer: Answer, citation: Citation) -> str:
        return str(Tap(action, answer.language, citation.document, citation.reference))


def _cut(quote: str) -> Iterator[str]:
    while len(quote) > QUOTE_LIMIT:
        end = quote.rfind(" ", 1, QUOTE_LIMIT)
        end = QUOTE_LIMIT if end < 1 else end
        yield quote[:end]
        quote = quote[end:].lstrip()
    yield quote
