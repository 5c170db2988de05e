"""/recargar: for admins, alone with the bot, in their own words; a faulty act changes nothing."""

from pathlib import Path

import pytest

from handlers.context import Services
from tests.conftest import ADMIN
from tests.support.chat import Chat

UNKNOWN = "No conozco esa orden"
FAULTY = "Esto no es un acta."


async def test_an_admin_reloads_and_is_told_what_was_loaded(chat: Chat, services: Services) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert answer.text.startswith("Base recargada: 1 acta")
    assert [entry.outcome for entry in services.state.audit(5)] == ["done"]


async def test_for_anyone_else_the_command_does_not_exist(chat: Chat, services: Services) -> None:
    (answer,) = await chat.ask(chat.person(7), "/recargar")
    assert answer.text.startswith(UNKNOWN)
    assert [(entry.user_id, entry.outcome) for entry in services.state.audit(5)] == [(7, "refused")]


async def test_an_admin_cannot_reload_from_a_group(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    group = chat.standin.group("Delegados", [admin])
    (answer,) = await chat.ask(admin, "/recargar", group=group)
    assert answer.text.startswith(UNKNOWN)


async def test_a_forwarded_command_is_not_the_admin_s_own(chat: Chat) -> None:
    admin, other = chat.person(ADMIN), chat.person(7)
    written = other.writes("/recargar")
    admin.forwards(written)
    await chat.ask(admin, "gracias")
    assert [message.text for message in admin.inbox if message.text.startswith("Base recargada")] == []


@pytest.mark.parametrize("name", ["acta.txt", "acta.pdf"])
async def test_a_faulty_act_is_named_and_the_old_base_goes_on_serving(
    chat: Chat, data_folder: Path, name: str
) -> None:
    (data_folder / "acts" / name).write_text(FAULTY, encoding="utf-8")
    admin = chat.person(ADMIN)
    (refusal,) = await chat.ask(admin, "/recargar")
    assert name in refusal.text
    (answer,) = await chat.ask(admin, "/conclusion 24")
    assert "Conclusión 24" in answer.text
