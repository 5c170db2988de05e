"""Clean the raw text of a file, in named steps whose order matters."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

from knowledge.language.folding import fold
from knowledge.reading.files.marks import BULLET, PAGE_BREAK
from knowledge.reading.structure.footnotes import drop_footnotes
from knowledge.reading.structure.furniture import (
    drop_lone_numbers,
    drop_page_labels,
    drop_running_headers,
    drop_site_labels,
)
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
_GLYPH = re.compile(r"(?:^|(?<=[ \t]))[\ue000-\uf8ff•‣⁃▪▫■□●○◦►➢➤❖✓✔∙·§]", re.MULTILINE)
_PRIVATE_USE = re.compile(r"[\ue000-\uf8ff]")
_SPACES = re.compile(r"[^\S\n\f\u2029]+")
_BLANK_RUN = re.compile(r"\n(?: *\n){5,}")


def unify_line_ends(text: str) -> str:
    """Write every line end as a line feed."""
    return _LINE_END.sub("\n", text)


def compose_accents(text: str) -> str:
    """Write a letter and the accent after it as one character."""
    return unicodedata.normalize("NFC", text)


def split_ligatures(text: str) -> str:
    """Write ligatures as letters («ﬁnal» → «final»)."""
    return text.translate(_LIGATURES)


def show_hyphens(text: str) -> str:
    """Write what stands for a hyphen at a line end (U+FFFE, soft hyphen) as «-»; drop those inside a line."""
    return _HYPHEN_AT_LINE_END.sub("-", text).translate(_HYPHENS)


def drop_invisible(text: str) -> str:
    """Drop control, zero-width and directional characters."""
    return _INVISIBLE.sub("", text)


def unify_bullets(text: str) -> str:
    """Write a glyph at a line start or after a space, of private use or not, as «• »; drop others."""
    return _PRIVATE_USE.sub("", _GLYPH.sub(f"{BULLET} ", text))


def unify_spaces(text: str) -> str:
    """Write tabs, non-breaking and repeated spaces as one space, and none at a line's ends."""
    return "\n".join(line.strip(" ") for line in _SPACES.sub(" ", text).split("\n"))


def take_blank_runs_for_pages(text: str) -> str:
    """Write a run of five blank lines or more as a page break, where the text has no page breaks."""
    text = text.strip(f"\n{PAGE_BREAK}")
    return text if PAGE_BREAK in text else _BLANK_RUN.sub(f"\n{PAGE_BREAK}\n", text)


def cleaning_steps(structure: Structure) -> tuple[Step, ...]:
    """List the steps in order."""
    labels = frozenset(map(fold, structure.site_labels))
    return (
        unify_line_ends,
        compose_accents,
        split_ligatures,
        show_hyphens,
        drop_invisible,
        unify_bullets,
        unify_spaces,
        take_blank_runs_for_pages,
        partial(drop_site_labels, labels=labels),
        drop_page_labels,
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
