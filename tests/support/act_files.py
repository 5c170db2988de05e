"""Build small PDF and DOCX files, as the secretariat's programs would write them."""

import zlib
from collections.abc import Sequence
from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
_LEADING = 14


def pdf_of(*pages: Sequence[str]) -> bytes:
    """Write pages of lines; an empty line separates paragraphs, and «left|right» are in columns."""
    objects = [_CATALOGUE, b"", _FONT]
    kids: list[bytes] = []
    for page in pages:
        stream = _stream(page)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _file_of(objects)


def pdf_drawing(texts: Sequence[tuple[float, float, float, str]], *, turn: int = 0, rotate: int = 0) -> bytes:
    """Draw texts (x, y, size, text) on one page, in that order, turned by `turn` degrees.

    `rotate` is how far a viewer turns the page.
    """
    cosine, sine = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[turn]
    width, height = 612, 792
    dx, dy = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[turn]
    stream = b"\n".join(
        b"BT /F1 %d Tf %d %d %d %d %.1f %.1f Tm (%s) Tj ET"
        % (
            *(size, cosine, sine, -sine, cosine),
            *(dx + x * cosine - y * sine, dy + x * sine + y * cosine, _escaped(text)),
        )
        for x, y, size, text in texts
    )
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Rotate %d"
        b"/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>" % rotate
    )
    content = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return _file_of([_CATALOGUE, b"<</Type/Pages/Kids[5 0 R]/Count 1>>", _FONT, content, page])


def pdf_with_scan(lines: Sequence[str]) -> bytes:
    """Write a page of lines, and one that only shows a picture."""
    picture = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n0\nendstream"
    )
    objects = [_CATALOGUE, b"<</Type/Pages/Kids[6 0 R 8 0 R]/Count 2>>", _FONT, picture]
    for stream in (_stream(lines), b"q 600 0 0 780 5 5 cm /I Do Q"):
        objects += [
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
            b"/Resources<</XObject<</I 4 0 R>>/Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % (len(objects) + 1),
        ]
    return _file_of(objects)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf_bomb() -> bytes:
    """Write a page of a few kilobytes that draws millions of letters."""
    stream = zlib.compress(b"BT /F1 11 Tf 60 700 Td (a) Tj ET\n" * 5_000_000, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    return _file_of(
        [
            _CATALOGUE,
            b"<</Type/Pages/Kids[5 0 R]/Count 1>>",
            _FONT,
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
            page,
        ]
    )


def _stream(lines: Sequence[str]) -> bytes:
    shown: list[bytes] = []
    height = 740.0
    for line in lines:
        for column, text in enumerate(line.split("|")):
            shown.append(b"BT /F1 11 Tf %d %.1f Td (%s) Tj ET" % (60 + 30 * column, height, _escaped(text)))
        height -= _LEADING if line else _LEADING / 2
    return b"\n".join(shown)


def _file_of(objects: Sequence[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return content + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


class WordFile:
    """A Word document under construction, with lists that number themselves."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def add(self, text: str, list_id: int | None = None, level: int = 0) -> "WordFile":
        """Add a paragraph, in a list if `list_id` names one."""
        paragraph = self.document.add_paragraph(text)
        if list_id is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
                )
            )
        return self

    def new_list(self, *levels: tuple[str, str], start: int | None = None) -> int:
        """Define a list by the number format and text of each level, e.g. `("lowerLetter", "%2)")`."""
        root = self.document.part.numbering_part.element
        name = 900 + len(root.findall(qn("w:num")))
        shown = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{counts_with}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for depth, (counts_with, pattern) in enumerate(levels)
        )
        restart = (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        )
        first = root.find(qn("w:num"))
        first.addprevious(
            parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{shown}</w:abstractNum>')
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId w:val="{name}"/>{restart}</w:num>'
            )
        )
        return name

    def content(self) -> bytes:
        """Return the file's bytes."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()
