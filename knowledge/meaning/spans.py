"""Find the words of a passage that answer a question: the likeliest span, from log-odds for each token."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from knowledge.meaning.packing import Vectors

LONGEST = 24
"""Maximum number of tokens in a span."""

Place = tuple[int, int]
"""Offsets of the first character and of the one after the last."""


class Span(NamedTuple):
    """Words of a passage that answer a question, with a sureness from 0 to 1.

    Sureness is the chance that the answer overlaps these words; where exactly it ends is a matter of taste.
    """

    text: str
    sureness: float


class SpanOdds(NamedTuple):
    """How likely each token of a passage starts and ends the answer to a question.

    `logits` has a column for the start and one for the end, a first row for no answer, and a row for each
    token. `places` are the characters of the tokens.
    """

    logits: Vectors
    places: Sequence[Place]

    def best(self, passage: str, marks: Iterable[Place] | None = None) -> Span | None:
        """Return the likeliest span of a passage, or None if it is likelier that there is no answer.

        With `marks`, places where the answer may be, return the likeliest span that overlaps one, extended
        to the whole mark, however likely it is that there is no answer.
        """
        (no_start, no_end), tokens = self.logits[0], self.logits[1:]
        size = len(tokens)
        scores = tokens[:, 0, None] + tokens[None, :, 1]
        ahead = np.arange(size)[None, :] - np.arange(size)[:, None]
        scores[(ahead < 0) | (ahead >= LONGEST)] = -np.inf
        marked = [] if marks is None else [each for mark in marks if (each := self._tokens_at(mark))]
        if not size or (marks is not None and not marked):
            return None
        able = scores if marks is None else np.where(_overlapping(size, marked), scores, -np.inf)
        if marks is None and able.max() <= no_start + no_end:
            return None
        first, last = map(int, np.unravel_index(int(able.argmax()), able.shape))
        most = max(float(scores.max()), float(no_start + no_end))
        chances = np.exp(scores - most)
        rest = float(np.exp(no_start + no_end - most))
        overlapping = float(chances[: last + 1, first:].sum())
        held = [each for each in marked if each[0] <= last and each[1] >= first]
        first, last = min([first, *(start for start, _ in held)]), max([last, *(end for _, end in held)])
        text = passage[self.places[first][0] : self.places[last][1]].strip()
        return Span(text, overlapping / (float(chances.sum()) + rest))

    def _tokens_at(self, mark: Place) -> Place | None:
        """Return the first and the last token of a mark, or None if it is beyond the tokens read."""
        start, end = mark
        within = [number for number, place in enumerate(self.places) if place[0] < end and place[1] > start]
        return (within[0], within[-1]) if within else None


def _overlapping(size: int, marked: Iterable[Place]) -> np.ndarray:
    """Tell for each pair of a first and a last token whether that span overlaps a mark."""
    rows, columns = np.arange(size)[:, None], np.arange(size)[None, :]
    held = np.zeros((size, size), bool)
    for first, last in marked:
        held |= (rows <= last) & (columns >= first)
    return held
