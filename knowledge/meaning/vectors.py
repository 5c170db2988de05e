"""Read the vectors of provisions from knowledge.db, and compare a question with them."""

import json
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from knowledge.meaning.packing import SIZE, Packed, Vector, packed_in, products
from knowledge.meaning.successors import NONE as NO_SUCCESSOR

Numbers = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]

MOST_IN_MEMORY = 100_000
"""Most provisions whose whole vectors are kept in memory and all compared with a question: 39 MB, 8 ms."""

_KEPT_ROWS = 1024
"""Provisions whose vectors are cached: about 4 MB."""

_AT_ONCE = 256
"""Provisions whose vectors are read at a time."""

_NONE: Numbers = np.empty(0, np.int32)


class PassageVectors:
    """The vectors of all provisions, numbered as in the search index."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[int, bytes] = {}

    @classmethod
    def open(cls, database: Database, version: str | None) -> Self | None:
        """Open the vectors that an encoder of this version made; return None if there are none."""
        return cls(database) if version and version_in(database) == version else None

    @cached_property
    def size(self) -> int:
        """The number of provisions."""
        row = self._database.execute("SELECT coalesce(max(number) + 1, 0) FROM passages").fetchone()
        return int(row[0])

    @cached_property
    def wholes(self) -> Packed | None:
        """The vector of each whole provision; None if there are more than MOST_IN_MEMORY."""
        return None if self.size > MOST_IN_MEMORY else packed_in(column_in(self._database, "wholes"))

    def successor(self, number: int) -> int | None:
        """Return the provision of the newest meeting that takes this one up again, if any does."""
        found = int(self._successors[number])
        return None if found == NO_SUCCESSOR else found

    @cached_property
    def _successors(self) -> Numbers:
        return np.frombuffer(column_in(self._database, "successors"), np.int32)

    def likeness(self, question: Vector, numbers: Numbers) -> Scores:
        """Score each provision's similarity to a question: that of the whole plus that of its nearest window.

        Scores lie between -2 and 2, and seldom below 1.4, even for irrelevant provisions.
        """
        compared = [self._compare(question, part) for part in _parts(numbers)]
        return _joined([whole + window for whole, window in compared])

    def nearest(self, question: Vector, count: int, among: Numbers | None = None) -> Numbers:
        """List the provisions whose whole vectors are nearest to a question, nearest first.

        With more than MOST_IN_MEMORY provisions, only those in `among` are compared.
        """
        wholes = self.wholes
        if wholes is None:
            numbers = _NONE if among is None else among
            scores = _joined([self._compare(question, part)[0] for part in _parts(numbers)])
        else:
            numbers = np.arange(self.size, dtype=np.int32) if among is None else among
            scores = products(wholes if among is None else wholes[among], question)
        if count < len(numbers):
            best = np.argpartition(-scores, count)[:count]
            numbers, scores = numbers[best], scores[best]
        nearest: Numbers = numbers[np.argsort(-scores, kind="stable")]
        return nearest

    def nearest_window(self, question: Vector, number: int) -> int:
        """Return the index of a provision's window that is nearest to a question."""
        (row,) = self._rows(np.array([number], np.int32))
        return int(products(packed_in(row), question)[1:].argmax())

    def _compare(self, question: Vector, numbers: Numbers) -> tuple[Scores, Scores]:
        """Return the dot product with each whole vector, and the largest with any of its windows."""
        rows = self._rows(numbers)
        scores = products(packed_in(b"".join(rows)), question)
        starts = np.cumsum([0, *(len(row) // SIZE for row in rows[:-1])])
        wholes = scores[starts]
        scores[starts] = -np.inf
        return wholes, np.maximum.reduceat(scores, starts)

    def _rows(self, numbers: Numbers) -> list[bytes]:
        wanted, kept = numbers.tolist(), self._kept
        missing = {*wanted} - kept.keys()
        if len(kept) + len(missing) > _KEPT_ROWS:
            # Recently read rows are the likeliest to be needed again; tracking their order isn't worth it.
            self._kept = kept = {}
            missing = {*wanted}
        if missing:
            kept.update(
                self._database.execute(
                    "SELECT number, vectors FROM passages WHERE number IN (SELECT value FROM json_each(?))",
                    (json.dumps(sorted(missing)),),
                )
            )
        return [kept[number] for number in wanted]


def version_in(database: Database) -> str | None:
    """Return the version of the encoder that made a base's vectors, or None if it has none."""
    row = database.execute("SELECT version FROM encoder").fetchone()
    return str(row[0]) if row else None


def column_in(database: Database, name: str) -> bytes:
    """Read one column of all passages."""
    row = database.execute("SELECT content FROM passage_columns WHERE name = ?", (name,)).fetchone()
    return bytes(row[0])


def _joined(parts: list[Scores]) -> Scores:
    return np.concatenate(parts) if parts else np.empty(0, np.float32)


def _parts(numbers: Numbers) -> list[Numbers]:
    return [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]
