"""An admin sends acts: previewed, joined into batches, discarded or loaded at once, and nothing else."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from handlers.desk.confirmations import EXPIRED
from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.originals import Originals
from knowledge.stores.state_store import StateStore
from standin import Message, Person, outage, settle
from tests.conftest import ADMIN, EDITOR
from tests.support.act_files import pdf_bomb, pdf_of
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.disks import file_size_limited_to

CORPUS = Path(__file__).parents[2] / "corpus"
PANAMA = CORPUS / "development" / "grcm-2018-11-ciudad-de-panama.pdf"
VERACRUZ = CORPUS / "unseen" / "grcm-2010-04-veracruz.html"
SAN_SALVADOR = CORPUS / "development" / "grcm-2017-06-san-salvador.txt"
BUILT_IN = "grcm-2017-06-san-salvador"
ONLY_TEXT = "Solo leo texto"


async def send(
    chat: Chat, person: Person, content: Path | bytes, name: str = "", *, size: int | None = None
) -> list[Message]:
    """Let a person send a file, and return the bot's messages in answer."""
    before = len(person.inbox)
    person.sends_document(content, name, size=size)
    await settle(chat.application, chat.standin)
    return person.inbox[before:]


def slugs(services: Services) -> list[str]:
    return sorted(document.slug for document in services.base.documents())


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def zip_bomb() -> bytes:
    """Return a DOCX whose document is a thousand times as large as it is packed."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document>" + " " * 50_000_000)
    return packed.getvalue()


def new_version() -> bytes:
    """Return the built-in act with another conclusion 1 and without the last recommendation's words."""
    text = SAN_SALVADOR.read_text(encoding="utf-8")
    assert "Secretaría Técnica" in text
    return text.replace("Secretaría Técnica", "Secretaría Técnica Ampliada", 1).encode()


@pytest.mark.parametrize(
    ("language", "title", "load", "done"),
    [
        pytest.param("es", "Vista previa", "Cargar", "Base recargada: 2 actas", id="es"),
        pytest.param("en", "Preview", "Load", "Base reloaded: 2 acts", id="en"),
    ],
)
async def test_an_act_is_previewed_and_loaded_only_when_that_is_confirmed(
    chat: Chat, services: Services, language: str, title: str, load: str, done: str
) -> None:
    admin = chat.person(ADMIN, language)
    preview, page = await send(chat, admin, PANAMA)
    assert preview.text.startswith(title)
    assert slugs(services) == [BUILT_IN]
    assert page.document
    assert (page.document.name, b"Panam" in page.document.content) == (
        "grcm-2018-11-ciudad-de-panama.html",
        True,
    )
    await chat.tap(admin, load)
    assert preview.text.startswith(done)
    assert preview.buttons == []
    assert slugs(services) == [BUILT_IN, "grcm-2018-11-ciudad-de-panama"]
    delegate = chat.person(7)
    (answer,) = await chat.ask(delegate, "/conclusion 1 panamá 2018")
    assert "Ciudad de Panamá" in answer.text


async def test_the_preview_comes_even_where_its_page_cannot_be_sent(chat: Chat) -> None:
    chat.standin.fails("sendDocument", outage(), times=9)
    (preview,) = await send(chat, chat.person(ADMIN), VERACRUZ)
    assert preview.text.startswith("Vista previa")
    assert "Cargar" in labels(preview)


async def test_the_views_of_a_preview_are_turned_in_place(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, PANAMA)
    commitments = next(label for label in labels(preview) if label.startswith("Compromisos"))
    doubts = next(label for label in labels(preview) if label.startswith("Por revisar"))
    await chat.tap(admin, commitments)
    assert preview.text.startswith(commitments)
    await chat.tap(admin, "2 ▶")
    assert "◀ 1" in labels(preview)
    await chat.tap(admin, doubts)
    assert "p. " in preview.text
    await chat.tap(admin, "Resumen")
    assert preview.text.startswith("Vista previa")
    assert all({"Cargar", "Descartar"} <= {*labels(message)} for message in [preview])


async def test_a_new_version_shows_what_changes_by_reference(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, new_version(), "versión 2.txt")
    assert "Otra versión de un acta que está cargada. Disposiciones: ≠ " in preview.text
    changes = next(label for label in labels(preview) if label.startswith("Cambios"))
    await chat.tap(admin, changes)
    assert "Ampliada" in preview.text
    await chat.tap(admin, "Cargar")
    assert "Nueva versión: GRCM, San Salvador, 20–22 jun 2017 (versión 2.txt)" in preview.text
    assert "Cambia: GRCM, San Salvador, 20–22 jun 2017. Disposiciones: ≠ " in preview.text
    assert slugs(services) == [BUILT_IN]


async def test_several_files_are_one_batch_with_one_preview_and_one_rebuild(
    chat: Chat, services: Services
) -> None:
    admin = chat.person(ADMIN)
    admin.sends_document(PANAMA)
    admin.sends_document(VERACRUZ)
    admin.sends_document(b"Esto no es un acta.", "nota.txt")
    await settle(chat.application, chat.standin)
    previews = [message for message in admin.inbox if not message.document]
    assert [bool(message.buttons) for message in previews] == [False, False, True]
    assert [message.text.startswith("Llegó otro archivo") for message in previews] == [True, True, False]
    assert "Panamá" in previews[-1].text
    assert "Veracruz" in previews[-1].text
    assert "No se cargará: nota.txt" in previews[-1].text
    before = services.base.edition
    await chat.tap(admin, "Cargar")
    assert len(slugs(services)) == 3
    assert services.base.edition != before
    assert [entry.action for entry in AuditTrail(services.state).entries(9)] == ["load"]


async def test_discarded_files_are_gone(chat: Chat, services: Services, data_folder: Path) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, PANAMA)
    await chat.tap(admin, "Descartar")
    assert preview.text == "Descartado: no se ha cargado nada."
    assert slugs(services) == [BUILT_IN]
    assert [path for path in DataFolder(data_folder).staged.rglob("*") if path.is_file()] == []


async def test_who_loaded_an_act_is_kept_and_the_file_is_not_sent_up_again(
    chat: Chat, services: Services
) -> None:
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ, "Acta (final).html")
    await chat.tap(admin, "Cargar")
    (document,) = (each for each in services.base.documents() if each.slug != BUILT_IN)
    provenance = Originals(services.state).provenance(document.sha256)
    assert provenance
    assert (provenance.user_id, provenance.file_name) == (ADMIN, "Acta (final).html")
    (entry,) = AuditTrail(services.state).entries(5)
    assert (entry.user_id, entry.action, entry.subject) == (ADMIN, "load", document.slug)
    assert json.loads(entry.after) == {document.slug: document.sha256}
    sent = len(chat.standin.world.documents)
    delegate = chat.person(7)
    await chat.ask(delegate, "/conclusion 1 veracruz 2010")
    await chat.tap(delegate, next(each for each in labels(delegate.inbox[-1]) if each.startswith("Acta, p.")))
    assert delegate.inbox[-1].document
    assert delegate.inbox[-1].document.content == VERACRUZ.read_bytes()
    assert len(chat.standin.world.documents) == sent


@pytest.mark.parametrize("person", [7, EDITOR])
async def test_anyone_else_is_told_what_anyone_was_told_before(
    chat: Chat, data_folder: Path, person: int
) -> None:
    (answer,) = await send(chat, chat.person(person), PANAMA)
    assert answer.text.startswith(ONLY_TEXT)
    assert not DataFolder(data_folder).staged.exists()


async def test_a_forwarded_file_is_not_the_admin_s_own(chat: Chat, data_folder: Path) -> None:
    admin, other = chat.person(ADMIN), chat.person(7)
    sent = other.sends_document(PANAMA)
    admin.forwards(sent)
    await settle(chat.application, chat.standin)
    assert [message.text[:14] for message in admin.inbox] == [ONLY_TEXT]
    assert not DataFolder(data_folder).staged.exists()


async def test_a_file_of_21_mb_is_refused_before_it_is_fetched(chat: Chat, data_folder: Path) -> None:
    (answer,) = await send(chat, chat.person(ADMIN), b"%PDF-", "acta.pdf", size=21_000_000)
    assert answer.text == "acta.pdf pesa 21 MB, y Telegram me entrega hasta 20 MB. Envíe solo el acta."
    assert not DataFolder(data_folder).staged.exists()


async def test_a_file_that_telegram_does_not_hand_over_is_asked_for_again(
    chat: Chat, services: Services
) -> None:
    admin = chat.person(ADMIN)
    chat.standin.fails("getFile", outage())
    (answer,) = await send(chat, admin, VERACRUZ, "acta.html")
    assert answer.text.startswith("No pude descargar acta.html")
    await send(chat, admin, VERACRUZ, "acta.html")
    await chat.tap(admin, "Cargar")
    assert len(slugs(services)) == 2


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        pytest.param(b"", "acta.pdf", "está vacío", id="empty"),
        pytest.param(b"Hola", "acta.docx", "no es un documento de Word", id="wrong magic bytes"),
        pytest.param(b"<html><body>Hola", "acta.docm", "contiene macros", id="macros"),
        pytest.param(b"\x89PNG....", "foto.pdf", "es una imagen", id="a picture called PDF"),
        pytest.param(b"<p>Nada.", "acta.html", "acta.html", id="a page that is no act"),
        pytest.param(pdf_bomb(), "acta.pdf", "acta.pdf", id="a PDF that grows"),
        pytest.param(pdf_of([]), "acta.pdf", "acta.pdf", id="a PDF without text"),
        pytest.param(zip_bomb(), "acta.docx", "acta.docx", id="a DOCX that grows"),
    ],
)
async def test_what_is_no_act_is_refused_with_the_reason(
    chat: Chat, data_folder: Path, content: bytes, name: str, said: str
) -> None:
    (answer,) = await send(chat, chat.person(ADMIN), content or b" ", name)
    assert answer.text.startswith("No hay nada que cargar.")
    assert said in answer.text
    assert answer.buttons == []
    assert list(DataFolder(data_folder).staged.rglob(name)) == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../../etc/acta.html", id="climbing"),
        pytest.param("x" * 300 + ".html", id="300 letters"),
        pytest.param("a\u202elmth.<b>&.html", id="right to left, and tags"),
    ],
)
async def test_whatever_a_file_is_called_it_is_shown_and_kept_safely(
    chat: Chat, data_folder: Path, name: str
) -> None:
    before = {path.name for path in data_folder.parent.iterdir()}
    preview, _ = await send(chat, chat.person(ADMIN), VERACRUZ, name)
    assert "Veracruz" in preview.text
    assert {path.name for path in data_folder.parent.iterdir()} == before


async def test_the_same_act_twice_is_told_and_not_loaded(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    original = services.base.original(services.base.documents()[0])
    assert original
    (answer,) = await send(chat, admin, original.read_bytes(), "otra vez.txt")
    assert "otra vez.txt ya estaba cargada." in answer.text
    assert answer.buttons == []


async def test_a_confirmation_expires_after_ten_minutes(chat: Chat, services: Services, clock: Clock) -> None:
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ)
    clock.now += timedelta(minutes=10).total_seconds()
    tap = await chat.tap(admin, "Cargar")
    assert tap.text == EXPIRED
    assert slugs(services) == [BUILT_IN]


async def test_a_second_tap_has_no_second_effect(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ)
    first, second = admin.taps("Cargar"), admin.taps("Cargar")
    await settle(chat.application, chat.standin)
    assert (first.is_answered, second.text) == (True, "Ya está cargado.")
    assert [entry.outcome for entry in AuditTrail(services.state).entries(5)] == ["done"]


async def test_the_buttons_of_an_earlier_preview_no_longer_count(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, VERACRUZ)
    data = preview.button("Cargar").data
    assert data
    await send(chat, admin, PANAMA)
    tap = admin.taps_data(data, preview)
    await settle(chat.application, chat.standin)
    assert tap.text == EXPIRED
    assert slugs(services) == [BUILT_IN]


async def test_a_button_is_of_no_use_to_anyone_else(chat: Chat, services: Services) -> None:
    admin, other = chat.person(ADMIN), chat.person(7)
    preview, _ = await send(chat, admin, VERACRUZ)
    (own,) = await chat.ask(other, "/ayuda")
    data = preview.button("Cargar").data
    assert data
    tap = other.taps_data(data, own)
    await settle(chat.application, chat.standin)
    assert "ya no es válido" in tap.text
    assert slugs(services) == [BUILT_IN]


async def test_an_admin_who_is_one_no_longer_cannot_confirm(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ)
    object.__setattr__(services, "admins", frozenset())
    tap = await chat.tap(admin, "Cargar")
    assert "ya no es válido" in tap.text
    assert slugs(services) == [BUILT_IN]


async def test_a_batch_outlasts_a_restart(chat: Chat, services: Services) -> None:
    """The preview's button works on files that this process has never read."""
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ)
    services.base._loaders._read_once = type(services.base._loaders._read_once)()
    await chat.tap(admin, "Cargar")
    assert len(slugs(services)) == 2


async def test_what_was_loaded_meanwhile_is_previewed_again(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, new_version(), "versión 2.txt")
    services.base.load(lambda loader: loader.retire(BUILT_IN))
    await chat.tap(admin, "Cargar")
    assert "Entretanto cambió lo que está cargado" in preview.text
    assert "Acta nueva." in preview.text
    assert slugs(services) == []
    await chat.tap(admin, "Cargar")
    assert slugs(services) == [BUILT_IN]


async def test_who_loaded_an_act_is_written_down_where_a_killed_program_could_not(
    chat: Chat, services: Services
) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, VERACRUZ)
    # What is left of a confirmation that was killed once the act was in.
    services.base.load(lambda loader: loader.add(VERACRUZ))
    await chat.tap(admin, "Cargar")
    assert preview.text == "Ya está cargado."
    (document,) = (each for each in services.base.documents() if each.slug != BUILT_IN)
    provenance = Originals(services.state).provenance(document.sha256)
    assert provenance
    assert provenance.user_id == ADMIN
    assert [entry.subject for entry in AuditTrail(services.state).entries(5)] == [document.slug]


async def test_while_another_load_is_under_way_nothing_is_loaded_and_the_choice_stays(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, VERACRUZ)
    with DataFolder(data_folder).locked():
        await chat.tap(admin, "Cargar")
    assert "otra carga en curso" in preview.text
    await chat.tap(admin, "Cargar")
    assert len(slugs(services)) == 2
    assert [entry.outcome for entry in AuditTrail(services.state).entries(5)] == ["done", "failed"]


async def test_an_act_is_loaded_while_another_process_holds_the_state_and_the_audit_follows(
    chat: Chat, services: Services, data_folder: Path
) -> None:
    admin = chat.person(ADMIN)
    preview, _ = await send(chat, admin, VERACRUZ)
    with closing(sqlite3.connect(data_folder / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await chat.tap(admin, "Cargar")
    assert preview.text.startswith("Base recargada: 2 actas")
    assert len(slugs(services)) == 2
    services.writer.submit(lambda _: None).result()  # what was noted before is written then
    with closing(StateStore.open(data_folder / "state.db")) as state:
        assert [entry.outcome for entry in AuditTrail(state).entries(5)] == ["done"]


async def test_a_full_disk_is_told_as_such(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    await send(chat, admin, VERACRUZ)
    with file_size_limited_to(40_000):
        await chat.tap(admin, "Cargar")
    told = [message.text for message in admin.inbox if "No se cambió nada" in message.text]
    assert "Compruebe el espacio en disco" in told[0]
    assert slugs(services) == [BUILT_IN]


@pytest.mark.parametrize(
    "data", [pytest.param("u1:l:000000000000:1", id="no such batch"), pytest.param("u1:", id="cut short")]
)
async def test_invented_data_does_nothing(chat: Chat, services: Services, data: str) -> None:
    admin = chat.person(ADMIN)
    (message,) = await chat.ask(admin, "/ayuda")
    tap = admin.taps_data(data, message)
    await settle(chat.application, chat.standin)
    assert tap.text
    assert slugs(services) == [BUILT_IN]


async def test_questions_are_answered_while_a_file_is_read(chat: Chat) -> None:
    admin, delegate = chat.person(ADMIN), chat.person(7)
    admin.sends_document(PANAMA)
    delegate.writes("/conclusion 24")
    await settle(chat.application, chat.standin)
    assert "Conclusión 24" in delegate.inbox[-1].text
