"""Read the text of a DOCX: its paragraphs with their automatic numbers, and its tables row by row."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from knowledge.reading.files.marks import PAGE_BREAK, PARAGRAPH_END
from knowledge.reading.files.numbering import Numbering
from knowledge.reading.files.runs import join_runs, raised, struck
from knowledge.reading.files.tables import Cell, table_paragraphs
from knowledge.reading.files.wordstyles import RunStyles
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_DAMAGE = (BadZipFile, XMLSyntaxError, KeyError, ValueError, EOFError)
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag", "w:moveTo")))
_INLINE = frozenset(map(qn, ("w:hyperlink", "w:fldSimple", "w:dir", "w:bdo")))
_REMOVED = frozenset(map(qn, ("w:del", "w:moveFrom")))
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
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

    A text box follows the paragraph that it is anchored to. Headers, footers, footnotes, drawings, and
    hidden, struck or deleted text are left out.

    Raises:
        UnreadableAct: it is damaged.
    """
    try:
        document = docx.Document(BytesIO(content))
        paragraphs = list(_Body(document).paragraphs(document.element.body))
    except _DAMAGE as error:
        raise UnreadableAct(
            notice(mark("{file} está dañado y no se puede abrir. Guárdelo de nuevo como .docx."), file=name)
        ) from error
    # Word also records the page's end after an author's own break: both are one break.
    return _REPEATED_BREAKS.sub(PAGE_BREAK, f"\n{PARAGRAPH_END}\n".join(paragraphs))


class _Body:
    """The paragraphs of a document's body, numbered in order."""

    def __init__(self, document: Document) -> None:
        self._numbering = Numbering(document)
        self._styles = RunStyles(document)

    def paragraphs(self, container: _Element, *, is_cell: bool = False) -> Iterator[str]:
        """Yield the paragraphs and table rows in an element.

        A paragraph whose end was deleted runs on into the next. In a cell a number may stand alone.
        """
        kept: list[str] = []
        for element in container:
            if element.tag == qn("w:p"):
                kept += self._pieces(element)
                if not _lost_its_end(element):
                    text, kept = join_runs(kept), []
                    yield _labelled(text, self._numbering.label(element), alone=is_cell)
                for box in _text_boxes(element):
                    yield from self.paragraphs(box)
            elif element.tag == qn("w:tbl"):
                yield from table_paragraphs(map(self._cells, _in_wrappers(element, qn("w:tr"))))
            elif element.tag in _WRAPPERS:
                yield from self.paragraphs(element, is_cell=is_cell)
        if kept:
            yield join_runs(kept)

    def _cells(self, row: _Element) -> list[Cell]:
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            return []
        cells = _in_wrappers(row, qn("w:tc"))
        return [None if _goes_on(cell) else list(self.paragraphs(cell, is_cell=True)) for cell in cells]

    def _pieces(self, element: _Element) -> Iterator[str]:
        if element.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None:
            yield PAGE_BREAK
        before = ""
        for child in element:
            for piece in self._pieces_of(child, before):
                before = piece or before
                yield piece

    def _pieces_of(self, child: _Element, before: str) -> Iterator[str]:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield PAGE_BREAK if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag in _REMOVED:
            yield struck("".join(text.text or "" for text in child.iter(qn("w:delText"), qn("w:t"))))
        elif child.tag == qn("w:r"):
            yield from self._run(child, before)
        elif child.tag in _WRAPPERS or child.tag in _INLINE:
            yield from self._pieces(child)

    def _run(self, run: _Element, before: str) -> Iterator[str]:
        if self._styles.is_hidden(run):
            return
        text = "".join(self._pieces(run))
        if self._styles.is_struck(run):
            yield struck(text)
        else:
            yield raised(text, before) if text and self._styles.is_raised(run) else text


def _text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield each text box in a paragraph once: Word writes a second copy for older programs."""
    for child in paragraph:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag == _ALTERNATIVES:
            choices = (list(_text_boxes(choice)) for choice in child)
            yield from next(filter(None, choices), [])
        elif child.tag not in _REMOVED:
            yield from _text_boxes(child)


def _in_wrappers(row: _Element, tag: str) -> Iterator[_Element]:
    for child in row:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _in_wrappers(child, tag)


def _goes_on(cell: _Element) -> bool:
    """Tell whether a cell continues the one above it."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _lost_its_end(paragraph: _Element) -> bool:
    properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return properties is not None and any(
        properties.find(qn(tag)) is not None for tag in ("w:del", "w:moveFrom")
    )


def _labelled(text: str, label: str, *, alone: bool) -> str:
    if not label or not (alone or text.strip()):
        return text
    start = _LEADING_BREAKS.match(text)
    place = start.end() if start else 0
    return f"{text[:place]}{label} {text[place:]}".rstrip(" ")
