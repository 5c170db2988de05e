"""How often words occur in general Spanish and English."""

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import faulty, read_text
from knowledge.values.notices import mark, notice

OF_A_LANGUAGE = 3.0
"""Zipf frequency from which a word is an ordinary one of the language, and not only a name."""


class WordFrequencies:
    """Look up words in word_frequencies.txt, whose lines are sorted: only those looked up are parsed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "word_frequencies.txt"
        self._lines = read_text(self._path).splitlines()

    def of(self, word: str) -> float:
        """Return the Zipf frequency of a folded word: 3 to 6, or 0 if it hardly occurs.

        Raises:
            FaultyData: the word's line has no number.
        """
        place = bisect_left(self._lines, f"{word} ")
        found, _, frequency = self._lines[place].partition(" ") if place < len(self._lines) else ("", "", "")
        if found != word:
            return 0.0
        try:
            return float(frequency)
        except ValueError as error:
            raise faulty(self._path, place + 1, notice(mark("falta la frecuencia"))) from error

    def words(self, first: str) -> list[str]:
        """List the words that begin with a letter."""
        start, end = bisect_left(self._lines, first), bisect_left(self._lines, chr(ord(first) + 1))
        return [line.partition(" ")[0] for line in self._lines[start:end]]


@lru_cache(maxsize=4)
def load_frequencies(folder: Path) -> WordFrequencies:
    """Read word_frequencies.txt in a folder of data files; raise FaultyData if it is missing or not UTF-8."""
    return WordFrequencies(folder)
