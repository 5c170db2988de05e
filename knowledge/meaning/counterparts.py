"""Similarity of provisions of different acts, across languages."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from knowledge.meaning.packing import Packed, Vector, Vectors, unpack

Numbers = npt.NDArray[np.int32]

_AT_ONCE = 4096
_KEPT_ROWS = 1024


class Counterparts:
    """Compares provisions by their vectors, less the mean vector of their language.

    Texts in one language are nearer to each other than to their translations; subtracting the mean of the
    language corrects that. `acts` gives the act of each provision, and `languages` the language of each act.
    """

    def __init__(self, wholes: Packed, acts: Numbers, languages: Mapping[int, str]) -> None:
        self._wholes = wholes
        self._acts = acts
        self._languages = languages
        # Bound here, since a cached method would keep every base alive.
        self._row = lru_cache(maxsize=_KEPT_ROWS)(self._read_row)

    def language(self, number: int) -> str:
        """Return the language of the act of a provision."""
        return self._languages[int(self._acts[number])]

    def handicaps(self, question: Vector, numbers: Numbers, language: str) -> Vector:
        """Return how much similarity each provision loses for being in another language than the question.

        Zero if all acts are in one language.
        """
        own = self._means.get(language)
        if own is None or len(self._means) == 1:
            return np.zeros(len(numbers), np.float32)
        lost = {act: float((own - self._means[spoken]) @ question) for act, spoken in self._languages.items()}
        return np.array([lost[act] for act in self._acts[numbers].tolist()], np.float32)

    def likeness(self, one: int, other: int) -> float:
        """Return the similarity of two provisions: 1 if identical, about 0 if they share only the forum."""
        return float(self._row(one) @ self._row(other))

    def closest_sides(self, one: int, other: int) -> int:
        """Count how many of two provisions (0 to 2) are the most similar to the other in their own act."""
        acts = self._acts
        return (self._closest(one, int(acts[other])) == other) + (self._closest(other, int(acts[one])) == one)

    def _closest(self, number: int, act: int) -> int:
        numbers = np.flatnonzero(self._acts == act).astype(np.int32)
        return int(numbers[int(np.argmax(self.rows(numbers) @ self._row(number)))])

    def _read_row(self, number: int) -> Vector:
        row: Vector = self.rows(np.array([number], np.int32))[0]
        return row

    def rows(self, numbers: Numbers) -> Vectors:
        """Return the vectors of some provisions of one act, whose dot products are their similarities."""
        rows = unpack(self._wholes[numbers]) - self._means[self.language(int(numbers[0]))]
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        shortened: Vectors = rows / np.maximum(lengths, np.finfo(np.float32).eps)
        return shortened

    @cached_property
    def _means(self) -> dict[str, Vector]:
        sums: dict[str, Vector] = {}
        counts: dict[str, int] = {}
        for start in range(0, len(self._wholes), _AT_ONCE):
            rows = unpack(self._wholes[start : start + _AT_ONCE])
            acts = self._acts[start : start + _AT_ONCE]
            spoken = np.array([self._languages[act] for act in acts.tolist()])
            for language in np.unique(spoken).tolist():
                own = rows[spoken == language]
                sums[language] = sums.get(language, 0) + own.sum(axis=0)
                counts[language] = counts.get(language, 0) + len(own)
        return {
            language: np.divide(total, counts[language], dtype=np.float32) for language, total in sums.items()
        }
