"""Find the places of meetings in messages: a city at hand or in the thesaurus, or a country."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.language.phrases import Phrases
from knowledge.language.thesaurus import ConceptMatch, Thesaurus
from knowledge.understanding.world import countries_of_the_world, names_of

_NEW = frozenset({"new", "nueva", "nuevo"})
_CITY = ("ciudad", "city")
_OF = frozenset({"de", "del", "of"})
_WITHIN = frozenset({"de", "del", "do", "da", "of"})
"""Words in the name of a city before which it may be cut short: «Colonia del Sacramento»."""
_AT = frozenset({"en", "in", "at"})
_ARTICLES = frozenset({"la", "el", "los", "las", "the"})


class Place(NamedTuple):
    """A city by its key, or a country by its code, at the words from `start` up to `end`."""

    start: int
    end: int
    city: str | None
    country: str | None


class PlaceFinder:
    """Find the places of meetings; `cities` are those of the meetings at hand.

    A country counts after a word in `at`, or with «de» after one of the `heads`, words for a meeting.
    """

    def __init__(
        self,
        cities: Iterable[str | None],
        thesaurus: Thesaurus,
        *,
        heads: Container[str],
        at: Container[str],
    ) -> None:
        self._thesaurus = thesaurus
        self._heads = heads
        self._at = at
        keys = {city: key_of_city(city, thesaurus) for city in filter(None, cities)}
        self._own_cities = Phrases((name, key) for city, key in keys.items() for name in names_of_city(city))
        self._shortened = Phrases((name, keys[city]) for name, city in shortened(keys).items())

    def find(self, tokens: Sequence[str], nouns: Container[int]) -> Iterator[Place]:
        """Yield the cities, and the countries that are places: «en Panamá», «la reunión de Panamá».

        `nouns` are the positions of further words for a meeting.
        """
        taken: set[int] = set()
        for start, end, key in self._cities(tokens):
            if not taken & set(range(start, end)):
                taken |= set(range(start, end))
                yield Place(start, end, key, None)
        for start, end, code in countries_of_the_world().find(tokens):
            if not taken & set(range(start, end)) and self._is_where(tokens, start, end, nouns):
                yield Place(start, end, None, code)

    def _is_where(self, tokens: Sequence[str], start: int, end: int, nouns: Container[int]) -> bool:
        """Tell whether a country is where something happened, rather than who acted."""
        before = start - 1
        while before >= 0 and tokens[before] in _ARTICLES:
            before -= 1
        joined = (
            before > 0
            and tokens[before] in _OF
            and (tokens[before - 1] in self._heads or before - 1 in nouns)
        )
        dated = end < len(tokens) and tokens[end].isdigit()
        return (before >= 0 and tokens[before] in self._at) or joined or end in nouns or dated

    def _cities(self, tokens: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the cities of meetings at hand, and those that the thesaurus lists, the longest first."""
        listed = [
            (match.start, match.end, city_key(tokens[match.start : match.end], self._thesaurus))
            for match in cities_in(tokens, self._thesaurus)
        ]
        own = [(match.start, match.end, match.meaning) for match in self._own_cities.find(tokens)]
        own += [
            (match.start, match.end, match.meaning)
            for match in self._shortened.find(tokens)
            if match.start and tokens[match.start - 1] in _OF | _AT
        ]
        yield from sorted(dict.fromkeys((*own, *listed)), key=lambda each: each[0] - each[1])


def cities_in(tokens: Sequence[str], thesaurus: Thesaurus) -> Iterator[ConceptMatch]:
    """Yield the cities in folded words, but not the word «ciudad» itself."""
    themselves = {
        (match.start, match.end) for match in thesaurus.find(tokens) if Notion.CITY in match.concepts
    }
    for match in thesaurus.find(tokens, narrower=True):
        if Notion.CITY in match.concepts and (match.start, match.end) not in themselves:
            yield match


def city_key(tokens: Sequence[str], thesaurus: Thesaurus) -> str:
    """Return the key that all names of a city share: its concept, or else its folded words."""
    for match in thesaurus.find(tokens):
        if match.start == 0 and match.end == len(tokens) and Notion.CITY not in match.concepts:
            return match.concepts[0]
    return " ".join(tokens)


def key_of_city(city: str, thesaurus: Thesaurus) -> str:
    """Return the key of a city, written with its country or without."""
    bare, _ = bare_city(city)
    return city_key(words(bare), thesaurus)


def bare_city(city: str) -> tuple[str, str | None]:
    """Return a city without a final country («Antigua Guatemala»), and that country in Spanish, or None."""
    tokens = words(city)
    if tokens and tokens[0] not in _NEW and not {*_CITY} & {*tokens}:
        for start, end, code in countries_of_the_world().find(tokens):
            if start and end == len(tokens):
                return " ".join(tokens[:start]), names_of(code)[0]
    return city, None


def names_of_city(city: str) -> Iterator[str]:
    """Yield the names of a city, also in the other language if it only differs in a common word.

    «Nueva Orleans» is "New Orleans", «Ciudad de Panamá» is "Panama City".
    """
    first, *rest = tokens = words(city)
    yield city
    yield bare_city(city)[0]
    if first in _NEW and rest:
        yield from (" ".join((new, *rest)) for new in sorted(_NEW))
    if rest and first == _CITY[0]:
        yield " ".join((*(token for token in rest if token not in _OF), _CITY[1]))
    if tokens[-1] == _CITY[1] and rest:
        yield " ".join((_CITY[0], "de", *tokens[:-1]))
        if not _is_country(tokens[:-1]):
            yield " ".join(tokens[:-1])  # «Quebec»


def shortened(cities: Iterable[str]) -> dict[str, str]:
    """Return the short names of cities, if only one has it: «Colonia», «Santiago»."""
    found: dict[str, set[str]] = {}
    for city in cities:
        tokens = words(city)
        end = next((place for place, token in enumerate(tokens) if place and token in _WITHIN), 0)
        if end and tokens[0] not in _CITY and not _is_country(tokens[:end]):
            found.setdefault(" ".join(tokens[:end]), set()).add(city)
    return {name: next(iter(fitting)) for name, fitting in found.items() if len(fitting) == 1}


def _is_country(tokens: Sequence[str]) -> bool:
    named = countries_of_the_world().find(tokens)
    return any(start == 0 and end == len(tokens) for start, end, _ in named)
