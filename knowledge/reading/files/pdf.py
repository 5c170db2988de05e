"""Read the text of a PDF: its lines from top to bottom, with blank lines for wider gaps."""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2
from pypdfium2 import raw

from knowledge.reading.files.limits import MAX_PAGES
from knowledge.reading.files.marks import PAGE_BREAK, UNREAD
from knowledge.reading.files.pdf_glyphs import page_runs
from knowledge.reading.files.pdf_layout import page_text
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.progress import Progress, show_nothing

_TRAILER = b"%%EOF"
_TRAILER_REACH = 2048
_FEWEST_LETTERS = 20
_LONGEST_WORD = 25
_GLUED_SHARE = 0.3
_PICTURE_SHARE = 0.3
_UNREADABLE_SHARE = 0.3


def read_pdf(content: bytes, name: str, progress: Progress = show_nothing) -> str:
    """Return the text of a PDF with page breaks; report each page to `progress`.

    Raises:
        UnreadableAct: it is cut off, damaged, protected by a password, too long, or made of pictures only.
    """
    if _TRAILER not in content[-_TRAILER_REACH:]:
        raise UnreadableAct(
            notice(mark("El PDF {file} está incompleto. Descárguelo o guárdelo de nuevo."), file=name)
        )
    with closing(_open(content, name)) as document:
        if len(document) > MAX_PAGES:
            sentence = mark("{file} tiene más de {limit} páginas. Envíe solo el acta.")
            raise UnreadableAct(notice(sentence, file=name, limit=MAX_PAGES))
        try:
            pages = list(_page_texts(document, progress))
        except pypdfium2.PdfiumError as error:
            raise UnreadableAct(_damaged(name)) from error
    if sum(character.isalpha() for page in pages for character in page) < _FEWEST_LETTERS * len(pages):
        sentence = mark(
            "{file} parece escaneado: no contiene texto. Envíe el documento original o páselo por OCR."
        )
        raise UnreadableAct(notice(sentence, file=name))
    if _is_unreadable("".join(pages)):
        sentence = mark(
            "Las letras de {file} no se pueden leer: el PDF no dice cuáles son. Envíe el documento original "
            "o páselo por OCR."
        )
        raise UnreadableAct(notice(sentence, file=name))
    if _lacks_spaces(pages):
        sentence = mark(
            "En {file} las palabras vienen pegadas, sin espacios. Guárdelo de nuevo como PDF desde el "
            "documento original, o envíe ese documento."
        )
        raise UnreadableAct(notice(sentence, file=name))
    return f"\n{PAGE_BREAK}\n".join(pages)


def _is_unreadable(text: str) -> bool:
    """Tell whether many characters are unknown, because the fonts don't map glyphs to characters."""
    drawn = [character for character in text if not character.isspace()]
    strange = sum(unicodedata.category(character) in {"Cc", "Cn", "Co"} for character in drawn)
    return strange > _UNREADABLE_SHARE * len(drawn)


def _lacks_spaces(pages: Sequence[str]) -> bool:
    """Tell whether much of the text is in words too long for Spanish or English."""
    lengths = [sum(map(str.isalpha, word)) for page in pages for word in page.split()]
    return sum(length for length in lengths if length > _LONGEST_WORD) > _GLUED_SHARE * sum(lengths)


def _open(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            sentence = mark(
                "{file} está protegido con contraseña. Guárdelo sin contraseña y envíelo otra vez."
            )
            raise UnreadableAct(notice(sentence, file=name)) from error
        raise UnreadableAct(_damaged(name)) from error


def _damaged(name: str) -> Notice:
    return notice(
        mark("El PDF {file} está dañado y no se puede abrir. Guárdelo de nuevo como PDF."), file=name
    )


def _page_texts(document: pypdfium2.PdfDocument, progress: Progress) -> Iterator[str]:
    for number, page in enumerate(document, 1):
        yield _page_text(page)
        progress(number, len(document))


def _page_text(page: pypdfium2.PdfPage) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        written = page_text(page_runs(text))
        has_text = sum(map(str.isalpha, written)) >= _FEWEST_LETTERS
        return written if has_text or not _shows_picture(page) else f"{written}\n{UNREAD}".strip()


def _shows_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a picture fills much of a page, as a scanned page's does."""
    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
            return True
    return False
