"""acuerdos doctor: what is wrong with settings, forum, encoder, stores, disk, clock, and how to mend it."""

import argparse
import sys
from datetime import UTC, datetime

from bot.commands.arguments import Subparsers, settings_of
from bot.doctor import Health, examine
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "doctor", help="comprobar ajustes, foro, codificador, bases, disco y reloj"
    )
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Report on standard output, a line for each thing; return 1 if anything is in the way of working."""
    catalogue = load_catalogues(BUILT_IN)[LANGUAGES[0]]
    bad = False
    for symptom in examine(settings_of(arguments), datetime.now(UTC)):
        sys.stdout.write(f"{symptom.health} {catalogue.notice(symptom.said)}\n")
        bad |= symptom.health is Health.BAD
    return int(bad)
