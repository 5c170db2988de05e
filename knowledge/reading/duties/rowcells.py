"""Read the cells of a row, and the headings above it, from the text of an act."""

import re

from knowledge.language.folding import words
from knowledge.reading.files.marks import CELL_END, ROW_CELL_END
from knowledge.values.acts import Provision

_BAR, _ROW_BAR = CELL_END.strip(), ROW_CELL_END.strip()
BELOW_ROW = re.compile(rf"\n\n(?!.*{_ROW_BAR}).*$", re.DOTALL)
"""A paragraph below the last row of a table."""
_CAPTION = re.compile(r"[^\W\d_]+ (?:\d{1,2}|[IVX]{1,4})\s*[.:–—-]+\s*(?P<title>[^.;:]{3,90})\.?")
"""«Tabla 1. Básculas por calibrar»."""
_NOTHING = frozenset({"n a", "na", "no aplica", "not applicable", "none", "ninguno", "ninguna", "s d", "s f"})


def row_cells(provision: Provision) -> list[str]:
    """Return the cells of a row, without the paragraphs below it."""
    return [_filled(cell) for cell in BELOW_ROW.sub("", provision.text).split(_ROW_BAR)]


def _filled(cell: str) -> str:
    """Return a cell without outer spaces and dashes, or empty if it only says «n/a» or the like."""
    said = any(map(str.isalnum, cell)) and " ".join(words(cell)) not in _NOTHING
    return cell.strip(" -–—\t") if said else ""


def headings_above(text: str, before: int) -> tuple[str, list[str]]:
    """Return the caption and headings of a row's table: the last headings before it."""
    above = text.rfind(_BAR, 0, before)
    if above < 0:
        return "", []
    start, end = text.rfind("\n", 0, above) + 1, text.find("\n", above)
    caption = _CAPTION.fullmatch(text[:start].rstrip("\n").rpartition("\n")[2])
    return caption["title"] if caption else "", [cell.strip() for cell in text[start:end].split(_BAR)]
