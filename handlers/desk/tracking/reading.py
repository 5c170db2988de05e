"""Read a table of commitments as a spreadsheet saved it: any of the usual encodings and delimiters."""

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
"""Lines of a table; the acts of fifty years have fewer commitments."""

_DELIMITERS = ",;\t"
_UNREADABLE = notice(mark("No es una tabla en texto. Guárdela como CSV (UTF-8) y envíela de nuevo."))
_NO_COLUMN = mark("Falta la columna «{column}». La primera línea debe ser la de los títulos.")
_MANY_LINES = mark("La tabla pasa de {number} líneas.")
_LONG_ROW = notice(mark("tiene más celdas que títulos la tabla: ¿hay un separador de más?"))
_FORMULA = mark("«{cell}» parece una fórmula; escríbalo como texto.")
_LETTERS = notice(mark("tiene letras que no se pueden leer: guarde la tabla como CSV (UTF-8)."))
_SHOWN = 30

_BOM = "\ufeff"
"""Some programs write it once more than the encoding has it."""

LOST = "\ufffd"
"""Stands for what no encoding makes a letter of."""

_LETTER_OF_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
"""One of the letters of Spanish with a mark, which Windows would hardly write side by side."""

_CHECKED = (Column.PARTY, Column.STATUS, Column.STATUS_DATE, Column.NOTE)
"""The columns that people edit."""


class TableUnreadable(KnowledgeError):
    """A file is not a table of commitments."""


class Line(NamedTuple):
    """A line of the table by its number in the file, its cells without what made them safe."""

    number: int
    cells: dict[Column, str]


class Fault(NamedTuple):
    """What is wrong in a line."""

    number: int
    reason: Notice


def read_table(content: bytes, titles: dict[str, Column]) -> Iterator[Line | Fault]:
    """Yield the lines of a table, and what is wrong with any; `titles` are folded.

    Raises:
        TableUnreadable: it is no table, or one without the columns that it needs.
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
    """Decode as the first bytes say; without a sign, as UTF-8 or else as Windows does in the West.

    Letters that stand for none become LOST. A letter of UTF-8 among others says that the rest is damaged:
    taken for one of Windows, each «ó» of the table would be «Ã³».
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
    """Take away what makes a cell safe."""
    cell = cell.strip()
    return cell[1:] if cell.startswith(APOSTROPHE) and cell[1:].startswith(FORMULA) else cell
