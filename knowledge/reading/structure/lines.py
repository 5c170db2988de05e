"""Lines of a cleaned text, and how they form paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.folding import words
from knowledge.reading.files.marks import CELL_END, PAGE_BREAK, PARAGRAPH_END, ROW_CELL_END

_SENTENCE_END = re.compile(r"[.;:!?…][\"”»'’)\]]*\s*$")
_OPENING = " \"“«'‘([¿¡"
_LAST_BUT_ONE = re.compile(r"[,;] ?(?:y|e|o|u|and|or)$")
"""The ending of a list's last but one item: «…; y»."""
_VERB = re.compile(r"[^\W\d_]{2,}(?:aron|ieron|amos|emos|ando|iendo)\b")
_DOING = re.compile(rf"{_VERB.pattern}|[^\W\d_]+(?:ar|er|ir)(?:se)?\b")
_WRAPPED_WIDTH = 140
_ENDING = 20
_LONG_SHARE = 0.9
_SHORT_SHARE = 0.6
_LONGEST_TITLE = 6


@dataclass(frozen=True)
class Line:
    """One line that is not blank; `page` counts from 1.

    `apart` means that a blank line precedes it on the same page, `new_paragraph` that the line before it
    surely ended a paragraph, and `continues` that a page break cut it off the line before.
    """

    text: str
    page: int = 1
    apart: bool = False
    new_paragraph: bool = False
    continues: bool = False

    @property
    def is_table_row(self) -> bool:
        """Whether it is a table row; a row with an empty first cell starts with the mark."""
        return CELL_END in self.text or self.text.startswith(CELL_END.lstrip())

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends like a sentence, or opens a list."""
        return ends_sentence(self.text)

    @property
    def is_capitalised(self) -> bool:
        """Whether the line starts like a sentence, ignoring opening quotes."""
        return is_capitalised(self.text)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence, ignoring closing quotes, or opens a list."""
    return bool(_SENTENCE_END.search(text[-_ENDING:]))


def is_capitalised(text: str) -> bool:
    """Tell whether a text starts with a capital or a digit, ignoring opening quotes."""
    start = text.lstrip(_OPENING)[:1]
    return start.isupper() or start.isdigit()


def split_lines(text: str) -> list[Line]:
    """Split cleaned text into lines; if they aren't wrapped, each is a paragraph."""
    wrapped = PARAGRAPH_END in text or line_width(text.split("\n")) <= _WRAPPED_WIDTH
    lines: list[Line] = []
    new_paragraph = True
    continues = False
    for number, page in enumerate(text.split(PAGE_BREAK), 1):
        apart = False
        for row in page.split("\n"):
            new_paragraph = new_paragraph or row == PARAGRAPH_END
            if row.strip():
                lines.append(Line(row.strip(), number, apart, new_paragraph and not continues, continues))
                apart, new_paragraph = False, not wrapped
            elif lines and lines[-1].page == number:
                apart = True
            continues = False
        continues = bool(page.rpartition("\n")[2].strip())
    return lines


def line_width(rows: list[str]) -> int:
    """Return the number of characters in a full line, ignoring a few overlong ones."""
    lengths = sorted(len(row) for row in rows if row.strip())
    return lengths[int(_LONG_SHARE * (len(lengths) - 1))] if lengths else 0


@dataclass(frozen=True)
class Layout:
    """A text's layout: the width of a full line, and the folded words that can't end a sentence.

    With `knows_paragraphs` the file marks the ends of paragraphs, as DOCX and HTML do. `agenda` are the
    folded phrases that follow the number of an agenda item.
    """

    width: int
    unfinished: frozenset[str]
    knows_paragraphs: bool = False
    agenda: Sequence[list[str]] = ()

    def opens_paragraph(self, line: Line, before: Line) -> bool:
        """Tell whether an unmarked line opens a new paragraph rather than continuing the line before.

        A line continues the one before if it starts in lower case or if the line before is full: where its
        first word would have fitted, somebody broke the line on purpose. Without a full stop only a blank
        line after a short line, or around one that isn't full, ends a paragraph, since some acts have blank
        lines inside sentences; a separate clause, such as a recital, may end in a comma.
        """
        if line.is_table_row or before.is_table_row or ROW_CELL_END in line.text + before.text:
            return True
        if line.new_paragraph:
            return before.ends_sentence or line.is_capitalised
        if line.continues or not line.is_capitalised:
            return False
        fits = len(before.text) + 1 + len(line.text.split()[0]) <= self.width
        if before.ends_sentence:
            return line.apart or fits
        if before.text.endswith(","):
            return line.apart and ((fits and " " in before.text) or bool(_VERB.match(line.text)))
        is_short = len(before.text) <= _SHORT_SHARE * self.width
        stands_alone = before.apart and fits and "," not in before.text
        return line.apart and (is_short or stands_alone) and self.may_end(before.text)

    def follows_title(self, line: Line, title: Line) -> bool:
        """Tell whether an item's text begins on the line below its title («2. Registro consular»)."""
        is_short = 0 < len(title.text) <= _SHORT_SHARE * self.width
        ends = not title.ends_sentence and "," not in title.text and self.may_end(title.text)
        is_name = ends and not _DOING.match(title.text) and len(words(title.text)) <= _LONGEST_TITLE
        return is_short and is_name and line.text[:1].isupper() and not line.continues

    def may_end(self, text: str) -> bool:
        """Tell whether a text without a full stop may end here."""
        if text.isupper() or _LAST_BUT_ONE.search(text):
            return True
        return not (text.endswith(",") or self.unfinished.intersection(words(text)[-1:]))

    def leaves_item(self, line: Line) -> bool:
        """Tell whether a paragraph opened by a line leaves the sub-item above: a mere line break doesn't."""
        return line.new_paragraph or line.apart or not self.knows_paragraphs

    def paragraphs(self, lines: Sequence[Line]) -> list[int]:
        """List the positions of the lines that open a paragraph; the first always does."""
        return [
            position
            for position, line in enumerate(lines)
            if not position or self.opens_paragraph(line, lines[position - 1])
        ]


class Joiner:
    """Joins the lines of a paragraph, including words split at line ends."""

    def __init__(self, text: str, hyphenated: tuple[str, ...]) -> None:
        self._words = frozenset(words(text))
        compounds = [("-".join(words(found))) for found in _COMPOUND.findall(text)]
        self._compounds = frozenset([*compounds, *(_stem(compound) for compound in compounds)])
        self._prefixes = frozenset(hyphenated)

    def join(self, rows: list[str]) -> str:
        """Join rows with spaces, but without one after a hyphen, which stays only if the word has one.

        «extra-» + «regionales» keeps it if the act has «extra-regional» inside a line; «coordi-» + «nación»
        loses it; capitals and digits keep it («OIM-» + «CEPAL», «2020-» + «2023»).
        """
        joined: list[str] = []
        for row in rows:
            if joined and _SPLIT_WORD.fullmatch(joined[-1][-2:]):
                joined[-1] = self._join_word(joined[-1], row)
            else:
                joined.append(row)
        return " ".join(joined)

    def _join_word(self, left: str, right: str) -> str:
        first = words(left[-_LONGEST_WORD:])[-1]
        second = words(right[:_LONGEST_WORD])[:1]
        if not second or not right[:1].islower():
            return left + right
        if self._compounds.intersection({f"{first}-{second[0]}", f"{first}-{second[0][:_STEM]}"}):
            return left + right
        if first + second[0] in self._words or first not in self._prefixes:
            return left[:-1] + right
        return left + right


_SPLIT_WORD = re.compile(r"[^\W_]-")
_LONGEST_WORD = 40
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]+-[^\W_]+")
_STEM = 5


def _stem(compound: str) -> str:
    first, second = compound.split("-", 1)
    return f"{first}-{second[:_STEM]}"
