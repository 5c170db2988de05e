"""The buttons under an answer: rows of actions for a single provision, or one button for each of several."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from handlers.answers.acts import names_of_acts
from handlers.answers.findings import with_citation
from handlers.callbacks import Action, Form, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.feedback.taps import opinion_buttons
from handlers.messages import COPY_LIMIT, Button, Keyboard
from handlers.provision_taps import calendar_button, original_button
from handlers.sharing.links import share_button
from knowledge.values.answers import Answer, Citation, Finding, Surroundings
from knowledge.values.dated import days_of
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind, QuestionKind

_COPY = mark("Copiar cita")

MAX_ALSO = 6
"""Most buttons that lead to other acts on the same matter."""


class ProvisionCard(NamedTuple):
    """A provision shown alone: the answer with this as its only finding, and its surroundings."""

    answer: Answer
    finding: Finding
    surroundings: Surroundings
    catalogue: Catalogue

    @property
    def citation(self) -> Citation:
        """The citation of the provision."""
        return self.finding.citation

    def button(self, msgid: str, action: Action, citation: Citation | None = None) -> Button:
        """Build a button that acts on the provision, or on another."""
        return Button(
            self.catalogue.text(msgid), tap_on(action, self.answer.language, citation or self.citation)
        )


def tap_on(action: Action, language: str, citation: Citation) -> str:
    """Return the data of a button about a provision."""
    return str(Tap(action, language, citation.document, citation.reference))


def answer_buttons(
    answer: Answer, surroundings: Surroundings, catalogue: Catalogue, *, several_acts: bool
) -> Keyboard:
    """Build the buttons under an answer that is neither an overview nor a card.

    If `several_acts` are loaded, each of several provisions is named with its act.
    """
    if len(answer.findings) == 1:
        card = ProvisionCard(answer, answer.findings[0], surroundings, catalogue)
        rows = (tuple(row(card)) for row in ROWS)
        return tuple(row for row in rows if row)
    cited = [finding.citation for finding in answer.findings]
    names = names_of_acts(cited) if several_acts else {}
    offered = [(each, _label(each, answer, catalogue, names.get(each.document))) for each in cited]
    offered += [(suggestion.citation, suggestion.label) for suggestion in answer.suggestions]
    return tuple(
        (Button(label, tap_on(Action.SHOW, answer.language, citation)),) for citation, label in offered
    )


def _label(citation: Citation, answer: Answer, catalogue: Catalogue, act: str | None) -> str:
    """Return the label of one of several provisions, with its act if given."""
    reference = catalogue.provision(citation)
    if act is None:
        return reference
    acts = {each.citation.document for each in answer.findings}
    tells_apart = answer.kind is QuestionKind.MEETING and len(acts) == len(answer.findings)
    return catalogue.meeting(citation.meeting) if tells_apart else f"{reference} · {act}"


def _text(card: ProvisionCard) -> Iterator[Button]:
    """Offer the whole text, the quotation with its citation, and a link."""
    if card.surroundings.more:
        yield card.button(mark("Texto completo"), Action.WHOLE)
    copied = with_citation(card.finding.quote, card.finding, card.catalogue)
    if len(copied) <= COPY_LIMIT:
        yield Button(card.catalogue.text(_COPY), copy=copied)
    else:  # too long for a button: sent as a block to tap
        yield card.button(_COPY, Action.QUOTE)
    yield share_button(card.citation, card.catalogue.text(mark("Compartir")))


def _onward(card: ProvisionCard) -> Iterator[Button]:
    """Offer other commitments of a single responsible party, dates for a calendar, and the act itself."""
    responsible = card.finding.responsible
    if len(responsible) == 1 and card.catalogue.knows(responsible[0]):
        overview = Overview(kind=OverviewKind.PENDING, party=responsible[0])
        label = card.catalogue.text(mark("Otras de {party}"), party=responsible)
        yield Button(label, str(PageTap(card.answer.language, overview, Form.OPEN)))
    if card.surroundings.dated or days_of(card.finding):
        yield calendar_button(card.citation, card.catalogue)
    if card.surroundings.page:
        yield original_button(card.citation, card.surroundings.page, card.catalogue)


def _also(card: ProvisionCard) -> Iterator[Button]:
    """Offer provisions of other acts on the same matter."""
    later = (card.answer.later,) if card.answer.later else ()
    also = (*later, *card.answer.also)[:MAX_ALSO]
    names = names_of_acts(also)
    for citation in also:
        yield Button(names[citation.document], tap_on(Action.SHOW, card.answer.language, citation))


def _beside(card: ProvisionCard) -> Iterator[Button]:
    """Offer to turn to the previous and next provisions, in the same message."""
    for label, reference in (
        (mark("◀ Anterior"), card.surroundings.previous),
        (mark("Siguiente ▶"), card.surroundings.next),
    ):
        if reference:
            yield card.button(label, Action.TURN, card.citation.model_copy(update={"reference": reference}))


def _opinion(card: ProvisionCard) -> Iterator[Button]:
    """Ask whether the answer helped."""
    yield from opinion_buttons(card.citation, card.answer.language)


ROWS: tuple[Callable[[ProvisionCard], Iterator[Button]], ...] = (_text, _onward, _also, _beside, _opinion)
"""The rows of buttons under a provision, top to bottom; empty rows are left out."""
