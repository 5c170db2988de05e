"""Tables of duties, each row of which becomes an item."""

from collections.abc import Iterator, Sequence

from knowledge.reading.files.marks import (
    BULLET,
    CELL_END,
    CELL_LINE_END,
    DITTO,
    PARAGRAPH_END,
    ROW_CELL_END,
    UNHEADED,
)
from knowledge.reading.structure.columns import Column, ColumnWords
from knowledge.reading.structure.row_labels import are_letters, row_labels
from knowledge.reading.structure.unheaded import UnheadedColumns

_CELL_LINE = CELL_LINE_END.strip()
_LONGEST_TOPIC = 90
_TELLING = frozenset({Column.RESPONSIBLE, Column.DEADLINE, Column.PARTY})
_FEWEST_LISTED = 3
_REACH = 2
"""Most lines between two pieces of one table, such as a section heading."""


class DutyTables:
    """Tables whose headings say that each row is a duty; they may continue below a section heading.

    Tables without headings are recognized by the line above them and by their cells.
    """

    def __init__(self, words: ColumnWords, unheaded: UnheadedColumns) -> None:
        self._words = words
        self._unheaded = unheaded
        self._head: tuple[str, ...] = ()
        self._between = 0
        self._above = ""

    def pass_by(self, text: str) -> None:
        """Register text between two tables."""
        lines = [line for line in text.split("\n") if line.strip()]
        self._between += len(lines)
        self._above = next((line for line in reversed(lines) if line != PARAGRAPH_END), self._above)

    def tells(self, rows: Sequence[Sequence[str]], above: str) -> bool:
        """Tell a table from signatures and the like, by its headings, the line above or its cells."""
        columns = {self._words.column(heading) for heading in rows[0]}
        headed = Column.ACTION in columns and not columns.isdisjoint(_TELLING)
        listed = (
            headed and self._words.lists_duties(list(rows[0])) and not any(map(self._has_figures, rows[0]))
        )
        if above.rstrip().endswith(":") and len(rows[0]) >= _FEWEST_LISTED:
            return True  # a table of data: its lines aren't sentences
        return listed or self._unheaded.are_duties(_unlabelled(rows), above)

    def write(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """Return the rows as items below their headings, or an empty list if they are no duties."""
        head = tuple(rows[0])
        lists = self._words.lists_duties(list(head)) or are_letters(row_labels(rows[1:]))
        if lists and not any(map(self._has_figures, head)):
            self._head, rows = head, rows[1:]
            heading = [CELL_END.join(" ".join(cell_lines(cell)) for cell in head)]
        elif self._head and len(head) == len(self._head) and self._between <= _REACH:
            heading = []
        elif self._unheaded.are_duties(_unlabelled(rows), self._above):
            self._head = ()
            heading = [CELL_END.join(UNHEADED for _ in _unlabelled(rows)[0])]
        else:
            self._head = ()
            return []
        self._between = 0
        return [*heading, *self._items(rows)]

    @staticmethod
    def _has_figures(heading: str) -> bool:
        return any(map(str.isdigit, heading))

    def _items(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        labels = row_labels(rows)
        above: Sequence[str] = ()
        for position, row in enumerate(rows):
            cells = _with_merged([" ".join(cell_lines(cell)) for cell in row], above)
            topics = [] if labels else self._topics(cells)
            yield from (topic for topic in topics if topic not in above)
            above = cells
            text = ROW_CELL_END.join(cell for cell in cells[bool(labels) :] if cell not in topics)
            yield f"{(labels and labels[position]) or BULLET} {text}"

    def _topics(self, cells: Sequence[str]) -> list[str]:
        """List the topic cells before the agreement («Tema», «Acuerdo»), unless columns tell who or when."""
        columns = [self._words.column(heading) for heading in self._head]
        told = {Column.RESPONSIBLE, Column.DEADLINE} & set(columns)
        if len(cells) != len(columns) or told or Column.ACTION not in columns:
            return []
        return [cell for cell in cells[: columns.index(Column.ACTION)] if 0 < len(cell) <= _LONGEST_TOPIC]


def _unlabelled(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows without the cells that only label them."""
    labelled = bool(row_labels(rows))
    return [[" ".join(cell_lines(cell)) for cell in row[labelled:]] for row in rows]


def _with_merged(cells: Sequence[str], above: Sequence[str]) -> list[str]:
    """Fill in cells merged with the ones above."""
    if len(cells) != len(above):
        return ["" if cell == DITTO else cell for cell in cells]
    return [over if cell == DITTO else cell for cell, over in zip(cells, above, strict=True)]


def cell_lines(cell: str) -> list[str]:
    """Return the lines of a cell, or an empty list if all are blank."""
    lines = [line.strip() for line in cell.split(_CELL_LINE)]
    return lines if any(lines) else []
