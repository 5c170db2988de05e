"""Check a DOCX before unpacking it, since it may be a zip bomb."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from knowledge.reading.files.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MAX_XML_BYTES,
    MIN_RATIO_BYTES,
)
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_MAIN_PART = "word/document.xml"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_OPEN_DOCUMENT = "content.xml"
_ARCHIVES = (".zip", ".docx", ".docm", ".jar", ".7z", ".rar", ".gz", ".xlsx", ".xlsm", ".pptx")


def check_package(content: bytes, name: str) -> None:
    """Check a DOCX by its archive's directory only.

    Raises:
        UnreadableAct: it is no Word document, holds macros or other archives, or unpacks to too much.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        sentence = mark("{file} está dañado y no se puede abrir. Guárdelo de nuevo como .docx.")
        raise UnreadableAct(notice(sentence, file=name)) from error
    names = [member.filename.lower() for member in members]
    if _OPEN_DOCUMENT in names:
        sentence = mark("{file} es de LibreOffice. Guárdelo como .docx y envíelo otra vez.")
        raise UnreadableAct(notice(sentence, file=name))
    if _MAIN_PART not in names:
        sentence = mark("{file} no es un documento de Word. Envíe el acta como PDF, DOCX, HTML o TXT.")
        raise UnreadableAct(notice(sentence, file=name))
    if any(member.endswith(_MACROS) for member in names):
        sentence = mark("{file} contiene macros. Guárdelo como .docx sin macros y envíelo otra vez.")
        raise UnreadableAct(notice(sentence, file=name))
    if _is_too_much(members) or any(member.endswith(_ARCHIVES) for member in names):
        sentence = mark(
            "{file} ocupa demasiado al abrirse. Guarde solo el texto del acta en un documento nuevo."
        )
        raise UnreadableAct(notice(sentence, file=name))


def _is_too_much(members: list[ZipInfo]) -> bool:
    return (
        len(members) > MAX_MEMBERS
        or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES
        or any(
            member.file_size > MIN_RATIO_BYTES
            and (
                member.file_size > MAX_RATIO * member.compress_size
                or (member.filename.endswith((".xml", ".rels")) and member.file_size > MAX_XML_BYTES)
            )
            for member in members
        )
    )
