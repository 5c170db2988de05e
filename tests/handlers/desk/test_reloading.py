"""/recargar: for admins, alone with the bot, in their own words; a faulty act changes nothing."""

import asyncio
import os
import re
from pathlib import Path

import pytest
from telegram import Update

from handlers.services import Services
from knowledge.loading.golden import GoldenQuestion, add_golden
from knowledge.stores.audit import AuditTrail
from knowledge.stores.data_folder import DataFolder
from knowledge.values.references import Reference
from standin import bad_request, settle
from tests.conftest import ADMIN, TODAY
from tests.support.chat import Chat
from tests.support.disks import file_size_limited_to

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
    assert await chat.ask(admin, "/recargar", group=group) == []
    (answer,) = await chat.ask(admin, "/recargar@AcuerdosBot", group=group)
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


VERACRUZ = Path(__file__).parents[2] / "corpus" / "unseen" / "grcm-2010-04-veracruz.html"
BUILT_IN = "grcm-2017-06-san-salvador"


@pytest.mark.parametrize(
    ("language", "command", "came", "went"),
    [
        pytest.param("es", "/recargar", "Llega: GRCM, Veracruz", "Sale: GRCM, Veracruz", id="es"),
        pytest.param("en", "/reload", "Added: RCGM, Veracruz", "Gone: RCGM, Veracruz", id="en"),
    ],
)
async def test_a_reload_says_what_came_and_what_went(
    chat: Chat, data_folder: Path, language: str, command: str, came: str, went: str
) -> None:
    admin = chat.person(ADMIN, language)
    act = data_folder / "acts" / VERACRUZ.name
    act.write_bytes(VERACRUZ.read_bytes())
    (answer,) = await chat.ask(admin, command)
    assert came in answer.text
    act.unlink()
    (answer,) = await chat.ask(admin, command)
    assert went in answer.text


async def test_a_correction_that_came_is_told_by_reference(chat: Chat, data_folder: Path) -> None:
    review = "commitments:\n  - reference: C2.a\n    quote: invitar a los Países\n    responsible: [Canadá]\n"
    (data_folder / "acts" / f"{BUILT_IN}.review.yaml").write_text(review, encoding="utf-8")
    (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert "Cambia: GRCM, San Salvador, 20–22 jun 2017. Compromisos: ≠ C2.a." in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("es", "Peor: Ya no se contesta con C24 de grcm-2017-06-san-salvador: «", id="es"),
        pytest.param("en", "Worse: No longer answered by C24 of grcm-2017-06-san-salvador: “", id="en"),
    ],
)
async def test_a_reload_that_breaks_a_golden_question_says_so(
    chat: Chat, services: Services, data_folder: Path, language: str, said: str
) -> None:
    text = "¿Cuándo es el taller sobre integridad del pasaporte?"
    question = GoldenQuestion(text=text, document=BUILT_IN, reference=Reference.parse("C24"))
    add_golden(data_folder / "golden.yaml", question)
    admin = chat.person(ADMIN, language)
    (answer,) = await chat.ask(admin, "/recargar" if language == "es" else "/reload")
    assert said not in answer.text
    original = services.base.original(services.base.documents()[0])
    assert original
    other = re.sub(r"(?i)taller|integridad|pasaporte", "caja", original.read_text(encoding="utf-8"))
    (data_folder / "acts" / original.name).write_text(other, encoding="utf-8")
    (answer,) = await chat.ask(admin, "/recargar" if language == "es" else "/reload")
    assert f"❗ {said}{text}" in answer.text


@pytest.mark.parametrize(
    ("place", "content", "said"),
    [
        pytest.param(
            "golden.yaml", "- text: ¿Quién?\n", "golden.yaml, línea 1: falta «document»", id="golden"
        ),
        pytest.param(
            f"acts/{BUILT_IN}.review.yaml", "\ncomitments: []\n", "review.yaml, línea 2: ", id="corrections"
        ),
        pytest.param("thesaurus.txt", "pasaporte\n", "thesaurus.txt, línea 1", id="thesaurus"),
    ],
)
async def test_a_faulty_file_is_named_with_its_line_and_changes_nothing(
    chat: Chat, services: Services, data_folder: Path, place: str, content: str, said: str
) -> None:
    (data_folder / place).write_text(content, encoding="utf-8")
    before = services.base.edition
    (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert answer.text.startswith("No se cambió nada")
    assert said in answer.text
    assert services.base.edition == before
    assert [entry.outcome for entry in AuditTrail(services.state).entries(5)] == ["failed"]


async def test_a_second_reload_at_the_same_time_is_refused(chat: Chat, data_folder: Path) -> None:
    with DataFolder(data_folder).locked():
        (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert "otra carga en curso" in answer.text


async def test_a_reload_is_told_by_editing_one_message(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert answer.versions[0] == "Recargando…"
    assert answer.text.startswith("Base recargada")


async def test_a_message_that_was_deleted_meanwhile_is_sent_anew(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    chat.standin.fails("editMessageText", bad_request("message to edit not found"), times=9)
    *_, answer = await chat.ask(admin, "/recargar")
    assert answer.text.startswith("Base recargada")


async def test_a_full_disk_is_told_as_such(chat: Chat, services: Services) -> None:
    before = services.base.edition
    with file_size_limited_to(40_000):
        (answer,) = await chat.ask(chat.person(ADMIN), "/recargar")
    assert "Compruebe el espacio en disco" in answer.text
    assert services.base.edition == before


async def test_questions_are_answered_while_a_reload_is_under_way(chat: Chat, data_folder: Path) -> None:
    """The golden questions come by way of a pipe, so that the reload waits until the test writes into it."""
    os.mkfifo(data_folder / "golden.yaml")
    admin, delegate = chat.person(ADMIN), chat.person(7)
    admin.writes("/recargar")
    reloading = asyncio.create_task(settle(chat.application, chat.standin))
    await asyncio.to_thread(chat.standin.waits_until, lambda: admin.inbox, 20.0)
    delegate.writes("/conclusion 24")
    (waiting,) = chat.standin.take_updates()
    await chat.application.process_update(Update.de_json(waiting, chat.application.bot))
    assert "Conclusión 24" in delegate.inbox[-1].text
    assert not reloading.done()
    await asyncio.to_thread((data_folder / "golden.yaml").write_text, "[]\n")
    await reloading
    assert admin.inbox[0].text.startswith("Base recargada")
