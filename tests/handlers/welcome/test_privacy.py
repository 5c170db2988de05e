"""/privacidad says what is kept; /borrar_mis_datos deletes it for good; the last question fades."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.stores.forgetting import people_in
from knowledge.stores.state_store import StateStore
from standin import Person
from tests.conftest import ADMIN
from tests.support.chat import Chat
from tests.support.clock import Clock

ANA, LUIS = 7, 8


@pytest.fixture
async def ana(chat: Chat) -> Person:
    ana = chat.person(ANA)
    await chat.ask(ana, "/mi_pais Belice")
    await chat.ask(ana, "conclusión 16")
    return ana


def kept_people(data_folder: Path) -> Iterator[int]:
    """Ask the file anew, as after a restart."""
    with closing(StateStore.open(data_folder / "state.db")) as state:
        yield from people_in(state)


@pytest.mark.parametrize(
    ("language", "command", "said"),
    [
        pytest.param("es", "/privacidad", "quince minutos", id="Spanish"),
        pytest.param("en", "/privacy", "fifteen minutes", id="English"),
    ],
)
async def test_what_is_kept_is_said(chat: Chat, language: str, command: str, said: str) -> None:
    (answer,) = await chat.ask(chat.person(ANA, language), command)
    assert said in answer.text


async def test_a_person_s_data_is_deleted_once_they_confirm(
    chat: Chat, ana: Person, data_folder: Path
) -> None:
    assert ANA in kept_people(data_folder)
    await chat.ask(ana, "/borrar_mis_datos")
    await chat.tap(ana, "Sí, borrar")
    assert ana.inbox[-1].text.startswith("Listo")
    assert ANA not in kept_people(data_folder)


async def test_nothing_is_deleted_on_no(chat: Chat, ana: Person, data_folder: Path) -> None:
    (question,) = await chat.ask(ana, "/borrar_mis_datos")
    await chat.tap(ana, "No")
    assert "no borré nada" in question.text
    assert ANA in kept_people(data_folder)


async def test_a_late_yes_deletes_nothing(chat: Chat, ana: Person, data_folder: Path, clock: Clock) -> None:
    (question,) = await chat.ask(ana, "/borrar_mis_datos")
    clock.now += 601
    await chat.tap(ana, "Sí, borrar")
    assert "venció" in question.text
    assert ANA in kept_people(data_folder)


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("data", ["f1:7:{now}", "f1:8:soon", "f1:", "f1:8:²"])
async def test_a_tap_that_is_not_one_s_own_deletes_nothing(
    chat: Chat, data_folder: Path, clock: Clock, data: str
) -> None:
    luis = chat.person(LUIS)
    (question,) = await chat.ask(luis, "/borrar_mis_datos")
    tap = luis.taps_data(data.format(now=int(clock())), question)
    await chat.settle()
    assert "ya no es válido" in tap.text
    assert ANA in kept_people(data_folder)


@pytest.mark.usefixtures("ana")
async def test_the_last_question_fades_after_its_minutes(
    chat: Chat, services: Services, clock: Clock
) -> None:
    clock.now += 15 * 60 + 1
    queue = chat.application.job_queue
    assert queue
    for job in queue.get_jobs_by_name("forget"):
        await job.run(chat.application)
    tables = ("focus", "answered")
    assert [services.state.database.table(table).count for table in tables] == [0, 0]


@pytest.mark.parametrize(
    ("user", "told"), [pytest.param(ADMIN, True, id="officer"), pytest.param(ANA, False, id="delegate")]
)
async def test_officers_are_told_that_the_record_stays(chat: Chat, user: int, told: object) -> None:
    person = chat.person(user)
    (said,) = await chat.ask(person, "/privacidad")
    await chat.ask(person, "/borrar_mis_datos")
    await chat.tap(person, "Sí, borrar")

    assert ("registro de cambios" in said.text) is told
    assert ("registro de cambios" in person.inbox[-1].text) is told
