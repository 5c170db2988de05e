"""Cities that a message names, as the thesaurus lists them."""

from collections.abc import Iterator, Sequence

from knowledge.language.folding import words
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


def names_of_city(city: str) -> Iterator[str]:
    """Yield the name of a city, and what it is called in the other language where only that differs.

    «Nueva Orleans» is "New Orleans", «Ciudad de Panamá» is "Panama City".
    """
    first, *rest = tokens = words(city)
    yield city
    if first in _NEW and rest:
        yield from (" ".join((new, *rest)) for new in sorted(_NEW))
    if rest and first == _CITY[0]:
        yield " ".join((*(token for token in rest if token not in _OF), _CITY[1]))
    if tokens[-1] == _CITY[1] and rest:
        yield " ".join((_CITY[0], "de", *tokens[:-1]))


_NEW = frozenset({"new", "nueva", "nuevo"})
_CITY = ("ciudad", "city")
_OF = frozenset({"de", "del", "of"})
