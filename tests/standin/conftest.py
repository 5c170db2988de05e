"""Fixtures: a bot that calls the stand-in, Ana, and a message to her."""

import pytest

from standin import Message, Person, Standin
from tests.support.bot_calls import BotCalls

YES = {"inline_keyboard": [[{"text": "Sí", "callback_data": "yes"}]]}


@pytest.fixture
def calls(standin: Standin) -> BotCalls:
    return BotCalls(standin)


@pytest.fixture
def ana(standin: Standin) -> Person:
    """Give a person who has written to the bot; the bot has heard it."""
    person = standin.person(7, "Ana")
    person.writes("/start")
    standin.take_updates()
    return person


@pytest.fixture
def message(calls: BotCalls, ana: Person) -> Message:
    """Give a message of the bot to Ana: a bold "a" and the button «Sí»."""
    given = {"chat_id": ana.id, "text": "<b>a</b>", "parse_mode": "HTML", "reply_markup": YES}
    calls.result("sendMessage", given)
    return ana.inbox[0]
