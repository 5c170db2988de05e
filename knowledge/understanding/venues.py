"""Names that meetings go by: the cities and countries where they were, and the bodies, in any language."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.parties import PartyRegister
from knowledge.language.thesaurus import Thesaurus
from knowledge.stores.documents import Document
from knowledge.understanding.places import (
    bare_city,
    cities_in,
    city_key,
    key_of_city,
    names_of_city,
    shortened,
)
from knowledge.understanding.positions import Position, Towards
from knowledge.values.questions import Period


class VenueMatch(NamedTuple):
    """A place or body of a meeting, by its key, at the words from `start` up to `end`."""

    start: int
    end: int
    key: str


class Venues:
    """Keys of the meetings of some acts: plain words for a city, a country or a body.

    A city that the thesaurus lists has one key in all languages. `others` are places of events, without
    meetings, which have keys too. `themes` are words that only one meeting goes by, with the slugs of those
    meetings.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        register: PartyRegister,
        thesaurus: Thesaurus,
        others: Iterable[str] = (),
        themes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._documents = tuple(documents)
        self._thesaurus = thesaurus
        self._cities = {
            each.slug: _key(key_of_city(each.meeting.city or "", thesaurus)) for each in self._documents
        }
        countries = {each.slug: _country(each) for each in self._documents}
        self._countries = {slug: _key(country or "") for slug, country in countries.items()}
        self._bodies = {each.slug: _key(each.meeting.body or "") for each in self._documents}
        bodies = (each.meeting.body for each in self._documents)
        named = {name for name in (*countries.values(), *bodies) if name}
        self._forms = {
            tuple(words(form)): _key(name)
            for name in named
            for form in (name, *register.written(name if name in register.parties else None))
        }
        for document in self._documents:
            for city in names_of_city(document.meeting.city) if document.meeting.city else ():
                self._forms[tuple(words(city))] = self._cities[document.slug]
        by_city = {each.meeting.city: self._cities[each.slug] for each in self._documents}
        for name, city in shortened(filter(None, by_city)).items():
            self._forms.setdefault(tuple(words(name)), by_city[city])
        self._others = {self.city(place.partition(",")[0]): place.partition(",")[0] for place in others}
        for key, place in self._others.items():
            self._forms.setdefault(tuple(words(place)), key)
        for word, slug in themes.items():
            self._forms.setdefault((word,), slug)

    @property
    def forms(self) -> dict[str, str]:
        """The names of these places and bodies as people write them, folded, with their keys."""
        return {" ".join(form): key for form, key in self._forms.items() if form}

    def city(self, name: str) -> str:
        """Return the key of a city."""
        return _key(city_key(words(name), self._thesaurus))

    def find(self, tokens: Sequence[str]) -> Iterator[VenueMatch]:
        """Yield the places and bodies that folded words name, the longest name at each position."""
        known = self.keys()
        longest = max((len(form) for form in self._forms), default=0)
        start = 0
        while start < len(tokens):
            end = next(
                (
                    end
                    for end in range(min(len(tokens), start + max(longest, 1)), start, -1)
                    if self._key_of(tokens[start:end]) in known
                ),
                start,
            )
            if end > start:
                yield VenueMatch(start, end, self._key_of(tokens[start:end]))
            start = max(end, start + 1)

    def elsewhere(self, tokens: Sequence[str]) -> VenueMatch | None:
        """Return the city that folded words begin with, even if no meeting was there."""
        for match in cities_in(tokens, self._thesaurus):
            if match.start == 0:
                return VenueMatch(0, match.end, _key(city_key(tokens[: match.end], self._thesaurus)))
        return None

    def acts(self, where: str | None, held: Period | None) -> tuple[Document, ...]:
        """List the acts of meetings at a place, of a body, or with a slug, that began within `held`."""
        return tuple(
            each
            for each in self._documents
            if (where is None or where in self._keys(each)) and (held is None or _within(each, held))
        )

    def keys(self) -> frozenset[str]:
        """Return all slugs, and the keys of all places and bodies."""
        return frozenset(key for each in self._documents for key in self._keys(each) if key) | {*self._others}

    def name(self, where: str) -> str | None:
        """Return the name of a place or body as its newest act writes it; None for slugs and unknown keys."""
        for each in self._documents:
            if where == self._cities[each.slug]:
                return each.meeting.city
            if where == self._countries[each.slug]:
                return _country(each)
            if where == self._bodies[each.slug]:
                return each.meeting.body
        return self._others.get(where)

    def is_body(self, where: str) -> bool:
        """Tell whether a key is that of a body."""
        return where in self._bodies.values()

    def at(self, position: Position, among: Sequence[Document]) -> Document | None:
        """Return the act at a position among some acts, or before or after them; None if there is none.

        Acts without a date have no position.
        """
        towards, steps, _ = position
        row = [each for each in self._documents if each.meeting.start]
        among = [each for each in among if each.meeting.start]
        if not among:
            return None
        if towards is Towards.FROM_NEWEST:
            return next(iter(among[steps : steps + 1]), None)
        if towards is Towards.FROM_OLDEST:
            return among[-1 - steps] if len(among) > steps else None
        places = [place for place, each in enumerate(row) if each in among]
        if len(places) == len(row):
            place = steps  # «la anterior» by itself comes before the newest
        else:
            place = max(places) + steps if towards is Towards.BEFORE else min(places) - steps
        return row[place] if 0 <= place < len(row) else None

    def starting_in(self, month: int) -> Period | None:
        """Return the month of the newest meeting that began in a month of any year."""
        days = (each.meeting.start for each in self._documents if each.meeting.start)
        start = next((day for day in days if day.month == month), None)
        if start is None:
            return None
        last = monthrange(start.year, month)[1]
        return Period(start=start.replace(day=1), end=start.replace(day=last))

    def _keys(self, document: Document) -> tuple[str, ...]:
        slug = document.slug
        return slug, self._cities[slug], self._countries[slug], self._bodies[slug]

    def _key_of(self, tokens: Sequence[str]) -> str:
        return self._forms.get(tuple(tokens)) or self.city(" ".join(tokens))


def _country(document: Document) -> str | None:
    """Return the country of a meeting, or the one its city ends with: «Antigua Guatemala»."""
    return document.meeting.country or bare_city(document.meeting.city or "")[1]


def _key(name: str) -> str:
    return " ".join(words(name))


def _within(document: Document, held: Period) -> bool:
    start = document.meeting.start
    return start is not None and (held.start or date.min) <= start <= (held.end or date.max)
