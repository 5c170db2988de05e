"""Find words spelt almost alike in both languages: "glaciers" in a question, «glaciares» in the acts."""

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from knowledge.search.index import SearchIndex
from knowledge.search.matching import Alternative, Unit
from knowledge.search.terms import exact

SHORTEST = 6
"""Fewest letters of a word with cognates: most of them must tell it from other words."""

PREFIX = 4
"""How many first letters must be the same."""

ALIKE = 0.8
"""Least likeness of their spellings, and the likeness that a cognate counts with."""

MOST = 3
"""How many cognates are taken into account."""


def with_cognates(unit: Unit, index: SearchIndex) -> Unit:
    """Add cognates of a word to its alternatives; for a notion, only if no act has it."""
    word = unit.label
    if not unit.is_topic or len(word) < SHORTEST or " " in word:
        return unit
    if unit.is_notion and any(map(index.has, unit.terms)):
        return unit
    used = index.vocabulary.used(word[:PREFIX])
    used = [other for other in used if other != word]
    found = extract(word, used, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=MOST)
    cognates = (Alternative(exact(other), ALIKE) for other, *_ in found)
    return unit._replace(alternatives=(*unit.alternatives, *cognates))
