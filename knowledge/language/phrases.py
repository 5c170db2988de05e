"""Find phrases of a data file in a text, the longest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from knowledge.language.folding import words

T = TypeVar("T")


class PhraseMatch(NamedTuple, Generic[T]):
    """A phrase found in a text: its words from `start` up to `end`, and its meaning."""

    start: int
    end: int
    meaning: T


class Phrases(Generic[T]):
    """Phrases and their meanings; of phrases with the same words, the first counts."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, dict[tuple[str, ...], T]] = defaultdict(dict)
        for phrase, meaning in phrases:
            tokens = tuple(words(phrase))
            by_first[tokens[0]].setdefault(tokens, meaning)
        self._by_first = {
            first: sorted(found.items(), key=lambda each: -len(each[0])) for first, found in by_first.items()
        }

    @property
    def vocabulary(self) -> set[str]:
        """All words of all phrases, folded."""
        return {word for found in self._by_first.values() for tokens, _ in found for word in tokens}

    def find(self, tokens: Sequence[str]) -> Iterator[PhraseMatch[T]]:
        """Yield the phrases in folded words, left to right, without overlap."""
        position = 0
        while position < len(tokens):
            found = self._at(tokens, position)
            if found:
                yield found
            position = found.end if found else position + 1

    def _at(self, tokens: Sequence[str], position: int) -> PhraseMatch[T] | None:
        for phrase, meaning in self._by_first.get(tokens[position], ()):
            end = position + len(phrase)
            if tuple(tokens[position:end]) == phrase:
                return PhraseMatch(position, end, meaning)
        return None
