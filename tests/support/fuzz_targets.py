"""The targets of fuzzing: each takes any bytes, and raises only if our code is wrong."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from struct import iter_unpack
from typing import Protocol
from unicodedata import normalize
from xml.sax.saxutils import escape

from bot.services import open_loader
from bot.settings import Settings
from handlers.answers.rendering import AnswerRenderer
from handlers.callbacks import parse_tap
from handlers.catalogue import catalogues_of
from handlers.desk.correcting.steps import CorrectionTap
from handlers.desk.questions import QuestionTap
from handlers.desk.tracking.balances import BalanceTap
from handlers.desk.tracking.columns import TITLES
from handlers.desk.tracking.reading import TableUnreadable, read_table
from handlers.desk.tracking.taps import MarkTap
from handlers.desk.upload_taps import UploadTap
from handlers.feedback.taps import OpinionTap
from handlers.markup import plain
from handlers.messages import TEXT_LIMIT
from handlers.pictures.taps import PictureTap
from handlers.provision_taps import ProvisionTap
from handlers.reminders.taps import ReminderTap
from handlers.replying.run_taps import RunTap
from handlers.sharing.links import Opened
from handlers.welcome.starters import Starter
from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN, parse_yaml
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.reading.act import divide_text
from knowledge.reading.files.pdf_glyphs import Run
from knowledge.reading.files.pdf_layout import page_text
from knowledge.reading.files.plaintables import mark_tables
from knowledge.reading.files.plaintext import decode_text
from knowledge.reading.files.webpage import read_html
from knowledge.reading.files.word import read_docx
from knowledge.reading.reviews import Review
from knowledge.stores.marks import NO_MARKS
from knowledge.values.errors import FaultyData, UnreadableAct
from knowledge.values.references import Reference

TODAY = date(2017, 6, 25)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TAGS = ("p", "r", "t", "tbl", "tr", "tc", "pPr", "numPr", "ilvl", "numId", "br", "tab", "del", "sdt")


class _Parsed(Protocol):
    @classmethod
    def parse(cls, data: str, /) -> object: ...


_TAPS: tuple[type[_Parsed], ...] = (
    *(BalanceTap, CorrectionTap, MarkTap, Opened, OpinionTap, PictureTap, ProvisionTap, QuestionTap),
    *(Reference, ReminderTap, RunTap, Starter, UploadTap),
)


def read_a_page(content: bytes) -> None:
    """Read HTML."""
    with suppress(UnreadableAct):
        read_html(content, "acta.html")


def read_a_document(content: bytes) -> None:
    """Read a Word document with arbitrary elements in its body."""
    with suppress(UnreadableAct):
        read_docx(_docx(_word_body(content)), "acta.docx")


def read_an_act(content: bytes) -> None:
    """Read text as an act; check that what is quoted is in its text."""
    with suppress(UnreadableAct):
        text = mark_tables(decode_text(content, "acta.txt"))
        act = divide_text(text, source="acta.txt", sha256="0" * 64, register=_register())
        for provision in act.provisions:
            assert all(act.text[span.start : span.end] in provision.text for span in provision.spans)
        for commitment in act.commitments:
            assert act.text[commitment.span.start : commitment.span.end] == commitment.quote


def lay_out_a_page(content: bytes) -> None:
    """Lay out a PDF page with text in any places; no letter may be lost, though «2» may become «²»."""
    places = iter_unpack("<4sBBB", content[: len(content) // 7 * 7])
    runs = [
        Run(text.decode("latin-1"), x * 2.5, y * 3.5, x * 2.5 + 40, 6 + size % 12)
        for text, x, y, size in places
    ]
    laid_out = normalize("NFKC", page_text(runs))
    letters = normalize("NFKC", "".join(run.text for run in runs))
    assert all(letter in laid_out for letter in letters if letter.isalnum())


def answer_messages(content: bytes) -> None:
    """Answer the messages of a chat, one per line; answers must quote the acts, and fit in messages."""
    base = _base()
    focus: str | None = None
    for text in content.decode("utf-8", "replace").split("\n")[:3]:
        answer, focus = base.ask(text, today=TODAY, language="es", focus=focus)
        for finding in answer.findings:
            whole = " ".join(base.act(finding.citation.document).text.split())
            assert all(" ".join(part.split()) in whole for part in finding.quote.split("\n\n"))
        for catalogue in catalogues_of(base.register, base.forum).values():
            messages = AnswerRenderer(catalogue, TODAY).messages(answer)
            assert messages
            assert all(0 < len(plain(each.markup)) <= TEXT_LIMIT for each in messages)


def parse_button_data(content: bytes) -> None:
    """Parse the data of a button as each feature does."""
    data = content.decode("utf-8", "replace")
    for parse in (parse_tap, *(each.parse for each in _TAPS)):
        with suppress(ValueError):
            parse(data)


def read_an_officers_table(content: bytes) -> None:
    """Read an edited table of commitments."""
    titles = {fold(title): column for column, title in TITLES.items()}
    with suppress(TableUnreadable):
        list(read_table(content, titles))


def read_a_review(content: bytes) -> None:
    """Read the corrections that a person wrote."""
    with suppress(FaultyData):
        parse_yaml(Path("acta.review.yaml"), content.decode("utf-8", "replace"), Review)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": read_a_page,
    "word": read_a_document,
    "act": read_an_act,
    "layout": lay_out_a_page,
    "chat": answer_messages,
    "buttons": parse_button_data,
    "table": read_an_officers_table,
    "review": read_a_review,
}


def prepare(name: str) -> None:
    """Load the data of a target, so that the first input takes no longer than others."""
    if name == "chat":
        _base()


@cache
def _register() -> PartyRegister:
    return PartyRegister.load(BUILT_IN)


@cache
def _base() -> KnowledgeBase:
    # Its folder lasts as long as the process.
    settings = Settings(_env_file=None, data=Path(tempfile.mkdtemp()) / "data", encoder=False)
    return KnowledgeBase(partial(open_loader, settings), settings.folders(), None, lambda: NO_MARKS, None)


def _word_body(content: bytes) -> str:
    """Write elements from bytes: each byte opens one, closes the last, or is a letter."""
    return "".join(_elements(content))


def _elements(content: bytes) -> Iterator[str]:
    opened: list[str] = []
    for byte in content:
        if byte < len(_WORD_TAGS):
            opened.append(_WORD_TAGS[byte])
            yield f'<w:{opened[-1]} w:val="{len(opened)}">'
        elif byte < 2 * len(_WORD_TAGS) and opened:
            yield f"</w:{opened.pop()}>"
        elif byte >= ord(" "):
            yield escape(chr(byte))
    for tag in reversed(opened):
        yield f"</w:{tag}>"


def _docx(body: str) -> bytes:
    """Make a Word document by replacing the body of python-docx's default one."""
    from docx import Document  # noqa: PLC0415  ships no types, and only this target needs it

    template, made = io.BytesIO(), io.BytesIO()
    Document().save(template)
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name == "word/document.xml":
                xml = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
                new.writestr(name, xml.encode())
            else:
                new.writestr(name, old.read(name))
    return made.getvalue()
