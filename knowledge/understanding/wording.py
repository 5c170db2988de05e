"""Read the words of a message, and correct its typing errors."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from knowledge.language.folding import WORD, fold
from knowledge.language.frequencies import WordFrequencies
from knowledge.language.lexicon import Lexicon
from knowledge.language.stems import LANGUAGES, stems
from knowledge.search.index import SearchIndex
from knowledge.search.spelling import MIN_LENGTH, Correction, Spelling
from knowledge.search.terms import exact, stemmed
from knowledge.understanding.units import Everyday, Word

MAX_WORDS = 120
"""Longer messages are pasted texts: only their end, where the question is, is read."""

_USUAL = 5.0
"""Zipf frequency from which a word of two or three letters is a word, and no slip or abbreviation."""

_EVERYDAY = 5.5
"""Zipf frequency from which a word that is no notion says little about a question's topic."""

_SEVERAL = 2

MAX_CORRECTIONS = 10
"""Most unknown words that are corrected; more of them are another language, or noise."""


class Wording(NamedTuple):
    """The words of a message, and its corrected text."""

    words: tuple[Word, ...]
    text: str

    @property
    def is_hurried(self) -> bool:
        """Whether several words were corrected: a single one may be a name, or a rare word."""
        return sum(each.best != each.text for each in self.words) >= _SEVERAL


class WordReader:
    """Read messages by the words of the acts, of the thesaurus and of everyday speech.

    `vocabulary` are further words that a typing error may hide: names of parties, question words; `names` are
    words that are no typing errors: countries of the world. Without `mends` unknown words stay unknown.
    """

    def __init__(
        self,
        index: SearchIndex,
        lexicon: Lexicon,
        vocabulary: Iterable[str],
        *,
        frequencies: WordFrequencies,
        names: Container[str],
        mends: bool = True,
    ) -> None:
        self._index = index
        self._lexicon = lexicon
        self._spelling = Spelling(
            index.vocabulary,
            {*vocabulary, *lexicon.stop, *lexicon.light},
            usual=frequencies.words,
            means=self._is_told_of,
        )
        self._names = names
        self._frequencies = frequencies
        self._mends = mends

    def read(self, text: str) -> Wording:
        """Read a message."""
        found = list(WORD.finditer(fold(text)))
        places = found[-MAX_WORDS:]
        left = MAX_CORRECTIONS
        words: list[Word] = []
        pieces: list[str] = []
        end = places[0].start() if len(places) < len(found) else 0
        for place in places:
            word = place[0]
            # Short forms are written out, but not the letter a message ends with: «conclusión 2 letra k».
            is_letter = len(word) == 1 and place is places[-1]
            meant = word if is_letter else self._lexicon.short.get(word, word)
            everyday = self._everyday(meant)
            readings: tuple[Correction, ...] = (Correction(meant, 1.0),)
            if everyday is Everyday.NO and self._is_strange(meant):
                readings = self._spelling.correct(meant) if self._mends and left > 0 else ()
                everyday = self._everyday(readings[0].word) if readings else everyday
                left -= 1
            words.append(Word(word, readings, everyday, self._frequencies.of(word)))
            pieces.append(text[end : place.start()])
            kept = not readings or readings[0].word == word
            pieces.append(text[place.start() : place.end()] if kept else readings[0].word)
            end = place.end()
        pieces.append(text[end:])
        return Wording(tuple(words), "".join(pieces))

    def _everyday(self, word: str) -> Everyday:
        """Return how everyday a word or any of its forms is."""
        if word in self._lexicon.light or word in self._lexicon.stop:
            return Everyday.LIGHT
        if self._frequencies.of(word) >= _EVERYDAY and not any(self._index.thesaurus.find([word])):
            return Everyday.LIGHT
        if self._is_of_field(word):
            return Everyday.NO
        if any(self._index.is_light(stem) for language in LANGUAGES for stem in stems(word, language)):
            return Everyday.LIGHT
        if len(word) < MIN_LENGTH and self._frequencies.of(word) < _USUAL:
            return Everyday.LIGHT
        return Everyday.ORDINARY if self._frequencies.of(word) > 0 else Everyday.NO

    def _is_of_field(self, word: str) -> bool:
        """Tell whether acts use a word, or it is a notion."""
        return self._index.has(exact(word)) or any(self._index.thesaurus.find([word]))

    def _is_strange(self, word: str) -> bool:
        """Tell whether neither a word nor another form of it is known."""
        if self._spelling.knows(word) or word in self._names or not word.isalpha():
            return False
        return not self._is_told_of(word)

    def _is_told_of(self, word: str) -> bool:
        """Tell whether acts or the thesaurus have a word, or another form of it."""
        if self._is_of_field(word):
            return True
        return any(self._index.has(term) for language in LANGUAGES for term in stemmed(word, language))
