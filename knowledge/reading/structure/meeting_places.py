"""The place of a meeting, from its act's heading or prose."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.cities import is_city
from knowledge.language.countries import country_at_start
from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.parties import Mention
from knowledge.reading.structure.meeting_dates import find_date_ranges
from knowledge.reading.structure.words import Structure

_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "do", "da", "dos", "das", "du", "des", "sur", "y", "of", "and", "the"}
)
"""Words written in lower case inside place names, even if the act has the name in capitals."""
_NAME = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
_NAMES = rf"{_NAME}(?: (?:(?:{'|'.join(sorted(_PARTICLES))}) ){{0,2}}{_NAME})*"
_REGION = r"(?:[a-zà-öø-ÿ]{4,} (?:de|del|of) )?"
_CHAIN_AT_END = re.compile(
    r"(?P<article>\b(?:el|la|los|las|the) )?"
    rf"(?P<names>(?:(?:ciudad de|city of) )?{_NAMES}(?:, {_REGION}{_NAMES})*)$"
)
_SEPARATOR = re.compile(r", | \(| [-–—/] ")
_ANCHOR = re.compile(r"\b(?:en|in|at|sede(?: en)?|lugar|venue|place|sede):? (?=[^\W\d_])", re.IGNORECASE)
_CITY = re.compile(r"\b(?:ciudad de|city of) (?=[^\W\d_])", re.IGNORECASE)
_CITY_WITHOUT_COUNTRY = re.compile(
    rf"\b(?:[Cc]iudad de|[Cc]ity of|[Ee]n|[Ii]n|[Aa]t|[Ss]ede(?: en)?) ({_NAMES})"
    r"(?=,? (?:los d[ií]as|el \d|on |del \d|\d))"
)
_CITY_BEFORE_DAYS = re.compile(
    rf"(?:[^\W\d_]+(?: [^\W\d_]+){{0,2}}: )?(?P<city>{_NAMES})(?P<region>, {_REGION}{_NAMES})?(?:,| [-–—/])?"
    r" (?:(?:a|el|on|los d[ií]as) )?$"
)
_CITY_ALONE = re.compile(rf"{_NAMES}, {_REGION}{_NAMES}")
"""A line above the line with the days: "Washington, D.C."."""
_IN_PHRASE = re.compile(r"(?<![A-Za-zÀ-ÿ])(?:sobre|para|on|for)\s+$")
"""Words before «Migración, San José», which make the first name part of a phrase."""
_CITY_AFTER_BODY = re.compile(
    r"(?P<body>[^,;]+?)\)?(?:, | [-–—/] |\. )"
    rf"(?P<city>{_NAME}(?: (?:(?:{'|'.join(sorted(_PARTICLES - {'y', 'and', 'the'}))}) )*{_NAME}){{0,3}})"
    r"(?:, | [-–—/] )(?:(?:del|el|on|los d[ií]as) )?$"
)
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{3,}\b")
_OF_COUNTRY = re.compile(r"(?:ciudad de|city of) (?P<after>.+)|(?P<before>.+) city", re.IGNORECASE)
_CITY_PREFIX = re.compile(r"(?:la |the )?(?:ciudad de|city of) ", re.IGNORECASE)
_LISTED = re.compile(r", (?:and |y )?| (?:and|y|e) ")
_AFTER_SENTENCE = re.compile(r"^.*[^\W\d_]{4,}\. ")
"""A sentence end before a place: «Conferencia Regional sobre Migración. Cartago, Costa Rica»."""
_MOST_CITY_WORDS = 5
_CITY_REACH = 160
_COUNTRY_REACH = 80
_PROSE_REACH = 6000


class Place(NamedTuple):
    """The place of a meeting, with its position in the text; the country is a canonical name."""

    city: str | None = None
    country: str | None = None
    position: int = 0


@dataclass(frozen=True)
class PlaceReader:
    """Reads places; `countries_in` finds the countries known to the forum."""

    structure: Structure
    countries_in: Callable[[str], Sequence[Mention]]

    def read(self, heading: Sequence[str], prose: str, days_at: int | None) -> Place:
        """Read a meeting's place; `days_at` is the position of its days in the prose, if they are there.

        A city's name may give its country («Ciudad de Panamá», "Guatemala City").
        """
        found = self._read(heading, prose, days_at)
        named = _OF_COUNTRY.fullmatch(found.city or "")
        country = self._country(named["after"] or named["before"]) if named else None
        return found if found.country else found._replace(country=country)

    def _read(self, heading: Sequence[str], prose: str, days_at: int | None) -> Place:
        found = next(filter(None, map(self.with_country, heading)), None)
        found = found or self._in_prose(prose, days_at) or self._before_days(heading, prose)
        if found:
            return found
        matches = (_CITY_WITHOUT_COUNTRY.search(text) for text in (*heading, prose))
        cities = (match[1] for match in matches if match and self._may_be_city(match[1]))
        return next((Place(_written(city)) for city in cities), Place())

    def start(self, text: str) -> int | None:
        """Return where a text names a place: a city with its country, or one between a body and days.

        A line may also consist of just a city and days.
        """
        place = self.with_country(text)
        if place:
            return place.position
        days = next(iter(find_date_ranges(text)), None)
        alone = days is not None and not text[days.position + days.length :].strip(" .")
        city = self._city_before_days(text) if alone else None
        return city.start("city") if city else self._after_body(text)

    def with_country(self, text: str) -> Place | None:
        """Find where a text names a city and its country («Tela, República de Honduras»)."""
        found = self._with_country(text)
        return found[1] if found else None

    def _with_country(self, text: str) -> tuple[int, Place] | None:
        """Return the place, and the start of the chain of names that it is taken from."""
        for separator in _SEPARATOR.finditer(text):
            country = self._country(text[separator.end() : separator.end() + _COUNTRY_REACH])
            first = max(0, separator.start() - _CITY_REACH)
            chain = _CHAIN_AT_END.search(text, first, separator.start()) if country else None
            city = self._city(chain, country) if chain else None
            others = city and (self._names_others(city, country) or self._is_listed(text[separator.end() :]))
            if chain and city and not others:
                return chain.start(), Place(_written(city), country, text.rindex(city, 0, separator.start()))
        return None

    def _names_others(self, city: str, country: str | None) -> bool:
        """Tell whether a name is no city but includes another country, like «Viceministros de Belice»."""
        if is_city(city):
            return False
        inner = (city[match.end() :] for match in re.finditer(r" ", city))
        named = {mention.name for mention in self.countries_in(city)} | set(map(country_at_start, inner))
        return not named <= {country, None}

    def _is_listed(self, text: str) -> bool:
        """Tell whether a country at the start of a text is followed by another, as in a list."""
        _, *rest = _LISTED.split(text, maxsplit=1)
        return bool(rest) and self._country(rest[0]) is not None

    def _in_prose(self, prose: str, days_at: int | None) -> Place | None:
        """Find the place after «en» that is nearest to the days; without any, the one right before the days.

        «La reunión de la Red (Tela, Honduras, 6 y 7 de mayo de 2008)»
        """
        places = list(self._anchored(prose))
        if days_at is None:
            return next(iter(places), None)
        if not places:
            return self.with_country(prose[max(0, days_at - _COUNTRY_REACH) : days_at])
        return min(places, key=lambda place: abs(place.position - days_at), default=None)

    def _anchored(self, prose: str) -> Iterator[Place]:
        for anchor in _ANCHOR.finditer(prose, 0, _PROSE_REACH):
            found = self._with_country(prose[anchor.end() : anchor.end() + _CITY_REACH])
            if found and self._leads_to_city(prose[anchor.end() : anchor.end() + found[0]]):
                yield found[1]._replace(position=anchor.end() + found[1].position)

    def _leads_to_city(self, between: str) -> bool:
        """Tell whether the words before a city may be a venue («el Hotel Telamar de la ciudad de»)."""
        told = words(between)
        return (
            len(told) <= 1
            or _CITY.search(f"{between.rstrip()} X") is not None
            or not self._is_venue_free(told)
        )

    def _is_venue_free(self, told: Sequence[str], *, met: bool = False) -> bool:
        """Tell whether words name no venue; with `met`, no body or meeting either."""
        bodies = self.structure.body_nouns | self.structure.meeting_nouns if met else frozenset()
        return self.structure.venue_words.isdisjoint(told) and bodies.isdisjoint(told)

    def _city(self, chain: re.Match[str], country: str | None) -> str | None:
        """Choose the city in a chain of names: the first non-venue («Salón Copán, Hotel Maya, Tela»)."""
        names = _AFTER_SENTENCE.sub("", chain["names"]).split(", ")
        anchors = list(_ANCHOR.finditer(names[0]))
        if anchors:
            names[0] = names[0][anchors[-1].end() :]
        named = _CITY.search(names[0])
        if named and self._country(names[0][named.end() :]) != country:
            names[0] = names[0][named.end() :]
        elif not named:
            goes_on = chain["article"] or _IN_PHRASE.search(chain.string, 0, chain.start())
            names = names[1:] if goes_on and len(names) > 1 else names
            while len(names) > 1 and not self._is_venue_free(words(names[0]), met=True):
                names = names[1:]
        return names[0] if self._may_be_city(names[0]) else None

    def _may_be_city(self, name: str) -> bool:
        told = words(name)
        return (
            0 < len(name.split()) <= _MOST_CITY_WORDS
            and month_number(told[0]) is None
            and self.structure.body_nouns.isdisjoint(told)
            and self.structure.instrument_words.isdisjoint(told)
            and self.structure.meeting_nouns.isdisjoint(told)
            and self._is_venue_free(told)
        )

    def _before_days(self, heading: Sequence[str], prose: str) -> Place | None:
        """Find the city in a line that starts with one and the meeting's days ("Bali, 6 August 2018")."""
        pairs = (f"{first}, {second}" for first, second in pairwise(heading) if _CITY_ALONE.fullmatch(first))
        for line in (*heading, *pairs, prose[:_CITY_REACH]):
            match = self._city_before_days(line) or self._city_before_days(
                line[self._after_body(line) or 0 :]
            )
            if match:
                city = match["city"]
                country = re.search(rf"\b{re.escape(city)}, ", prose)
                named = self._country(prose[country.end() :]) if country else None
                return Place(_written(city), named or self._country(city), match.start("city"))
        return None

    def _city_before_days(self, line: str) -> re.Match[str] | None:
        days = next(iter(find_date_ranges(line)), None)
        match = _CITY_BEFORE_DAYS.fullmatch(line[: days.position]) if days else None
        city = match["city"] if match else ""
        if match and match["region"] and (_ACRONYM.fullmatch(city) or not self._may_be_city(match["region"])):
            return None  # «GRCM, Tela, 6 de mayo»
        return match if self._may_be_city(city) and not self.structure.is_stamp(city) else None

    def _after_body(self, text: str) -> int | None:
        """Return where a city between a body and days starts («Reunión del Grupo, Tela, 6 de mayo …»)."""
        days = next(iter(find_date_ranges(text)), None)
        match = _CITY_AFTER_BODY.search(text[: days.position]) if days else None
        if match is None or not self._city_before_days(text[match.start("city") :]):
            return None
        if self._country(match["city"]):
            return None  # «(Tela, Honduras, 6 de mayo)»
        who = match["body"]
        met = self.structure.body_nouns | self.structure.meeting_nouns
        is_body = not met.isdisjoint(words(who)) or _ACRONYM.search(who)
        return match.start("city") if is_body else None

    def _country(self, text: str) -> str | None:
        known = next((mention.name for mention in self.countries_in(text)[:1] if mention.start == 0), None)
        return known or country_at_start(text)


def _written(city: str) -> str:
    city = city.strip()
    if not city.isupper():
        return city[:1].upper() + city[1:]
    first, *rest = city.title().split(" ")
    return " ".join((first, *(word.lower() if word.lower() in _PARTICLES else word for word in rest)))
