"""Turn an overview into a message: short entries under headings, buttons that open them and turn pages."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from handlers.callbacks import Action, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.markup import bold, escape, quotation
from handlers.messages import Button, Message, fill_messages
from knowledge.values.acts import Deadline, Event, Precision
from knowledge.values.answers import Answer, Finding
from knowledge.values.notices import mark
from knowledge.values.questions import Overview
from knowledge.values.references import Section

EVENT_NAME = 120
"""Characters of an event's name; the quotation has all of it."""

EXCERPT = 350
"""Characters of a quotation that stand in a list; the entry's button shows all of it."""


def render_overview(answer: Answer, overview: Overview, catalogue: Catalogue, today: date) -> list[Message]:
    """Render one page of an overview."""
    lead = "\n".join(bold(catalogue.notice(notice)) for notice in answer.lead)
    blocks = [lead, *_entries(answer, catalogue, today)]
    return fill_messages(blocks, tuple(row for row in (_openers(answer), _pager(answer, overview)) if row))


def render_deadline(finding: Finding, deadline: Deadline, catalogue: Catalogue, today: date) -> str:
    """Say by when, and how far away that is; a day that was only deduced as such, after the act's words."""
    if deadline.end and "deadline.end" in finding.inferred:
        said = mark("Plazo: «{words}» (se deduce: {day})")
        return escape(catalogue.text(said, words=deadline.text or "", day=deadline.end))
    if deadline.end is None or deadline.precision in {Precision.YEAR, Precision.RECURRING}:  # no countdown
        return bold(catalogue.deadline(deadline))
    return f"{bold(catalogue.deadline(deadline))} · {escape(catalogue.distance(deadline.end, today))}"


def _entries(answer: Answer, catalogue: Catalogue, today: date) -> Iterator[str]:
    several_acts = len({finding.citation.document for finding in answer.findings}) > 1
    heading = None
    for finding in answer.findings:
        lines = list(_entry(finding, catalogue, today))
        cited = [bold(catalogue.reference(finding.citation.reference))]
        if finding.responsible:
            cited.append(escape(catalogue.parties(finding.responsible)))
        if several_acts:
            cited.append(escape(catalogue.meeting(finding.citation.meeting)))
        if finding.heading and finding.heading != heading:
            heading = finding.heading
            lines.insert(0, f"— <u>{escape(catalogue.notice(heading))}</u>")
        yield "\n".join([*lines, " · ".join(cited)])


def _entry(finding: Finding, catalogue: Catalogue, today: date) -> Iterator[str]:
    if finding.event:
        yield from render_event(finding.event, catalogue)
        if finding.event.name:
            return
    elif finding.deadline:
        yield render_deadline(finding, finding.deadline, catalogue, today)
    quote = finding.quote
    if len(quote) > EXCERPT:
        quote = quote[: quote.rfind(" ", 0, EXCERPT)] + " …"
    yield quotation(quote)


def render_event(event: Event, catalogue: Catalogue, *, by_place: bool = False) -> Iterator[str]:
    """Say when and where an event is, or where and when `by_place`, and its name."""
    when = catalogue.event_time(event)
    parts = [part for part in ((event.place, when) if by_place else (when, event.place)) if part]
    if parts:
        yield " · ".join([bold(parts[0]), *map(escape, parts[1:])])
    if event.name:
        yield escape(shorten(event.name, EVENT_NAME, placeholder="…"))


def _openers(answer: Answer) -> tuple[Button, ...]:
    shown = dict.fromkeys(finding.citation for finding in answer.findings)
    return tuple(
        Button(
            str(citation.reference).removeprefix(Section.CONCLUSION),
            str(Tap(Action.SHOW, answer.language, citation.document, citation.reference)),
        )
        for citation in shown
    )


def _pager(answer: Answer, overview: Overview) -> tuple[Button, ...]:
    here, last = overview.page, answer.pages
    turns = ((f"◀ {here - 1}/{last}", here - 1), (f"{here + 1}/{last} ▶", here + 1))
    return tuple(
        Button(label, str(PageTap(answer.language, overview.model_copy(update={"page": page}))))
        for label, page in turns
        if 1 <= page <= last
    )
