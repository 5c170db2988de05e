"""The contents of columns in a table without headings, judged by their cells."""

import re
from collections.abc import Sequence

from knowledge.language.dates import find_dates
from knowledge.language.folding import fold, words
from knowledge.language.parties import PartyRegister
from knowledge.reading.structure.columns import Column, ColumnWords

_INFINITIVE = re.compile(r"[A-ZÁÉÍÓÚÑ]\w+(?:[aeií]r)(?:se)?\b")
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,8}(?![\w-])")
_FEWEST_ROWS = 2
_LONGEST_TIME = 8
_LONGEST_NAME = 9
_LONGEST_OFFICE = 6
_FEWEST_ACTION_WORDS = 1.5
_LAST_WORDS = 12


class UnheadedColumns:
    """Recognizes columns of responsible parties, actions and deadlines by their cells."""

    def __init__(self, register: PartyRegister, columns: ColumnWords) -> None:
        self._register = register
        self._columns = columns

    def are_duties(self, rows: Sequence[Sequence[str]], above: str) -> bool:
        """Tell whether rows are tasks: the line above says so, or ends in a colon above complete tasks."""
        columns = self.of(rows)
        if not columns or self._announced(above):
            return bool(columns)
        told = {Column.RESPONSIBLE, Column.DEADLINE} <= set(columns) and above.rstrip().endswith(":")
        doings = [row[columns.index(Column.ACTION)] for row in rows]
        return told and all(map(_INFINITIVE.match, doings))

    def _announced(self, above: str) -> bool:
        """Tell whether a line says that tasks follow: «Compromisos», "Agreed actions:"."""
        last = words(above)[-_LAST_WORDS:]
        return any(self._columns.column(word) in {Column.ACTION, Column.RESPONSIBLE} for word in last)

    def of(self, rows: Sequence[Sequence[str]]) -> tuple[Column | None, ...]:
        """Return what each column holds, or () if none has responsible parties or deadlines."""
        width = max(map(len, rows), default=0)
        if len(rows) < _FEWEST_ROWS or any(len(row) != width for row in rows):
            return ()
        cells = [[cell.strip() for cell in column if cell.strip()] for column in zip(*rows, strict=True)]
        told: list[Column | None] = [self._told(column) for column in cells]
        rest = [place for place, column in enumerate(told) if column is None]
        if not rest or told.count(Column.DEADLINE) > 1 or told.count(Column.RESPONSIBLE) > 1:
            return ()
        doing = [place for place in rest if all(map(_INFINITIVE.match, cells[place]))]
        action = doing[0] if len(doing) == 1 else max(rest, key=lambda place: _length(cells[place]))
        if sum(len(words(cell)) for cell in cells[action]) < _FEWEST_ACTION_WORDS * len(rows):
            return ()
        told[action] = Column.ACTION
        rest.remove(action)
        if Column.DEADLINE in told and Column.RESPONSIBLE not in told:
            may_name = _may_name_office if doing == [action] else _may_name
            beside = (place for place in rest if place > action or doing == [action])
            offices = [place for place in beside if all(map(may_name, cells[place]))]
            if len(offices) == 1:
                told[offices[0]] = Column.RESPONSIBLE
        return tuple(told) if {Column.DEADLINE, Column.RESPONSIBLE} & set(told) else ()

    def _told(self, column: Sequence[str]) -> Column | None:
        """Return what at least half of a column's cells hold: deadlines, responsible parties, or None."""
        dated = [cell for cell in column if find_dates(cell)]
        if column and 2 * len(dated) >= len(column) and _fit(column, _LONGEST_TIME):
            return Column.DEADLINE
        named = [cell for cell in column if self._names(cell)]
        if column and 2 * len(named) >= len(column) and _fit(column, _LONGEST_NAME):
            return Column.RESPONSIBLE
        return None

    def _names(self, cell: str) -> bool:
        """Tell whether a cell begins with a party, or an acronym."""
        return bool(_ACRONYM.match(cell)) or any(
            mention.start <= len("The ") for mention in self._register.find(cell)[:1]
        )


def _fit(column: Sequence[str], longest: int) -> bool:
    return all(len(words(cell)) <= longest for cell in column)


def _length(column: Sequence[str]) -> int:
    return sum(map(len, column))


def _may_name(cell: str) -> bool:
    """Tell whether a cell may be a short name without digits: «Comité de Riego»."""
    letters = fold(cell)
    return cell[:1].isupper() and len(words(cell)) <= _LONGEST_OFFICE and not any(map(str.isdigit, letters))


def _may_name_office(cell: str) -> bool:
    """Tell whether a cell may be an office, given an action column: «Dirección General de Migración»."""
    named = cell[:1].isupper() and len(words(cell)) <= _LONGEST_NAME and not _INFINITIVE.match(cell)
    return named and not any(map(str.isdigit, cell))
