"""Detect the language of a text by its commonest words."""

from collections import Counter

from babel import Locale

from knowledge.language.folding import words
from knowledge.reading.structure.words import Structure
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice

LANGUAGES = frozenset({"es", "en"})
"""The languages that acts are read in."""


def language_of(text: str, structure: Structure, *, source: str) -> str:
    """Return the language whose commonest words are most frequent in a text.

    Raises:
        UnreadableAct: acts aren't read in that language.
    """
    counts = Counter(words(text))
    by_language = structure.commonest_words
    code = max(by_language, key=lambda language: sum(counts[word] for word in by_language[language]))
    if code not in LANGUAGES:
        sentence = mark("{file} está en otro idioma ({language}). Solo se leen actas en español o en inglés.")
        raise UnreadableAct(notice(sentence, file=source, language=str(Locale(code).display_name)))
    return code
