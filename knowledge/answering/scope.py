"""Which meeting a question is about: one that is loaded, another, or any."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from knowledge.answering.analysis import Analysis
from knowledge.answering.named_meetings import NamedMeeting, load_meeting_words
from knowledge.answering.places import cities_in
from knowledge.answering.sources import Sources
from knowledge.answering.world import countries_of_the_world, names_of
from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.phrases import Phrases
from knowledge.search.index import Weights
from knowledge.search.matching import Unit
from knowledge.search.notions import Notion
from knowledge.search.terms import exact, of_concept, of_party, party_of
from knowledge.stores.documents import Document
from knowledge.values.parties import PartyKind

_MEETING = frozenset(
    map(
        of_concept,
        (
            Notion.MEETING,
            Notion.MINUTES,
            Notion.PARTICIPANT,
            Notion.CONCLUSION,
            Notion.RECOMMEND,
        ),
    )
)
OUTSIDE = 10.0
"""What another act than the one meant costs a provision: more than it can score."""

_ROMAN = re.compile(r"[ivxlc]{2,}")
"""The ordinal of a meeting: «XX reunión»."""

MAX_TITLES = 50
"""Acts whose titles are looked at, newest first."""

_YEAR_DIGITS = 4
_FOREIGN = frozenset({PartyKind.FORUM, PartyKind.ORGANIZATION, PartyKind.NETWORK})


class Scope(NamedTuple):
    """The act that a question restricts itself to, if any.

    `is_other` marks a question about a meeting whose act isn't loaded, `is_unsaid` one about what no act
    mentions, `is_whole` one about all that a meeting resulted in.
    """

    document: Document | None
    is_other: bool = False
    is_unsaid: bool = False
    is_whole: bool = False


class ScopeFinder:
    """Find which meeting is named by its body, city, month and year."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        spoken = load_meeting_words(sources.data.language)
        self._results = {word for phrase in spoken.results for word in words(phrase)}
        self._kinds = {word for phrase in spoken.kinds for word in words(phrase)}
        self._forums = frozenset(map(of_party, sources.forums))
        self._other_forums = Phrases((name, name) for name in spoken.other_forums)
        self._other_texts = Phrases((name, name) for name in spoken.other_texts)
        self._by_city: dict[frozenset[str], list[Document]] = defaultdict(list)
        for document in sources.documents:
            self._by_city[frozenset(words(document.meeting.city or "-"))].append(document)

    def find(self, analysis: Analysis) -> Scope:
        """Find the meeting that a question names."""
        documents = self._sources.documents
        spoken = [word.best for word in analysis.words]
        if any(map(self._is_other, analysis.meetings)) or self._names_unsaid(spoken, self._other_forums):
            return Scope(None, is_other=True)
        if self._names_unsaid(spoken, self._other_texts) or self._names_unsaid_country(spoken):
            return Scope(None, is_unsaid=True)
        tokens = set(spoken)
        years = {token for token in tokens if token.isdigit() and len(token) == _YEAR_DIGITS}
        months = {month_number(token) for token in tokens} - {None}
        cities = [city for city in self._by_city if city <= tokens]
        near = [document for city in cities for document in self._by_city[city]] or documents
        named_by_day = years or months
        fitting = [each for each in near if _is_of(each, years, months)] if named_by_day else near
        asks_results = bool(self._results & tokens)
        is_joint = self._is_joint(analysis.units)
        if asks_results and not is_joint and not any(map(self._is_topic, analysis.units)):
            if (years and not fitting) or any(map(self._is_foreign, analysis.units)):
                return Scope(None, is_other=True)
            return Scope(fitting[0] if fitting else documents[0], is_whole=True)
        speaks = asks_results or bool(analysis.references) or any(map(self._speaks, analysis.units))
        is_named = speaks and bool(years or cities)
        return Scope(fitting[0] if is_named and fitting and len(documents) > 1 else None)

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

    def _is_other(self, named: NamedMeeting) -> bool:
        """Tell whether no act is of a meeting, and none speaks of it either, or it is one of ours."""
        if any(map(named.fits, self._sources.documents)):
            return False
        return named.is_ours or not all(map(self._is_said, named.wording))

    def _is_said(self, tokens: Sequence[str]) -> bool:
        """Tell whether an act has words, or their notion."""
        index = self._sources.index
        notions = (
            of_concept(concept)
            for match in index.thesaurus.find(tokens)
            if match.end - match.start == len(tokens)
            for concept in match.concepts
        )
        party = self._sources.register.named(" ".join(tokens))
        return (
            all(index.has(exact(token)) for token in tokens)
            or any(map(index.has, notions))
            or (party is not None and index.has(of_party(party)))
        )

    def _names_unsaid(self, tokens: Sequence[str], names: Phrases[str]) -> bool:
        """Tell whether words name something of which no provision has all the words."""
        index = self._sources.index
        for match in names.find(tokens):
            content = [exact(token) for token in tokens[match.start : match.end]]
            found = [
                set(index.postings(term).provisions.tolist())
                for term in content
                if term.removeprefix(exact("")) not in self._sources.lexicon.stop
            ]
            if not set.intersection(*found):
                return True
        return False

    def _names_unsaid_country(self, tokens: Sequence[str]) -> bool:
        """Tell whether words name a country, other than a member, that no act does."""
        register = self._sources.register
        for start, end, code in countries_of_the_world().find(tokens):
            names = (tokens[start:end], *map(words, names_of(code)))
            party = next(filter(None, (register.named(" ".join(name)) for name in names)), None)
            if party is not None and (
                register.parties[party].member or self._sources.index.has(of_party(party))
            ):
                continue
            if not any(all(self._sources.index.has(exact(word)) for word in name) for name in names):
                return True
        return False

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

    def _is_joint(self, units: Sequence[Unit]) -> bool:
        """Tell whether units name ours and others that acts speak of: «el acta de CRM y CSM»."""
        ours = any(self._forums & set(unit.terms) for unit in units)
        return ours and any(
            self._names_stranger(unit) and any(map(self._sources.index.has, unit.terms)) for unit in units
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
        cities = cities_in(tokens, self._sources.index.thesaurus)
        return any(city.end - city.start == len(tokens) for city in cities)

    def _names_stranger(self, unit: Unit) -> bool:
        """Tell whether a unit names another forum than ours, or an organization that no act speaks of."""
        names = [name for name in map(party_of, unit.terms) if name and name not in self._sources.forums]
        parties = [self._sources.register.parties[name] for name in names]
        spoken_of = any(self._sources.index.has(of_party(name)) for name in names)
        return any(
            party.kind is PartyKind.FORUM or (party.kind in _FOREIGN and not spoken_of) for party in parties
        )


def _is_of(document: Document, years: set[str], months: set[int | None]) -> bool:
    start = document.meeting.start
    in_year = not years or (start is not None and str(start.year) in years)
    return in_year and (not months or start is None or start.month in months)
