"""The marks that readers leave in a text for the division."""

PAGE_BREAK = "\f"
"""A new page starts here."""

PARAGRAPH_END = "\u2029"
"""A paragraph ends here for sure; a line feed alone may stand in the middle of a sentence."""

BULLET = "•"
"""What every bullet glyph becomes."""

INNER_BULLET = "◦"
"""What a bullet of an inner list becomes."""

BULLETS = frozenset({BULLET, INNER_BULLET})
"""The bullets that open an item wherever they stand."""

CELL_END = " │ "
"""Between the cells of a table's row, which is one line."""

NOTE_SIGN = "⁎"
"""A raised note mark that is no number: «*», «a», «†»."""

CELL_LINE_END = " ␤ "
"""Between the paragraphs, or lines, of a cell."""

DITTO = "〃"
"""A cell that is merged with the one above it."""

ROW_CELL_END = " ┆ "
"""Between the cells of a row that is an item of its own."""

UNHEADED = "⍽"
"""What stands for the heading of each column of a table that has none."""

UNREAD = "⍰"
"""All that is known of a page without text that shows a picture: it may be scanned."""
