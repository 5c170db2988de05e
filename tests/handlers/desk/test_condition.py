"""/estado: how the bot is doing, and what was marked of commitments that are gone."""

from pathlib import Path

from handlers.services import Services
from standin import Person
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat

BUILT_IN = "grcm-2017-06-san-salvador"
GONE = f"{BUILT_IN}#C16.a"


def without_duty(services: Services, data_folder: Path) -> None:
    """Put a version of the act into the folder that lacks what 16a says."""
    original = services.base.original(services.base.documents()[0])
    assert original
    text = original.read_text(encoding="utf-8")
    start, end = (
        text.index("Que los Países Miembros remitan, a más tardar el 15"),
        text.index("siendo elaborado por"),
    )
    (data_folder / "acts" / original.name).write_text(
        f"{text[:start]}Una reunión muy amena y {text[end:]}", encoding="utf-8"
    )


async def lose_a_mark(chat: Chat, services: Services, data_folder: Path) -> Person:
    admin = chat.person(ADMIN)
    await chat.ask(admin, "/cumplida 16a ayer nota 3")
    without_duty(services, data_folder)
    (reloaded,) = await chat.ask(admin, "/recargar")
    assert (
        "Lo anotado de Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017 ya no tiene su compromiso"
        in reloaded.text
    )
    return admin


async def test_an_officer_sees_how_the_bot_is_doing(chat: Chat) -> None:
    editor = chat.person(EDITOR)
    await chat.ask(editor, "cuándo es el taller de pasaportes")
    (answer,) = await chat.ask(editor, "/estado")

    assert "Actas: 1" in answer.text
    assert "Preguntas de hoy: 1" in answer.text
    assert "100 % contestadas" in answer.text
    assert "sin su compromiso" not in answer.text
    assert not answer.buttons


async def test_marks_whose_commitment_is_gone_are_counted_and_shown(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    admin = await lose_a_mark(chat, services, data_folder)
    (answer,) = await chat.ask(admin, "/estado")
    assert "Anotados sin su compromiso en las actas: 1" in answer.text
    await chat.tap(admin, "Ver lo anotado sin compromiso")
    told = admin.inbox[-1].text.split("\n")
    assert told[:3] == ["Anotado de compromisos que ya no están en las actas", "", GONE]
    assert told[3].startswith("«Que los Países Miembros remitan, a más tardar el 15 de julio")
    assert told[4] == "• ✅ cumplido el 30 de junio de 2017 «nota 3»"


async def test_what_was_lost_counts_again_once_its_commitment_is_back(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    admin = await lose_a_mark(chat, services, data_folder)
    (answer,) = await chat.ask(admin, "/estado")
    next((data_folder / "acts").iterdir()).unlink()
    await chat.ask(admin, "/recargar")
    await chat.tap(admin, "Ver lo anotado sin compromiso")
    assert admin.inbox[-1].text == "Todo lo anotado tiene su compromiso en las actas."
    (answer,) = await chat.ask(admin, "/estado")
    assert "sin su compromiso" not in answer.text


async def test_what_was_lost_is_shown_to_officers_only(chat: Chat) -> None:
    (start, *_) = await chat.ask(chat.person(7), "conclusión 24")
    tap = chat.person(7).taps_data("lm1:", start)
    await chat.settle()
    assert "ya no es válido" in tap.text
