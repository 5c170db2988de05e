"""Write deadlines and events as an iCalendar file (RFC 5545), in one language."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from textwrap import shorten

from icalendar import Alarm, Calendar, Event
from icalendar.enums import STATUS, TRANSP

from handlers.answers.statuses import status
from handlers.catalogue import Catalogue
from knowledge.values.acts import EventStatus
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.notices import mark

SUMMARY = 120
"""Characters of a title; the description quotes the whole clause."""

_ALARMS = (timedelta(days=7), timedelta(days=1))
_NINE_IN_THE_MORNING = timedelta(hours=9)
_CALENDAR = "acuerdos"
_PRODUCT = "-//Acuerdos//Calendario"
_DEADLINE = mark("Plazo")
_MORE = "…"


def write_calendar(agenda: Iterable[Dated], catalogue: Catalogue, title: str, *, now: datetime) -> bytes:
    """Write a calendar of all-day entries; future ones have alarms a week and a day before."""
    calendar = Calendar.new(
        uid=_CALENDAR, name=title, prodid=_PRODUCT, language=catalogue.language, method="PUBLISH"
    )
    for each in agenda:
        calendar.add_component(_event(each, catalogue, now))
    content: bytes = calendar.to_ical()
    return content


def _event(each: Dated, catalogue: Catalogue, now: datetime) -> Event:
    summary = _summary(each, catalogue)
    told = each.finding.event
    is_proposed = told is not None and told.status is EventStatus.PROPOSED
    event = Event.new(
        uid=f"{each.uid}@acuerdos",
        stamp=now,
        start=each.start,
        end=each.end + timedelta(days=1),  # the first day after it
        summary=summary,
        description=_description(each, catalogue),
        location=told.place if told else None,
        categories=(catalogue.text(_DEADLINE if each.kind is DatedKind.DEADLINE else mark("Evento")),),
        status=STATUS.TENTATIVE if is_proposed else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,  # nobody is busy all day because of it
    )
    if each.start >= now.date() and not each.finding.is_done:
        for before in _ALARMS:
            event.add_component(_alarm(summary, before))
    return event


def _alarm(summary: str, before: timedelta) -> Alarm:
    alarm = Alarm.new(description=summary)
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = _NINE_IN_THE_MORNING - before
    return alarm


def _summary(each: Dated, catalogue: Catalogue) -> str:
    """Name an event, or say what is due and from whom: «Plazo · Países Miembros: remitir información»."""
    finding = each.finding
    if finding.event and finding.event.name:
        return shorten(finding.event.name, SUMMARY, placeholder=_MORE)
    who = f"{catalogue.parties(finding.responsible)}: " if finding.responsible else ""
    due = f"{catalogue.text(_DEADLINE)} · " if each.kind is DatedKind.DEADLINE else ""
    return shorten(f"{due}{who}{finding.action or finding.quote}", SUMMARY, placeholder=_MORE)


def _description(each: Dated, catalogue: Catalogue) -> str:
    finding = each.finding
    lines = [f"«{finding.quote}»", catalogue.citation(finding.citation)]
    if finding.event:
        lines.insert(0, catalogue.event_time(finding.event) or "")
    elif finding.deadline:
        lines.insert(0, catalogue.deadline(finding.deadline))
    lines += [status(tracked, catalogue) for tracked in finding.tracked]
    if {"deadline.year", "year"} & set(finding.inferred + (finding.event.inferred if finding.event else ())):
        lines.append(catalogue.text(mark("El año se deduce de la fecha de la reunión.")))
    return "\n".join(filter(None, lines))


def days_left(agenda: Iterable[Dated], today: date) -> tuple[Dated, ...]:
    """Return the entries that aren't past."""
    return tuple(each for each in agenda if each.end >= today)
