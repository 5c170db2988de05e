"""Time what the encoder adds: encoding a question, and comparing it with provisions."""

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.synthetic import SEED
from benchmarks.timing import percentiles
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.stores.knowledge_store import KnowledgeStore

CANDIDATES = 200
"""Provisions that a question is compared with window by window, drawn anew for each question."""


class Comparing(NamedTuple):
    """The median and 99th percentile of each step, in milliseconds."""

    encode50: float
    encode99: float
    likeness50: float
    likeness99: float
    nearest50: float
    nearest99: float


def compare(data: Path, questions: Sequence[str]) -> Comparing:
    """Time the steps on the base in a data folder; no question is asked twice, so that none is remembered.

    Raises:
        ValueError: the base has no vectors, or the encoder doesn't work.
    """
    encoder = Encoder()
    store = KnowledgeStore.open(data / "knowledge.db")
    with closing(store):
        vectors = PassageVectors.open(store.database, encoder.version)
        if vectors is None or not encoder.is_usable:
            raise ValueError(data)
        return _time(encoder, vectors, questions)


def _time(encoder: Encoder, vectors: PassageVectors, questions: Sequence[str]) -> Comparing:
    chance = np.random.default_rng(SEED)
    count = min(CANDIDATES, vectors.size)
    _ = vectors.wholes
    times = []
    for question in dict.fromkeys(questions):
        candidates = chance.choice(vectors.size, count, replace=False).astype(np.int32)
        start = time.perf_counter()
        found = encoder.encode_questions([question])
        encoded = time.perf_counter()
        if found is None:
            raise ValueError(question)
        vectors.likeness(found[0], candidates)
        compared = time.perf_counter()
        vectors.nearest(found[0], count)
        times.append((encoded - start, compared - encoded, time.perf_counter() - compared))
    return Comparing(*(1000 * each for step in zip(*times, strict=True) for each in percentiles(step)))
