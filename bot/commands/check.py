"""acuerdos check: read acts without loading them, and report the findings and doubts."""

import argparse
import json
import shutil
import sys
from functools import partial
from pathlib import Path

from bot.commands.arguments import Subparsers, settings_of
from bot.json_forms import act_json
from bot.progress import READING, ProgressBar
from handlers.catalogue import LANGUAGES, Catalogue, load_catalogues
from handlers.reports.page import GENERATOR, ActPage
from handlers.reports.report import act_report
from knowledge.language.forum import load_forum
from knowledge.language.forum_doubts import find_doubts
from knowledge.language.parties import PartyRegister
from knowledge.loading import ReadAct
from knowledge.reading import read_act
from knowledge.reading.reviews import PAGE_SUFFIX, SUFFIX, draft_review, reviewed
from knowledge.values.acts import Act
from knowledge.values.errors import FileExists, KnowledgeError
from knowledge.values.notices import mark, notice

_EXISTS = mark("Ya existe {file}: no se ha cambiado.")
_NO_TERMINAL = (100, 24)
"""Columns and lines if the output isn't a terminal and COLUMNS isn't set."""


def add(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help="leer un acta sin cargarla y decir qué se encontró")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="el archivo del acta")
    parser.add_argument("--json", action="store_true", help="responder en JSON")
    parser.add_argument(
        "--html", type=Path, metavar="OUT", help="escribir una página con lo leído coloreado en el acta"
    )
    parser.add_argument(
        "--review", action="store_true", help="escribir junto al acta un archivo para corregir lo leído"
    )
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="idioma del informe")
    parser.set_defaults(execute=execute, complain=parser.error)


def execute(arguments: argparse.Namespace) -> int:
    """Report on standard output; the first file that cannot be read ends it."""
    if arguments.html and len(arguments.files) > 1:
        arguments.complain("--html muestra una sola acta")
    data = settings_of(arguments).folders()
    catalogue = load_catalogues(data)[arguments.language]
    register = PartyRegister.load(data)
    bar = ProgressBar(sys.stderr, READING)
    read = partial(read_act, register=register, data=data, progress=bar)
    if arguments.review:
        for path in arguments.files:
            sys.stdout.write(f"{_write_review(path, read, register, catalogue)}\n")
        return 0
    acts = [reviewed(read(path), path.parent) for path in arguments.files]
    if arguments.html:
        _write_page(arguments.html, acts[0], register, catalogue)
    if arguments.json:
        forms = [act_json(act, catalogue) for act in acts]
        sys.stdout.write(
            json.dumps(forms if len(forms) > 1 else forms[0], ensure_ascii=False, indent=2) + "\n"
        )
        return 0
    doubts = "".join(f"⚠ {catalogue.notice(doubt)}\n" for doubt in find_doubts(load_forum(data)))
    width = shutil.get_terminal_size(_NO_TERMINAL).columns
    sys.stdout.write(doubts + "\n".join(act_report(act, catalogue, width) for act in acts))
    return 0


def _write_review(path: Path, read: ReadAct, register: PartyRegister, catalogue: Catalogue) -> Path:
    """Write an initial review file beside an act, with its page, and return the review file's path."""
    act = read(path)
    review = path.parent / f"{act.slug}{SUFFIX}"
    if review.exists():
        raise FileExists(notice(_EXISTS, file=review.name))
    page = path.parent / f"{act.slug}{PAGE_SUFFIX}"
    _write_page(page, act, register, catalogue)
    review.write_text(draft_review(act, page=page.name, say=catalogue.notice), encoding="utf-8")
    return review


def _write_page(page: Path, act: Act, register: PartyRegister, catalogue: Catalogue) -> None:
    """Write the page of an act; overwrite an earlier page, but no other file."""
    html = ActPage(act, register, catalogue).html()
    try:
        if page.is_file() and GENERATOR.encode() not in page.read_bytes():
            raise FileExists(notice(_EXISTS, file=page.name))
        page.write_text(html, encoding="utf-8")
    except OSError as error:
        sentence = mark("No se puede escribir {file} ({reason}).")
        raise KnowledgeError(notice(sentence, file=str(page), reason=error.strerror or "")) from error
