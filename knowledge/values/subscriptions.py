"""Which chats want reminders, for which parties, how long before and at what time."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowledge.values.base import Value

DAYS_BEFORE = (30, 7, 1, 0)
"""How many days ahead a reminder may be due."""

EARLY = time(7)
"""The time of reminders unless a chat chose another."""


class Subscription(Value):
    """What one chat wants to be told, and up to which day it has been told.

    `parties` are canonical names; none means all of the forum. `at` is a time of the day in `zone`.
    `told` is the last day whose reminders are settled. `tried` is a later one whose message may have gone
    out, or not: the program or the network failed before that was known. `tried_again` is the day of a second
    message with unknown outcome; days in both are given up, and the rest has been tried once.
    """

    chat_id: int
    thread_id: int | None = None
    language: str
    parties: tuple[str, ...] = ()
    days_before: tuple[int, ...] = DAYS_BEFORE
    at: time = EARLY
    zone: str
    told: date
    tried: date | None = None
    tried_again: date | None = None

    def today(self, now: datetime) -> date:
        """Return the current day in the chat's zone."""
        return now.astimezone(ZoneInfo(self.zone)).date()

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time for reminders of days that have begun since the last."""
        here = now.astimezone(ZoneInfo(self.zone))
        return here.date() > self.told and here.time() >= self.at

    def starting(self, now: datetime) -> "Subscription":
        """Return it as of a moment, with the first reminders at the next time of day that they come."""
        here = now.astimezone(ZoneInfo(self.zone))
        has_come = here.time() >= self.at
        return self.finished(here.date() if has_come else here.date() - timedelta(days=1))

    def settled(self) -> "Subscription":
        """Return it with days that were tried twice given up."""
        if self.tried is None or self.tried_again is None:
            return self
        first, last = sorted((self.tried, self.tried_again))
        return self.model_copy(
            update={"told": first, "tried": last if last > first else None, "tried_again": None}
        )

    def trying(self, day: date) -> "Subscription":
        """Return it, already settled, as a message with the reminders up to a day is about to be sent."""
        return self.model_copy(update={"tried_again" if self.tried else "tried": day})

    def finished(self, day: date) -> "Subscription":
        """Return it with everything up to a day told."""
        return self.model_copy(update={"told": day, "tried": None, "tried_again": None})


class Reminder(NamedTuple):
    """The day when a reminder was due, and whether it is late or may come a second time."""

    day: date
    is_delayed: bool


def reminder_of(day: date, wanted: Subscription, today: date) -> Reminder | None:
    """Return the reminder of a day that became due since the last ones, or None; the last of several."""
    due = [day - timedelta(days=before) for before in wanted.days_before]
    fallen = max((each for each in due if wanted.told < each <= today), default=None)
    if fallen is None:
        return None
    may_have_come = wanted.tried is not None and fallen <= wanted.tried
    return Reminder(fallen, is_delayed=fallen < today or may_have_come)
