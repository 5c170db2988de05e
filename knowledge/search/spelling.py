"""Correct typing errors: find the known words that an unknown one most likely stands for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.language.sounds import sound
from knowledge.search.vocabulary import MIN_SOUNDED, Known, Vocabulary

MIN_LENGTH = 4
"""Shorter unknown words are left alone: too many words are one letter away."""

MAX_LENGTH = 30
"""Longer strings aren't words."""

_KEPT = 64
_BATCH = 24
_LIMIT = 2.4
_SHORT_LIMIT = 1.5
_DOUBT = 0.12
_LONG = 8
_VERY_LONG = 11
_FIRST_LETTER = 0.4
_NO_SOUND = 0.3
_RARE = 0.2
_FOREIGN = 0.25


class Correction(NamedTuple):
    """A known word, and how likely it was meant: 1 is certain."""

    word: str
    likeness: float


class Spelling:
    """Correct words to those of a vocabulary, and to `others`, which no act uses.

    `usual` lists the common words of both languages that begin with a letter, and `means` tells which of them
    are forms of words in the acts: «finansia» is «financia», though the acts may only have «financiero».
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        others: Iterable[str],
        usual: Callable[[str], Iterable[str]],
        means: Callable[[str], bool],
    ) -> None:
        self._vocabulary = vocabulary
        self._usual = usual
        self._means = means
        self._others = frozenset(others)
        self._others_sounding = defaultdict[str, list[Known]](list)
        for word in self._others:
            if len(word) >= MIN_SOUNDED:
                self._others_sounding[sound(word)].append(Known(word, is_used=False))
        # Bound here, since a cached method would keep every vocabulary alive.
        self._sounds = lru_cache(maxsize=_KEPT)(self._read_sounds)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is known as it is."""
        return word in self._others or self._vocabulary.has(word)

    def correct(self, word: str) -> tuple[Correction, ...]:
        """Return up to two words that an unknown folded word may stand for, the likeliest first."""
        if not MIN_LENGTH <= len(word) <= MAX_LENGTH or self.knows(word) or any(map(str.isdigit, word)):
            return ()
        heard = sound(word)
        # Nearly all errors keep the first letter, swap it with the second, or drop it.
        near = self._near(word, heard[:1]) or self._near(word, *(set(heard[1:2]) - {heard[:1]}))
        costs = {
            candidate.word: self._cost(word, candidate, distance)
            for form, distance in near
            # A word that acts use too comes up again later, and counts with its cost there.
            for candidate in (*self._others_sounding.get(form, ()), *self._vocabulary.sounding(form))
        }
        for candidate in self._usual_near(word):
            by_sound = OSA.distance(heard, sound(candidate.word))
            costs.setdefault(candidate.word, self._cost(word, candidate, by_sound) + _FOREIGN)
        best = sorted(costs, key=lambda candidate: (costs[candidate], candidate))[:2]
        limit = _SHORT_LIMIT if len(word) < _LONG else _LIMIT
        kept = [each for each in best if costs[each] <= limit and costs[each] <= costs[best[0]] + _NO_SOUND]
        return tuple(Correction(each, 1 - _DOUBT * costs[each]) for each in kept)

    def _near(self, word: str, *firsts: str) -> list[tuple[str, float]]:
        """List the sounds near that of a word, beginning with any of `firsts`, and their distances."""
        heard = sound(word)
        allowed = 1 if len(word) <= MIN_LENGTH else 2 if len(word) < _VERY_LONG else 3
        found: list[tuple[str, float]] = []
        for first in filter(None, firsts):
            near = extract(
                heard, self._sounds(first), scorer=OSA.distance, score_cutoff=allowed, limit=_BATCH
            )
            found += [(form, distance) for form, distance, _ in near]
        return found

    def _usual_near(self, word: str) -> Iterator[Known]:
        """Yield the common words with nearly the same spelling, if acts have other forms of them."""
        words = list(self._usual(word[0]))
        near = extract(word, words, scorer=OSA.distance, score_cutoff=1, limit=_BATCH)
        yield from (Known(found, is_used=False) for found, _, _ in near if self._means(found))

    def _read_sounds(self, first: str) -> list[str]:
        """List the sounds of all words that begin with a letter."""
        others = sorted(form for form in self._others_sounding if form[:1] == first)
        return list(dict.fromkeys((*self._vocabulary.sounds(first), *others)))

    @staticmethod
    def _cost(word: str, candidate: Known, by_sound: float) -> float:
        known = candidate.word
        cost = min(OSA.distance(word, known), by_sound + _NO_SOUND)
        if word[0] != known[0] and sound(word)[:1] != sound(known)[:1]:
            cost += _FIRST_LETTER
        return cost + (0 if candidate.is_used else _RARE)
