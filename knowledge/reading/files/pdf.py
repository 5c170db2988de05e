"""Read the text of a PDF: its lines from top to bottom, a blank line where the gap is wider."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from knowledge.reading.files.limits import MAX_PAGES
from knowledge.reading.files.marks import PAGE_BREAK
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice

_TRAILER = b"%%EOF"
_TRAILER_REACH = 2048
_FEWEST_LETTERS = 20
_LINE = re.compile(r"(?P<text>[^\r\n\x02\ufffe]+)(?P<split>[\x02\ufffe]?)")
"""PDFium runs a word on that is split at a line's end, with one of these where the hyphen was."""
_SAME_LINE = 2.0
_WIDER_GAP = 1.2
_RUN = 4


class _PlacedLine(NamedTuple):
    """A line with the place of its first character on the page, in points from the lower left corner."""

    x: float
    y: float
    text: str


def read_pdf(content: bytes, name: str) -> str:
    """Return the text of a PDF, with page marks.

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
            pages = [_page_text(page) for page in document]
        except pypdfium2.PdfiumError as error:
            raise UnreadableAct(_damaged(name)) from error
    if sum(character.isalpha() for page in pages for character in page) < _FEWEST_LETTERS * len(pages):
        sentence = mark(
            "{file} parece escaneado: no contiene texto. Envíe el documento original o páselo por OCR."
        )
        raise UnreadableAct(notice(sentence, file=name))
    return f"\n{PAGE_BREAK}\n".join(pages)


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


def _page_text(page: pypdfium2.PdfPage) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        lines = _joined(_in_reading_order(list(_placed_lines(text))))
    gaps = Counter(round(upper.y - lower.y) for upper, lower in pairwise(lines) if upper.y > lower.y)
    leading = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)
    rows: list[str] = []
    for position, line in enumerate(lines):
        if position and lines[position - 1].y - line.y > _WIDER_GAP * leading:
            rows.append("")
        rows.append(line.text)
    return "\n".join(rows)


def _placed_lines(text: pypdfium2.PdfTextPage) -> Iterator[_PlacedLine]:
    """List the lines of a page in the order in which they were drawn."""
    characters = "".join(chr(raw.FPDFText_GetUnicode(text, index)) for index in range(text.count_chars()))
    x, y = ctypes.c_double(), ctypes.c_double()
    for line in _LINE.finditer(characters):
        if line[0].strip():
            raw.FPDFText_GetCharOrigin(text, line.start(), x, y)
            yield _PlacedLine(x.value, y.value, line["text"] + ("-" if line["split"] else ""))


def _in_reading_order(lines: Sequence[_PlacedLine]) -> Sequence[_PlacedLine]:
    """Put a header or footer that was drawn out of turn in its place; leave columns as they were drawn."""
    starts = [0, *(index for index, (a, b) in enumerate(pairwise(lines), 1) if b.y > a.y + _SAME_LINE)]
    runs = [end - start for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    if sum(run >= _RUN for run in runs) > 1:
        return lines
    return sorted(lines, key=lambda line: -line.y)


def _joined(lines: Sequence[_PlacedLine]) -> list[_PlacedLine]:
    """Join what stands at one height, a number and its text, say."""
    joined: list[_PlacedLine] = []
    for line in lines:
        if joined and abs(joined[-1].y - line.y) <= _SAME_LINE and line.x > joined[-1].x:
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined
