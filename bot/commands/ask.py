"""acuerdos ask: one question, or a file of them, answered on standard output."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ValidationError

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import Json, answer_json
from bot.services import open_services
from handlers.catalogue import LANGUAGES
from handlers.lists.requests import Asked, Request, ask_base
from handlers.services import Services
from knowledge.values.answers import Answer
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark, notice

_NO_FILE = mark("No se puede leer {file}: {reason}.")
_BAD_LINE = mark("{file}, línea {line}: se espera un objeto JSON con «id» y «q», o «id» y «turns».")


class _Turn(BaseModel):
    q: str


class _Conversation(BaseModel):
    """A line of a batch: one question, or the turns of a chat."""

    id: str
    q: str | None = None
    turns: tuple[_Turn, ...] = ()

    @property
    def questions(self) -> list[str]:
        """List the questions in their order."""
        return [turn.q for turn in self.turns] or [self.q or ""]


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("ask", help="contestar una pregunta, o un archivo de preguntas")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("question", nargs="?", help="la pregunta")
    asked.add_argument(
        "--batch", type=Path, metavar="FILE", help="una pregunta o conversación JSON por línea"
    )
    parser.add_argument("--json", action="store_true", help="responder en JSON")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help="como si hoy fuera ese día (AAAA-MM-DD)"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="idioma de la respuesta")
    parser.set_defaults(execute=execute)


def execute(arguments: argparse.Namespace) -> int:
    """Answer on standard output."""
    with open_services(settings_of(arguments)) as services:
        today = arguments.on or services.today()
        if arguments.batch:
            for line in _answer_batch(services, arguments.batch, today, arguments.language):
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            return 0
        answer = _converse(services, [arguments.question], today, arguments.language)[0]
        renderer = services.renderer(answer.language, today)
        form = json.dumps(answer_json(answer, renderer), ensure_ascii=False, indent=2)
        sys.stdout.write((form if arguments.json else renderer.text(answer)) + "\n")
    return 0


def _answer_batch(services: Services, path: Path, today: date, language: str | None) -> Iterator[Json]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # JSON may contain other line separators
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise KnowledgeError(notice(_NO_FILE, file=str(path), reason=reason)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            conversation = _Conversation.model_validate_json(line)
        except ValidationError as error:
            raise KnowledgeError(notice(_BAD_LINE, file=path.name, line=number)) from error
        answers = _converse(services, conversation.questions, today, language)
        printed = [answer_json(answer, services.renderer(answer.language, today)) for answer in answers]
        yield {"id": conversation.id, "answers": printed}


def _request_in(question: str) -> tuple[Request, str]:
    """Return the request of a message: a command's, or else a question's."""
    if not question.lstrip().startswith("/"):
        return ask_base, question
    # The commands import Telegram's library, which takes half a second.
    from handlers.commands import request_in  # noqa: PLC0415  for the reason above

    return request_in(question) or (ask_base, question)


def _converse(
    services: Services, questions: Iterable[str], today: date, language: str | None
) -> list[Answer]:
    """Answer the turns of one chat, each in the context of the previous one."""
    answers: list[Answer] = []
    focus: str | None = None
    for question in questions:
        request, words = _request_in(question)
        answer, focus = request(services.base, Asked(words, today, language or LANGUAGES[0], focus))
        answer = answer.model_copy(update={"question": question})
        answers.append(answer.model_copy(update={"language": language}) if language else answer)
    return answers
