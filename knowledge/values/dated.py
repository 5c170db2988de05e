"""Deadlines and events on known days, with the provision that sets them."""

from datetime import date
from enum import StrEnum

from knowledge.values.acts import Deadline, Event, Precision
from knowledge.values.answers import Finding
from knowledge.values.base import Value

_TOO_VAGUE = frozenset(
    {Precision.QUARTER, Precision.HALF, Precision.YEAR, Precision.RECURRING, Precision.NONE}
)
"""Precisions too vague to know when to go to an event; for a deadline, they are exact enough."""


class DatedKind(StrEnum):
    """Whether something is due by a day, or takes place on it."""

    DEADLINE = "deadline"
    EVENT = "event"


class Dated(Value):
    """A deadline or an event; `name` identifies it in its provision: `commitment`, `event-2`.

    `start` is the first day of an event, or the last day of a deadline, which has no other.
    """

    kind: DatedKind
    name: str
    finding: Finding
    start: date
    end: date

    @property
    def uid(self) -> str:
        """A name that stays the same as long as the act does: `grcm-2017-06-san-salvador#C24-event`."""
        return f"{self.finding.citation.key}-{self.name}"


Days = tuple[DatedKind, date, date]
"""The kind of days, and the first and the last of them."""


def days_of(finding: Finding) -> Days | None:
    """Return the days that a finding names, or None if it names none."""
    of_event = days_of_event(finding.event) if finding.event else None
    return of_event or (days_of_deadline(finding.deadline) if finding.deadline else None)


def days_of_event(event: Event) -> Days | None:
    """Return the days of an event, or None if they are unknown or too vague."""
    if event.start is None or event.precision in _TOO_VAGUE:
        return None
    return DatedKind.EVENT, event.start, event.end or event.start


def days_of_deadline(deadline: Deadline) -> Days | None:
    """Return the last day of a deadline, or None if it has none."""
    if deadline.end is None or deadline.precision is Precision.RECURRING:
        return None
    return DatedKind.DEADLINE, deadline.end, deadline.end
