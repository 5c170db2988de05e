"""What of a provision is encoded: the whole with its lead-in, and a window that slides over its text."""

from collections.abc import Sequence
from typing import NamedTuple

LEAD_IN = 300
"""Characters of the lead-in that stand before a sub-item, so that a long one doesn't drown it."""

WINDOW = 12
"""Words of a window: about one clause. From 12 to 25 answers are about alike."""

STEP = 6
"""Words from the start of a window to that of the next."""

MOST_WINDOWS = 64
"""Windows of one provision; a text too long for these is sampled at even distances."""


STRETCH = 45
"""Words of a stretch: what a question is read together with, where a provision is long.

The encoder was tuned on provisions of about that length. On those of more than 70 words it tells what they
answer from what they don't with a chance of .94 by a stretch, and of .90 by the whole.
"""

LONG = 60
"""Words from which a provision is long."""


class Passages(NamedTuple):
    """The texts that stand for one provision; there is at least one window."""

    whole: str
    windows: tuple[str, ...]


def passages_of(text: str, above: str = "") -> Passages:
    """Choose what is encoded of a provision, given its text and that of the item above it, if any.

    The first paragraph above is the lead-in; the windows leave it out, since all sub-items share it.
    """
    lead_in = above.split("\n\n", maxsplit=1)[0][:LEAD_IN]
    words = text.split()
    windows = (" ".join(words[start : start + WINDOW]) for start in _starts(len(words)))
    return Passages(f"{lead_in} {text}".strip(), tuple(windows))


def is_long(text: str) -> bool:
    """Tell whether only a stretch of a provision is read together with a question."""
    return len(text.split()) > LONG


def stretch_around(text: str, window: int) -> str:
    """Return the words around one of the windows of a text, which is told by its place."""
    words = text.split()
    middle = _starts(len(words))[window] + WINDOW // 2
    start = max(0, min(middle - STRETCH // 2, len(words) - STRETCH))
    return " ".join(words[start : start + STRETCH])


def _starts(words: int) -> Sequence[int]:
    """Return where the windows of a text of so many words begin."""
    return _spread(range(0, max(1, words - WINDOW + STEP), STEP))


def _spread(starts: Sequence[int]) -> Sequence[int]:
    """Choose at most MOST_WINDOWS at even distances, the first and the last among them."""
    if len(starts) <= MOST_WINDOWS:
        return starts
    share = (len(starts) - 1) / (MOST_WINDOWS - 1)
    return [starts[round(place * share)] for place in range(MOST_WINDOWS)]
