"""/recargar: for admins, alone with the bot, in their own words; a faulty act changes nothing."""

from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from tests.conftest import ADMIN, TODAY
from tests.support.chat import Chat

UNKNOWN = "No conozco esa orden"
FAULTY = "Esto no es un acta."


async def test_an_admin_reloads_and_is_told_what_was_loaded(chat: Chat, services: Services) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert answer.text.startswith("Base recargada: 1 acta")
    assert [entry.outcome for entry in AuditTrail(services.state).entries(5)] == ["done"]


async def test_for_anyone_else_the_command_does_not_exist(chat: Chat, services: Services) -> None:
    (answer,) = await chat.ask(chat.person(7), "/recargar")
    assert answer.text.startswith(UNKNOWN)
    assert AuditTrail(services.state).refusals(TODAY) == {"reload": 1}


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


async def test_an_admin_teaches_a_word_and_it_is_understood_at_once(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    asked = "¿cuándo es el taller de integridad de la chuspa viajera?"
    (taught,) = await chat.ask(admin, "/sinonimo pasaporte | chuspa viajera")
    assert taught.text.startswith("Base recargada: ")
    (answer,) = await chat.ask(chat.person(7), asked)
    assert "Conclusión 24" in answer.text
    assert [entry.action for entry in AuditTrail(services.state).entries(1)] == ["synonyms"]


async def test_a_faulty_line_is_refused_and_not_kept(chat: Chat, data_folder: Path) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/sinónimo pasaporte")
    assert "thesaurus.txt, línea 1" in answer.text
    assert not (data_folder / "thesaurus.txt").exists()


async def test_words_are_taught_by_admins_only(chat: Chat, data_folder: Path) -> None:
    (answer,) = await chat.ask(chat.person(7), "/sinonimo pasaporte | libreta")
    assert answer.text.startswith(UNKNOWN)
    assert not (data_folder / "thesaurus.txt").exists()
