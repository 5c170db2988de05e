"""/respaldo, and the backup of each night."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.stores.audit import AuditTrail
from standin import Person
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.disks import file_size_limited_to

HOURS = 3600


@pytest.fixture
def admin(chat: Chat) -> Person:
    return chat.person(ADMIN)


async def night_falls(chat: Chat) -> None:
    queue = chat.application.job_queue
    assert queue
    for job in queue.get_jobs_by_name("back_up"):
        await job.run(chat.application)


async def test_an_admin_has_a_backup_made_and_sent(chat: Chat, admin: Person, services: Services) -> None:
    (said,) = await chat.ask(admin, "/respaldo")
    (backup,) = services.backups.listed()
    assert backup.path.name in said.text
    assert str(services.backups.folder.path) not in said.text

    await chat.tap(admin, "Enviarme el archivo")

    sent = admin.inbox[-1].document
    assert sent
    assert sent.name == backup.path.name
    with zipfile.ZipFile(BytesIO(sent.content)) as archive:
        assert archive.testzip() is None
    assert [entry.action for entry in AuditTrail(services.state).entries(5)] == ["backup_sent", "backup"]


async def test_nobody_else_is_sent_one(chat: Chat, admin: Person, services: Services) -> None:
    await chat.ask(admin, "/respaldo")
    editor = chat.person(EDITOR)
    (answer,) = await chat.ask(editor, "/respaldo")
    assert answer.text.startswith("No conozco esa orden")

    (backup,) = services.backups.listed()
    tap = editor.taps_data(f"bk1:{backup.path.name}", answer)
    await chat.settle()

    assert "ya no es válido" in tap.text
    assert [message.document for message in editor.inbox] == [None]
    assert AuditTrail(services.state).refusals(TODAY) == {"backup": 2}


@pytest.mark.parametrize("name", ["../state.db", "acuerdos-20000101T000000Z.zip", ""])
async def test_only_a_backup_is_sent(chat: Chat, admin: Person, name: str) -> None:
    (said,) = await chat.ask(admin, "/respaldo")
    tap = admin.taps_data(f"bk1:{name}", said)
    await chat.settle()
    assert "ya no está cargado" in tap.text
    assert admin.inbox[-1].document is None


async def test_one_is_made_each_night(chat: Chat, services: Services, clock: Clock) -> None:
    for _ in range(3):
        await night_falls(chat)
        clock.now += 12 * HOURS
    assert len(services.backups.listed()) == 2


async def test_a_full_disk_is_told_to_the_admins_once_and_to_who_asks(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    await chat.ask(admin, "hola")
    services.writer.submit(lambda _: None).result()
    (data_folder / "acts" / "grande.bin").write_bytes(bytes(range(256)) * 4000)
    before = len(admin.inbox)

    with file_size_limited_to(20_000):
        await night_falls(chat)
        await night_falls(chat)
    told = [message.text for message in admin.inbox[before:]]

    assert services.backups.listed() == ()
    assert len(told) == 1
    assert told[0].startswith("No pude hacer la copia de seguridad")
    (answer,) = await chat.ask(chat.person(7), "/conclusion 24")
    assert "Conclusión 24" in answer.text
