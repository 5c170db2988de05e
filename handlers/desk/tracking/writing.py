"""Write the table of commitments, safe from formulas in spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable

from handlers.catalogue import Catalogue
from handlers.desk.tracking.columns import STATES, Column, title_of
from handlers.desk.tracking.rows import Row
from handlers.terms import COMMITMENT_KINDS

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of cells that a spreadsheet may run as formulas."""

APOSTROPHE = "'"
"""Put before such a cell to make it text."""


def write_csv(rows: Iterable[Row], catalogue: Catalogue | None = None) -> str:
    """Write rows as CSV, with titles in the catalogue's language or, without one, for programs."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(title_of(column, catalogue) if catalogue else column.value for column in Column)
    for row in rows:
        cells = cells_of(row, catalogue)
        writer.writerow(safe(cells[column]) for column in Column)
    return file.getvalue()


def write_json(rows: Iterable[Row]) -> str:
    """Write rows as JSON."""
    written = [{column.value: text for column, text in cells_of(row).items()} for row in rows]
    return json.dumps({"commitments": written}, ensure_ascii=False, indent=2) + "\n"


def cells_of(row: Row, catalogue: Catalogue | None = None) -> dict[Column, str]:
    """Write the cells of a row."""
    key, commitment, party, progress = row
    deadline, state = commitment.deadline, progress.fulfilment
    return {
        Column.DOCUMENT: key.document,
        Column.REFERENCE: str(key.reference),
        Column.COMMITMENT: str(key.ordinal),
        Column.RESPONSIBLE: "; ".join(commitment.responsible),
        Column.RECIPIENT: "; ".join(commitment.recipient),
        Column.ACTION: commitment.action,
        Column.KIND: catalogue.text(COMMITMENT_KINDS[commitment.kind])
        if catalogue
        else commitment.kind.value,
        Column.DEADLINE: deadline.text or "",
        Column.DEADLINE_END: deadline.end.isoformat() if deadline.end else "",
        Column.PARTY: party,
        Column.STATUS: catalogue.text(STATES[state]) if catalogue else state.value,
        Column.STATUS_DATE: progress.day.isoformat() if progress.day else "",
        Column.NOTE: progress.note,
        Column.QUOTE: " ".join(commitment.quote.split()),
    }


def safe(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula."""
    return f"{APOSTROPHE}{cell}" if cell.startswith(FORMULA) else cell
