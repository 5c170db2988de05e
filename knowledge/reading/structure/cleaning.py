"""Clean the raw text of a file, in named steps whose order matters."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from knowledge.language.folding import fold
from knowledge.reading.files.marks import BULLET, INNER_BULLET, PAGE_BREAK
from knowledge.reading.structure.footnotes import drop_footnotes
from knowledge.reading.structure.furniture import (
    drop_page_labels,
    drop_running_headers,
    drop_site_labels,
)
from knowledge.reading.structure.lines import ends_sentence
from knowledge.reading.structure.page_numbers import drop_lone_numbers, take_lone_numbers_for_pages
from knowledge.reading.structure.run_on import break_run_on
from knowledge.reading.structure.words import Structure

Step = Callable[[str], str]

_LINE_END = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_HYPHEN_AT_LINE_END = re.compile(r"[\u00ad\u2010\ufffe\x02][ \t]*(?=\n)")
_HYPHENS = str.maketrans({"\u00ad": None, "\ufffe": None, "\x02": None, "\u2010": "-", "\u2011": "-"})
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_GLYPH = re.compile(
    r"(?:^|(?<=[ \t]))[\ue000-\uf8ff•‣⁃▪▫■□●►➢➤❖✓✔∙·]|(?:^|(?<=[ \t]))§(?! ?\d)", re.MULTILINE
)
_HOLLOW_GLYPH = re.compile(r"(?:^|(?<=[ \t]))[○◦]", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_CIRCLE = "◦"
# Letters as which the commonest bullets of Word's symbol fonts are extracted.
_LOST_GLYPH = re.compile(r"(?!§ ?\d)([^\w\s•◦\"“”«»'‘’()\[\]¿¡<…*–—#|$€£_-]|[oqvnlüØà])(?= |$)")
_FEWEST_BULLETS = 2
_PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")
_SPACES = re.compile(r"[^\S\n\f\u2029]+")
_BLANK_RUN = re.compile(r"\n(?: *\n){5,}")


def unify_line_ends(text: str) -> str:
    """Write every line end as a line feed."""
    return _LINE_END.sub("\n", text)


def compose_accents(text: str) -> str:
    """Combine letters and following accents into single characters."""
    return unicodedata.normalize("NFC", text)


def split_ligatures(text: str) -> str:
    """Write ligatures as letters («ﬁnal» → «final»)."""
    return text.translate(_LIGATURES)


def show_hyphens(text: str) -> str:
    """Replace hyphen substitutes at line ends (U+FFFE, soft hyphen) with «-»; drop those inside a line."""
    return _HYPHEN_AT_LINE_END.sub("-", text).translate(_HYPHENS)


def drop_invisible(text: str) -> str:
    """Drop control, zero-width and directional characters."""
    return _INVISIBLE.sub("", text)


def unify_bullets(text: str) -> str:
    """Replace bullet glyphs at a line start or after a space with «• »; drop other private-use glyphs."""
    text = _HOLLOW_GLYPH.sub(f"{_CIRCLE} ", _GLYPH.sub(f"{BULLET} ", text))
    return _PRIVATE_USE.sub("", text)


def drop_emphasis(text: str) -> str:
    """Drop the asterisks of Markdown: «**1.** Aprobar» → «1. Aprobar»."""
    return _EMPHASIS.sub(r"\1", text)


def find_lost_bullets(text: str) -> str:
    """Restore bullets that an extraction turned into other signs: «.», «?», «o», «ü» before a line's text.

    Such a sign opens at least two lines; a letter must open a sentence or an announced list in each of them.
    """
    lines = text.split("\n")
    found: dict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        match = _LOST_GLYPH.match(line)
        if match:
            found[match[1]].append(position)
    for sign, positions in found.items():
        if len(positions) < _FEWEST_BULLETS or (sign.isalpha() and not _opens_items(lines, positions)):
            continue
        for position in positions:
            lines[position] = f"{_CIRCLE if sign == 'o' else BULLET} {lines[position][1:].lstrip()}".rstrip()
    return "\n".join(lines)


def _opens_items(lines: list[str], positions: list[int]) -> bool:
    """Tell a bullet from the word «o»: each use opens a sentence, or a list announced by one."""
    taken = set(positions)
    for position in positions:
        before = next((index for index in range(position - 1, -1, -1) if lines[index].strip()), None)
        opens = before is None or before in taken or ends_sentence(lines[before]) or lines[before].isupper()
        if not (opens or lines[position][1:].lstrip()[:1].isupper()):
            return False
    return True


def nest_bullets(text: str) -> str:
    """Make hollow bullets inner ones if other bullets come before them, and plain ones otherwise."""
    first = text.find(_CIRCLE)
    if first < 0:
        return text
    is_inner = any(line.startswith(BULLET) for line in text[:first].split("\n"))
    hollow = INNER_BULLET if is_inner else BULLET
    return "\n".join(f"{hollow}{line[1:]}" if line.startswith(_CIRCLE) else line for line in text.split("\n"))


def unify_spaces(text: str) -> str:
    """Replace tabs and non-breaking or repeated spaces with one space; strip lines."""
    return "\n".join(line.strip(" ") for line in _SPACES.sub(" ", text).split("\n"))


def take_blank_runs_for_pages(text: str) -> str:
    """Replace runs of five or more blank lines with page breaks if the text has none."""
    text = text.strip(f"\n{PAGE_BREAK}")
    return text if PAGE_BREAK in text else _BLANK_RUN.sub(f"\n{PAGE_BREAK}\n", text)


def cleaning_steps(structure: Structure) -> tuple[Step, ...]:
    """Return the cleaning steps in order."""
    labels = frozenset(map(fold, structure.site_labels))
    return (
        unify_line_ends,
        compose_accents,
        split_ligatures,
        show_hyphens,
        drop_invisible,
        drop_emphasis,
        unify_bullets,
        unify_spaces,
        find_lost_bullets,
        nest_bullets,
        take_blank_runs_for_pages,
        partial(drop_site_labels, labels=labels),
        drop_page_labels,
        partial(take_lone_numbers_for_pages, unfinished=structure.unfinished_words),
        drop_running_headers,
        drop_lone_numbers,
        drop_footnotes,
        partial(break_run_on, structure=structure),
    )


def clean(text: str, steps: Iterable[Step]) -> str:
    """Apply cleaning steps, one after the other."""
    for step in steps:
        text = step(text)
    return text
