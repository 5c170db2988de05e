"""An apology has a code that the log has, too, and the log nothing that people wrote."""

import re
from dataclasses import replace
from typing import NoReturn

import pytest

from handlers.services import Services
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import StoreUnusable
from knowledge.values.notices import mark, notice
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat

SECRET = "asunto muy reservado"
FULL = notice(mark("no queda espacio en el disco"))


def fail_with(chat: Chat, services: Services, error: Exception) -> None:
    """Let the clock fail, which every question asks."""

    def now() -> NoReturn:
        raise error

    chat.application.bot_data["services"] = replace(services, today=now)


@pytest.mark.parametrize("language", ["es", "en"])
async def test_an_apology_has_the_code_that_the_log_has(
    chat: Chat, services: Services, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    fail_with(chat, services, ValueError(SECRET))

    (answer,) = await chat.ask(chat.person(7, language), SECRET)

    code = re.search(r"(?:Código|Code): ([0-9A-F]{6})$", answer.text)
    assert code
    assert f"code {code[1]}: ValueError" in caplog.text
    assert "test_errors.py" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("user", "is_told"),
    [
        pytest.param(ADMIN, True, id="admin"),
        pytest.param(EDITOR, True, id="editor"),
        pytest.param(7, False, id="delegate"),
    ],
)
async def test_officers_are_told_the_reason(
    chat: Chat, services: Services, user: int, is_told: object
) -> None:
    fail_with(chat, services, StoreUnusable(FULL))

    (answer,) = await chat.ask(chat.person(user), "pasaportes")

    assert ("no queda espacio en el disco" in answer.text) is is_told


@pytest.mark.parametrize("statement", ["PRAGMA query_only = ON", "PRAGMA max_page_count = 1"])
async def test_a_state_that_takes_nothing_keeps_no_answer_from_anybody(
    chat: Chat, services: Services, statement: str
) -> None:
    def break_it(state: StateStore) -> None:
        state.database.execute(statement).fetchall()

    await services.change(break_it)

    (answer,) = await chat.ask(chat.person(7), "¿Cuándo es el taller sobre integridad del pasaporte?")

    assert "Conclusión 24" in answer.text


async def test_an_officer_is_told_why_nothing_was_kept(chat: Chat, services: Services) -> None:
    def lock(state: StateStore) -> None:
        state.database.execute("PRAGMA query_only = ON")

    await services.change(lock)

    (answer,) = await chat.ask(chat.person(ADMIN), "/cumplida 24")

    assert "no se permite escribir en él" in answer.text
    assert services.base.tracker.statuses.done() == ()


async def test_questions_are_answered_while_a_backup_or_a_load_has_the_turn(
    chat: Chat, services: Services
) -> None:
    with services.backups.folder.locked():
        (answer,) = await chat.ask(chat.person(7), "/conclusion 24")
        (refusal,) = await chat.ask(chat.person(ADMIN), "/recargar")

    assert "Conclusión 24" in answer.text
    assert "Ya hay otra carga en curso" in refusal.text


async def test_a_state_that_another_program_has_locked_holds_nobody_up(
    chat: Chat, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    services.state.database.execute("BEGIN IMMEDIATE")
    try:
        (answer,) = await chat.ask(chat.person(7), "/conclusion 24")
        (refusal,) = await chat.ask(chat.person(ADMIN), "/cumplida 24")
    finally:
        services.state.database.conn.rollback()

    assert "Conclusión 24" in answer.text
    assert "otro programa lo tiene ocupado" in refusal.text
