"""A person who subscribed to reminders of Panama, and days that pass."""

from datetime import UTC, datetime

import pytest

from handlers.context import App
from standin import Person
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.days import Days


@pytest.fixture
def ana(chat: Chat) -> Person:
    return chat.person()


@pytest.fixture
def days(application: App, ana: Person, clock: Clock) -> Days:
    clock.now = datetime(2017, 7, 1, 18, tzinfo=UTC).timestamp()
    return Days(application, ana, clock)


@pytest.fixture
async def subscribed(chat: Chat, ana: Person, days: Days) -> Days:
    await chat.ask(ana, "/avisos Panamá")
    return days
