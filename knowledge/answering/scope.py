"""Which meeting a question is about: one that is loaded, another, or any."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from knowledge.answering.analysis import Analysis
from knowledge.answering.sources import Sources
from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.parties import PartyKind
from knowledge.search.index import Weights
from knowledge.search.matching import Unit
from knowledge.search.stems import LANGUAGES
from knowledge.search.terms import of_concept, of_party, party_of
from knowledge.stores.documents import Document
from knowledge.values.base import Value

_MEETING = frozenset(map(of_concept, ("reunion", "acta", "participantes", "conclusiones", "recomendaciones")))
OUTSIDE = 10.0
"""What another act than the one meant costs a provision: more than it can score."""

_ROMAN = re.compile(r"[ivxlc]{2,}")
"""The ordinal of a meeting: «XX reunión»."""

_CITY = "ciudad"
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

    def find(self, analysis: Analysis) -> Scope:
        """Find the meeting that a question names."""
        documents = self._sources.documents
        tokens = [word.best for word in analysis.words]
        years = {token for token in tokens if token.isdigit() and len(token) == _YEAR_DIGITS}
        months = {month_number(token) for token in tokens} - {None}
        fitting = [each for each in documents if _fits(each, tokens, years, months)]
        speaks = self._speaks_of_meeting(analysis.units)
        named = (bool(years) and speaks) or any(_city(each) <= set(tokens) for each in documents)
        asks_results = bool(self._results & set(tokens))
        if asks_results and not self._topics(analysis.units, documents):
            foreign = self._foreign(analysis.units, fitting or documents)
            if foreign or (years and not fitting):
                return Scope(None, is_other=True)
            return Scope(fitting[0] if fitting else documents[0], is_whole=True)
        return Scope(fitting[0] if named and fitting and len(documents) > 1 else None)

    def _speaks_of_meeting(self, units: Iterable[Unit]) -> bool:
        forums = set(map(of_party, self._sources.forums))
        return any(set(unit.terms) & (_MEETING | forums) for unit in units)

    def bonus(self, scope: Scope) -> Weights | None:
        """Push all acts but the one that a question restricts itself to out of reach."""
        if scope.document is None:
            return None
        index = self._sources.index
        inside = index.document == index.document_of(scope.document.slug)
        return np.where(inside, np.float32(0), np.float32(-OUTSIDE))

    def _topics(self, units: Iterable[Unit], documents: Iterable[Document]) -> bool:
        """Tell whether any unit is about a matter of acts, and not only about which meeting is meant."""
        return any(
            unit.weight >= 1
            and any(map(self._sources.index.has, unit.terms))
            and not self._identifies(unit, documents)
            for unit in units
        )

    def _identifies(self, unit: Unit, documents: Iterable[Document]) -> bool:
        terms = set(unit.terms)
        tokens = set(words(unit.label))
        forums = set(map(of_party, self._sources.forums))
        return (
            bool(terms & (_MEETING | forums))
            or tokens <= self._results | self._kinds
            or all(token.isdigit() or month_number(token) for token in tokens)
            or any(tokens <= _city(document) | _country(document) for document in documents)
            or self._is_city(tokens)
            or any(self._is_foreign_party(name) for name in map(party_of, terms) if name)
        )

    def _foreign(self, units: Iterable[Unit], documents: Iterable[Document]) -> bool:
        """Tell whether a unit names a meeting, body or place that none of the acts is of."""
        titles = {word for document in documents for word in words(document.meeting.title)}
        for unit in units:
            tokens = set(words(unit.label))
            if tokens & self._kinds and not tokens <= titles:
                return True
            if any(self._is_foreign_party(name) for name in map(party_of, unit.terms) if name):
                return True
            ours = any(tokens <= _city(document) | _country(document) for document in documents)
            if self._is_city(tokens) and not ours:
                return True
            unknown = not any(map(self._sources.index.has, unit.terms))
            if unknown and (unit.is_topic or all(map(_ROMAN.fullmatch, tokens))):
                return True
        return False

    def _is_city(self, tokens: set[str]) -> bool:
        found = self._sources.index.thesaurus.find(sorted(tokens), LANGUAGES[0], narrower=True)
        return any(_CITY in match.concepts for match in found)

    def _is_foreign_party(self, name: str) -> bool:
        party = self._sources.register.parties.get(name)
        return party is not None and party.kind in _FOREIGN and name not in self._sources.forums


def _fits(document: Document, tokens: Iterable[str], years: set[str], months: set[int | None]) -> bool:
    start = document.meeting.start
    if years and (start is None or str(start.year) not in years):
        return False
    if months and start and start.month not in months:
        return False
    return bool(years or months or _city(document) <= set(tokens))


def _city(document: Document) -> set[str]:
    return set(words(document.meeting.city or "-"))


def _country(document: Document) -> set[str]:
    return set(words(document.meeting.country or ""))
