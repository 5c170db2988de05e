"""Mend typing errors: find the known words that an unknown one was most likely meant to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import extract

from knowledge.search.sounds import sound
from knowledge.search.vocabulary import Known, Vocabulary

MIN_LENGTH = 4
"""Shorter unknown words are left alone: too many words are one letter away."""

MIN_TARGET_LENGTH = 3
"""«quin» may be «quién», but no error makes a word of two letters from one of four."""

COGNATE_LENGTH = 6
COGNATE_LIKENESS = 0.72
COGNATE_PREFIX = 3
"""A word of the other language that begins alike and shares most letters: "biometrics", «biométricos»."""

MAX_LENGTH = 30
"""Longer words are no words."""

_KEPT = 64
_BATCH = 24
_LIMIT = 2.4
_SHORT_LIMIT = 1.5
_DOUBT = 0.12
_LONG = 8
_VERY_LONG = 11
_FIRST_LETTER = 0.4
_NEIGHBOUR = 0.25
_NO_SOUND = 0.3
_RARE = 0.2

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Correction(NamedTuple):
    """A known word, and how sure it is that it was meant: 1 is certain."""

    word: str
    likeness: float


class Spelling:
    """Correct words to those of a vocabulary, and to `others`, which no act uses."""

    def __init__(self, vocabulary: Vocabulary, others: Iterable[str] = ()) -> None:
        self._vocabulary = vocabulary
        self._others = frozenset(others)
        # Bound here, since a cached method would keep every vocabulary alive.
        self._beginning = lru_cache(maxsize=_KEPT)(self._read_beginning)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is known as it is."""
        return word in self._others or self._vocabulary.has(word)

    def correct(self, word: str) -> tuple[Correction, ...]:
        """Return up to two words that an unknown folded word may stand for, the likeliest first."""
        if not MIN_LENGTH <= len(word) <= MAX_LENGTH or self.knows(word) or any(map(str.isdigit, word)):
            return ()
        heard = sound(word)
        # Nearly all errors leave the first letter, or swap it with the second, or drop it.
        near = self._near(word, heard[:1]) or self._near(word, *(set(heard[1:2]) - {heard[:1]}))
        costs = {
            candidate.word: self._cost(word, candidate, distance)
            for form, distance in near
            for candidate in self._beginning(form[:1])[form]
        }
        best = sorted(costs, key=lambda candidate: (costs[candidate], candidate))[:2]
        limit = _SHORT_LIMIT if len(word) < _LONG else _LIMIT
        kept = [each for each in best if costs[each] <= limit and costs[each] <= costs[best[0]] + _NO_SOUND]
        return tuple(Correction(each, 1 - _DOUBT * costs[each]) for each in kept)

    def _near(self, word: str, *firsts: str) -> list[tuple[str, float]]:
        """List the sounds with one of some first letters that are near a word's, with their distance."""
        heard = sound(word)
        allowed = 1 if len(word) <= MIN_LENGTH else 2 if len(word) < _VERY_LONG else 3
        found: list[tuple[str, float]] = []
        for first in filter(None, firsts):
            near = extract(
                heard, self._beginning(first).keys(), scorer=OSA.distance, score_cutoff=allowed, limit=_BATCH
            )
            found += [(form, distance) for form, distance, _ in near]
        return found

    def cognates(self, word: str) -> tuple[Correction, ...]:
        """Return up to two words of the acts that look like a whole unknown word, in either language."""
        if len(word) < COGNATE_LENGTH or any(map(str.isdigit, word)):
            return ()
        begun = self._vocabulary.used(word[:COGNATE_PREFIX])
        alike = [each for each in begun if len(each) >= COGNATE_LENGTH]
        near = extract(
            word, alike, scorer=Indel.normalized_similarity, score_cutoff=COGNATE_LIKENESS, limit=2
        )
        return tuple(Correction(candidate, likeness * 0.75) for candidate, likeness, _ in near)

    def _read_beginning(self, first: str) -> Mapping[str, list[Known]]:
        """Return the known words whose sound begins with a letter, by their sound."""
        by_sound = defaultdict[str, list[Known]](list)
        for form, known in (*self._sounding_others.get(first, ()), *self._vocabulary.sounding(first)):
            if len(known.word) >= MIN_TARGET_LENGTH and not known.word.isdigit():
                by_sound[form].append(known)
        return by_sound

    @cached_property
    def _sounding_others(self) -> Mapping[str, list[tuple[str, Known]]]:
        found = defaultdict[str, list[tuple[str, Known]]](list)
        for word in sorted(self._others):
            if not self._vocabulary.has(word):
                form = sound(word)
                found[form[:1]].append((form, Known(word, is_used=False)))
        return found

    @staticmethod
    def _cost(word: str, candidate: Known, by_sound: float) -> float:
        known = candidate.word
        written = OSA.distance(word, known)
        cost = min(written - _NEIGHBOUR * _slips(word, known), by_sound + _NO_SOUND)
        if word[0] != known[0] and sound(word)[:1] != sound(known)[:1]:
            cost += _FIRST_LETTER
        return cost + (0 if candidate.is_used else _RARE)


def _slips(word: str, candidate: str) -> int:
    """Count letters replaced by one beside it on the keyboard, in words of one length."""
    if len(word) != len(candidate):
        return 0
    return sum(
        left != right and right in _BESIDE.get(left, "") for left, right in zip(word, candidate, strict=True)
    )


def _beside(rows: Iterable[str]) -> dict[str, str]:
    places = {
        letter: (row, column) for row, letters in enumerate(rows) for column, letter in enumerate(letters)
    }
    return {
        letter: "".join(
            other
            for other, (other_row, other_column) in places.items()
            if other != letter and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
        )
        for letter, (row, column) in places.items()
    }


_BESIDE = _beside(_ROWS)
