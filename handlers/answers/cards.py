"""Turn the card of a meeting into a message: the essentials, and buttons to the rest."""

from collections.abc import Iterator
from datetime import date

from handlers.callbacks import Action, Form, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.lists.listing import render_entries
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.provision_taps import original_button
from knowledge.values.answers import Answer, MeetingCard
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind
from knowledge.values.references import Reference, Section

_PREAMBLE = Reference(section=Section.PREAMBLE)
_DUE = mark("Plazos")


def render_card(answer: Answer, card: MeetingCard, catalogue: Catalogue, today: date) -> list[Message]:
    """Render the card of a meeting."""
    title, *lines = map(catalogue.notice, answer.lead)
    due = [finding for finding in answer.findings if finding.deadline or finding.event]
    blocks = ["\n".join([bold(title), *map(escape, lines), *_citation(answer, catalogue)])]
    if due:
        blocks.append(bold(catalogue.text(_DUE)))
        plain = (finding.model_copy(update={"heading": None}) for finding in due)
        blocks += render_entries(plain, catalogue, today, several_acts=False)
    rows = (
        tuple(_lists(answer, card, catalogue)),
        tuple(_beside(answer, card, catalogue)),
        tuple(_act(answer, card, catalogue)),
    )
    return fill_messages(blocks, tuple(row for row in rows if row))


def _citation(answer: Answer, catalogue: Catalogue) -> Iterator[str]:
    """Cite the preamble, which tells the date, place and participants."""
    for finding in answer.findings:
        if finding.citation.reference == _PREAMBLE:
            reference = bold(catalogue.reference(_PREAMBLE))
            yield f"{reference} · {escape(catalogue.meeting(finding.citation.meeting))}"


def _lists(answer: Answer, card: MeetingCard, catalogue: Catalogue) -> Iterator[Button]:
    """Yield buttons to the non-empty lists of a meeting."""
    lists = (
        (mark("Pendientes: {count}"), OverviewKind.PENDING, card.commitments),
        (mark("Plazos: {count}"), OverviewKind.DEADLINES, card.deadlines),
        (mark("Eventos: {count}"), OverviewKind.EVENTS, card.events),
    )
    for label, kind, count in lists:
        if count:
            overview = Overview(kind=kind, where=card.document)
            tap = PageTap(answer.language, overview, Form.OPEN)
            yield Button(catalogue.text(label, count=count), str(tap))


def _beside(answer: Answer, card: MeetingCard, catalogue: Catalogue) -> Iterator[Button]:
    """Yield buttons to the text of the preamble, and to the previous and next meetings."""
    taps = (
        (mark("◀ Reunión anterior"), Action.CARD, card.older),
        (mark("Encabezado"), Action.SHOW, _cited(answer)),
        (mark("Reunión siguiente ▶"), Action.CARD, card.newer),
    )
    for label, action, document in taps:
        if document:
            yield Button(catalogue.text(label), str(Tap(action, answer.language, document, _PREAMBLE)))


def _act(answer: Answer, card: MeetingCard, catalogue: Catalogue) -> Iterator[Button]:
    """Yield the button that sends the act."""
    for finding in answer.findings:
        if finding.citation.reference == _PREAMBLE and card.page:
            yield original_button(finding.citation, card.page, catalogue)


def _cited(answer: Answer) -> str | None:
    """Return the act whose preamble is cited, if it has one."""
    cited = (finding.citation for finding in answer.findings)
    return next((each.document for each in cited if each.reference == _PREAMBLE), None)
