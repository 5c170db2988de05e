"""Detect a file's kind and check it against the limits."""

import re
import stat
from enum import StrEnum
from pathlib import Path

from knowledge.reading.files.limits import MAX_BYTES, MAX_TEXT_BYTES, MEBIBYTE
from knowledge.reading.files.packages import check_package
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice


class FileKind(StrEnum):
    """Kinds of file, told apart by their first bytes."""

    TXT = "TXT"
    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    OLD_WORD = "DOC"
    RTF = "RTF"
    PICTURE = "imagen"


_KINDS_BY_SUFFIX = {
    ".txt": FileKind.TXT,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
}
_STARTS = (
    (b"PK\x03\x04", FileKind.DOCX),
    (b"PK\x05\x06", FileKind.DOCX),
    (b"\xd0\xcf\x11\xe0", FileKind.OLD_WORD),
    (rb"{\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
)
_WITH_MACROS = frozenset({".docm", ".dotm"})
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_START_BYTES = 1024
_UNREADABLE = mark("No se puede leer {file}. Compruebe que sea un archivo y sus permisos.")


def read_content(path: Path) -> bytes:
    """Read a whole file; raise UnreadableAct if it is missing, unreadable, empty, too big or no real file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or device might never end
            raise UnreadableAct(notice(_UNREADABLE, file=path.name))
        if status.st_size > MAX_BYTES:
            sentence = mark("{file} pesa más de {limit} MB. Envíe solo el acta, sin imágenes.")
            raise UnreadableAct(notice(sentence, file=path.name, limit=MAX_BYTES // MEBIBYTE))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableAct(notice(mark("No se encuentra el archivo {file}."), file=path.name)) from error
    except OSError as error:
        raise UnreadableAct(notice(_UNREADABLE, file=path.name)) from error
    if not content.strip():
        raise UnreadableAct(
            notice(mark("El archivo {file} está vacío. Envíe el acta completa."), file=path.name)
        )
    return content


def check_kind(content: bytes, path: Path) -> FileKind:
    """Return a readable file's kind, by its content rather than its name.

    Raises:
        UnreadableAct: the kind cannot be read, or the content is over a limit.
    """
    named = _KINDS_BY_SUFFIX.get(path.suffix.lower())
    kind = kind_of(content)
    if named is FileKind.HTML and kind is FileKind.TXT:
        kind = FileKind.HTML
    # The content decides, not the name, except for plain text, which has no signature.
    is_known = kind in _KINDS_BY_SUFFIX.values() and (kind is not FileKind.TXT or named is FileKind.TXT)
    if not is_known or path.suffix.lower() in _WITH_MACROS:
        raise UnreadableAct(_unreadable_kind(kind, path))
    if kind is FileKind.DOCX:
        check_package(content, path.name)
    if kind in {FileKind.TXT, FileKind.HTML} and len(content) > MAX_TEXT_BYTES:
        sentence = mark("{file} tiene más de {limit} MB de texto. Envíe solo el acta.")
        raise UnreadableAct(notice(sentence, file=path.name, limit=MAX_TEXT_BYTES // MEBIBYTE))
    return kind


def kind_of(content: bytes) -> FileKind:
    """Return a file's kind by its first bytes; unknown content counts as text."""
    start = content[:_START_BYTES]
    if b"%PDF-" in start:
        return FileKind.PDF
    known = next((kind for signature, kind in _STARTS if start.startswith(signature)), None)
    if known:
        return known
    letters = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\x00", b"")
    return FileKind.HTML if _HTML_START.match(letters) else FileKind.TXT


def suffix_for(path: Path) -> str:
    """Return the suffix to store an act's file with: its own if known, else that of its kind."""
    suffix = path.suffix.lower()
    if suffix in _KINDS_BY_SUFFIX:
        return suffix
    with path.open("rb") as file:
        return f".{kind_of(file.read(_START_BYTES)).value.lower()}"


def _unreadable_kind(kind: FileKind, path: Path) -> Notice:
    if kind is FileKind.OLD_WORD:
        return notice(
            mark("{file} es un Word antiguo o protegido con contraseña. Guárdelo como .docx sin contraseña."),
            file=path.name,
        )
    if path.suffix.lower() in _WITH_MACROS:
        return notice(mark("{file} contiene macros. Guárdelo como .docx y envíelo otra vez."), file=path.name)
    if kind is FileKind.RTF:
        sentence = mark("{file} es un RTF. Ábralo en Word, guárdelo como .docx y envíelo otra vez.")
        return notice(sentence, file=path.name)
    if kind is FileKind.TXT and path.suffix.lower() in {".docx", ".doc", ".pdf"}:
        sentence = mark(
            "{file} no es un documento de Word ni un PDF, aunque su nombre lo diga. Si es solo texto, "
            "póngale la terminación .txt; si no, guárdelo de nuevo desde el programa en que se escribió."
        )
        return notice(sentence, file=path.name)
    if kind is FileKind.PICTURE:
        return notice(
            mark("{file} es una imagen. Envíe el acta como PDF con texto, DOCX, HTML o TXT."), file=path.name
        )
    return notice(
        mark("No se lee ese tipo de archivo ({file}). Envíe el acta como PDF, DOCX, HTML o TXT."),
        file=path.name,
    )
