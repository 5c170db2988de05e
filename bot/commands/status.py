"""acuerdos status and questions: the state of the bot, and the unanswered questions."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.services import open_services
from handlers.catalogue import LANGUAGES
from handlers.desk.condition import condition_of, describe
from handlers.desk.question_tables import golden_csv, questions_csv
from knowledge.loading.golden import GoldenQuestion, golden_yaml
from knowledge.stores.data_folder import refusing_disk
from knowledge.stores.misses import MissStore


def add(subparsers: Subparsers) -> None:
    """Declare both commands."""
    status = subparsers.add_parser("status", help="cómo está el bot: actas, compromisos, preguntas, copias")
    status.add_argument("--json", action="store_true", help="para otros programas")
    status.set_defaults(execute=_tell_status)
    questions = subparsers.add_parser("questions", help="las preguntas que no se contestaron bien")
    questions.add_argument("--golden", action="store_true", help="las de prueba, en la forma de golden.yaml")
    form = questions.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="para otros programas")
    form.add_argument("--csv", type=Path, metavar="FILE", help="escribirlas en una tabla")
    questions.set_defaults(execute=_list_questions)


def _tell_status(arguments: argparse.Namespace) -> int:
    with open_services(settings_of(arguments)) as services:
        condition = condition_of(services, started_at=None)
        if arguments.json:
            sys.stdout.write(condition.model_dump_json(indent=2) + "\n")
        else:
            sys.stdout.write("\n".join(describe(condition, services.catalogues[LANGUAGES[0]])) + "\n")
            if condition.lost:
                sys.stdout.write("→ acuerdos track --list\n")
    return 0


def _list_questions(arguments: argparse.Namespace) -> int:
    with open_services(settings_of(arguments)) as services:
        if arguments.golden:
            _list_golden(arguments, services.base.golden())
            return 0
        kept = MissStore(services.state).kept()
        if arguments.csv:
            with refusing_disk(arguments.csv.parent):
                arguments.csv.write_text(questions_csv(kept), encoding="utf-8-sig", newline="")
        elif arguments.json:
            written = [each.model_dump(mode="json") for each in kept]
            sys.stdout.write(json.dumps({"questions": written}, ensure_ascii=False, indent=2) + "\n")
        else:
            sys.stdout.writelines(f"{each.id}  {each.fate}  {each.text}\n" for each in kept)
    return 0


def _list_golden(arguments: argparse.Namespace, golden: Sequence[GoldenQuestion]) -> None:
    if arguments.csv:
        with refusing_disk(arguments.csv.parent):
            arguments.csv.write_text(golden_csv(golden), encoding="utf-8-sig", newline="")
    elif arguments.json:
        written = [{**each.model_dump(mode="json"), "reference": str(each.reference)} for each in golden]
        sys.stdout.write(json.dumps({"golden": written}, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(golden_yaml(golden))
