"""A command without its argument asks for it, and knows what it asked when the answer comes."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.stores.marks import MarkStore
from tests.conftest import ADMIN
from tests.support.chat import Chat
from tests.support.clock import Clock

PANAMA = Path(__file__).parents[2] / "conversations" / "secretaria" / "acta-2018.txt"
MINUTES = timedelta(minutes=1).total_seconds()


@pytest.mark.parametrize(
    ("command", "asked", "said", "shown"),
    [
        pytest.param("/recomendacion", "¿Cuál recomendación?", "2", "Recomendación 2 ·", id="number"),
        pytest.param(
            "/conclusion", "¿Cuál conclusión?", "la 16 a", "Conclusión 16.a ·", id="number-in-words"
        ),
        pytest.param("/pais", "¿Qué país?", "panma", "Panamá en las actas", id="country-misspelt"),
        pytest.param("/organismo", "¿Qué organismo?", "OIM", "OIM en las actas", id="body"),
        pytest.param("/siglas", "¿Qué sigla?", "RROCM", "Red Regional de", id="acronym"),
    ],
)
async def test_the_next_message_is_what_was_asked_for(
    chat: Chat, command: str, asked: str, said: str, shown: str
) -> None:
    ana = chat.person()
    (question,) = await chat.ask(ana, command)
    assert question.text.startswith(asked)
    (answer,) = await chat.ask(ana, said)
    assert shown in answer.text


@pytest.mark.parametrize(
    ("command", "said", "shown"),
    [
        pytest.param(
            "/cumplida", "16.a México, ayer: lo mandó con una nota de su embajada", "México", id="done"
        ),
        pytest.param("/en_curso", "la 16 a", "Ahora: 🔄 en curso", id="in-progress"),
        pytest.param("/reabrir", "16a", "Ahora: ⬜ pendiente", id="reopened"),
        pytest.param("/historial", "16a", "No se ha anotado nada", id="history"),
        pytest.param("/sinonimo", "plata = apoyo financiero", "¿Añadir «plata | apoyo", id="synonyms"),
        pytest.param("/cumplida", "¿Cuándo es el taller de pasaportes?", "Conclusión 24", id="a-question"),
        pytest.param("/cumplida", "taller de pasaportes", "Conclusión 24", id="no-number"),
    ],
)
async def test_officers_are_asked_too(chat: Chat, command: str, said: str, shown: str) -> None:
    admin = chat.person(ADMIN)
    await chat.ask(admin, command)
    (answer,) = await chat.ask(admin, said)
    assert shown in answer.text


async def test_what_officers_were_asked_nobody_else_answers(chat: Chat, services: Services) -> None:
    admin, other = chat.person(ADMIN), chat.person(7)
    await chat.ask(admin, "/cumplida")
    admin.forwards(other.writes("16a"))
    await chat.settle()
    assert MarkStore(services.state).marks().standing == ()


@pytest.mark.parametrize(
    ("command", "label", "shown"),
    [
        pytest.param("/pais", "Panamá", "Panamá en las actas", id="countries"),
        pytest.param("/organismo", "OIM", "OIM en las actas", id="bodies"),
        pytest.param("/siglas", "OIM", "Organización Internacional", id="acronyms"),
    ],
)
async def test_what_was_asked_for_may_be_tapped(chat: Chat, command: str, label: str, shown: str) -> None:
    ana = chat.person()
    await chat.ask(ana, command)
    await chat.tap(ana, label)
    assert shown in ana.inbox[-1].text


@pytest.fixture
def _two_acts(services: Services, data_folder: Path) -> None:
    shutil.copy(PANAMA, data_folder / "acts")
    services.base.reload()


@pytest.mark.usefixtures("_two_acts")
@pytest.mark.parametrize(
    ("language", "command", "meeting", "said", "shown"),
    [
        pytest.param(
            "es", "/conclusion", "Ciudad de Panamá 2018", "3", "Conclusión 3 · GRCM, Ciudad de P", id="other"
        ),
        pytest.param("es", "/conclusion", "San Salvador 2017", "la 16 a", "16.a · GRCM, San", id="newest"),
        pytest.param("en", "/conclusion", "Ciudad de Panamá 2018", "3", "Conclusion 3 · RCGM", id="english"),
        pytest.param("es", "/recomendacion", "San Salvador 2017", "2", "Recomendación 2 · G", id="section"),
        pytest.param("es", "/conclusion", "San Salvador 2017", "3 de 2018", "Ciudad de Panamá", id="renamed"),
        pytest.param("es", "/conclusion", "San Salvador 2017", "45", "tiene 29 concl", id="no-such-number"),
    ],
)
async def test_of_several_meetings_one_may_be_chosen_before_the_number(
    chat: Chat, language: str, command: str, meeting: str, said: str, shown: str
) -> None:
    ana = chat.person(language=language)
    (question,) = await chat.ask(ana, command)
    assert [[each.text for each in row] for row in question.buttons] == [
        ["Ciudad de Panamá 2018", "San Salvador 2017"]
    ]
    await chat.tap(ana, meeting)
    assert meeting[:-5] in ana.inbox[-1].text.splitlines()[1]
    (answer,) = await chat.ask(ana, said)
    assert shown in answer.text


@pytest.mark.usefixtures("_two_acts")
async def test_a_meeting_whose_act_was_withdrawn_is_asked_for_again(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    ana = chat.person()
    await chat.ask(ana, "/conclusion")
    (data_folder / "acts" / PANAMA.name).unlink()
    services.base.reload()
    await chat.tap(ana, "Ciudad de Panamá 2018")
    assert (ana.inbox[-1].text.count("\n"), ana.inbox[-1].buttons) == (0, [])
    (answer,) = await chat.ask(ana, "16a")
    assert "16.a · GRCM, San Salvador" in answer.text


async def test_of_one_meeting_only_the_number_is_asked_for(chat: Chat) -> None:
    (question,) = await chat.ask(chat.person(), "/conclusion")
    assert (question.text.count("\n"), question.buttons) == (0, [])


@pytest.mark.parametrize("command", ["/recomendacion", "/pais", "/mi_pais", "/siglas"])
@pytest.mark.parametrize(
    "question", ["¿Cuándo es el taller de pasaportes?", "quiero saber cuándo es el taller de pasaportes"]
)
async def test_a_question_is_a_question_even_when_something_was_asked(
    chat: Chat, command: str, question: str
) -> None:
    ana = chat.person()
    await chat.ask(ana, command)
    (answer,) = await chat.ask(ana, question)
    assert "Conclusión 24" in answer.text


async def test_what_names_no_country_is_not_taken_for_one(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/mi_pais")
    (answer,) = await chat.ask(ana, "taller de pasaportes")
    assert "Conclusión 24" in answer.text


async def test_after_ten_minutes_nothing_is_waited_for(chat: Chat, clock: Clock) -> None:
    ana = chat.person()
    await chat.ask(ana, "/recomendacion")
    clock.now += 11 * MINUTES
    (answer,) = await chat.ask(ana, "2")
    assert "Recomendación 2 ·" not in answer.text


async def test_an_answer_counts_once(chat: Chat) -> None:
    ana = chat.person()
    await chat.ask(ana, "/pais")
    await chat.ask(ana, "Panamá")
    (answer,) = await chat.ask(ana, "gracias")
    assert "gracias" not in answer.text


async def test_in_a_group_each_person_answers_what_they_were_asked(chat: Chat) -> None:
    ana, ben = chat.person(7), chat.person(8)
    group = chat.standin.group("Delegados", [ana, ben])
    (question,) = await chat.ask(ana, "/recomendacion", group=group)
    (other,) = await chat.ask(ben, "2", group=group, reply_to=question)
    assert "Recomendación 2 ·" not in other.text
    (answer,) = await chat.ask(ana, "2", group=group, reply_to=question)
    assert "Recomendación 2 ·" in answer.text
