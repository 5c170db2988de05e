"""The columns of the table of commitments, and the names of columns and states in each language."""

from enum import StrEnum

from handlers.catalogue import Catalogue
from knowledge.language.folding import fold
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment


class Column(StrEnum):
    """A column, by its name in files for programs."""

    DOCUMENT = "document"
    REFERENCE = "reference"
    RESPONSIBLE = "responsible"
    RECIPIENT = "recipient"
    ACTION = "action"
    KIND = "kind"
    DEADLINE = "deadline"
    DEADLINE_END = "deadline_end"
    QUOTE = "quote"
    COMMITMENT = "commitment"
    PARTY = "party"
    STATUS = "status"
    STATUS_DATE = "status_date"
    NOTE = "note"


TITLES = {
    Column.DOCUMENT: mark("acta"),
    Column.REFERENCE: mark("disposición"),
    Column.COMMITMENT: mark("compromiso n.º"),
    Column.RESPONSIBLE: mark("responsables"),
    Column.RECIPIENT: mark("destinatarios"),
    Column.ACTION: mark("qué"),
    Column.KIND: mark("tipo"),
    Column.DEADLINE: mark("plazo"),
    Column.DEADLINE_END: mark("vence"),
    Column.PARTY: mark("parte"),
    Column.STATUS: mark("estado"),
    Column.STATUS_DATE: mark("fecha"),
    Column.NOTE: mark("nota"),
    Column.QUOTE: mark("cita"),
}
STATES = {
    Fulfilment.OPEN: mark("pendiente"),
    Fulfilment.IN_PROGRESS: mark("en curso"),
    Fulfilment.DONE: mark("cumplido"),
}
_FEMININE = {"cumplida": Fulfilment.DONE, "abierto": Fulfilment.OPEN, "abierta": Fulfilment.OPEN}

REQUIRED = frozenset({Column.DOCUMENT, Column.REFERENCE, Column.STATUS})
"""Columns that a table must have."""


def title_of(column: Column, catalogue: Catalogue) -> str:
    """Return the title of a column in a language."""
    return catalogue.text(TITLES[column])


def columns_by_title(catalogues: dict[str, Catalogue]) -> dict[str, Column]:
    """Return the columns by their folded titles in all languages, and by their names for programs."""
    titles = {fold(title_of(column, each)): column for each in catalogues.values() for column in Column}
    return titles | {column.value: column for column in Column}


def states_by_word(catalogues: dict[str, Catalogue]) -> dict[str, Fulfilment]:
    """Return the states by their folded names in all languages, and by their names for programs."""
    words = {fold(each.text(name)): state for each in catalogues.values() for state, name in STATES.items()}
    return _FEMININE | words | {state.value: state for state in Fulfilment}
