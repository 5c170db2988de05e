"""/corregir in one line: «16a plazo 2017-07-31» goes straight to what would change."""

from datetime import date
from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from knowledge.values.acts import Commitment, CommitmentKind
from tests.conftest import EDITOR
from tests.support.chat import Chat

SLUG = "grcm-2017-06-san-salvador"


def read(services: Services) -> Commitment | None:
    act = services.base.act(SLUG)
    return next((each for each in act.commitments if str(each.reference) == "C16.a"), None)


@pytest.mark.parametrize(
    ("words", "shown", "changed"),
    [
        pytest.param("plazo 2017-07-31", "31 de julio", {"end": date(2017, 7, 31)}, id="a-day"),
        pytest.param("plazo 31 de julio de 2017", "31 de julio", {"end": date(2017, 7, 31)}, id="in-words"),
        pytest.param("plazo ninguno", "sin plazo", {"end": None}, id="no-deadline"),
        pytest.param("responsable = OIM", "OIM", {"who": ("OIM",)}, id="with-a-sign"),
        pytest.param("responsable México y OIM", "México y OIM", {"who": ("México", "OIM")}, id="who"),
        pytest.param("tipo invitación", "invitación", {"kind": CommitmentKind.INVITATION}, id="the-kind"),
        pytest.param("no es compromiso", "no es un compromiso", {"gone": True}, id="none"),
    ],
)
async def test_a_correction_is_shown_and_counts_once_saved(
    chat: Chat, services: Services, data_folder: Path, words: str, shown: str, changed: dict[str, object]
) -> None:
    editor = chat.person(EDITOR)
    (preview,) = await chat.ask(editor, f"/corregir 16a {words}")
    assert shown in preview.text.partition("Después:")[2]
    assert not (data_folder / "acts" / f"{SLUG}.review.yaml").exists()

    await chat.tap(editor, "Guardar")

    after = read(services)
    found: dict[str, object] = {"gone": after is None}
    if after:
        found = {"end": after.deadline.end, "who": after.responsible, "kind": after.kind, "gone": False}
    assert {name: found[name] for name in changed} == changed
    assert (data_folder / "acts" / f"{SLUG}.review.yaml").exists()
    assert AuditTrail(services.state).entries(1)[0].action == "correct"


async def test_a_corrected_deadline_is_answered_as_surely_as_the_one_that_was_read(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "/corregir 16a plazo 2017-07-31")
    await chat.tap(editor, "Guardar")
    assert not [each.text for each in editor.inbox if "Peor" in each.text]

    (answer,) = await chat.ask(editor, "¿hasta cuándo mando lo de mujer migrante?")
    assert answer.text.startswith("Hasta el 31 de julio de 2017")


async def test_discarded_it_changes_nothing(chat: Chat, services: Services, data_folder: Path) -> None:
    editor = chat.person(EDITOR)
    before = read(services)
    await chat.ask(editor, "/corregir 16a plazo 2017-07-31")
    await chat.tap(editor, "Descartar")

    assert read(services) == before
    assert not (data_folder / "acts" / f"{SLUG}.review.yaml").exists()


async def test_a_second_correction_keeps_the_first(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    for words in ("plazo 2017-07-31", "responsable OIM"):
        await chat.ask(editor, f"/corregir 16a {words}")
        await chat.tap(editor, "Guardar")

    after = read(services)
    assert after
    assert (after.deadline.end, after.responsible) == (date(2017, 7, 31), ("OIM",))
    assert after.reviewed == ("deadline", "responsible")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("", "/corregir 16a plazo", id="nothing"),
        pytest.param("16a plazo mañana o así", "No entiendo la fecha", id="no-date"),
        pytest.param("16a plazo 2017-06-01", "1 de junio de 2017 es anterior", id="before-the-meeting"),
        pytest.param("16a responsable la Luna", "No entiendo quién es", id="nobody"),
        pytest.param("16a tipo raro", "No hay un tipo «raro»", id="no-kind"),
        pytest.param("99 plazo 2017-07-31", "Ningún acta cargada", id="no-such-provision"),
    ],
)
async def test_what_is_not_understood_is_said(chat: Chat, words: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(EDITOR), f"/corregir {words}".strip())

    assert said in answer.text
    assert answer.buttons == []


async def test_what_is_decided_as_it_was_read_is_marked_as_reviewed(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR)
    (preview,) = await chat.ask(editor, "/corregir 16a plazo 15 de julio")
    assert "Queda igual, y señalado como revisado." in preview.text
    await chat.tap(editor, "Guardar")

    after = read(services)
    assert after
    assert after.reviewed == ("deadline",)
    (again,) = await chat.ask(editor, "/corregir 16a plazo 15 de julio")
    assert "Antes: 15 de julio de 2017\nDespués: 15 de julio de 2017" in again.text


async def test_in_english(chat: Chat, services: Services) -> None:
    editor = chat.person(EDITOR, "en")
    await chat.ask(editor, "/correct 16a deadline 2017-07-31")
    await chat.tap(editor, "Save")

    after = read(services)
    assert after
    assert after.deadline.end == date(2017, 7, 31)


async def test_where_several_commitments_may_be_meant_it_asks_which(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    (asked,) = await chat.ask(editor, "/corregir 28 plazo 2017-07-31")

    assert "¿Cuál compromiso?" in asked.text
    await chat.tap(editor, next(b.text for row in asked.buttons for b in row if b.text.startswith("2. ")))
    assert "Plazo: sin plazo" in editor.inbox[-1].text
