"""Mend typing errors: find the known words that an unknown one was most likely meant to be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import extract

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

# Spanish letters that sound alike, the longer spelling first.
_SOUNDS = (
    (re.compile(r"qu(?=[ei])"), "k"),
    (re.compile(r"c(?=[ei])|z|x"), "s"),
    (re.compile(r"sh|ch"), "C"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[cq]"), "k"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"h"), ""),
    (re.compile(r"ll|y"), "y"),
    (re.compile(r"[vw]"), "b"),
    (re.compile(r"mp|mb|nb"), "mb"),
    (re.compile(r"(.)\1"), r"\1"),
)

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Correction(NamedTuple):
    """A known word, and how sure it is that it was meant: 1 is certain."""

    word: str
    likeness: float


def sound(word: str) -> str:
    """Return how a folded word sounds in Spanish: «taller» and «tayer» come out alike."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


class Spelling:
    """Correct words to a vocabulary; `known` holds each word with the number of provisions that use it."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in known:
            if len(word) >= MIN_TARGET_LENGTH and not word.isdigit():
                self._by_sound[sound(word)].append(word)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for form in self._by_sound:
            self._by_first[form[:1]].append(form)
        self._corpus = [word for word, count in known.items() if count and len(word) >= COGNATE_LENGTH]

    def correct(self, word: str) -> tuple[Correction, ...]:
        """Return up to two words that an unknown folded word may stand for, the likeliest first."""
        if not MIN_LENGTH <= len(word) <= MAX_LENGTH or word in self._known or any(map(str.isdigit, word)):
            return ()
        heard = sound(word)
        # Nearly all errors leave the first letter, or swap it with the second, or drop it.
        near = self._near(word, heard[:1]) or self._near(word, *(set(heard[1:2]) - {heard[:1]}))
        costs = {
            candidate: self._cost(word, candidate, distance)
            for form, distance in near
            for candidate in self._by_sound[form]
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
        for first in firsts:
            near = extract(
                heard, self._by_first.get(first, ()), scorer=OSA.distance, score_cutoff=allowed, limit=_BATCH
            )
            found += [(form, distance) for form, distance, _ in near]
        return found

    def cognates(self, word: str) -> tuple[Correction, ...]:
        """Return up to two words of the acts that look like a whole unknown word, in either language."""
        if len(word) < COGNATE_LENGTH or any(map(str.isdigit, word)):
            return ()
        alike = [each for each in self._corpus if each.startswith(word[:COGNATE_PREFIX])]
        near = extract(
            word, alike, scorer=Indel.normalized_similarity, score_cutoff=COGNATE_LIKENESS, limit=2
        )
        return tuple(Correction(candidate, likeness * 0.75) for candidate, likeness, _ in near)

    def _cost(self, word: str, candidate: str, by_sound: float) -> float:
        written = OSA.distance(word, candidate)
        cost = min(written - _NEIGHBOUR * _slips(word, candidate), by_sound + _NO_SOUND)
        if word[0] != candidate[0] and sound(word)[:1] != sound(candidate)[:1]:
            cost += _FIRST_LETTER
        return cost + (0 if self._known[candidate] else _RARE)


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
