"""Turn an answer into messages: the fact first, then who, then the citation and the folded quotation."""

from collections.abc import Iterator
from datetime import date

from handlers.callbacks import Action, Form, PageTap, Tap
from handlers.cards import render_card
from handlers.catalogue import Catalogue
from handlers.listing import render_deadline, render_event, render_listed, render_overview
from handlers.markup import bold, escape, italic, plain, quotation
from handlers.messages import COPY_LIMIT, Button, Keyboard, Message, fill_messages
from knowledge.values.answers import Answer, Citation, Fact, Finding, Outcome, Surroundings
from knowledge.values.notices import Notice, mark
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

MAX_ALSO = 6
"""Buttons that lead to other acts on the same matter."""

QUOTE_LIMIT = 3000
"""Characters of a quotation in one block; a longer one goes on in the next, with its citation again."""

_INFERRED = {
    "deadline.year": (Fact.DEADLINE, mark("El año se deduce de la fecha de la reunión.")),
    "responsible": (Fact.RESPONSIBLE, mark("El acta no nombra al responsable: se deduce del contexto.")),
}
"""What is said of a fact that follows though the act doesn't say it."""

NOWHERE = Surroundings()


class AnswerRenderer:
    """Render answers in one language, as of one day; `several_acts` tells whether more than one is loaded."""

    def __init__(self, catalogue: Catalogue, today: date, *, several_acts: bool = False) -> None:
        self.catalogue = catalogue
        self._today = today
        self._several_acts = several_acts

    def messages(
        self, answer: Answer, surroundings: Surroundings = NOWHERE, *, folded: bool = True
    ) -> list[Message]:
        """Render an answer; `surroundings` of its only finding decide the buttons under it.

        Quotations are `folded` until the reader asks for the whole text.
        """
        if answer.overview:
            return render_overview(
                answer, answer.overview, self.catalogue, self._today, several_acts=self._several_acts
            )
        if answer.card:
            return render_card(answer, answer.card, self.catalogue, self._today)
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
        if all(finding.heading for finding in answer.findings):
            yield from render_listed(answer, self.catalogue, self._today)
        else:
            for finding in answer.findings:
                yield from self._finding(finding, folded=folded)
        if answer.also:
            years = tuple(dict.fromkeys(map(_year, answer.also)))
            yield italic(self.catalogue.text(mark("También en {years}."), years=years))

    def _finding(self, finding: Finding, *, folded: bool) -> Iterator[str]:
        opening = "\n".join(self._opening(finding))
        citation = self._citation(finding.citation)
        pieces = list(_cut(finding.quote))
        for number, piece in enumerate(pieces, 1):
            part = f" ({number}/{len(pieces)})" if len(pieces) > 1 else ""
            lines = [quotation(piece, finding.highlights, folded=folded), citation + part]
            if number == 1 and opening:
                lines.insert(0, opening + "\n")
            if number == len(pieces):
                lines += map(italic, self._notes(finding))
            yield "\n".join(lines)

    def _notes(self, finding: Finding) -> Iterator[str]:
        for name in finding.inferred:
            fact, note = _INFERRED.get(name, (None, ""))
            if fact in finding.opening:
                yield self.catalogue.text(note)
        written = finding.citation.language
        if written and written != self.catalogue.language:
            yield self.catalogue.text(
                mark("La cita está en el idioma del acta: {language}."),
                language=self.catalogue.tongue(written),
            )

    def _opening(self, finding: Finding) -> Iterator[str]:
        """Open with the facts that were asked for, the first in bold."""
        for place, fact in enumerate(finding.opening):
            if isinstance(fact, Notice):
                said = self.catalogue.notice(fact)
                yield escape(said) if place else bold(said)
            else:
                yield from self._fact(fact, finding)

    def _fact(self, fact: Fact, finding: Finding) -> Iterator[str]:
        if fact is Fact.DEADLINE and finding.deadline:
            yield render_deadline(finding, finding.deadline, self.catalogue, self._today)
        elif fact is Fact.RESPONSIBLE and finding.responsible:
            label = bold(self.catalogue.text(mark("Responsable:")))
            yield f"{label} {escape(self.catalogue.parties(finding.responsible))}"
        elif fact is Fact.ACTION and finding.action:
            yield escape(finding.action[:1].upper() + finding.action[1:])
        elif fact is Fact.TIME and finding.event:
            yield from render_event(finding.event, self.catalogue)
        elif fact is Fact.PLACE and finding.event and Fact.TIME not in finding.opening:
            yield from render_event(finding.event, self.catalogue, by_place=True)

    def _citation(self, citation: Citation) -> str:
        reference = bold(self.catalogue.reference(citation.reference))
        return f"{reference} · {escape(self.catalogue.meeting(citation.meeting))}"

    def _buttons(self, answer: Answer, surroundings: Surroundings, *, folded: bool) -> Keyboard:
        if len(answer.findings) == 1:
            return self._provision_buttons(answer, answer.findings[0], surroundings, folded=folded)
        offered = [(each.citation, self._label(each.citation, answer)) for each in answer.findings]
        offered += [(suggestion.citation, suggestion.label) for suggestion in answer.suggestions]
        return tuple(
            (Button(label, self._tap(Action.SHOW, answer, citation)),) for citation, label in offered
        )

    def _label(self, citation: Citation, answer: Answer) -> str:
        """Name one of several provisions on its button, with its year where they are of several acts."""
        reference = self.catalogue.reference(citation.reference)
        acts = {each.citation.document for each in answer.findings}
        if len(acts) == 1:
            return reference
        is_list = answer.kind is QuestionKind.MEETING
        return self.catalogue.meeting(citation.meeting) if is_list else f"{reference} · {_year(citation)}"

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
        also = tuple(
            Button(_year(each), self._tap(Action.SHOW, answer, each)) for each in answer.also[:MAX_ALSO]
        )
        rows = ((whole, copy) if folded else (copy,), self._others(answer, finding), also, beside)
        return tuple(row for row in rows if row)

    def _others(self, answer: Answer, finding: Finding) -> tuple[Button, ...]:
        """Offer what else the one responsible party has to do."""
        if len(finding.responsible) != 1 or not self.catalogue.knows(finding.responsible[0]):
            return ()
        overview = Overview(kind=OverviewKind.PENDING, party=finding.responsible[0])
        label = self.catalogue.text(mark("Otras de {party}"), party=finding.responsible)
        return (Button(label, str(PageTap(answer.language, overview, Form.OPEN))),)

    def _copied(self, finding: Finding) -> str:
        citation = self.catalogue.citation(finding.citation)
        copied = f"«{finding.quote}» {citation}"
        return copied if len(copied) <= COPY_LIMIT else citation  # a quotation is whole or it isn't copied

    def _tap(self, action: Action, answer: Answer, citation: Citation) -> str:
        return str(Tap(action, answer.language, citation.document, citation.reference))


def _year(citation: Citation) -> str:
    """Return the year of a meeting; the name of its act, if it isn't known."""
    start = citation.meeting.start
    return str(start.year) if start else citation.document


def _cut(quote: str) -> Iterator[str]:
    while len(quote) > QUOTE_LIMIT:
        end = quote.rfind(" ", 1, QUOTE_LIMIT)
        end = QUOTE_LIMIT if end < 1 else end
        yield quote[:end]
        quote = quote[end:].lstrip()
    yield quote
