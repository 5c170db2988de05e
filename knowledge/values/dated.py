"""What falls due or takes place on known days, with the provision that says so."""

from datetime import date
from enum import StrEnum

from knowledge.values.acts import Precision
from knowledge.values.answers import Finding
from knowledge.values.base import Value

_TOO_VAGUE = frozenset(
    {Precision.QUARTER, Precision.HALF, Precision.YEAR, Precision.RECURRING, Precision.NONE}
)
"""Precisions that leave open when to go to an event; by when to have done something they do say."""


class DatedKind(StrEnum):
    """Whether it is to be done by a day, or takes place on it."""

    DEADLINE = "deadline"
    EVENT = "event"


class Dated(Value):
    """A deadline or an event; `name` tells it apart in its provision: `commitment`, `event-2`.

    `start` is the first day of an event, and the last day of a deadline, which has no other.
    """

    kind: DatedKind
    name: str
    finding: Finding
    start: date
    end: date

    @property
    def uid(self) -> str:
        """Name that stays the same for as long as the act does: `grcm-2017-06-san-salvador#C24-event`."""
        return f"{self.finding.citation.key}-{self.name}"


def days_of(finding: Finding) -> tuple[DatedKind, date, date] | None:
    """Return what kind of days a finding names, the first and the last of them, or None if it names none."""
    event, deadline = finding.event, finding.deadline
    if event and event.start and event.precision not in _TOO_VAGUE:
        return DatedKind.EVENT, event.start, event.end or event.start
    if deadline and deadline.end and deadline.precision is not Precision.RECURRING:
        return DatedKind.DEADLINE, deadline.end, deadline.end
    return None
