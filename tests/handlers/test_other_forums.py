"""The chat of a forum that only a forum.yaml describes."""

from pathlib import Path

import pytest

from tests.conftest import ADMIN
from tests.support.chat import Chat
from tests.support.forums import FISHERIES, FISHERIES_ACT, forum_folder

NO_ACTS = "Todavía no hay actas cargadas"
MORE = """
help_contact: la capitanía de puerto
examples: ["¿Cuándo es la feria?"]
"""


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    forum_folder(tmp_path / "data" / "forum", FISHERIES + MORE)
    return tmp_path / "data"


def add_act(data_folder: Path) -> None:
    forum_folder(data_folder / "forum", FISHERIES + MORE, acta=FISHERIES_ACT)


@pytest.mark.parametrize(
    "text",
    [
        "/start",
        "/ayuda",
        "/reunion",
        "/reunion Lima",
        "/pendientes",
        "/pais Honduras",
        "/organismo FAO",
        "/plazos 2018",
        "/eventos",
        "/siglas SE",
        "/conclusion 3",
        "¿Qué acordaron?",
    ],
)
async def test_without_acts_everything_says_so(chat: Chat, text: str) -> None:
    [answer] = await chat.ask(chat.person(), text)
    assert NO_ACTS in answer.text


async def test_the_welcome_is_the_forum_s_own(chat: Chat, data_folder: Path) -> None:
    add_act(data_folder)
    await chat.ask(chat.person(ADMIN), "/recargar")
    [welcome] = await chat.ask(chat.person(), "/start")
    assert "Comisión Ístmica de Pesca y Acuicultura" in welcome.text
    # The description's own question is left out: the newest act says nothing of a fair.
    labels = [button.text for row in welcome.buttons for button in row]
    assert ("¿Qué debe hacer SE?" in labels, "¿Cuándo es la feria?" in labels) == (True, False)


async def test_help_shows_names_of_the_forum(chat: Chat) -> None:
    ana = chat.person(language="en")
    await chat.ask(ana, "/help")
    await chat.tap(ana, "What, who and when")
    assert "/country Belize —" in ana.inbox[-1].text
    assert "/body FAO —" in ana.inbox[-1].text
    await chat.tap(ana, "◀ Help")
    await chat.tap(ana, "Look up in the acts")
    assert "/acronym ICFA —" in ana.inbox[-1].text


async def test_whatever_an_act_numbers_is_found_by_its_number(chat: Chat, data_folder: Path) -> None:
    add_act(data_folder)
    await chat.ask(chat.person(ADMIN), "/recargar")
    ana, mary = chat.person(), chat.person(8, "en")
    shown = {text: (await chat.ask(ana, text))[0].text for text in ("/1", "/conclusion 2", "/conclusion 99")}
    assert "Acuerdo 1 · " in shown["/1"]
    assert "Acuerdo 2 · " in shown["/conclusion 2"]
    assert "tiene 3 acuerdos" in shown["/conclusion 99"]
    assert "has 0 recommendations" in (await chat.ask(mary, "/recommendation 1"))[0].text


async def test_people_in_distress_are_sent_where_the_forum_says(chat: Chat, data_folder: Path) -> None:
    add_act(data_folder)
    await chat.ask(chat.person(ADMIN), "/recargar")
    [answer] = await chat.ask(chat.person(), "necesito ayuda urgente, me quieren matar")
    assert "la capitanía de puerto" in answer.text


async def test_a_reload_takes_what_changed_in_the_description(chat: Chat, data_folder: Path) -> None:
    add_act(data_folder)
    await chat.ask(chat.person(ADMIN), "/recargar")
    [before] = await chat.ask(chat.person(), "/pendientes SE")
    renamed = (FISHERIES + MORE).replace("acronym_es: SE\n", "acronym_es: SEJ\n")
    (data_folder / "forum" / "forum.yaml").write_text(renamed, encoding="utf-8")
    await chat.ask(chat.person(ADMIN), "/recargar")
    [after] = await chat.ask(chat.person(), "/pendientes SEJ")
    assert ("Pendientes de SE:" in before.text, "Pendientes de SEJ:" in after.text) == (True, True)


async def test_a_fault_at_a_reload_is_named_and_changes_nothing(chat: Chat, data_folder: Path) -> None:
    add_act(data_folder)
    await chat.ask(chat.person(ADMIN), "/recargar")
    (data_folder / "forum" / "forum.yaml").write_text("name: Liga\nsede: Lima\n", encoding="utf-8")
    [refused] = await chat.ask(chat.person(ADMIN), "/recargar")
    [answer] = await chat.ask(chat.person(), "/pendientes SE")
    assert "forum.yaml, línea 2: «sede» no se conoce aquí" in refused.text
    assert "Pendientes de SE:" in answer.text
