"""acuerdos backup and restore: save all that cannot be rebuilt in one file, and restore it from there."""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.services import open_backups, open_services
from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.loading.golden import GOLDEN, GoldenQuestion, asker, load_golden, unanswered
from knowledge.stores.audit import AuditEntry, AuditTrail
from knowledge.stores.data_folder import DataFolder, publish, refusing_disk
from knowledge.stores.originals import AT_THE_SERVER
from knowledge.stores.restoring import Restoration, Restored, open_folder
from knowledge.stores.state_store import StateStore
from knowledge.values.notices import mark

_MADE = mark("Copia hecha: {file} ({kilobytes} kB).")
_RESTORED = mark("Restaurada la copia de {day}. Actas: {number}.")
_GOLDEN = mark("Preguntas de prueba contestadas como deben: {number} de {total}.")
_ASIDE = mark("Lo que había está en {folder}; se borra a las dos semanas.")
_FORGOTTEN = mark("Personas que pidieron después que se borrara lo suyo, y siguen borradas: {number}.")


def add(subparsers: Subparsers) -> None:
    """Declare the commands."""
    backup = subparsers.add_parser("backup", help="guardar en un archivo lo que no se puede rehacer")
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="dónde; si no, en backups/ de la carpeta de datos"
    )
    backup.set_defaults(execute=_back_up)
    restore = subparsers.add_parser("restore", help="volver a lo que guarda una copia")
    restore.add_argument("file", type=Path, metavar="FILE", help="la copia, hecha por «acuerdos backup»")
    restore.set_defaults(execute=_restore)
    for parser in (backup, restore):
        parser.add_argument("--json", action="store_true", help="responder en JSON")


def _back_up(arguments: argparse.Namespace) -> int:
    """Make a backup, also while a bot is running, and report its place."""
    settings = settings_of(arguments)
    made = open_backups(settings, open_folder(settings.data)).make(datetime.now(UTC))
    path: Path = arguments.file or made.path
    if path != made.path:
        fresh = path.with_name(f"{path.name}.new")
        with refusing_disk(path.parent):
            shutil.copyfile(made.path, fresh)
            publish(fresh, path)
    if arguments.json:
        _print_json({"file": str(path), "bytes": made.size, "made_at": made.made_at.isoformat()})
    else:
        _print(_catalogue().text(_MADE, file=str(path), kilobytes=-(-made.size // 1000)))
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    """Restore a backup if no bot is running, rebuild the base from it, and report the result."""
    settings, now = settings_of(arguments), datetime.now(UTC)
    folder = open_folder(settings.data)
    with folder.served():
        with folder.locked():
            restored = Restoration(folder).restore(arguments.file, now)
        _record(folder, now, arguments.file.name)
        with open_services(settings) as services:
            acts = len(services.base.documents())
            golden = load_golden(settings.folders().forum / GOLDEN, folder.golden)
            made_on = services.here(restored.made_at).date()
            missed = unanswered(golden, asker(services.base.ask, today=services.today()))
    if arguments.json:
        answered = {"asked": len(golden), "missed": [each.text for each in missed]}
        _print_json({**restored.model_dump(mode="json"), "acts": acts, "golden": answered})
    else:
        _print("\n".join(_described(restored, made_on, acts, golden, missed)))
    return 1 if missed else 0


def _described(
    restored: Restored,
    made_on: date,
    acts: int,
    golden: Sequence[GoldenQuestion],
    missed: Sequence[GoldenQuestion],
) -> list[str]:
    catalogue = _catalogue()
    answered = len(golden) - len(missed)
    lines = [
        catalogue.text(_RESTORED, day=made_on, number=acts),
        catalogue.text(_GOLDEN, number=answered, total=len(golden)),
        *(f"⚠️ {each.text}" for each in missed),
    ]
    if restored.aside:
        lines.append(catalogue.text(_ASIDE, folder=str(restored.aside)))
    if restored.forgotten:
        lines.append(catalogue.text(_FORGOTTEN, number=restored.forgotten))
    return lines


def _record(folder: DataFolder, now: datetime, name: str) -> None:
    with closing(StateStore.open(folder.state)) as state:
        entry = AuditEntry(at=now, user_id=AT_THE_SERVER, action="restore", subject=name)
        AuditTrail(state).record(entry)


def _catalogue() -> Catalogue:
    return load_catalogues(BUILT_IN)[LANGUAGES[0]]


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _print_json(values: dict[str, object]) -> None:
    _print(json.dumps(values, ensure_ascii=False, indent=2))
