"""Officers' commands exist for officers only: by number, alone with the bot, in their own new words."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from telegram.constants import ChatID

from handlers.command import Command
from handlers.commands import COMMANDS
from handlers.desk.officers import Role
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from standin import Message
from standin.entities import FormattedText, finish
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat

UNKNOWN = "No conozco esa orden. /ayuda las explica todas."
OFFICIAL = [pytest.param(command, id=command.name("es")) for command in COMMANDS if command.role]

Way = Callable[[Chat, str], Awaitable[list[Message]]]
"""Sends a command in some way, and returns what the bot said to it."""


async def in_a_group(chat: Chat, text: str) -> list[Message]:
    admin = chat.person(ADMIN)
    group = chat.standin.group("Delegados", [admin])
    return await chat.ask(admin, text, group=group)


async def to_the_bot_in_a_group(chat: Chat, text: str) -> list[Message]:
    return await in_a_group(chat, f"{text}@AcuerdosBot")


async def forwarded(chat: Chat, text: str) -> list[Message]:
    admin, other = chat.person(ADMIN), chat.person(7)
    admin.forwards(other.writes(text))
    await chat.settle()
    return admin.inbox


async def by_way_of_a_bot(chat: Chat, text: str) -> list[Message]:
    admin = chat.person(ADMIN)
    message = admin._compose(None, finish(FormattedText(text)))
    message.via_bot = chat.standin.person(55, "Otro", username="otro_bot", is_bot=True).user
    with chat.standin.world.changed:
        admin._sends(message)
    await chat.settle()
    return admin.inbox


async def by_editing(chat: Chat, text: str) -> list[Message]:
    admin = chat.person(ADMIN)
    greeting = admin.writes("gracias")
    await chat.settle()
    before = len(admin.inbox)
    admin.edits(greeting, text)
    await chat.settle()
    return admin.inbox[before:]


async def as_an_anonymous_group_admin(chat: Chat, text: str) -> list[Message]:
    return await chat.ask(chat.person(ChatID.ANONYMOUS_ADMIN), text)


async def as_telegram_itself(chat: Chat, text: str) -> list[Message]:
    return await chat.ask(chat.person(ChatID.SERVICE_CHAT), text)


async def under_the_same_username(chat: Chat, text: str) -> list[Message]:
    chat.standin.person(ADMIN, "Ana", "es", username="secretaria")
    return await chat.ask(chat.standin.person(7, "Ana", "es", username="Secretaria"), text)


async def as_anybody(chat: Chat, text: str) -> list[Message]:
    return await chat.ask(chat.person(7), text)


WAYS = [
    in_a_group,
    to_the_bot_in_a_group,
    forwarded,
    by_way_of_a_bot,
    by_editing,
    as_an_anonymous_group_admin,
    as_telegram_itself,
    under_the_same_username,
    as_anybody,
]


def let(chat: Chat, services: Services, *, admins: frozenset[int], editors: frozenset[int]) -> None:
    """Restart the bot with other officers in its settings."""
    chat.application.bot_data["services"] = replace(services, admins=admins, editors=editors)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", OFFICIAL)
async def test_the_command_does_not_exist(chat: Chat, services: Services, command: Command, way: Way) -> None:
    nobody = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT})
    let(chat, services, admins=nobody | {ADMIN}, editors=nobody | {EDITOR})

    said = await way(chat, f"/{command.name('es')}")

    if way in (by_editing, by_way_of_a_bot):  # nobody tells the bot anything that way
        assert [answer.text for answer in said if answer.text != UNKNOWN] == []
    else:
        expected = [] if way is in_a_group else [UNKNOWN]  # as to any other command, see the near misses
        assert [answer.text for answer in said] == expected
        assert AuditTrail(services.state).refusals(TODAY)[command.name("en")] >= 1
    assert AuditTrail(services.state).count() == 0


@pytest.mark.parametrize("command", OFFICIAL)
@pytest.mark.parametrize("language", ["es", "en"])
async def test_the_command_exists_for_its_role_and_those_above(
    chat: Chat, command: Command, language: str
) -> None:
    written = f"/{command.name(language)}"
    to_editor = await chat.ask(chat.person(EDITOR), written)
    to_admin = await chat.ask(chat.person(ADMIN), written)

    assert to_admin[0].text != UNKNOWN
    assert (to_editor[0].text == UNKNOWN) == (command.role is Role.ADMIN)


@pytest.mark.parametrize("command", OFFICIAL)
async def test_without_officers_it_exists_for_nobody(
    chat: Chat, services: Services, command: Command
) -> None:
    let(chat, services, admins=frozenset(), editors=frozenset())

    (answer,) = await chat.ask(chat.person(ADMIN), f"/{command.name('es')}")

    assert answer.text == UNKNOWN


@pytest.mark.parametrize(
    ("command", "label"),
    [
        pytest.param("/auditoria", "Deshacer 1", id="audit"),
        pytest.param("/respaldo", "Enviarme el archivo", id="backup"),
    ],
)
async def test_a_button_gives_no_role_that_was_lost(
    chat: Chat, services: Services, command: str, label: str
) -> None:
    admin = chat.person(ADMIN)
    await chat.ask(admin, "/cumplida 24")
    await chat.ask(admin, command)
    before = AuditTrail(services.state).count()
    let(chat, services, admins=frozenset(), editors=frozenset())

    tap = await chat.tap(admin, label)

    assert "ya no es válido" in tap.text
    assert AuditTrail(services.state).count() == before


async def test_a_button_under_a_forwarded_message_does_nothing_for_others(
    chat: Chat, services: Services
) -> None:
    admin, other = chat.person(ADMIN), chat.person(7)
    await chat.ask(admin, "/cumplida 24")
    (told,) = await chat.ask(admin, "/auditoria")
    data = told.button("Deshacer 1").data
    assert data
    copy = other.forwards(told)
    await chat.settle()

    tap = other.taps_data(data, copy)
    await chat.settle()

    assert "ya no es válido" in tap.text
    assert len(services.base.tracker.statuses.done()) == 1
