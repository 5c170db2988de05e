"""The console script `acuerdos`: commands, and what a failure says and exits with."""

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
"""Commands, and the module of bot.commands that each stands in."""

FAILED = 1
UNUSABLE_SETTINGS = os.EX_CONFIG


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 done, 1 a clear error, 78 unusable settings (argparse exits with 2 itself)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    os.umask(0o077)  # what is written concerns people: no other account of the machine reads it
    parsed = _parser(arguments).parse_args(arguments)
    configure_logging("text:ERROR")  # a person reads the output; `run` sets what ACUERDOS_LOG says
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
    """Declare the commands that the arguments name; all of them if they name none, for help or a mistake."""
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
    """Load the modules of commands, and of no others: those of all take longer than answering a question.

    What they load stays for good, and the garbage collector never looks through it: that would take 50 ms,
    now and then in the midst of an answer.
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
    except FaultyData:  # the words themselves may be what is faulty
        text = str(notice)
    sys.stderr.write(redact(text) + "\n")
