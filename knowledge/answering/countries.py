"""Whether a provision brings the country of a question together with what the question says of it."""

from knowledge.answering.analysis import Analysis
from knowledge.answering.places import cities_in
from knowledge.answering.searching import Found
from knowledge.answering.sources import Sources
from knowledge.language.folding import words
from knowledge.search.matching import Unit
from knowledge.search.terms import is_concept, is_role, party_of
from knowledge.values.acts import Role
from knowledge.values.notices import Notice, mark, notice
from knowledge.values.parties import PartyKind

_ACTING = frozenset({Role.THANKED, Role.HOST})
"""Roles that an act says in so many words where somebody has them."""

_OTHERWISE_KNOWN = 1
"""Notions from which on a provision is what a question is about, though it puts one otherwise."""


class CountryChecker:
    """Find what a question says of a country and the provision found for it doesn't."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def apart(self, analysis: Analysis, found: Found) -> Notice | None:
        """Say what the best provision doesn't say of the one country that a question names, or return None.

        «¿Qué presentó Belice sobre mujer migrante?» isn't answered by what is asked of Belice in general.
        """
        countries = [unit for unit in found.units if self._names_country(unit)]
        if len(countries) != 1:
            return None
        [country] = countries
        reference = self._sources.index.place(found.ranked[0].number)[1]
        if self._never_has_role(analysis, country):
            name = tuple(filter(None, map(party_of, country.terms)))
            said = mark("{reference} menciona {name}, pero no dice eso.")
            return notice(said, reference=reference, name=name)
        if missed := self._rarest_missed(analysis, found, country):
            said = mark("{reference} no dice nada de «{words}».")
            return notice(said, reference=reference, words=missed.label)
        return None

    def _names_country(self, unit: Unit) -> bool:
        parties = self._sources.register.parties
        return any(
            name in parties and parties[name].kind is PartyKind.COUNTRY
            for name in map(party_of, unit.terms)
            if name
        )

    def _never_has_role(self, analysis: Analysis, country: Unit) -> bool:
        """Tell whether a country is asked about in a role that no act gives it."""
        in_role = list(filter(is_role, country.terms))
        asked = bool(in_role) and bool(analysis.roles) and set(analysis.roles) <= _ACTING
        return asked and not any(map(self._sources.index.has, in_role))

    def _rarest_missed(self, analysis: Analysis, found: Found, country: Unit) -> Unit | None:
        """Return the rarest notion of a question, if acts speak of it but the best provision doesn't."""
        notions = [
            place
            for place, unit in enumerate(found.units)
            if unit.is_topic
            and any(map(is_concept, unit.terms))
            and unit not in (*analysis.verbs, country)
            # A capital often stands for its country: «Managua».
            and not any(cities_in(words(unit.label), self._sources.index.thesaurus))
        ]
        matched = found.ranked[0].matched
        if sum(matched[place] > 0 for place in notions) > _OTHERWISE_KNOWN:
            return None
        rarest = max(notions, key=lambda place: float(found.match.worth[place]), default=None)
        if rarest is None or matched[rarest] > 0:
            return None
        unit = found.units[rarest]
        return unit if any(map(self._sources.index.has, unit.terms)) else None
