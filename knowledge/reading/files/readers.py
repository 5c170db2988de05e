"""What reads each kind of file; its libraries are only needed in the process that reads acts."""

from collections.abc import Callable

from knowledge.reading.files.kinds import FileKind
from knowledge.reading.files.pdf import read_pdf
from knowledge.reading.files.plaintext import decode_text
from knowledge.reading.files.webpage import read_html
from knowledge.reading.files.word import read_docx

READERS: dict[FileKind, Callable[[bytes, str], str]] = {
    FileKind.TXT: decode_text,
    FileKind.PDF: read_pdf,
    FileKind.DOCX: read_docx,
    FileKind.HTML: read_html,
}
