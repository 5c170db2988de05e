"""Which meeting a question is about: one that is loaded, another, or any."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from knowledge.answering.analysis import Analysis
from knowledge.answering.places import cities_in
from knowledge.answering.sources import Sources
from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.parties import PartyKind
from knowledge.search.index import Weights
from knowledge.search.matching import Unit
from knowledge.search.terms import of_concept, of_party, party_of
from knowledge.stores.documents import Document
from knowledge.values.base import Value

_MEETING = frozenset(map(of_concept, ("reunion", "acta", "participantes", "conclusiones", "recomendaciones")))
OUTSIDE = 10.0
"""What another act than the one meant costs a provision: more than it can score."""

_ROMAN = re.compile(r"[ivxlc]{2,}")
"""The ordinal of a meeting: «XX reunión»."""

MAX_TITLES = 50
"""Acts whose titles are looked at, newest first."""

_YEAR_DIGITS = 4
_FOREIGN = frozenset({PartyKind.FORUM, PartyKind.ORGANIZATION, PartyKind.NETWORK})


class MeetingWords(Value):
    """The contents of meeting_words.yaml, where each field is explained."""

    results: tuple[str, ...]
    kinds: tuple[str, ...]


@lru_cache(maxsize=4)
def load_meeting_words(folder: Path) -> MeetingWords:
    """Read meeting_words.yaml in a folder of data files; raise FaultyData on a mistake."""
    return load_yaml(folder / "meeting_words.yaml", MeetingWords)


class Scope(NamedTuple):
    """The act that a question restricts itself to, if any.

    `is_other` marks a question about a meeting whose act isn't loaded, `is_whole` one about all that a
    meeting resulted in.
    """

    document: Document | None
    is_other: bool = False
    is_whole: bool = False


class ScopeFinder:
    """Find which meeting is named by its body, city, month and year."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        spoken = load_meeting_words(sources.data)
        self._results = {word for phrase in spoken.results for word in words(phrase)}
        self._kinds = {word for phrase in spoken.kinds for word in words(phrase)}
        self._forums = frozenset(map(of_party, sources.forums))
        self._by_city: dict[frozenset[str], list[Document]] = defaultdict(list)
        for document in sources.documents:
            self._by_city[frozenset(words(document.meeting.city or "-"))].append(document)

    def find(self, analysis: Analysis) -> Scope:
        """Find the meeting that a question names."""
        documents = self._sources.documents
        tokens = {word.best for word in analysis.words}
        years = {token for token in tokens if token.isdigit() and len(token) == _YEAR_DIGITS}
        months = {month_number(token) for token in tokens} - {None}
        cities = [city for city in self._by_city if city <= tokens]
        near = [document for city in cities for document in self._by_city[city]] or documents
        named_by_day = years or months
        fitting = [each for each in near if _is_of(each, years, months)] if named_by_day else near
        asks_results = bool(self._results & tokens)
        if asks_results and not any(map(self._is_topic, analysis.units)):
            if (years and not fitting) or any(map(self._is_foreign, analysis.units)):
                return Scope(None, is_other=True)
            return Scope(fitting[0] if fitting else documents[0], is_whole=True)
        speaks = asks_results or bool(analysis.references) or any(map(self._speaks, analysis.units))
        named = speaks and bool(years or cities)
        return Scope(fitting[0] if named and fitting and len(documents) > 1 else None)

    def bonus(self, scope: Scope) -> Weights | None:
        """Push all acts but the one that a question restricts itself to out of reach."""
        if scope.document is None:
            return None
        index = self._sources.index
        inside = index.document == index.document_of(scope.document.slug)
        return np.where(inside, np.float32(0), np.float32(-OUTSIDE))

    def beside_meeting(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """Keep what is asked about a meeting, without the words that only say which one is meant."""
        return tuple(unit for unit in units if not self._identifies(unit)) or tuple(units)

    def _speaks(self, unit: Unit) -> bool:
        """Tell whether a unit speaks of a meeting or of our forum."""
        return bool((_MEETING | self._forums) & set(unit.terms))

    def _is_topic(self, unit: Unit) -> bool:
        """Tell whether a unit is about a matter of acts, and not only about which meeting is meant."""
        known = unit.is_topic and any(map(self._sources.index.has, unit.terms))
        return known and not self._identifies(unit)

    def _identifies(self, unit: Unit) -> bool:
        tokens = words(unit.label)
        return (
            self._speaks(unit)
            or set(tokens) <= self._results | self._kinds
            or all(token.isdigit() or month_number(token) for token in tokens)
            or self._is_ours(tokens)
            or self._is_city(tokens)
            or self._names_stranger(unit)
        )

    def _is_foreign(self, unit: Unit) -> bool:
        """Tell whether a unit names a meeting, body or place that none of the acts is of."""
        tokens = words(unit.label)
        titles = {word for each in self._sources.documents[:MAX_TITLES] for word in words(each.meeting.title)}
        if set(tokens) & self._kinds:
            return not set(tokens) <= titles
        if self._names_stranger(unit):
            return True
        if self._is_city(tokens):
            return not self._is_ours(tokens)
        if self._speaks(unit) or set(tokens) <= self._results:
            return False
        unknown = not any(map(self._sources.index.has, unit.terms))
        return unknown and (unit.is_topic or all(map(_ROMAN.fullmatch, tokens)))

    def _is_ours(self, tokens: Iterable[str]) -> bool:
        """Tell whether words are the city of a meeting, or its country."""
        named = set(tokens)
        return any(
            named <= city or named <= set(words(acts[0].meeting.country or ""))
            for city, acts in self._by_city.items()
        )

    def _is_city(self, tokens: Sequence[str]) -> bool:
        return any(True for _ in cities_in(tokens, self._sources.index.thesaurus))

    def _names_stranger(self, unit: Unit) -> bool:
        """Tell whether a unit names a forum or organization other than ours."""
        parties = (self._sources.register.parties.get(name) for name in map(party_of, unit.terms) if name)
        return any(
            party.kind in _FOREIGN and party.name not in self._sources.forums for party in parties if party
        )


def _is_of(document: Document, years: set[str], months: set[int | None]) -> bool:
    start = document.meeting.start
    in_year = not years or (start is not None and str(start.year) in years)
    return in_year and (not months or start is None or start.month in months)
