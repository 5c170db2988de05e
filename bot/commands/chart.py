"""acuerdos chart: a picture of deadlines, events and the status of commitments, or its data as JSON."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import figures_json
from bot.services import open_services
from handlers.catalogue import LANGUAGES
from handlers.pictures.figures import Figures, gather
from handlers.pictures.subjects import Asked, Several, find_subject
from handlers.services import Services
from knowledge.values.answers import Answer
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark, notice

_PNG = ".png"
_SEVERAL = mark("Hay varias reuniones así: {meetings}.")
_NOTHING = mark("No consta ningún compromiso, plazo ni evento; no hay nada que dibujar.")
_UNWRITABLE = mark("No se puede escribir {file}: {reason}.")


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "chart",
        usage="acuerdos chart [reunión o parte] FILE.png [--json] [--on DATE] [--language es|en]",
        help="dibujar fechas y compromisos de la última reunión, de otra, o de un país u organismo",
    )
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="de qué reunión o parte; al final, FILE.png donde se dibuja"
    )
    parser.add_argument("--json", action="store_true", help="escribir las cifras en JSON; FILE.png sobra")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DATE", help="como si hoy fuera ese día (AAAA-MM-DD)"
    )
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="idioma de la imagen")
    parser.set_defaults(execute=lambda arguments: execute(parser, arguments))


def execute(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> int:
    """Draw the picture, write its data, or both."""
    words = list(arguments.words)
    file = Path(words.pop()) if words and words[-1].lower().endswith(_PNG) else None
    if file is None and not arguments.json:
        parser.error("falta FILE.png")
    with open_services(settings_of(arguments)) as services:
        today = arguments.on or services.today()
        figures = _figures(services, " ".join(words), today, arguments.language)
        if file is not None:
            _draw(services, figures, file, arguments.language)
        if arguments.json:
            form = figures_json(figures, services.catalogues[arguments.language])
            sys.stdout.write(json.dumps(form, ensure_ascii=False, indent=2) + "\n")
    return 0


def _figures(services: Services, words: str, today: date, language: str) -> Figures:
    asked = find_subject(services.base, words, today=today, language=language)
    match asked:
        case Answer():
            raise KnowledgeError(asked.lead[0] if asked.lead else notice(_NOTHING))
        case Several():
            catalogue = services.catalogues[language]
            named = "; ".join(catalogue.meeting(each.meeting) or each.source for each in asked.documents)
            raise KnowledgeError(notice(_SEVERAL, meetings=named))
        case Asked():
            return gather(services.base, asked.subject, today)


def _draw(services: Services, figures: Figures, file: Path, language: str) -> None:
    if figures.is_empty:
        raise KnowledgeError(notice(_NOTHING))
    # The plotting library takes half a second to load, and JSON doesn't need it.
    from handlers.pictures.drawing import draw  # noqa: PLC0415  for the reason above

    try:
        file.write_bytes(draw(figures, services.catalogues[language]))
    except OSError as error:
        raise KnowledgeError(notice(_UNWRITABLE, file=str(file), reason=error.strerror or "")) from error
