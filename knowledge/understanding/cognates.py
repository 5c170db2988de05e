"""Words that two languages spell nearly alike: "glaciers" in a question, «glaciares» in the acts."""

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from knowledge.search.index import SearchIndex
from knowledge.search.matching import Alternative, Unit
from knowledge.search.terms import exact

SHORTEST = 6
"""Letters of the shortest word that is told from others by most of them."""

PREFIX = 4
"""Letters with which both must begin."""

ALIKE = 0.8
"""Likeness of their spellings, and how much the other counts for a word."""

MOST = 3
"""Other words taken into account."""


def with_cognates(unit: Unit, index: SearchIndex) -> Unit:
    """Look for a word by those that are spelt nearly so; for a notion only if no act has it."""
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
