"""The buttons of all features: told apart, and safe against whatever comes back instead of their data."""

import re
from collections.abc import Iterator

import pytest

from handlers.manners import SECONDS
from handlers.registration import TAPS
from standin import Message, Person
from tests.conftest import ADMIN
from tests.support.chat import Chat

MANY_BUTTONS = (
    *("/start", "/ayuda", "/avisos Panamá", "/pendientes", "/pais", "/pais Panamá", "/eventos", "/reunion"),
    *("/actas", "/mi_pais", "/idioma", "/conclusion 18a", "¿Qué talleres hay?", "¿Quién trae el café?"),
    *("/pendiente México", "/borrar_mis_datos", "/cumplida 24", "/auditoria", "/estado", "/corregir 16a"),
)
"""What an officer asks for to see buttons of nearly all features."""


def test_the_buttons_of_no_two_features_look_alike() -> None:
    beginnings = [pattern.lstrip("^").partition(":")[0] for pattern in patterns()]

    assert len(TAPS) == len(set(TAPS.values()))
    assert sorted(beginnings) == sorted(set(beginnings))


def patterns() -> list[str]:
    return [pattern if isinstance(pattern, str) else pattern.pattern for pattern in TAPS]


@pytest.mark.parametrize("user", [pytest.param(ADMIN, id="admin"), pytest.param(7, id="delegate")])
async def test_invented_data_of_any_feature_is_refused(
    chat: Chat, caplog: pytest.LogCaptureFixture, user: int
) -> None:
    person = chat.person(user)
    (welcome,) = await chat.ask(person, "/start")
    begun = [re.match(r"\w+", pattern.lstrip("^")) for pattern in patterns()]
    for rest in ("", ":", ":x", ":es", ":::::::", ":²", ":' OR 1=1; --", ":🙂", ":../../etc"):
        for beginning in filter(None, begun):
            await tap(chat, person, f"{beginning[0]}{rest}", welcome)
    assert errors(caplog) == []


async def test_data_that_was_cut_short_is_no_error(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    admin = chat.person(ADMIN)
    for text in MANY_BUTTONS:
        await chat.ask(admin, text)
    buttons = list(data_of(admin.inbox))
    for message, data in buttons:
        for cut in (data[:-1], data[: len(data) // 2]):
            await tap(chat, admin, cut, message)
    assert len({data.partition(":")[0] for _, data in buttons}) >= len(TAPS) // 2
    assert errors(caplog) == []


async def tap(chat: Chat, person: Person, data: str, on: Message) -> None:
    """Press a button with some data, and see that Telegram is answered."""
    chat.wait(SECONDS)  # nobody is told to slow down
    pressed = person.taps_data(data, on)
    await chat.settle()
    assert pressed.is_answered, data


def data_of(messages: list[Message]) -> Iterator[tuple[Message, str]]:
    seen = set()
    for message in messages:
        for button in (button for row in message.buttons for button in row):
            if button.data and button.data not in seen:
                seen.add(button.data)
                yield message, button.data


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
