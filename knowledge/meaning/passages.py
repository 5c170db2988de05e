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
    starts = range(0, max(1, len(words) - WINDOW + STEP), STEP)
    windows = (" ".join(words[start : start + WINDOW]) for start in _spread(starts))
    return Passages(f"{lead_in} {text}".strip(), tuple(windows))


def _spread(starts: Sequence[int]) -> Sequence[int]:
    """Choose at most MOST_WINDOWS at even distances, the first and the last among them."""
    if len(starts) <= MOST_WINDOWS:
        return starts
    share = (len(starts) - 1) / (MOST_WINDOWS - 1)
    return [starts[round(place * share)] for place in range(MOST_WINDOWS)]
