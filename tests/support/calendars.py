"""Calendars read by a parser that shares no code with the library that writes them."""

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream


def read_calendar(content: bytes) -> Calendar:
    """Read a calendar as strictly as RFC 5545 asks; its lines must be folded at 75 octets, too."""
    assert max(map(len, content.split(b"\r\n"))) <= 75
    return IcsCalendarStream.calendar_from_ics(content.decode())
