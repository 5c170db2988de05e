"""acuerdos doctor: check settings, forum, encoder, stores, disk and clock, and say how to fix problems."""

import argparse
import json
import sys
from datetime import UTC, datetime

from bot.commands.arguments import Subparsers, settings_of
from bot.doctor import Health, Symptom, examine
from handlers.catalogue import LANGUAGES, load_catalogues
from knowledge.language.datafiles import BUILT_IN


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "doctor", help="comprobar ajustes, foro, codificador, bases, disco y reloj"
    )
    parser.add_argument("--json", action="store_true", help="responder en JSON")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Report on standard output, a line for each check; return 1 if anything keeps the bot from working."""
    catalogue = load_catalogues(BUILT_IN)[LANGUAGES[0]]
    symptoms: list[Symptom] = []
    for symptom in examine(settings_of(arguments), datetime.now(UTC)):
        symptoms.append(symptom)
        if not arguments.json:
            sys.stdout.write(f"{symptom.health} {catalogue.notice(symptom.said)}\n")
    if arguments.json:
        told = [
            {"health": each.health.name.lower(), "said": catalogue.notice(each.said)} for each in symptoms
        ]
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    return int(any(symptom.health is Health.BAD for symptom in symptoms))
