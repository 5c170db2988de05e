"""The buttons under an answer: those of a provision shown alone, in rows, or one for each of several."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handlers.calendars.taps import calendar_button
from handlers.callbacks import Action, Form, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.findings import with_citation
from handlers.messages import COPY_LIMIT, Button, Keyboard
from knowledge.values.answers import Answer, Citation, Finding, Surroundings
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

_COPY = mark("Copiar cita")

MAX_ALSO = 6
"""Buttons that lead to other acts on the same matter."""


class ProvisionCard(NamedTuple):
    """A provision that is shown alone: the answer whose only finding it is, and what stands around it."""

    answer: Answer
    finding: Finding
    surroundings: Surroundings
    catalogue: Catalogue

    @property
    def citation(self) -> Citation:
        """Where the provision stands."""
        return self.finding.citation

    def button(self, msgid: str, action: Action, citation: Citation | None = None) -> Button:
        """Build a button that acts on the provision, or on another."""
        return Button(
            self.catalogue.text(msgid), tap_on(action, self.answer.language, citation or self.citation)
        )


def tap_on(action: Action, language: str, citation: Citation) -> str:
    """Write what a button about a provision sends back."""
    return str(Tap(action, language, citation.document, citation.reference))


def answer_buttons(answer: Answer, surroundings: Surroundings, catalogue: Catalogue) -> Keyboard:
    """Build the buttons under an answer that is no list of its own kind."""
    if len(answer.findings) == 1:
        card = ProvisionCard(answer, answer.findings[0], surroundings, catalogue)
        rows = (tuple(row(card)) for row in ROWS)
        return tuple(row for row in rows if row)
    offered = [(each.citation, _label(each.citation, answer, catalogue)) for each in answer.findings]
    offered += [(suggestion.citation, suggestion.label) for suggestion in answer.suggestions]
    return tuple(
        (Button(label, tap_on(Action.SHOW, answer.language, citation)),) for citation, label in offered
    )


def year_of(citation: Citation) -> str:
    """Return the year of a meeting; the name of its act, if it isn't known."""
    start = citation.meeting.start
    return str(start.year) if start else citation.document


def _label(citation: Citation, answer: Answer, catalogue: Catalogue) -> str:
    """Name one of several provisions on its button, with its year where they are of several acts."""
    reference = catalogue.reference(citation.reference)
    acts = {each.citation.document for each in answer.findings}
    if len(acts) == 1:
        return reference
    is_list = answer.kind is QuestionKind.MEETING
    return catalogue.meeting(citation.meeting) if is_list else f"{reference} · {year_of(citation)}"


def _text(card: ProvisionCard) -> Iterator[Button]:
    """Offer the whole text, and the quotation with its citation."""
    if card.surroundings.more:
        yield card.button(mark("Texto completo"), Action.WHOLE)
    copied = with_citation(card.finding.quote, card.finding, card.catalogue)
    if len(copied) <= COPY_LIMIT:
        yield Button(card.catalogue.text(_COPY), copy=copied)
    else:  # more than a button can hold comes as a block to tap
        yield card.button(_COPY, Action.QUOTE)


def _onward(card: ProvisionCard) -> Iterator[Button]:
    """Offer what else the one responsible party has to do, and the days that are fixed, for a calendar."""
    responsible = card.finding.responsible
    if len(responsible) == 1 and card.catalogue.knows(responsible[0]):
        overview = Overview(kind=OverviewKind.PENDING, party=responsible[0])
        label = card.catalogue.text(mark("Otras de {party}"), party=responsible)
        yield Button(label, str(PageTap(card.answer.language, overview, Form.OPEN)))
    if button := calendar_button(card.finding, card.catalogue):
        yield button


def _also(card: ProvisionCard) -> Iterator[Button]:
    """Offer what other acts say on the same matter."""
    for citation in card.answer.also[:MAX_ALSO]:
        yield Button(year_of(citation), tap_on(Action.SHOW, card.answer.language, citation))


def _beside(card: ProvisionCard) -> Iterator[Button]:
    """Offer the provisions before and after, in place."""
    for label, reference in (
        (mark("◀ Anterior"), card.surroundings.previous),
        (mark("Siguiente ▶"), card.surroundings.next),
    ):
        if reference:
            yield card.button(label, Action.TURN, card.citation.model_copy(update={"reference": reference}))


ROWS: tuple[Callable[[ProvisionCard], Iterator[Button]], ...] = (_text, _onward, _also, _beside)
"""The rows of buttons under a provision, top to bottom; one that has none is left out."""
