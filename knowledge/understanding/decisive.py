"""Grave deeds: if a question names one, only a provision that states it answers the question."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.concepts import Concept, Concepts, read_concepts
from knowledge.language.folding import WORD, fold, words
from knowledge.language.frequencies import load_frequencies
from knowledge.language.verbs import Verbs
from knowledge.search.spelling import MIN_LENGTH

FILE = "grave_deeds.txt"
_USUAL = 5.5
"""Zipf frequency from which a word is a separate word, not a form of a deed."""


class Decisive(NamedTuple):
    """The words of a question that name a deed, as written there, and its id in grave_deeds.txt."""

    wording: str
    deed: str


class DecisiveWords:
    """Find the deeds of grave_deeds.txt in questions and provisions.

    Words after > in a line count in provisions only.
    """

    def __init__(self, deeds: Iterable[Concept], verbs: Verbs, frequency: Callable[[str], float]) -> None:
        self._frequency = frequency
        concepts = Concepts(deeds)
        self._thesaurus = concepts.thesaurus
        self._words = concepts.words.union(*map(verbs.inflections, concepts.words))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "DecisiveWords":
        """Read grave_deeds.txt in a folder of data files; raise FaultyData on a line that breaks a rule."""
        return cls(
            read_concepts(folder / FILE), Verbs.load(folder), lambda word: load_frequencies(folder).of(word)
        )

    @property
    def vocabulary(self) -> set[str]:
        """The words of all deeds in all forms, except those too short to be checked for typing errors."""
        return {word for word in self._words if len(word) >= MIN_LENGTH}

    def find(self, text: str) -> Iterator[Decisive]:
        """Yield the deeds that a question names."""
        places = list(WORD.finditer(fold(text)))
        for match in self._thesaurus.find([place[0] for place in places]):
            first = places[match.start]
            if match.end - match.start == 1 and self._is_another_word(first[0]):
                continue
            wording = text[first.start() : places[match.end - 1].end()]
            yield from (Decisive(wording, deed) for deed in match.concepts)

    def _is_another_word(self, word: str) -> bool:
        """Tell "more" from the forms of «morir»: so common a word only shares their beginning."""
        return word not in self._words and self._frequency(word) >= _USUAL

    def said_in(self, text: str) -> frozenset[str]:
        """Return the ids of the deeds that a provision states."""
        found = self._thesaurus.find(words(text), narrower=True)
        return frozenset(deed for match in found for deed in match.concepts)
