"""acuerdos load and acuerdos reload: take acts into the data folder, and rebuild the base."""

import argparse
import sys
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.services import open_encoder, open_loader
from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from handlers.desk.reports import describe_report
from knowledge.loading import LoadReport
from knowledge.values.notices import mark

_LEFT_OUT = mark("No se ha cargado: {reason}")


def add(subparsers: Subparsers) -> None:
    """Declare both commands."""
    load = subparsers.add_parser("load", help="comprobar actas, copiarlas a la carpeta de datos y recargar")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="el archivo del acta")
    load.add_argument("--replace", action="store_true", help="en lugar de otra versión de la misma reunión")
    load.set_defaults(execute=execute_load)
    reload = subparsers.add_parser("reload", help="rehacer la base a partir de las actas")
    reload.set_defaults(execute=execute_reload)


def execute_load(arguments: argparse.Namespace) -> int:
    """Load the files, and build the base once; return 1 if any was left out."""
    settings = settings_of(arguments)
    loader = open_loader(settings, open_encoder(settings))
    catalogue = load_catalogues(settings.folders())[LANGUAGES[0]]
    report = loader.add(*arguments.files, replace=arguments.replace)
    _print(report, catalogue)
    sys.stderr.writelines(f"{catalogue.text(_LEFT_OUT, reason=reason)}\n" for reason in report.left_out)
    return 1 if report.left_out else 0


def execute_reload(arguments: argparse.Namespace) -> int:
    """Rebuild the base."""
    settings = settings_of(arguments)
    loader = open_loader(settings, open_encoder(settings))
    _print(loader.rebuild(), load_catalogues(settings.folders())[LANGUAGES[0]])
    return 0


def _print(report: LoadReport, catalogue: Catalogue) -> None:
    sys.stdout.write("\n".join(describe_report(report, catalogue)) + "\n")
