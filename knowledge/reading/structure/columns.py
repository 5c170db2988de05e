"""The contents of a table's columns, by their headings."""

from collections.abc import Sequence
from enum import StrEnum

from knowledge.language.folding import words
from knowledge.values.base import Value

_LONGEST_LABEL = 3
_FEWEST_OF_DUTIES = 3


class Column(StrEnum):
    """The contents of a column in a table of duties; explained in structure.yaml."""

    ACTION = "action"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DEADLINE = "deadline"
    AGENDA = "agenda"
    PARTY = "party"
    STATUS = "status"


class ColumnWords(Value):
    """The beginnings of words in column headings, by the column's contents."""

    action: tuple[str, ...]
    responsible: tuple[str, ...]
    support: tuple[str, ...]
    deadline: tuple[str, ...]
    agenda: tuple[str, ...]
    party: tuple[str, ...]
    status: tuple[str, ...]

    def column(self, heading: str) -> Column | None:
        """Return what a column holds; responsible parties win over deadlines, and deadlines over actions."""
        found = words(heading)
        if found == ["by"]:
            return Column.DEADLINE  # but "Action by" is the responsible party
        if found and found[0] in self.status:
            return Column.STATUS
        kinds = (
            (Column.AGENDA, self.agenda),
            (Column.SUPPORT, self.support),
            (Column.RESPONSIBLE, self.responsible),
            (Column.DEADLINE, self.deadline),
            (Column.ACTION, self.action),
            (Column.PARTY, self.party),
        )
        told = {_closest(word, kinds) for word in found}
        return next((kind for kind, _ in kinds if kind in told), None)

    def is_label(self, text: str) -> bool:
        """Tell whether a line gives a responsible party or deadline after a label: «Responsable: la ST»."""
        label, colon, said = text.partition(":")
        column = self.column(label) if len(words(label)) <= _LONGEST_LABEL else None
        return bool(colon and said.strip()) and column in {Column.RESPONSIBLE, Column.DEADLINE}

    def tells_duties(self, headings: list[str]) -> bool:
        """Tell whether three or more columns, none of an agenda, include responsible parties or deadlines."""
        columns = {self.column(heading) for heading in headings}
        told = bool(columns & {Column.RESPONSIBLE, Column.DEADLINE})
        return told and len(headings) >= _FEWEST_OF_DUTIES and Column.AGENDA not in columns

    def lists_duties(self, headings: list[str]) -> bool:
        """Tell whether columns with these headings hold one duty per row; an agenda's don't."""
        columns = {self.column(heading) for heading in headings}
        tells = bool(columns & {Column.ACTION, Column.RESPONSIBLE}) or columns >= {
            Column.PARTY,
            Column.DEADLINE,
        }
        return Column.AGENDA not in columns and tells


def _closest(word: str, kinds: Sequence[tuple[Column, Sequence[str]]]) -> Column | None:
    """Return the kind with the longest beginning of a word: "timeframe" is a deadline, "time" an hour."""
    fitting = [(len(start), kind) for kind, starts in kinds for start in starts if word.startswith(start)]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None
