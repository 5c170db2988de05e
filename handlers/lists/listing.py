"""Turn an overview into a message: short entries under headings, buttons that open them and turn pages."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from textwrap import shorten

from handlers.answers.acts import names_of_acts, names_of_meetings
from handlers.answers.statuses import render_statuses
from handlers.callbacks import Action, PageTap, Tap
from handlers.catalogue import Catalogue
from handlers.lists.filters import filters
from handlers.markup import bold, escape, italic, on_day, quotation
from handlers.messages import Button, Keyboard, Message, fill_messages
from knowledge.values.acts import Deadline, Event, Precision
from knowledge.values.answers import Answer, Citation, Finding
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind, QuestionKind, Stage
from knowledge.values.references import Section

EVENT_NAME = 120
"""Characters of an event's name; the quotation has all of it."""

MEETINGS_IN_A_ROW = 3

SHORT_LABEL = 8
"""Characters of a label such that five fit in a row."""

# Telegram accepts days from 1970 on, and up to 1098 days ahead; the margin allows for differing clocks.
_FIRST_DAY_TOLD, _LAST_DAY_TOLD = date(1970, 1, 2), timedelta(days=1096)

EXCERPT = 350
"""Characters of a quotation that stand in a list; the entry's button shows all of it."""


def render_overview(
    answer: Answer, overview: Overview, catalogue: Catalogue, today: date, *, several_acts: bool
) -> list[Message]:
    """Render one page of an overview; if `several_acts` are loaded, every entry names its meeting."""
    title, *limits = map(catalogue.notice, answer.lead)
    lead = "\n".join([bold(title), *map(escape, limits)])
    left_out = [
        italic(catalogue.notice(offer.label))
        for offer in answer.offers
        if offer.overview.stage is Stage.OVER and not (overview.stage or overview.is_limited)
    ]
    blocks = [lead, *_entries(answer, catalogue, today, several_acts=several_acts), *left_out]
    rows = (
        *openers(answer, several_acts=several_acts),
        _pager(answer, overview),
        *_offers(answer, overview, catalogue),
        tuple(filters(overview, catalogue, several_acts=several_acts)),
    )
    return fill_messages(blocks, tuple(row for row in rows if row))


def render_deadline(finding: Finding, deadline: Deadline, catalogue: Catalogue, today: date) -> str:
    """Render a deadline and its distance; a day that was only inferred comes after the act's words."""
    if deadline.end and "deadline.end" in finding.inferred:
        said = mark("Plazo: «{words}» (se deduce: {day})")
        return escape(catalogue.text(said, words=deadline.text or "", day=deadline.end))
    is_all_year = deadline.precision is Precision.YEAR and deadline.start is not None
    if deadline.end is None or is_all_year or deadline.precision is Precision.RECURRING:  # no countdown
        return bold(catalogue.deadline(deadline))
    until = bold(catalogue.deadline(deadline))
    if deadline.precision is Precision.DAY:
        until = _dated(until, deadline.end, today)
    return f"{until} · {escape(catalogue.distance(deadline.end, today))}"


def render_entries(
    findings: Iterable[Finding], catalogue: Catalogue, today: date, *, several_acts: bool
) -> Iterator[str]:
    """Render entries, grouped under their headings."""
    heading = None
    for finding in findings:
        lines = list(_entry(finding, catalogue, today))
        lines[:0] = render_statuses(finding, catalogue, brief=True)
        cited = [bold(catalogue.provision(finding.citation))]
        if finding.responsible:
            cited.append(escape(catalogue.parties(finding.responsible)))
        if several_acts:
            cited.append(escape(catalogue.meeting(finding.citation.meeting)))
        if finding.heading and finding.heading != heading:
            heading = finding.heading
            lines.insert(0, f"— <u>{escape(catalogue.notice(heading))}</u>")
        yield "\n".join([*lines, " · ".join(cited)])


def render_listed(answer: Answer, catalogue: Catalogue, today: date) -> Iterator[str]:
    """Render the findings of several acts under headings, in an answer without an overview."""
    if answer.kind is QuestionKind.MEETING:
        return _meetings(answer.findings, catalogue)
    plain = (each.model_copy(update={"event": None, "deadline": None}) for each in answer.findings)
    return render_entries(plain, catalogue, today, several_acts=True)


def _entries(answer: Answer, catalogue: Catalogue, today: date, *, several_acts: bool) -> Iterator[str]:
    if answer.overview and answer.overview.kind is OverviewKind.MEETINGS:
        return _meetings(answer.findings, catalogue)
    return render_entries(answer.findings, catalogue, today, several_acts=several_acts)


def _meetings(findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[str]:
    """Yield the meetings of each year in a block, a line each."""
    for heading, of_year in groupby(findings, key=lambda each: each.heading):
        lines = [f"• {escape(catalogue.meeting(each.citation.meeting))}" for each in of_year]
        yield "\n".join([bold(catalogue.notice(heading)), *lines] if heading else lines)


def _entry(finding: Finding, catalogue: Catalogue, today: date) -> Iterator[str]:
    if finding.event:
        yield from render_event(finding.event, catalogue, today)
        if finding.event.name:
            return
    elif finding.deadline:
        yield render_deadline(finding, finding.deadline, catalogue, today)
    quote = finding.quote
    if len(quote) > EXCERPT:
        quote = quote[: quote.rfind(" ", 0, EXCERPT)] + " …"
    yield quotation(quote)


def render_event(event: Event, catalogue: Catalogue, today: date, *, by_place: bool = False) -> Iterator[str]:
    """Render the time and place of an event (place first if `by_place`), and its name."""
    day = event.start if event.precision is Precision.DAY and "year" not in event.inferred else None
    told = ((catalogue.event_time(event), day), (event.place, None))
    parts = [(part, of_day) for part, of_day in (reversed(told) if by_place else told) if part]
    if parts:
        (opening, of_day), *rest = parts
        shown = [_dated(bold(opening), of_day, today)]
        yield " · ".join([*shown, *(_dated(escape(part), of_day, today) for part, of_day in rest)])
    if event.name:
        yield escape(shorten(event.name, EVENT_NAME, placeholder="…"))


def _dated(markup: str, day: date | None, today: date) -> str:
    """Tag markup with its day for the reader's app, if there is one within Telegram's limits."""
    told = day and _FIRST_DAY_TOLD <= day <= today + _LAST_DAY_TOLD
    return on_day(markup, day) if day and told else markup


def openers(answer: Answer, *, several_acts: bool) -> Keyboard:
    """Return a button for each entry, with its act if there are several."""
    cards = answer.overview is not None and answer.overview.kind is OverviewKind.MEETINGS
    action = Action.CARD if cards else Action.SHOW
    shown = dict.fromkeys(finding.citation for finding in answer.findings)
    names = names_of_meetings(shown) if cards else names_of_acts(shown) if several_acts else {}
    buttons = tuple(
        Button(
            names[citation.document] if cards else _label(citation, names.get(citation.document)),
            str(Tap(action, answer.language, citation.document, citation.reference)),
        )
        for citation in shown
    )
    longest = max((len(button.label) for button in buttons), default=0)
    in_a_row = MEETINGS_IN_A_ROW if cards or longest > SHORT_LABEL else len(buttons) or 1
    return tuple(buttons[start : start + in_a_row] for start in range(0, len(buttons), in_a_row))


def _offers(answer: Answer, overview: Overview, catalogue: Catalogue) -> Iterator[tuple[Button, ...]]:
    """Yield the stages of the list in one row, and each other list in a row of its own."""
    stages: list[Button] = []
    others: list[Button] = []
    for offer in answer.offers:
        same = {"stage": overview.stage, "page": overview.page}
        row = stages if offer.overview.model_copy(update=same) == overview else others
        row.append(Button(catalogue.notice(offer.label), str(PageTap(answer.language, offer.overview))))
    yield tuple(stages)
    yield from ((button,) for button in others)


def _label(citation: Citation, act: str | None) -> str:
    reference = str(citation.reference).removeprefix(Section.CONCLUSION)
    if act and act.isdecimal():
        return f"{reference} ’{act[-2:]}"  # five of these fit in a row
    return f"{reference} · {act}" if act else reference


def _pager(answer: Answer, overview: Overview) -> tuple[Button, ...]:
    """Return buttons to the first, the previous, this, the next and the last page."""
    here, last = overview.page, answer.pages
    if last == 1:
        return ()
    turns = (
        ("⏮ 1", 1, here > 2),  # noqa: PLR2004
        (f"◀ {here - 1}", here - 1, here > 1),
        (f"· {here}/{last} ·", here, True),
        (f"{here + 1} ▶", here + 1, here < last),
        (f"{last} ⏭", last, here < last - 1),
    )
    return tuple(
        Button(label, str(PageTap(answer.language, overview.model_copy(update={"page": page}))))
        for label, page, leads_on in turns
        if leads_on
    )
