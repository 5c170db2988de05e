"""Read the text of a DOCX: its paragraphs with their automatic numbers, and its tables row by row."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from knowledge.reading.files.marks import PAGE_BREAK, PARAGRAPH_END
from knowledge.reading.files.numbering import Numbering
from knowledge.reading.files.tables import table_paragraphs
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_DAMAGE = (BadZipFile, XMLSyntaxError, KeyError, ValueError, EOFError)
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag", "w:moveTo")))
_INLINE = frozenset(map(qn, ("w:r", "w:hyperlink", "w:fldSimple", "w:dir", "w:bdo")))
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
    qn("w:lastRenderedPageBreak"): PAGE_BREAK,
}
_REPEATED_BREAKS = re.compile(rf"{PAGE_BREAK}(?:\s*{PAGE_BREAK})+")
_LEADING_BREAKS = re.compile(rf"[ {PAGE_BREAK}]*")


def read_docx(content: bytes, name: str) -> str:
    """Return the text of a DOCX with page and paragraph marks.

    Headers, footers, footnotes, drawings, text boxes, hidden and deleted text are left out.

    Raises:
        UnreadableAct: it is damaged.
    """
    try:
        document = docx.Document(BytesIO(content))
        paragraphs = list(_paragraphs(document.element.body, Numbering(document)))
    except _DAMAGE as error:
        raise UnreadableAct(
            notice(mark("{file} está dañado y no se puede abrir. Guárdelo de nuevo como .docx."), file=name)
        ) from error
    # Word notes where a page ended after a break that the author put there: these are one break.
    return _REPEATED_BREAKS.sub(PAGE_BREAK, f"\n{PARAGRAPH_END}\n".join(paragraphs))


def _paragraphs(container: _Element, numbering: Numbering) -> Iterator[str]:
    for element in container:
        if element.tag == qn("w:p"):
            yield _labelled("".join(_pieces(element)), numbering.label(element))
        elif element.tag == qn("w:tbl"):
            yield from table_paragraphs(
                [list(_paragraphs(cell, numbering)) for cell in row.iterchildren(qn("w:tc"))]
                for row in element.iterchildren(qn("w:tr"))
            )
        elif element.tag in _WRAPPERS:
            yield from _paragraphs(element, numbering)


def _labelled(text: str, label: str) -> str:
    if not label or not text.strip():
        return text
    start = _LEADING_BREAKS.match(text)
    place = start.end() if start else 0
    return f"{text[:place]}{label} {text[place:]}"


def _pieces(element: _Element) -> Iterator[str]:
    if element.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None:
        yield PAGE_BREAK
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield PAGE_BREAK if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag in _WRAPPERS or (child.tag in _INLINE and not _is_hidden(child)):
            yield from _pieces(child)


def _is_hidden(run: _Element) -> bool:
    return run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None
