"""Lists in the chat: commands, pages, buttons, and the language of the interface."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.application import build_application
from handlers.services import Services
from standin import StandinRequest, settle
from tests.support.chat import Chat
from tests.support.grown_data import grow, take_over


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
        pytest.param("/reunion 2017", "No participaron: Belice y Nicaragua", id="meeting-of-a-year"),
        pytest.param("/actas", "Reuniones: 1", id="meetings"),
        pytest.param("/pendientes México san salvador", "Reunión: San Salvador", id="of-a-meeting"),
        pytest.param("/conclusion 16a san salvador", "Conclusión 16.a · GRCM", id="reference-and-meeting"),
        pytest.param("/siglas RROCM", "Red Regional de Organizaciones Civiles", id="acronym"),
        pytest.param("/siglas la ¿OIM?", "Organización Internacional", id="acronym-with-an-article"),
        pytest.param("/siglas KKK", "Ningún acta que conozco explica la sigla «KKK»", id="unknown-acronym"),
        pytest.param("/siglas mujer", "Ningún acta que conozco explica la sigla", id="no-acronym"),
        pytest.param("/siglas KKK, ACNUR", "Alto Comisionado", id="one-acronym-of-two"),
        pytest.param("mándeme el acta de San Salvador", "Encabezado · GRCM, San Salvador", id="the-act"),
        pytest.param("¿cuántos compromisos tiene México?", "Pendientes de México: ", id="how-many"),
        pytest.param("¿hay algo para México este mes?", "Pendientes de México: ", id="anything-for"),
        pytest.param("FALTA ALGO DE MEXICO ESTE MES?", "Pendientes de México: ", id="anything-missing"),
        pytest.param("algo vencido de México", "No consta nada vencido de México", id="anything-overdue"),
        pytest.param(
            "plazos de Panamá en agosto de 2030",
            "No constan plazos con fecha de Panamá",
            id="none-of-one-then",
        ),
        pytest.param("/plazos agosto", "No consta ningún plazo así", id="no-deadlines-of-a-month"),
        pytest.param("¿qué vence en agosto?", "No consta ningún plazo así", id="none-due-in-words"),
        pytest.param("what is due in 2019?", "There is no such deadline", id="none-due-in-english"),
        pytest.param("plazos vencidos", "No consta nada vencido en", id="none-overdue"),
        pytest.param("¿qué está vencido?", "No consta nada vencido en", id="none-overdue-asked"),
        pytest.param("what is overdue?", "There is nothing overdue in", id="none-overdue-in-english"),
        pytest.param("pendientes vencidos de México", "No consta nada vencido de México", id="none-of-one"),
        pytest.param("/plazos por vencer OIM", "No consta nada por vencer de OIM", id="none-coming-due"),
        pytest.param("/eventos pasados", "No consta ningún evento así", id="no-past-events"),
        pytest.param("¿qué eventos hay en diciembre?", "No consta ningún evento así", id="no-events"),
    ],
)
async def test_a_list_command_is_answered(chat: Chat, text: str, shown: str) -> None:
    answers = await chat.ask(chat.person(), text)
    assert shown in answers[0].text
    assert chat.standin.refusals == []


async def test_a_meeting_that_is_asked_to_be_shown_is_shown_in_the_middle_of_a_chat(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "¿quién paga el taller de pasaportes?")
    (answer,) = await chat.ask(ana, "dame la reunión de San Salvador")
    assert answer.text.startswith("GRCM · San Salvador")


async def test_where_nothing_is_due_nothing_else_is_quoted(chat: Chat) -> None:
    """Not even after something else was shown, and the events of those days are a button away."""
    ana = chat.person()
    await chat.ask(ana, "/conclusion 24")
    (answer,) = await chat.ask(ana, "¿qué vence en agosto?")
    assert answer.text == "No consta ningún plazo así en las actas que conozco.\nFecha: agosto de 2017"
    await chat.tap(ana, "Eventos: 1")
    assert "8–9 de agosto de 2017" in ana.inbox[-1].text


@pytest.mark.parametrize("asked", ["/pendientes 2017", "/pendientes San Salvador", "/pendientes"])
async def test_a_list_stays_if_its_act_is_withdrawn_while_it_is_read(
    chat: Chat, services: Services, asked: str
) -> None:
    ana = chat.person()
    await chat.ask(ana, asked)
    await chat.tap(ana, "2 ▶")
    read = ana.inbox[-1].text
    services.base.load(lambda loader: loader.retire("grcm-2017-06-san-salvador"))
    tap = await chat.tap(ana, "3 ▶")
    assert "ya no está cargado" in tap.text
    assert ana.inbox[-1].text == read


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


async def test_questions_are_answered_while_the_state_is_locked(
    chat: Chat, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    services.state.database.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(services.state.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (answer,) = await chat.ask(chat.person(), "/conclusion 24")
    assert "Conclusión 24" in answer.text


SECOND = Path("tests/corpus/development/grcm-2019-05-santo-domingo.docx")


@pytest.fixture(scope="module")
def built_with_two(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def add(services: Services) -> None:
        shutil.copy(SECOND, services.backups.folder.acts)
        services.base.reload()

    return grow(built_data, tmp_path_factory.mktemp("two"), add)


@pytest.fixture
def two_acts(services: Services, data_folder: Path, built_with_two: Path) -> Path:
    """Let a second act have been loaded, and return its file."""
    take_over(built_with_two, data_folder)
    assert len(services.base.documents()) == 2
    return data_folder / "acts" / SECOND.name


def withdraw(act: Path, services: Services) -> None:
    act.unlink()
    services.base.reload()


@pytest.mark.usefixtures("two_acts")
async def test_every_entry_names_its_meeting_where_several_acts_are_loaded(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(), "/plazos 2017")
    assert answer.text.count("GRCM, San Salvador, 20–22 jun 2017") == 4
    assert answer.buttons[0][0].text.endswith(" ’17")


@pytest.mark.usefixtures("two_acts")
async def test_a_list_is_limited_by_buttons(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/pendientes")
    await chat.tap(ana, "Por año…")
    await chat.tap(ana, "2019")
    assert "Reunión: Santo Domingo, 14–16 de mayo de 2019" in ana.inbox[-1].text
    await chat.tap(ana, "Por país…")
    await chat.tap(ana, "México")
    assert ana.inbox[-1].text.startswith("Pendientes de México: ")
    await chat.tap(ana, "Quitar filtros")
    assert ana.inbox[-1].text.startswith("Pendientes: ")
    assert len(ana.inbox) == 1


@pytest.mark.parametrize("command", ["/pendientes", "/plazos", "/eventos", "/pais Panamá"])
async def test_no_party_is_offered_of_which_a_list_has_nothing(
    chat: Chat, services: Services, command: str
) -> None:
    ana = chat.person()
    await chat.ask(ana, command)
    await chat.tap(ana, "Por país…")
    offered = [button.text for row in ana.inbox[-1].buttons for button in row]
    members = [name for name in offered if name in services.base.register.members]
    assert len(members) == 11
    for name in [each for each in offered if each not in {*members, "Todos"}]:
        await chat.tap(ana, name)
        assert "No consta" not in ana.inbox[-1].text
        await chat.tap(ana, "Por país…")


@pytest.mark.usefixtures("two_acts")
async def test_pages_lead_to_the_first_and_the_last(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/pendientes 2019")
    labels = [button.text for row in ana.inbox[-1].buttons for button in row]
    (last,) = [label for label in labels if "⏭" in label]
    await chat.tap(ana, last)
    assert any("⏮ 1" in button.text for row in ana.inbox[-1].buttons for button in row)


@pytest.mark.usefixtures("two_acts")
async def test_meetings_open_as_cards(chat: Chat) -> None:
    ana = chat.person()
    (listed,) = await chat.ask(ana, "/actas")
    assert "2019\n• GRCM, Santo Domingo" in listed.text
    await chat.tap(ana, "San Salvador 2017")
    assert "No participaron: Belice y Nicaragua" in ana.inbox[-1].text
    await chat.tap(ana, "Reunión siguiente ▶")
    assert ana.inbox[-1].text.startswith("GRCM · Santo Domingo, República Dominicana")


async def test_a_place_in_a_list_outlasts_a_restart(chat: Chat, services: Services) -> None:
    ana = chat.person()
    (listed,) = await chat.ask(ana, "/pendientes")
    tap = next(each for row in listed.buttons for each in row if each.text.endswith(" ▶"))
    restarted = build_application(
        services,
        chat.standin.token,
        api_url="http://standin",
        request=StandinRequest(chat.standin),
        polling_request=StandinRequest(chat.standin),
    )
    ana.taps(tap.text, listed)
    async with restarted:
        await settle(restarted, chat.standin)
    (turned,) = ana.inbox
    assert any(each.text.startswith("· 2/") for row in turned.buttons for each in row)


@pytest.mark.parametrize(
    "asked", [pytest.param("/pendientes", id="all"), pytest.param("/pendientes 2019", id="its-year")]
)
async def test_an_act_withdrawn_leaves_its_list_clear(
    chat: Chat, services: Services, two_acts: Path, asked: str
) -> None:
    ana = chat.person()
    (listed,) = await chat.ask(ana, asked)
    labels = [button.text for row in listed.buttons for button in row]
    await chat.tap(ana, next(label for label in labels if label.endswith(" ▶")))
    opener = ana.inbox[-1].buttons[0][0]
    onward = next(button for row in ana.inbox[-1].buttons for button in row if button.text.endswith(" ▶"))
    withdraw(two_acts, services)
    await chat.tap(ana, onward.text)
    assert ana.inbox[0].text.startswith(("Pendientes: ", "No consta nada de eso"))
    tap = ana.taps_data(opener.data or "", ana.inbox[0])
    await chat.ask(ana, "/plazos")
    assert (tap.show_alert, "ya no está cargado" in tap.text) == (True, True)
    assert chat.standin.refusals == []
