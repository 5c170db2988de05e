"""The columns of the table of commitments: their names in each language, and those of the states."""

from enum import StrEnum

from handlers.catalogue import Catalogue
from knowledge.language.folding import fold
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment


class Column(StrEnum):
    """A column, by the name that programs know it by."""

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
"""Columns without which a table says nothing."""


def title_of(column: Column, catalogue: Catalogue) -> str:
    """Return how a column is called in a language."""
    return catalogue.text(TITLES[column])


def columns_by_title(catalogues: dict[str, Catalogue]) -> dict[str, Column]:
    """Return the columns by their folded names in all languages, and by those that programs use."""
    titles = {fold(title_of(column, each)): column for each in catalogues.values() for column in Column}
    return titles | {column.value: column for column in Column}


def states_by_word(catalogues: dict[str, Catalogue]) -> dict[str, Fulfilment]:
    """Return the states by their folded names in all languages, and by those that programs use."""
    words = {fold(each.text(name)): state for each in catalogues.values() for state, name in STATES.items()}
    return _FEMININE | words | {state.value: state for state in Fulfilment}
