"""Lists in the chat: commands, pages, buttons, and the language of the interface."""

import sqlite3
from contextlib import closing

import pytest

from handlers.services import Services
from tests.support.chat import Chat


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("/pendientes", "Pendientes: ", id="pending"),
        pytest.param("/pendientes México", "Pendientes de México: ", id="pending-of-a-country"),
        pytest.param("/pais panma", "Panamá en las actas: ", id="country-with-a-typing-error"),
        pytest.param("/país Belice", "Belice en las actas: ", id="absent-country"),
        pytest.param("/organismo IOM", "OIM en las actas: ", id="body-by-its-english-acronym"),
        pytest.param("/pais Brasil", "Brasil no es miembro del foro (CRM)", id="country-elsewhere"),
        pytest.param("/pais", "¿Qué país?", id="no-country"),
        pytest.param("/plazos julio de 2017", "Plazos: ", id="deadlines-of-a-month"),
        pytest.param("/eventos", "Eventos: ", id="events"),
        pytest.param("/reunion", "Encabezado · GRCM, San Salvador", id="meeting"),
        pytest.param("/siglas RROCM", "Red Regional de Organizaciones Civiles", id="acronym"),
    ],
)
async def test_a_list_command_is_answered(chat: Chat, text: str, shown: str) -> None:
    answers = await chat.ask(chat.person(), text)
    assert shown in answers[0].text
    assert chat.standin.refusals == []


async def test_pages_turn_in_place_and_entries_open_in_a_new_message(chat: Chat) -> None:
    ana = chat.person()
    (first,) = await chat.ask(ana, "/pendientes")
    (forward,) = [button.text for row in first.buttons for button in row if "▶" in button.text]
    shown = first.text
    await chat.tap(ana, forward)
    assert [message.id for message in ana.inbox] == [first.id]
    assert ana.inbox[0].text != shown
    opener = ana.inbox[0].buttons[0][0].text
    await chat.tap(ana, opener)
    assert len(ana.inbox) == 2
    assert opener.removeprefix("R") in ana.inbox[-1].text


async def test_the_chosen_language_holds_from_then_on(chat: Chat) -> None:
    ana = chat.person(language="es")
    await chat.ask(ana, "/idioma")
    await chat.tap(ana, "English")
    assert ana.inbox[-1].text == "I will write to you in English."
    (welcome,) = await chat.ask(ana, "/start")
    assert welcome.text.startswith("I am Acuerdos")


@pytest.mark.parametrize("named", ["en", "inglés", "english"])
async def test_a_language_may_be_named_after_the_command(chat: Chat, named: str) -> None:
    (answer,) = await chat.ask(chat.person(), f"/idioma {named}")
    assert answer.text == "I will write to you in English."


async def test_two_people_in_a_group_keep_their_own_language(chat: Chat) -> None:
    ana, ben = chat.person(7), chat.person(8)
    group = chat.standin.group("Delegados", [ana, ben])
    await chat.ask(ana, "/idioma en", group=group)
    (answer,) = await chat.ask(ben, "/start", group=group)
    assert answer.text.startswith("Soy Acuerdos")


async def test_questions_are_answered_while_the_state_is_locked(chat: Chat, services: Services) -> None:
    services.state.database.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(services.state.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (answer,) = await chat.ask(chat.person(), "/conclusion 24")
    assert "Conclusión 24" in answer.text
