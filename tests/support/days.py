"""Sweeps for reminders on given days."""

from datetime import UTC, date, datetime, time

from handlers.context import App, Context
from handlers.reminders.sweep import Sweeper
from standin import Message, Person
from tests.support.clock import Clock

DUE = date(2017, 7, 15)
"""The deadline of conclusion 16.a, which binds all members."""


class Days:
    """Sweeps for reminders on given days, and returns a person's messages."""

    def __init__(self, application: App, person: Person, clock: Clock) -> None:
        self._application = application
        self._person = person
        self._clock = clock
        self._sweeper = Sweeper()
        self.context = Context(application)

    def restart(self) -> None:
        self._sweeper = Sweeper()

    def seconds_since(self, day: date, hour: int = 18) -> float:
        """Return the seconds since an hour of a day, UTC."""
        return self._clock.now - datetime.combine(day, time(hour), UTC).timestamp()

    async def sweep(self, day: date, hour: int = 18, minute: int = 0) -> list[Message]:
        """Sweep at a time of a day, UTC, and return the messages sent."""
        moment = datetime.combine(day, time(hour, minute), UTC)
        self._clock.now = moment.timestamp()
        before = len(self._person.inbox)
        await self._sweeper.sweep(self.context)
        return self._person.inbox[before:]
