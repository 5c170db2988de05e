"""Find meetings by words of their titles: «¿qué reuniones fueron viceministeriales?»."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from knowledge.language.folding import words

SAME_BEGINNING = 0.75
"""Share of the shorter of two words that must be a common beginning: «viceministerial», «Viceministros»."""

_SHORT = 5
"""Most letters of words that must be identical."""

_PAIR = 2
_KEPT = 4096


def titled(titles: Mapping[str, str], tokens: Sequence[str]) -> set[str]:
    """Return the keys of the titles that have all the folded words, or words with the same beginnings.

    Two words may be one there: "vice-ministerial".
    """
    spoken = {key: _words_of(title) for key, title in titles.items()}
    # Many titles share few words.
    every = frozenset[str]().union(*spoken.values())
    wanted = [_alike(every, token) for token in tokens]
    if len(tokens) == _PAIR and (joined := _alike(every, "".join(tokens)) - wanted[0]):
        return {key for key, own in spoken.items() if not own.isdisjoint(joined)}
    return {key for key, own in spoken.items() if wanted and not any(map(own.isdisjoint, wanted))}


@lru_cache(maxsize=_KEPT)
def _words_of(title: str) -> frozenset[str]:
    """Return the words of a title, and each two adjacent ones joined."""
    spoken = words(title)
    return frozenset((*spoken, *map("".join, pairwise(spoken))))


def _alike(spoken: Iterable[str], word: str) -> frozenset[str]:
    return frozenset(other for other in spoken if _begin_alike(word, other))


def _begin_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter <= _SHORT:
        return one == other
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike) >= SAME_BEGINNING * shorter
