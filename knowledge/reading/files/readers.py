"""The reader of each kind of file; only the process that reads acts needs their libraries."""

from collections.abc import Callable

from knowledge.reading.files.kinds import FileKind
from knowledge.reading.files.pdf import read_pdf
from knowledge.reading.files.plaintables import mark_tables
from knowledge.reading.files.plaintext import decode_text
from knowledge.reading.files.webpage import read_html
from knowledge.reading.files.word import read_docx
from knowledge.values.progress import Progress

_READERS: dict[FileKind, Callable[[bytes, str], str]] = {
    FileKind.TXT: lambda content, name: mark_tables(decode_text(content, name)),
    FileKind.DOCX: read_docx,
    FileKind.HTML: read_html,
}


def read_text(kind: FileKind, content: bytes, name: str, progress: Progress) -> str:
    """Return the text of a file; report the pages of a PDF to `progress`.

    Raises:
        UnreadableAct: it is damaged, or no text can be had from it.
    """
    return read_pdf(content, name, progress) if kind is FileKind.PDF else _READERS[kind](content, name)
