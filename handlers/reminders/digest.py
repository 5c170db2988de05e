"""The daily digest: what is due in some days, and delayed reminders."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from handlers.callbacks import Form, PageTap
from handlers.catalogue import Catalogue
from handlers.lists.listing import openers, render_entries
from handlers.markup import bold, italic
from handlers.messages import Button, Message
from handlers.services import Services
from knowledge.values.answers import Answer, Finding, Outcome
from knowledge.values.dated import Dated
from knowledge.values.notices import Notice, counted, mark, mark_plural, notice
from knowledge.values.questions import Overview, OverviewKind, Period, QuestionKind
from knowledge.values.subscriptions import Reminder, Subscription, reminder_of
from knowledge.values.tracking import Fulfilment

MAX_ENTRIES = 6
"""Entries that surely fit into one message; a list holds the others."""

_TITLE = mark("Avisos · {day}")
_IN_DAYS = mark_plural("En {number} día", "En {number} días")
_SINCE = mark_plural("Hace {number} día", "Hace {number} días")
_TODAY = notice(mark("Hoy"))
_TOMORROW = notice(mark("Mañana"))
_DELAYED = mark("{when} (demorado)")
_MORE = mark("… y {number} más.")


def write_digest(services: Services, wanted: Subscription, language: str, today: date) -> Message | None:
    """Write a chat's reminders as of a day, or return None if there are none."""
    reminded = tuple(_reminded(services, wanted, today))
    if not reminded:
        return None
    catalogue = services.catalogues[language]
    findings = [
        each.finding.model_copy(update={"heading": _heading(each.start, reminder, today)})
        for each, reminder in reminded[:MAX_ENTRIES]
    ]
    several_acts = len(services.base.documents()) > 1
    blocks = [
        bold(catalogue.text(_TITLE, day=today)),
        *render_entries(findings, catalogue, today, several_acts=several_acts),
    ]
    if left := len(reminded) - len(findings):
        blocks.append(italic(catalogue.text(_MORE, number=left)))
    shown = _as_answer(findings, language)
    rows = (*openers(shown, several_acts=several_acts), _all(wanted, catalogue))
    return Message("\n\n".join(blocks), rows)


def next_days(services: Services, wanted: Subscription, today: date, count: int) -> tuple[Dated, ...]:
    """List the next deadlines and events in a chat's subscription."""
    coming = services.base.agenda(wanted.parties, period=Period(start=today))
    return tuple(each for each in coming if each.start >= today and not _is_done(each))[:count]


def _reminded(services: Services, wanted: Subscription, today: date) -> Iterator[tuple[Dated, Reminder]]:
    """Yield the reminders to send now: those on time before delayed ones, soonest first."""
    farthest = today + timedelta(days=max(wanted.days_before, default=0))
    coming = services.base.agenda(wanted.parties, period=Period(start=wanted.told, end=farthest))
    found = [
        (each, reminder)
        for each in coming
        if not _is_done(each) and (reminder := reminder_of(each.start, wanted, today))
    ]
    return iter(sorted(found, key=lambda each: each[1].is_delayed))


def _is_done(dated: Dated) -> bool:
    """Tell whether the commitment is done, so that no reminder is needed."""
    tracked = dated.finding.tracked
    return bool(tracked) and all(each.fulfilment is Fulfilment.DONE for each in tracked)


def _heading(day: date, reminder: Reminder, today: date) -> Notice:
    days = (day - today).days
    if days in {0, 1}:
        when = _TODAY if days == 0 else _TOMORROW
    else:
        when = counted(_IN_DAYS if days > 0 else _SINCE, abs(days))
    return notice(_DELAYED, when=when) if reminder.is_delayed else when


def _as_answer(findings: Sequence[Finding], language: str) -> Answer:
    return Answer(
        question="",
        language=language,
        outcome=Outcome.FOUND,
        kind=QuestionKind.LIST,
        findings=tuple(findings),
    )


def _all(wanted: Subscription, catalogue: Catalogue) -> tuple[Button, ...]:
    """Offer the list of all deadlines, or those of a single party."""
    party = wanted.parties[0] if len(wanted.parties) == 1 else None
    overview = Overview(kind=OverviewKind.DEADLINES, party=party)
    return (
        Button(
            catalogue.text(mark("Todos los plazos")), str(PageTap(catalogue.language, overview, Form.OPEN))
        ),
    )
