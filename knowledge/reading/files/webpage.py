"""Read the text of a web page, or of a document saved as one."""

import re
from collections.abc import Iterator
from itertools import repeat

import lxml.html
from lxml.etree import LxmlError, _Element

from knowledge.reading.files.marks import BULLET, PARAGRAPH_END
from knowledge.reading.files.ordinals import letter, roman
from knowledge.reading.files.plaintext import decode_text
from knowledge.reading.files.runs import join_runs, raised, struck
from knowledge.reading.files.stylesheet import StyleSheet
from knowledge.reading.files.tables import Cell, table_paragraphs
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHARSET_REACH = 4096
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_NOTE_LINK = re.compile(r"#.*(?:fn|ftn|note|nota|cite|pie)", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\[(?:\d{1,3}|[a-z*])\]\s*")
_LOWER_LETTERS = re.compile(r"list-style(?:-type)?\s*:[^;]*lower-(?:alpha|latin)", re.IGNORECASE)

_LEFT_OUT = frozenset(
    {
        *(
            "aside",
            "audio",
            "button",
            "canvas",
            "footer",
            "form",
            "head",
            "iframe",
            "input",
            "nav",
            "noscript",
        ),
        *("object", "script", "select", "style", "svg", "template", "textarea", "video"),
    }
)
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "ol", "p", "pre", "section", "summary", "ul"),
    }
)


def read_html(content: bytes, name: str) -> str:
    """Return the text of an HTML file with paragraph marks and the list numbers that a browser shows.

    Nothing is fetched. Scripts, forms, navigation, site footers and hidden parts are left out.

    Raises:
        UnreadableAct: it holds nothing to read.
    """
    text = _DECLARATION.sub("", _decoded(content, name), count=1)
    try:
        root = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(no_network=True))
    except LxmlError as error:
        raise UnreadableAct(
            notice(mark("{file} está dañado y no se puede abrir. Guárdelo de nuevo como HTML."), file=name)
        ) from error
    return f"\n{PARAGRAPH_END}\n".join(_paragraphs(root, _Sheet(root)))


def _decoded(content: bytes, name: str) -> str:
    declared = _CHARSET.search(content[:_CHARSET_REACH])
    if declared and not content.startswith(_BYTE_ORDER_MARKS):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode_text(content, name)
    return decode_text(content, name)


def _paragraphs(element: _Element, sheet: "_Sheet") -> list[str]:
    """Return the paragraphs of an element: the text between the starts and ends of blocks."""
    page = _Page(sheet)
    page.add(element)
    page.end_paragraph()
    return page.paragraphs


class _Sheet(StyleSheet):
    """Decides by a page's styles and tags whether and how an element's text counts."""

    def __init__(self, root: _Element) -> None:
        super().__init__(root)
        calls = (link.get("href", "")[1:] for link in root.iter("a") if self.is_note_call(link))
        self._notes = frozenset(filter(None, calls))

    def is_left_out(self, element: _Element) -> bool:
        """Tell whether an element isn't part of the page's text."""
        return not isinstance(element.tag, str) or element.tag in _LEFT_OUT or self.is_hidden(element)

    def is_removed(self, element: _Element) -> bool:
        """Tell whether an element's text was struck out."""
        return element.tag in _STRUCK_TAGS or self.is_struck(element)

    def is_note_call(self, element: _Element) -> bool:
        """Tell whether an element's text may be a note mark: it is raised, or links to a note."""
        if element.tag == "sup" or self.is_raised(element):
            return True
        link = element.get("href", "") if element.tag == "a" else ""
        if not link.startswith("#"):
            return False
        within = any(each.tag == "sup" for each in (*element.iterancestors(), *element.iterdescendants()))
        return within or bool(_NOTE_LINK.match(link) or _BRACKETED.fullmatch(_text_of(element)))

    def is_note(self, element: _Element) -> bool:
        """Tell whether an element is a note that a note mark links to."""
        return element.get("id") in self._notes


class _Page:
    """The paragraphs of a page under construction."""

    def __init__(self, sheet: _Sheet) -> None:
        self.paragraphs: list[str] = []
        self._sheet = sheet
        self._pieces: list[str] = []
        self._label = ""

    def add(self, element: _Element) -> None:
        """Add an element's text, tables and lists."""
        if self._sheet.is_left_out(element):
            return
        if self._sheet.is_removed(element):
            self._pieces.append(struck(_text_of(element)))
        elif element.tag == "br":
            self._pieces.append("\n")
        elif element.tag == "table":
            self.end_paragraph()
            self.paragraphs += table_paragraphs(self._table(element))
        elif self._sheet.is_note_call(element):
            self._pieces.append(raised(_text_of(element), self._pieces[-1] if self._pieces else ""))
        else:
            self._add_content(element)

    def end_paragraph(self) -> None:
        """Close the current paragraph."""
        text = join_runs(self._pieces).strip()
        self._pieces = []
        if text:
            self.paragraphs.append(f"{self._label} {text}" if self._label else text)
            self._label = ""

    def _table(self, table: _Element) -> Iterator[list[Cell]]:
        """Yield a table's rows of cells; a cell spanning rows is None in all but the first."""
        reaching: dict[int, int] = {}
        for row in _rows(table, self._sheet):
            cells: list[Cell] = []
            for cell in row.iterchildren("td", "th"):
                if self._sheet.is_left_out(cell):
                    continue
                while reaching.get(len(cells), 0):
                    reaching[len(cells)] -= 1
                    cells.append(None)
                reaching[len(cells)] = _whole_number(cell.get("rowspan"), 1) - 1
                cells.append([] if self._sheet.is_removed(cell) else _paragraphs(cell, self._sheet))
            while reaching.get(len(cells), 0):
                reaching[len(cells)] -= 1
                cells.append(None)
            yield cells

    def _add_content(self, element: _Element) -> None:
        tag = element.tag
        labels = _labels(element) if tag in {"ol", "ul"} else None
        is_block = tag in _BLOCKS or self._sheet.is_block(element)
        if is_block:
            self.end_paragraph()
        self._add_text(element.text, is_preformatted=tag == "pre")
        for child in element:
            if labels is not None and child.tag == "li":
                self.end_paragraph()
                label = next(labels)
                self._label = raised(label.strip(".)"), "") if self._sheet.is_note(child) else label
            self.add(child)
            self._add_text(child.tail, is_preformatted=tag == "pre")
        if is_block:
            self.end_paragraph()

    def _add_text(self, text: str | None, *, is_preformatted: bool) -> None:
        if text:
            self._pieces.append(text if is_preformatted else re.sub(r"\s+", " ", text))


def _text_of(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def _rows(table: _Element, sheet: _Sheet) -> Iterator[_Element]:
    for child in table:
        if sheet.is_left_out(child) or sheet.is_removed(child):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child, sheet)


def _labels(items: _Element) -> Iterator[str]:
    """Number a list's items as a browser does, but with `1)` for `1.` in inner lists to tell them apart."""
    if items.tag == "ul":
        yield from repeat(BULLET)
    kind = items.get("type") or ("a" if _LOWER_LETTERS.search(items.get("style", "")) else "1")
    ending = ")" if next(items.iterancestors("li"), None) is not None else "."
    number = _whole_number(items.get("start"), 1)
    for item in items.iterchildren("li"):
        number = _whole_number(item.get("value"), number)
        written = {"a": letter, "i": roman}.get(kind.lower())
        yield f"{written(number)})" if written else f"{number}{ending}"
        number += 1


def _whole_number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and int(written) else otherwise
