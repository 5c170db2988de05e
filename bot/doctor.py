"""Check settings, forum, encoder, stores, disk and clock for problems, and say how to fix them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.services import open_backups, open_encoder
from bot.settings import Settings
from knowledge.language.forum import FILE_NAME, load_forum
from knowledge.language.forum_doubts import find_doubts
from knowledge.language.parties import PartyRegister
from knowledge.loading import edition_of
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.folder_rights import open_to_others
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import Notice, mark, notice

_OLD_BACKUP = timedelta(days=2)
_LEAST_FREE = 200_000_000
"""Bytes that a reload may need: the base is built beside the one in use."""


class Health(StrEnum):
    """The severity of a symptom: fine, to be checked, or keeping the bot from working."""

    GOOD = "✓"
    DOUBTFUL = "⚠"
    BAD = "✗"


class Symptom(NamedTuple):
    """The result of a check, and its severity."""

    health: Health
    said: Notice


def examine(settings: Settings, now: datetime) -> Iterator[Symptom]:
    """Yield the result of each check in turn; change nothing that a start wouldn't change."""
    yield from _token(settings)
    yield _officers(settings)
    yield from _clock(settings, now)
    yield from _forum(settings)
    yield _encoder(settings)
    yield from _folder(settings.data)
    if settings.data.is_dir():
        folder = DataFolder(settings.data)
        yield from _stores(settings, folder)
        yield from _safety(settings, folder, now)
        yield from _turns(folder)


def _token(settings: Settings) -> Iterator[Symptom]:
    if settings.token:
        yield Symptom(Health.GOOD, notice(mark("TELEGRAM_TOKEN tiene la forma de un token.")))
    else:
        sentence = mark(
            "No hay TELEGRAM_TOKEN: pídalo a @BotFather; sin él funciona todo menos «acuerdos run»."
        )
        yield Symptom(Health.DOUBTFUL, notice(sentence))
    if not settings.admins:
        sentence = mark("ACUERDOS_ADMINS está vacío: nadie puede recargar desde el chat.")
        yield Symptom(Health.DOUBTFUL, notice(sentence))


def _officers(settings: Settings) -> Symptom:
    both = settings.admins & settings.editors
    if both:
        sentence = mark("{users} está en ACUERDOS_ADMINS y en ACUERDOS_EDITORS: vale lo primero.")
        return Symptom(Health.DOUBTFUL, notice(sentence, users=", ".join(map(str, sorted(both)))))
    sentence = mark("Funcionarios: {admins} que cargan actas y {editors} que solo anotan y corrigen.")
    counts = {"admins": len(settings.admins), "editors": len(settings.editors)}
    return Symptom(Health.GOOD, notice(sentence, **counts))


def _safety(settings: Settings, folder: DataFolder, now: datetime) -> Iterator[Symptom]:
    """Check the folder's permissions, and the age of the last backup."""
    if exposed := open_to_others(folder.path):
        sentence = mark(
            "Otras cuentas de esta máquina pueden leer {number} archivos de {folder}: se cierran al "
            "arrancar, si son del mismo usuario."
        )
        yield Symptom(Health.DOUBTFUL, notice(sentence, number=len(exposed), folder=str(folder.path)))
    else:
        yield Symptom(Health.GOOD, notice(mark("Nadie más puede leer la carpeta de datos.")))
    newest = next(iter(open_backups(settings, folder).listed()), None)
    if newest is None:
        sentence = mark(
            "Todavía no hay copia de seguridad: «acuerdos backup» hace una, y el bot, cada noche."
        )
        yield Symptom(Health.DOUBTFUL, notice(sentence))
        return
    sentence = mark("Última copia de seguridad: {day}.")
    health = Health.DOUBTFUL if now - newest.made_at > _OLD_BACKUP else Health.GOOD
    yield Symptom(health, notice(sentence, day=newest.made_at.astimezone(ZoneInfo(settings.timezone)).date()))


def _turns(folder: DataFolder) -> Iterator[Symptom]:
    if folder.is_served:
        yield Symptom(Health.GOOD, notice(mark("Hay un bot en marcha con esta carpeta.")))
    else:
        yield Symptom(Health.GOOD, notice(mark("Ningún bot está en marcha con esta carpeta.")))
    if folder.is_loading:
        sentence = mark("Hay una carga o una copia de seguridad en curso.")
        yield Symptom(Health.DOUBTFUL, notice(sentence))


def _clock(settings: Settings, now: datetime) -> Iterator[Symptom]:
    """Compare the clock with the program's own files, which can't be newer."""
    written = datetime.fromtimestamp(Path(__file__).stat().st_mtime, now.tzinfo)
    today: date = settings.today()
    if now < written:
        sentence = mark("El reloj va atrasado: dice que hoy es {day}, y el programa es posterior.")
        yield Symptom(Health.BAD, notice(sentence, day=today))
    else:
        sentence = mark("Hoy es {day} en {timezone}.")
        yield Symptom(Health.GOOD, notice(sentence, day=today, timezone=settings.timezone))


def _forum(settings: Settings) -> Iterator[Symptom]:
    data = settings.folders()
    try:
        forum = load_forum(data)
        PartyRegister.load(data)
    except KnowledgeError as error:
        yield Symptom(Health.BAD, error.notice)
        return
    sentence = mark("Foro: {forum}, descrito en {file}.")
    described = notice(sentence, forum=forum.called("es"), file=str(data.forum / FILE_NAME))
    yield Symptom(Health.GOOD, described)
    yield from (Symptom(Health.DOUBTFUL, doubt) for doubt in find_doubts(forum))


def _encoder(settings: Settings) -> Symptom:
    encoder = open_encoder(settings)
    if encoder is None:
        return Symptom(Health.GOOD, notice(mark("ACUERDOS_ENCODER=off: se contesta solo por las palabras.")))
    if not encoder.is_usable and encoder.fault:
        return Symptom(Health.DOUBTFUL, encoder.fault)
    return Symptom(Health.GOOD, notice(mark("El codificador de frases funciona.")))


def _folder(path: Path) -> Iterator[Symptom]:
    if not path.exists():
        sentence = mark("La carpeta de datos {folder} no existe todavía: se crea al arrancar.")
        yield Symptom(Health.DOUBTFUL, notice(sentence, folder=str(path)))
        path = path.absolute().parent
    if not path.is_dir():
        yield Symptom(Health.BAD, notice(mark("{folder} no es una carpeta."), folder=str(path)))
        return
    if not os.access(path, os.W_OK | os.X_OK):
        sentence = mark("No se puede escribir en la carpeta {folder}.")
        yield Symptom(Health.BAD, notice(sentence, folder=str(path)))
    free = shutil.disk_usage(path).free
    sentence = mark("Quedan {megabytes} MB libres en el disco de {folder}.")
    health = Health.GOOD if free >= _LEAST_FREE else Health.BAD
    yield Symptom(health, notice(sentence, megabytes=free // 1_000_000, folder=str(path)))


def _stores(settings: Settings, folder: DataFolder) -> Iterator[Symptom]:
    try:
        yield _base(settings, folder.knowledge)
        if folder.state.exists():
            with closing(StateStore.open(folder.state)):
                yield Symptom(Health.GOOD, notice(mark("{file} está bien."), file=folder.state.name))
    except KnowledgeError as error:
        yield Symptom(Health.BAD, error.notice)


def _base(settings: Settings, path: Path) -> Symptom:
    if not path.exists():
        return Symptom(Health.DOUBTFUL, notice(mark("Aún no hay base: se hace al arrancar.")))
    with closing(KnowledgeStore.open(path)) as store:
        store.check()
        if store.edition != edition_of(settings.folders()):
            sentence = mark("La base es de otra versión del programa o de los datos: se rehace al arrancar.")
            return Symptom(Health.DOUBTFUL, notice(sentence))
        acts = len(store.documents())
    sentence = mark("La base está bien. Actas: {number}.")
    return Symptom(Health.GOOD if acts else Health.DOUBTFUL, notice(sentence, number=acts))
