"""Find what a party offered or paid for, as the clauses of acts say it."""

from collections.abc import Collection, Iterator

from knowledge.language.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, of_party
from knowledge.understanding.question import Question
from knowledge.values.roles import Role
from knowledge.values.statements import Measure, Statement

_OFFERS = frozenset(map(of_concept, (Notion.OFFER, Notion.DONATION)))
_GIVING = frozenset({Role.OFFERER, Role.PAYER, Role.SUPPORTER})


def asks_for_offers(question: Question) -> bool:
    """Tell whether a question asks what somebody offered, and nothing more particular."""
    said = [unit for unit in question.units if not unit.names_party]
    offering = [unit for unit in said if not _OFFERS.isdisjoint(unit.terms)]
    return bool(offering) and all(unit in offering for unit in said if unit.is_topic)


class OfferFinder:
    """Find offers in the acts of one store."""

    def __init__(self, sources: Sources) -> None:
        self._index = sources.index
        self._store = sources.store

    def of(self, party: str, slugs: Collection[str]) -> Iterator[int]:
        """Yield the numbers of the provisions of some acts in which a party offers something, or gives it."""
        for number in self._index.postings(of_party(party)).provisions.tolist():
            slug, reference = self._index.place(number)
            if slug in slugs and any(
                _is_offer(each, party) for each in self._store.statements_of(slug, reference)
            ):
                yield number


def _is_offer(statement: Statement, party: str) -> bool:
    """Tell whether a clause says that a party gives something; who tells of money announces it."""
    if party not in statement.agents:
        return party in statement.supporters
    tells_of_money = any(each.measure is Measure.MONEY for each in statement.figures)
    return statement.role in _GIVING or (statement.role is Role.DOER and tells_of_money)
