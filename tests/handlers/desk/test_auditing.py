"""/auditoria: who changed what, and undoing it from there."""

import pytest

from handlers.desk.auditing import _REFUSABLE
from handlers.desk.commands import OFFICER_COMMANDS
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from standin import Person
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock


@pytest.fixture
def admin(chat: Chat) -> Person:
    return chat.person(ADMIN)


async def test_who_did_what_is_told_newest_first(chat: Chat, admin: Person) -> None:
    await chat.ask(admin, "/recargar")
    await chat.ask(admin, "/cumplida 24 <hecho>")
    for command in ("/recargar", "/cumplida 24", "/reopen 24", "/audit"):
        await chat.ask(chat.person(7), command)
    (told,) = await chat.ask(admin, "/auditoria")

    title, newest, older, refused = told.text.split("\n\n")
    assert title == "Registro de cambios"
    assert newest.startswith("2 · 13 de julio de 2017, 20:40 · 900 · anotar avance · ")
    assert newest.endswith("⬜ pendiente → ✅ cumplido")
    assert older == "1 · 13 de julio de 2017, 20:40 · 900 · recargar"
    assert refused == "Intentos rechazados en 30 días: anotar avance 2, recargar 1, ver el registro 1."


async def test_what_was_corrected_is_told_in_words(chat: Chat, admin: Person) -> None:
    await chat.ask(admin, "/corregir 16a plazo 2017-08-31")
    await chat.tap(admin, "Guardar")
    (told,) = await chat.ask(admin, "/auditoria")

    _, newest = told.text.split("\n\n")
    line, change = newest.split("\n")
    assert line.endswith("corregir · Conclusión 16.a · GRCM, San Salvador, 20–22 jun 2017")
    assert change.split(" → ") == [
        "Países Miembros · 15 de julio de 2017 · obligación",
        "Países Miembros · 31 de agosto de 2017 · obligación",
    ]


async def test_an_empty_audit_says_so(chat: Chat, admin: Person) -> None:
    (told,) = await chat.ask(admin, "/auditoría")
    assert "nadie ha cambiado nada" in told.text


async def test_pages_are_turned_in_place(chat: Chat, admin: Person) -> None:
    for _ in range(7):
        await chat.ask(admin, "/respaldo")
    (told,) = await chat.ask(admin, "/auditoria")
    assert told.text.split("\n\n")[1].startswith("7 · ")

    await chat.tap(admin, "› 2/2")

    assert admin.inbox[-1].id == told.id
    assert admin.inbox[-1].text.split("\n\n")[1].startswith("1 · ")


async def test_a_mark_is_undone_from_there(chat: Chat, admin: Person, services: Services) -> None:
    await chat.ask(admin, "/cumplida 24")
    await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 1")
    await chat.tap(admin, "Sí, deshacer")

    assert admin.inbox[-1].text.startswith("↩️ Deshecho: 1 · ")
    assert services.base.tracker.statuses.done() == ()
    newest, first = AuditTrail(services.state).page(2)
    assert (newest.entry.action, newest.entry.subject, first.is_undone) == ("undo", "1", True)


async def test_what_was_undone_where_it_was_marked_is_not_offered_again(chat: Chat, admin: Person) -> None:
    await chat.ask(admin, "/cumplida 24")
    await chat.tap(admin, "↩️ Deshacer")
    (told,) = await chat.ask(admin, "/auditoria")
    assert "1 · 13 de julio de 2017, 20:40 · 900 · anotar avance · " in told.text
    assert "2017 · deshecho" in told.text
    assert told.buttons == []


async def undo_first(chat: Chat, admin: Person) -> str:
    await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 1")
    await chat.tap(admin, "Sí, deshacer")
    return admin.inbox[-1].text


async def test_only_the_last_change_of_the_acts_is_undone(chat: Chat, admin: Person) -> None:
    await chat.ask(admin, "/corregir 16a plazo 2017-08-01")
    await chat.tap(admin, "Guardar")
    await chat.ask(admin, "/recargar")
    assert "después hubo otro cambio" in await undo_first(chat, admin)


async def test_a_synonym_that_was_taken_out_is_a_change_of_its_own(chat: Chat, admin: Person) -> None:
    """Going back from what came before it would bring the synonym back, and nothing else."""
    await chat.ask(admin, "/corregir 16a plazo 2017-08-01")
    await chat.tap(admin, "Guardar")
    await chat.ask(admin, "/sinonimo pasaporte = chuspa viajera")
    await chat.tap(admin, "Añadir")
    await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 2")
    await chat.tap(admin, "Sí, deshacer")
    assert admin.inbox[-1].text.startswith("↩️ Deshecho: 2 · ")
    assert "después hubo otro cambio" in await undo_first(chat, admin)


@pytest.mark.parametrize(
    ("late", "twice", "said"),
    [
        pytest.param(601, False, "ya venció", id="after ten minutes"),
        pytest.param(0, True, "ya estaba deshecho", id="twice"),
    ],
)
async def test_a_yes_counts_once_and_in_time(
    chat: Chat, admin: Person, clock: Clock, late: int, twice: object, said: str
) -> None:
    await chat.ask(admin, "/cumplida 24")
    (told,) = await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 1")
    data = admin.inbox[-1].button("Sí, deshacer").data
    assert data
    clock.now += late
    for _ in range(2 if twice else 1):
        admin.taps_data(data, told)
        await chat.settle()
    assert said in admin.inbox[-1].text


@pytest.mark.parametrize("data", ["au1:p:1", "au1:u:1", "au1:y:1:1500000000"])
async def test_taps_of_others_do_nothing(chat: Chat, admin: Person, services: Services, data: str) -> None:
    await chat.ask(admin, "/cumplida 24")
    editor = chat.person(EDITOR)
    (answer,) = await chat.ask(editor, "/auditoria")
    assert answer.text.startswith("No conozco esa orden")

    tap = editor.taps_data(data, answer)
    await chat.settle()

    assert "ya no es válido" in tap.text
    assert AuditTrail(services.state).refusals(TODAY) == {"audit": 2}
    assert len(services.base.tracker.statuses.done()) == 1


@pytest.mark.parametrize("data", ["au1:", "au1:x:1", "au1:u:99", "au1:y:1", "au1:p:0", "au1:p:999999999"])
async def test_what_no_button_of_ours_sends_does_no_harm(
    chat: Chat, admin: Person, services: Services, data: str
) -> None:
    await chat.ask(admin, "/cumplida 24")
    (told,) = await chat.ask(admin, "/auditoria")
    admin.taps_data(data, told)
    await chat.settle()
    assert len(services.base.tracker.statuses.done()) == 1
    assert "algo falló" not in admin.inbox[-1].text


def test_whatever_may_be_refused_is_named_in_words() -> None:
    assert {command.name("en") for command in OFFICER_COMMANDS} - {*_REFUSABLE} == set()


async def test_what_an_act_that_is_gone_said_is_named_by_its_number(
    chat: Chat, admin: Person, services: Services
) -> None:
    await chat.ask(admin, "/cumplida 16a")
    services.base.load(lambda loader: loader.retire("grcm-2017-06-san-salvador"))
    (told,) = await chat.ask(admin, "/auditoria")

    assert "anotar avance · Conclusión 16.a · grcm-2017-06-san-salvador\n" in told.text
