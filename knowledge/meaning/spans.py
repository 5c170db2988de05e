"""Which words of a passage tell what a question asks: the likeliest span, from log-odds for each token."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from knowledge.meaning.packing import Vectors

LONGEST = 24
"""Tokens of a span at most."""


class Span(NamedTuple):
    """Words of a passage that tell what a question asks, and how sure it is of them: 0 to 1.

    Sure means that what answers is there or overlaps it; where it ends is a matter of taste.
    """

    text: str
    sureness: float


def best_span(logits: Vectors, passage: str, places: Sequence[tuple[int, int]]) -> Span | None:
    """Choose the likeliest span of a passage; None if it is likelier that the passage has none.

    `logits` has a first row for no span at all, and one for each token: that it starts, and that it ends the
    span. `places` are the characters of the tokens.
    """
    (no_start, no_end), tokens = logits[0], logits[1:]
    size = len(tokens)
    scores = tokens[:, 0, None] + tokens[None, :, 1]
    ahead = np.arange(size)[None, :] - np.arange(size)[:, None]
    scores[(ahead < 0) | (ahead >= LONGEST)] = -np.inf
    if not size or scores.max() <= no_start + no_end:
        return None
    first, last = map(int, np.unravel_index(int(scores.argmax()), scores.shape))
    chances = np.exp(scores - scores.max())
    rest = float(np.exp(no_start + no_end - scores.max()))
    overlapping = float(chances[: last + 1, first:].sum())
    text = passage[places[first][0] : places[last][1]].strip()
    return Span(text, overlapping / (float(chances.sum()) + rest))
