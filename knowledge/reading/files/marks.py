"""The marks that readers leave in a text for the division."""

PAGE_BREAK = "\f"
"""A new page starts here."""

PARAGRAPH_END = "\u2029"
"""A paragraph surely ends here; a line feed alone may break a sentence."""

BULLET = "•"
"""Replaces every bullet glyph."""

INNER_BULLET = "◦"
"""Replaces the bullets of an inner list."""

BULLETS = frozenset({BULLET, INNER_BULLET})
"""The bullets that open an item anywhere."""

CELL_END = " │ "
"""Separates the cells of a table row, which is one line."""

NOTE_SIGN = "⁎"
"""Replaces a raised note mark that is no number: «*», «a», «†»."""

CELL_LINE_END = " ␤ "
"""Separates the paragraphs, or lines, of a cell."""

DITTO = "〃"
"""A cell that is merged with the one above it."""

ROW_CELL_END = " ┆ "
"""Separates the cells of a row that is an item of its own."""

UNHEADED = "⍽"
"""Placeholder for the heading of each column in a table without headings."""

UNREAD = "⍰"
"""Marks a page without text but with a picture, which may be scanned."""
