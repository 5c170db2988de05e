"""Cities that a message names, as the thesaurus lists them."""

from collections.abc import Iterator, Sequence

from knowledge.search.notions import Notion
from knowledge.search.thesaurus import ConceptMatch, Thesaurus


def cities_in(tokens: Sequence[str], thesaurus: Thesaurus) -> Iterator[ConceptMatch]:
    """Yield the cities in folded words, but not the word «ciudad» itself."""
    themselves = {
        (match.start, match.end) for match in thesaurus.find(tokens) if Notion.CITY in match.concepts
    }
    for match in thesaurus.find(tokens, narrower=True):
        if Notion.CITY in match.concepts and (match.start, match.end) not in themselves:
            yield match


def city_key(tokens: Sequence[str], thesaurus: Thesaurus) -> str:
    """Return what all names of a city have in common: its concept, or else its folded words."""
    for match in thesaurus.find(tokens):
        if match.start == 0 and match.end == len(tokens) and Notion.CITY not in match.concepts:
            return match.concepts[0]
    return " ".join(tokens)
