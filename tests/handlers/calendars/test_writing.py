"""Calendars that are written: read back by another library, they say what the act says."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from handlers.calendars.writing import write_calendar
from handlers.services import Services
from knowledge.values.acts import EventStatus, Precision
from knowledge.values.answers import Citation, Finding
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.references import Reference
from tests.support.builders import make_event, make_meeting
from tests.support.calendars import read_calendar

NOW = datetime(2017, 7, 1, 12, tzinfo=UTC)


def write(services: Services, language: str = "es", *agenda: Dated, now: datetime = NOW) -> bytes:
    catalogue = services.catalogues[language]
    return write_calendar(agenda or services.base.agenda(), catalogue, "Calendario", now=now)


def make_workshop(**fields: Any) -> Dated:
    day = date(2017, 7, 17)
    defaults: dict[str, Any] = {"name": "Taller", "start": day, "precision": Precision.DAY}
    cited = Citation(
        document="grcm-2017-06-san-salvador", reference=Reference.parse("C24"), meeting=make_meeting()
    )
    finding = Finding(citation=cited, quote="El taller.", score=1.0, event=make_event(**defaults | fields))
    return Dated(kind=DatedKind.EVENT, name="event", finding=finding, start=day, end=day)


def test_days_have_no_hours_and_end_before_the_day_after(services: Services) -> None:
    events = {each.uid: each for each in read_calendar(write(services)).events}
    workshop = events["grcm-2017-06-san-salvador#C24-event@acuerdos"]
    due = events["grcm-2017-06-san-salvador#C16.a-commitment@acuerdos"]
    assert (workshop.dtstart, workshop.dtend) == (date(2017, 7, 17), date(2017, 7, 19))
    assert workshop.summary == "Taller sobre Integridad del Pasaporte"
    assert (due.dtstart, due.dtend) == (date(2017, 7, 15), date(2017, 7, 16))
    assert due.summary == (
        "Plazo · Países Miembros: remitir información sobre políticas públicas sobre mujer migrante"
    )
    assert "Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017" in (due.description or "")
    assert "El año se deduce" in (due.description or "")


def test_an_alarm_rings_at_nine_a_week_and_a_day_before(services: Services) -> None:
    (event,) = read_calendar(write(services, "es", make_workshop())).events
    triggers = [alarm.trigger for alarm in event.alarm]
    assert triggers == [timedelta(hours=9) - timedelta(days=7), timedelta(hours=9) - timedelta(days=1)]


def test_nothing_rings_for_what_is_over(services: Services) -> None:
    (event,) = read_calendar(
        write(services, "es", make_workshop(), now=datetime(2026, 1, 1, tzinfo=UTC))
    ).events
    assert event.alarm == []


@pytest.mark.parametrize(
    ("status", "written"),
    [
        pytest.param(EventStatus.SCHEDULED, "CONFIRMED", id="scheduled"),
        pytest.param(EventStatus.COMMITTED, "CONFIRMED", id="committed"),
        pytest.param(EventStatus.PROPOSED, "TENTATIVE", id="proposed"),
    ],
)
def test_the_status_tells_what_is_only_proposed(
    services: Services, status: EventStatus, written: str
) -> None:
    (event,) = read_calendar(write(services, "es", make_workshop(status=status))).events
    assert event.status == written


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        pytest.param("es", "Plazo · Países Miembros: remitir", id="spanish"),
        pytest.param("en", "Deadline · Member Countries: remitir", id="english"),
    ],
)
def test_a_calendar_is_written_in_the_reader_s_language(
    services: Services, language: str, summary: str
) -> None:
    calendar = read_calendar(write(services, language))
    assert any((event.summary or "").startswith(summary) for event in calendar.events)


def test_the_same_clock_writes_the_same_bytes(services: Services) -> None:
    assert write(services) == write(services)
    assert b"DTSTAMP:20170701T120000Z" in write(services)


def test_hostile_names_stay_text(services: Services) -> None:
    name = "Taller; uno, dos \\n\nEND:VEVENT\r\nBEGIN:VALARM «ñandú» " + "x" * 300
    calendar = read_calendar(write(services, "es", make_workshop(name=name)))
    assert len(calendar.events) == 1
    assert (calendar.events[0].summary or "").startswith(
        "Taller; uno, dos \\n END:VEVENT BEGIN:VALARM «ñandú»"
    )


def test_a_calendar_may_be_empty(services: Services) -> None:
    content = write_calendar((), services.catalogues["es"], "Calendario", now=NOW)
    assert read_calendar(content).events == []
