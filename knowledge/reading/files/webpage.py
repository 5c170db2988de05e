"""Read the text of a web page, or of a document saved as one."""

import re
from collections.abc import Iterator
from itertools import repeat

import lxml.html
from lxml.etree import LxmlError, _Element

from knowledge.reading.files.marks import BULLET, PARAGRAPH_END
from knowledge.reading.files.ordinals import letter, roman
from knowledge.reading.files.plaintext import decode_text
from knowledge.reading.files.tables import table_paragraphs
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHARSET_REACH = 4096
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_CALL = re.compile(r"[\[(]?\d{1,2}[\])]?")
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
    """Return the text of an HTML file with paragraph marks; lists get the numbers that a browser shows.

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
    return f"\n{PARAGRAPH_END}\n".join(_paragraphs(root))


def _decoded(content: bytes, name: str) -> str:
    declared = _CHARSET.search(content[:_CHARSET_REACH])
    if declared and not content.startswith(_BYTE_ORDER_MARKS):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode_text(content, name)
    return decode_text(content, name)


def _paragraphs(element: _Element) -> list[str]:
    """Write an element as paragraphs: the text between the starts and ends of blocks."""
    page = _Page()
    page.add(element)
    page.end_paragraph()
    return page.paragraphs


class _Page:
    """The paragraphs of a page under construction."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._label = ""

    def add(self, element: _Element) -> None:
        """Add an element's text, tables and lists."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or _is_hidden(element):
            return
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "table":
            self.end_paragraph()
            self.paragraphs += table_paragraphs(
                [_paragraphs(cell) for cell in row.iterchildren("td", "th")] for row in _rows(element)
            )
        elif tag != "sup" or not _NOTE_CALL.fullmatch((element.text or "").strip()):
            self._add_content(element, tag)

    def end_paragraph(self) -> None:
        """Close the paragraph at hand."""
        text = "".join(self._pieces).strip()
        self._pieces = []
        if text:
            self.paragraphs.append(f"{self._label} {text}" if self._label else text)
            self._label = ""

    def _add_content(self, element: _Element, tag: str) -> None:
        labels = _labels(element) if tag in {"ol", "ul"} else None
        if tag in _BLOCKS:
            self.end_paragraph()
        self._add_text(element.text, is_preformatted=tag == "pre")
        for child in element:
            if labels is not None and child.tag == "li":
                self.end_paragraph()
                self._label = next(labels)
            self.add(child)
            self._add_text(child.tail, is_preformatted=tag == "pre")
        if tag in _BLOCKS:
            self.end_paragraph()

    def _add_text(self, text: str | None, *, is_preformatted: bool) -> None:
        if text:
            self._pieces.append(text if is_preformatted else re.sub(r"\s+", " ", text))


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def _labels(items: _Element) -> Iterator[str]:
    """Number a list's items as a browser does; an inner list gets `1)` for `1.`, to tell them apart."""
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


def _is_hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
