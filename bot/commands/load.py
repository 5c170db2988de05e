"""acuerdos load, reload, retire and revert: change the acts in the base, as officers do in the chat."""

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import report_json
from bot.services import open_encoder, open_loader
from bot.settings import Settings
from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from handlers.desk.reports import describe_report
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader, LoadReport
from knowledge.stores.audit import AuditEntry, AuditTrail
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import MarkReader
from knowledge.stores.originals import AT_THE_SERVER, Originals, Provenance
from knowledge.stores.state_store import StateStore
from knowledge.stores.tracking import Tracker
from knowledge.values.errors import StoreUnusable
from knowledge.values.notices import mark
from knowledge.values.tracking import Mark

_Change = Callable[[Loader, argparse.Namespace], LoadReport]

_LEFT_OUT = mark("No se ha cargado: {reason}")


def add(subparsers: Subparsers) -> None:
    """Declare the commands."""
    load = subparsers.add_parser("load", help="comprobar actas, copiarlas a la carpeta de datos y recargar")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="el archivo del acta")
    load.add_argument("--replace", action="store_true", help="en lugar de otra versión de la misma reunión")
    load.set_defaults(change=lambda loader, given: loader.add(*given.files, replace=given.replace))
    reload = subparsers.add_parser("reload", help="rehacer la base a partir de las actas")
    reload.set_defaults(change=lambda loader, _: loader.rebuild())
    retire = subparsers.add_parser("retire", help="retirar un acta; su archivo se guarda en archive/")
    retire.add_argument("slug", metavar="SLUG", help="el nombre del acta, como lo dice «acuerdos check»")
    retire.set_defaults(change=lambda loader, given: loader.retire(given.slug))
    revert = subparsers.add_parser("revert", help="volver a las actas de antes; otra vez, a las de ahora")
    revert.set_defaults(change=lambda loader, _: loader.revert())
    for name, parser in (("load", load), ("reload", reload), ("retire", retire), ("revert", revert)):
        parser.add_argument("--json", action="store_true", help="responder en JSON")
        parser.set_defaults(execute=execute, action=name)


def execute(arguments: argparse.Namespace) -> int:
    """Change the base, and report the result; return 1 if a file was left out."""
    settings = settings_of(arguments)
    loader = open_loader(settings, open_encoder(settings))
    catalogue = load_catalogues(settings.folders())[LANGUAGES[0]]
    change: _Change = arguments.change
    report = change(loader, arguments)
    _record(loader.folder, arguments.action, report, catalogue)
    if arguments.json:
        sys.stdout.write(json.dumps(report_json(report, catalogue), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(describe_report(report, catalogue, _lost(loader.folder, settings))) + "\n")
        sys.stderr.writelines(f"{catalogue.text(_LEFT_OUT, reason=reason)}\n" for reason in report.left_out)
    return 1 if report.left_out else 0


def _lost(folder: DataFolder, settings: Settings) -> tuple[Mark, ...]:
    """List the marks whose commitment no act has any more; none where they cannot be read."""
    register = PartyRegister.load(settings.folders())
    try:
        with (
            closing(StateStore.open(folder.state)) as state,
            closing(KnowledgeStore.open(folder.knowledge)) as store,
        ):
            return Tracker(store, register, MarkReader(state)).statuses.lost
    except StoreUnusable as error:
        sys.stderr.write(f"⚠ {error}\n")
        return ()


def _record(folder: DataFolder, action: str, report: LoadReport, catalogue: Catalogue) -> None:
    """Record a change made at the server; the change stands even if it cannot be recorded."""
    now = datetime.now(UTC)
    subject = ", ".join(dict.fromkeys(each.slug for each in report.loaded))
    try:
        with closing(StateStore.open(folder.state)) as state:
            for each in report.loaded:
                Originals(state).keep(
                    Provenance(
                        sha256=each.sha256,
                        slug=each.slug,
                        file_name=each.name,
                        user_id=AT_THE_SERVER,
                        loaded_at=now,
                    )
                )
            AuditTrail(state).record(
                AuditEntry(at=now, user_id=AT_THE_SERVER, action=action, subject=subject)
            )
    except StoreUnusable as error:
        sys.stderr.write(f"⚠ {catalogue.notice(error.notice)}\n")
