"""Compare messages with provisions, and with example sentences, by their meaning."""

import logging
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np

from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import WIDTH, Vector, Vectors
from knowledge.meaning.spans import SpanOdds
from knowledge.meaning.vectors import PassageVectors
from knowledge.search.index import Numbers, Weights
from knowledge.understanding.intents import Directions

_KEPT = 32
"""Messages whose nearest provisions are cached."""

FILE_NAME = "intents.npz"

_log = logging.getLogger(__name__)


class Learned(NamedTuple):
    """What was learned about messages with one version of the encoder.

    `intents` are the vectors of the examples in intents.yaml, in order.
    """

    intents: Vectors
    directions: Directions


class Meaning:
    """Compare by the sentence encoder and the vectors of one base.

    Every method returns None, or says that nothing is near, once the encoder turns out to be unusable.
    """

    def __init__(self, encoder: Encoder, vectors: PassageVectors, learned: Learned | None) -> None:
        self._encoder = encoder
        self._vectors = vectors
        self.learned = learned
        # A message is searched for several times. Bound here: cached methods keep every base alive.
        self._nearest_of_all = lru_cache(maxsize=_KEPT)(self._find_nearest_of_all)

    @classmethod
    def open(cls, encoder: Encoder | None, vectors: PassageVectors | None, folder: Path) -> "Meaning | None":
        """Return an instance if there is an encoder, and a base with vectors made by it."""
        if encoder is None or vectors is None:
            return None
        return cls(encoder, vectors, load_learned(folder))

    def encode(self, text: str) -> Vector | None:
        """Return the vector of a message."""
        found = self._encoder.encode_questions([text])
        return None if found is None else found[0]

    def answers(self, question: str, passage: str) -> float | None:
        """Return the log-odds that a passage answers a question."""
        return self._encoder.answers(question, passage)

    def span_odds(self, question: str, passage: str) -> SpanOdds | None:
        """Return how likely the words of a passage tell what a question asks."""
        return self._encoder.span_odds(question, passage)

    def nearest_window(self, text: str, number: int) -> int | None:
        """Return the index of the window of a provision that is nearest to a message."""
        vector = self.encode(text)
        return None if vector is None else self._vectors.nearest_window(vector, number)

    def likeness(self, text: str, numbers: Numbers) -> Weights | None:
        """Return how near each of some provisions is to a message."""
        vector = self.encode(text)
        return None if vector is None else self._vectors.likeness(vector, numbers)

    def nearest(self, text: str, count: int, among: Numbers) -> Numbers:
        """Return the provisions nearest to a message; in a large base, only of those in `among`."""
        vector = self.encode(text)
        if vector is None:
            return np.empty(0, np.int32)
        if self._vectors.wholes is None:
            return self._vectors.nearest(vector, count, among)
        return self._nearest_of_all(text, count)

    def _find_nearest_of_all(self, text: str, count: int) -> Numbers:
        vector = self.encode(text)
        return np.empty(0, np.int32) if vector is None else self._vectors.nearest(vector, count)


@lru_cache(maxsize=4)
def load_learned(folder: Path) -> Learned | None:
    """Read intents.npz in a folder of data files; return None, with a warning, if it can't be read."""
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file, np.load(file) as content:
            directions = Directions(*(content[name].astype(np.float32) for name in Directions._fields))
            learned = Learned(content["intents"].astype(np.float32), directions)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        _log.warning("%s cannot be read: intents are told by words alone", path.name)
        return None
    return learned if {each.shape for each in directions} == {(WIDTH + 1,)} else None
