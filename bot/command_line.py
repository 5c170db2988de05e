"""The console script `acuerdos`: its commands, error messages and exit codes."""

import argparse
import gc
import os
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from bot.logs import configure_logging, redact
from bot.settings import SettingsUnusable
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN
from knowledge.values.errors import FaultyData, KnowledgeError
from knowledge.values.notices import Notice

_MODULES = {
    "run": "run",
    "chat": "chat",
    "ask": "ask",
    "check": "check",
    "load": "load",
    "reload": "load",
    "retire": "load",
    "revert": "load",
    "export": "export",
    "chart": "chart",
    "track": "track",
    "review": "review",
    "status": "status",
    "questions": "status",
    "import": "import_table",
    "forum": "forum",
    "doctor": "doctor",
    "backup": "backup",
    "restore": "backup",
}
"""The module of bot.commands for each command."""

FAILED = 1
UNUSABLE_SETTINGS = os.EX_CONFIG


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 for success, 1 for an error, 78 for bad settings (argparse exits with 2)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    os.umask(0o077)  # files contain personal data: not for other accounts of the machine
    parsed = _parser(arguments).parse_args(arguments)
    configure_logging("text:ERROR")  # a person reads the output; `run` applies ACUERDOS_LOG
    try:
        return int(parsed.execute(parsed))
    except SettingsUnusable as error:
        _complain(error.notice)
        return UNUSABLE_SETTINGS
    except KnowledgeError as error:
        _complain(error.notice)
        return FAILED
    except KeyboardInterrupt:
        return FAILED


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Declare the commands named in the arguments, or all if there are none, for help or an error."""
    parser = argparse.ArgumentParser(
        prog="acuerdos", description="Los acuerdos de la conferencia, con su cita."
    )
    parser.set_defaults(data=None)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in _load(_MODULES.keys() & arguments or _MODULES):
        module.add(subparsers)
    for accepting in (parser, *subparsers.choices.values()):  # before the command or after it
        accepting.add_argument(
            "--data",
            type=Path,
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="carpeta de datos, en lugar de ACUERDOS_DATA",
        )
    return parser


def _load(commands: Collection[str]) -> list[ModuleType]:
    """Load the modules of only these commands: loading all takes longer than answering a question.

    Loaded objects stay for good, so they are hidden from the garbage collector: scanning them would take
    50 ms, sometimes in the middle of an answer.
    """
    gc.disable()
    modules = dict.fromkeys(_MODULES[command] for command in _MODULES if command in commands)
    loaded = [import_module(f"bot.commands.{module}") for module in modules]
    gc.freeze()
    gc.enable()
    return loaded


def _complain(notice: Notice) -> None:
    try:
        text = load_catalogues(BUILT_IN)[LANGUAGES[0]].notice(notice)
    except FaultyData:  # the catalogue's own data may be faulty
        text = str(notice)
    sys.stderr.write(redact(text) + "\n")
