"""Cities that a message names, as the thesaurus lists them."""

from collections.abc import Iterator, Sequence

from knowledge.search.notions import Notion
from knowledge.search.thesaurus import ConceptMatch, Thesaurus

_CITY_WORDS = 4
_AT = frozenset({"en", "de", "in", "at", "of", "from"})
"""Words before a city that is meant as a place, and not for its government."""


def cities_in(tokens: Sequence[str], thesaurus: Thesaurus) -> Iterator[ConceptMatch]:
    """Yield the cities in folded words, but not the word «ciudad» itself."""
    themselves = {
        (match.start, match.end) for match in thesaurus.find(tokens) if Notion.CITY in match.concepts
    }
    for match in thesaurus.find(tokens, narrower=True):
        if Notion.CITY in match.concepts and (match.start, match.end) not in themselves:
            yield match


def located_cities(tokens: Sequence[str], thesaurus: Thesaurus) -> Iterator[Sequence[str]]:
    """Yield the cities that something is in or from, as folded words."""
    for place, token in enumerate(tokens):
        if token in _AT:
            following = tokens[place + 1 : place + 1 + _CITY_WORDS]
            yield from (
                following[: match.end] for match in cities_in(following, thesaurus) if match.start == 0
            )


def is_same_city(left: Sequence[str], right: Sequence[str], thesaurus: Thesaurus) -> bool:
    """Tell whether folded words name one city in two ways: «Ciudad de México», "Mexico City"."""
    return bool(_names(left, thesaurus) & _names(right, thesaurus))


def _names(city: Sequence[str], thesaurus: Thesaurus) -> set[str]:
    return {concept for match in thesaurus.find(city) for concept in match.concepts} - {Notion.CITY}
