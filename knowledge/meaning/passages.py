"""The passages of a provision to encode: the whole with its lead-in, and sliding windows of its text."""

from collections.abc import Sequence
from typing import NamedTuple

LEAD_IN = 300
"""Characters of lead-in put before a sub-item, so that a long lead-in doesn't drown it."""

WINDOW = 12
"""Words of a window: about one clause. Answers are about equally good from 12 to 25."""

STEP = 6
"""Words between the starts of consecutive windows."""

MOST_WINDOWS = 64
"""Maximum windows of one provision; longer texts are sampled at even distances."""


STRETCH = 45
"""Words of a stretch: the part of a long provision that is read together with a question.

The encoder was tuned on provisions of about that length. For those of more than 70 words it tells questions
they answer from others with a probability of .94 by a stretch, and of .90 by the whole.
"""

LONG = 60
"""A provision is long if it has more words than this."""


class Passages(NamedTuple):
    """The texts that stand for one provision; there is at least one window."""

    whole: str
    windows: tuple[str, ...]


def passages_of(text: str, above: str = "") -> Passages:
    """Return the passages of a provision, given its text and that of its parent, if any.

    The parent's first paragraph is the lead-in; the windows leave it out, since all sub-items share it.
    """
    lead_in = above.split("\n\n", maxsplit=1)[0][:LEAD_IN]
    words = text.split()
    windows = (" ".join(words[start : start + WINDOW]) for start in _starts(len(words)))
    return Passages(f"{lead_in} {text}".strip(), tuple(windows))


def is_long(text: str) -> bool:
    """Tell whether only a stretch of a provision is read together with a question."""
    return len(text.split()) > LONG


def stretch_around(text: str, window: int) -> str:
    """Return the stretch around a window of a text, given the window's index."""
    words = text.split()
    middle = _starts(len(words))[window] + WINDOW // 2
    start = max(0, min(middle - STRETCH // 2, len(words) - STRETCH))
    return " ".join(words[start : start + STRETCH])


def _starts(words: int) -> Sequence[int]:
    """Return the starts of the windows in a text of this many words."""
    return _spread(range(0, max(1, words - WINDOW + STEP), STEP))


def _spread(starts: Sequence[int]) -> Sequence[int]:
    """Choose at most MOST_WINDOWS evenly spaced starts, including the first and the last."""
    if len(starts) <= MOST_WINDOWS:
        return starts
    share = (len(starts) - 1) / (MOST_WINDOWS - 1)
    return [starts[round(place * share)] for place in range(MOST_WINDOWS)]
