"""Decide what the tables of a text are: two languages side by side, duties by row, a page layout, or data."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel import Locale

from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.reading.files.marks import CELL_END, PAGE_BREAK, PARAGRAPH_END, ROW_CELL_END, UNREAD
from knowledge.reading.files.tables import label_of
from knowledge.reading.structure.dutytables import DutyTables, cell_lines
from knowledge.reading.structure.gaps import mark_gaps
from knowledge.reading.structure.language import LANGUAGES
from knowledge.reading.structure.lines import Line
from knowledge.reading.structure.unheaded import UnheadedColumns
from knowledge.reading.structure.words import Structure
from knowledge.values.notices import Notice, mark, notice

_BAR = CELL_END.strip()
_LABEL = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z]|[ivx]{1,5})?\W{0,3}", re.IGNORECASE)
_MOST_CELL_LINES = 8
_FEWEST_COMMON_WORDS = 4
_CLEARLY = 2


@dataclass(frozen=True)
class Settled:
    """A text with its tables settled, and warnings about text left out."""

    text: str
    warnings: tuple[Notice, ...] = ()


def settle_tables(text: str, structure: Structure, register: PartyRegister) -> Settled:
    """Rewrite each table by its kind.

    Of columns in two languages one is kept: the one in the language of the text around, else the first. A row
    of a table of duties becomes an item; columns that hold a page each are written one after the other.
    """
    duties = DutyTables(structure.columns, UnheadedColumns(register, structure.columns))
    text = mark_gaps(text, duties.tells)
    pieces = _pieces(text)
    languages = _languages(pieces, structure)
    kept = _kept_language(pieces, languages, structure)
    separator = f"\n{PARAGRAPH_END}\n" if PARAGRAPH_END in text else "\n"
    written: list[str] = []
    left_out: dict[str, list[int]] = defaultdict(list)
    page = 1
    for piece in pieces:
        page += piece.text.count(PAGE_BREAK)
        of_duties = bool(piece.rows) and structure.columns.tells_duties(list(piece.rows[0]))
        spoken = () if of_duties else languages.get(piece.width, ())
        if not piece.rows:
            duties.pass_by(piece.text)
            written.append(piece.text)
        elif kept and len(set(filter(None, spoken))) > 1:
            written.append(separator.join(_in_language(piece.rows, spoken, kept)))
            for language in set(filter(None, spoken)) - {kept}:
                left_out[language].append(page)
        else:
            written.append(separator.join(duties.write(piece.rows) or _plain(piece.rows, separator)))
    warnings = (_warning(kept, language, pages) for language, pages in left_out.items() if kept)
    return Settled("\n".join(written), tuple(warnings))


def rows_of_duties(lines: Sequence[Line]) -> int:
    """Return the first line of a table of duties, including its headings, or 0 if there is none."""
    rows = (place for place, line in enumerate(lines) if ROW_CELL_END in line.text)
    first = next(rows, 0)
    return first - (first > 0 and lines[first - 1].is_table_row)


def report_unread(text: str) -> Settled:
    """Remove the marks of pages with a picture but no text, and warn of these pages."""
    unread = [page for page, written in enumerate(text.split(PAGE_BREAK), 1) if UNREAD in written]
    sentence = mark("No se lee la página {page}: no contiene texto, y parece escaneada.")
    return Settled(text.replace(UNREAD, ""), tuple(notice(sentence, page=page) for page in unread))


@dataclass(frozen=True)
class _Piece:
    """Lines outside tables, or the rows of a table."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def width(self) -> int:
        """The most frequent number of cells in a row."""
        return Counter(map(len, self.rows)).most_common(1)[0][0] if self.rows else 0


def _pieces(text: str) -> list[_Piece]:
    """Split a text into tables and the text between them; only paragraph ends may interrupt a table."""
    lines = text.split("\n")
    is_row = [_BAR in line for line in lines]
    for index in range(1, len(lines) - 1):
        if lines[index] == PARAGRAPH_END and is_row[index - 1]:
            is_row[index] = _BAR in lines[index + 1]
    pieces: list[_Piece] = []
    for rowed, group in groupby(zip(is_row, lines, strict=True), key=lambda each: each[0]):
        found = [line for _, line in group]
        rows = tuple(
            tuple(cell.strip() for cell in line.split(_BAR)) for line in found if line != PARAGRAPH_END
        )
        pieces.append(_Piece("\n".join(found), rows if rowed else ()))
    return pieces


def _languages(pieces: Sequence[_Piece], structure: Structure) -> dict[int, tuple[str | None, ...]]:
    """Return the languages of columns by table width: tables of one width are one table cut by pages."""
    columns: dict[int, list[list[str]]] = {}
    for piece in pieces:
        if piece.rows and structure.columns.tells_duties(list(piece.rows[0])):
            continue
        held = columns.setdefault(piece.width, [[] for _ in range(piece.width)])
        for row in piece.rows:
            if len(row) == piece.width:
                for column, cell in zip(held, row, strict=True):
                    column.append(cell)
    return {
        width: _told_apart([_common_words(" ".join(column), structure) for column in held])
        for width, held in columns.items()
    }


def _common_words(text: str, structure: Structure) -> dict[str, int]:
    """Count the commonest words of each language in a text."""
    counts = Counter(words(text))
    return {
        language: sum(counts[word] for word in common)
        for language, common in structure.commonest_words.items()
    }


def _most_spoken(common: dict[str, int]) -> str | None:
    language = max(common, key=lambda each: common[each])
    return language if common[language] >= _FEWEST_COMMON_WORDS else None


def _told_apart(columns: Sequence[dict[str, int]]) -> tuple[str | None, ...]:
    """Return each column's language if it clearly differs from some other column's, else None.

    Languages share words: a column in Spanish has many Portuguese words, but few English ones.
    """
    spoken = [_most_spoken(common) for common in columns]

    def differ(one: int, other: int) -> bool:
        """Tell whether each of two columns has far more words of its own language."""
        first, second = spoken[one], spoken[other]
        if first is None or second is None:
            return False
        return (
            columns[one][first] > _CLEARLY * columns[one][second]
            and columns[other][second] > _CLEARLY * columns[other][first]
        )

    places = range(len(columns))
    return tuple(
        language if any(differ(place, other) for other in places) else None
        for place, language in enumerate(spoken)
    )


def _kept_language(
    pieces: Sequence[_Piece], languages: dict[int, tuple[str | None, ...]], structure: Structure
) -> str | None:
    """Choose the language to keep: the surrounding text's, else the first that can be read."""
    side_by_side = [spoken for spoken in languages.values() if len(set(filter(None, spoken))) > 1]
    readable = [each for spoken in side_by_side for each in spoken if each in LANGUAGES]
    text = " ".join(piece.text for piece in pieces if not piece.rows)
    around = _most_spoken(_common_words(text, structure))
    return around if around in readable else next(iter(readable), None)


def _in_language(rows: Sequence[Sequence[str]], spoken: Sequence[str | None], kept: str) -> Iterator[str]:
    """Yield the text of one column with the rows' numbers; text in only one language is kept too."""
    column = spoken.index(kept)
    for row in rows:
        if len(row) != len(spoken):
            yield from cell_lines(" ".join(row))
            continue
        texts = cell_lines(row[column]) or [line for cell in row for line in cell_lines(cell)]
        label = row[0] if column and spoken[0] is None and _LABEL.fullmatch(row[0]) else ""
        if texts:
            texts[0] = f"{label_of(label)} {texts[0]}".strip()
        yield from texts


def _plain(rows: Sequence[Sequence[str]], separator: str) -> list[str]:
    """Return rows of data unchanged, or their cells one after the other if any holds much text."""
    lines = [cell_lines(cell) for row in rows for cell in row]
    longest = _MOST_CELL_LINES if PARAGRAPH_END in separator else 1
    if any(len(each) > longest for each in lines):
        return [line for each in lines for line in each]
    return [CELL_END.join(" ".join(cell_lines(cell)) for cell in row) for row in rows]


def _warning(kept: str, language: str, pages: Sequence[int]) -> Notice:
    sentence = mark(
        "El acta está en dos idiomas, en columnas. Se lee lo escrito en {kept}; "
        "no se lee lo escrito en {language} (desde la página {page})."
    )
    return notice(sentence, kept=_name(kept), language=_name(language), page=pages[0])


def _name(language: str) -> str:
    return str(Locale(language).display_name)
