"""Read a table of commitments saved by a spreadsheet, in any of the usual encodings and delimiters."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handlers.desk.tracking.columns import REQUIRED, TITLES, Column
from handlers.desk.tracking.writing import APOSTROPHE, FORMULA
from knowledge.language.folding import fold
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import Notice, mark, notice

MOST_LINES = 20_000
"""Most lines of a table; the acts of fifty years have fewer commitments."""

_DELIMITERS = ",;\t"
_UNREADABLE = notice(mark("No es una tabla en texto. Guárdela como CSV (UTF-8) y envíela de nuevo."))
_NO_COLUMN = mark("Falta la columna «{column}». La primera línea debe ser la de los títulos.")
_MANY_LINES = mark("La tabla pasa de {number} líneas.")
_LONG_ROW = notice(mark("tiene más celdas que títulos la tabla: ¿hay un separador de más?"))
_FORMULA = mark("«{cell}» parece una fórmula; escríbalo como texto.")
_LETTERS = notice(mark("tiene letras que no se pueden leer: guarde la tabla como CSV (UTF-8)."))
_SHOWN = 30

_BOM = "\ufeff"
"""Some programs write it in addition to that of the encoding."""

LOST = "\ufffd"
"""Replaces bytes that no encoding can decode."""

_LETTER_OF_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
"""An accented letter of Spanish in UTF-8; as Windows letters these two bytes are unlikely."""

_CHECKED = (Column.PARTY, Column.STATUS, Column.STATUS_DATE, Column.NOTE)
"""The columns that people edit."""


class TableUnreadable(KnowledgeError):
    """A file is not a table of commitments."""


class Line(NamedTuple):
    """A line of the table, with its number in the file, and its cells without protective apostrophes."""

    number: int
    cells: dict[Column, str]


class Fault(NamedTuple):
    """A fault in a line."""

    number: int
    reason: Notice


def read_table(content: bytes, titles: dict[str, Column]) -> Iterator[Line | Fault]:
    """Yield the lines of a table, or their faults; `titles` are folded.

    Raises:
        TableUnreadable: it is no table, or lacks required columns.
    """
    text = _decoded(content)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [titles.get(fold(title.strip())) for title in next(reader, [])]
        if missing := sorted(REQUIRED - set(columns)):
            raise TableUnreadable(notice(_NO_COLUMN, column=notice(TITLES[missing[0]])))
        begun = reader.line_num + 1
        for row in reader:
            number, begun = begun, reader.line_num + 1
            if number > MOST_LINES:
                raise TableUnreadable(notice(_MANY_LINES, number=MOST_LINES))
            if any(cell.strip() for cell in row):
                yield _line(number, row, columns)
    except csv.Error as error:
        raise TableUnreadable(_UNREADABLE) from error


def _line(number: int, row: Sequence[str], columns: Sequence[Column | None]) -> Line | Fault:
    if any(cell.strip() for cell in row[len(columns) :]):
        return Fault(number, _LONG_ROW)
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column}
    if any(LOST in cell for cell in cells.values()):
        return Fault(number, _LETTERS)
    formulas = [cells[column] for column in _CHECKED if cells.get(column, "").startswith(FORMULA)]
    if formulas:
        return Fault(number, notice(_FORMULA, cell=formulas[0][:_SHOWN]))
    return Line(number, {column: _plain(cell) for column, cell in cells.items()})


def _decoded(content: bytes) -> str:
    """Decode by the byte order mark; without one, as UTF-8 or else Windows-1252.

    Bytes that can't be decoded become LOST. Text with some UTF-8 letters is damaged UTF-8: read as
    Windows-1252, each «ó» of the table would become «Ã³».
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif _is_utf8(content) or _LETTER_OF_UTF8.search(content):
        encoding = "utf-8-sig"
    else:
        encoding = "cp1252"
    text = content.decode(encoding, errors="replace").lstrip(_BOM)
    if "\0" in text:
        raise TableUnreadable(_UNREADABLE)
    return text


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plain(cell: str) -> str:
    """Remove the apostrophe that makes a cell safe."""
    cell = cell.strip()
    return cell[1:] if cell.startswith(APOSTROPHE) and cell[1:].startswith(FORMULA) else cell
