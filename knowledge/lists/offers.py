"""Find the provisions in which a party offered, paid for or promised something."""

from collections.abc import Collection, Iterator

from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, of_party
from knowledge.understanding.question import Question
from knowledge.values.roles import Role
from knowledge.values.statements import Measure, Statement

_OFFERS = frozenset(map(of_concept, (Notion.OFFER, Notion.DONATION)))
_MONEY = frozenset(map(of_concept, (Notion.AMOUNT, Notion.BUDGET)))
_GIVING = frozenset({Role.OFFERER, Role.PAYER, Role.SUPPORTER})
_PROMISING = frozenset({Role.RESPONSIBLE, Role.OFFERER, Role.PAYER, Role.PROPOSER})


def asks_for_offers(question: Question) -> bool:
    """Tell whether a question asks for somebody's offers, or their amounts, in general."""
    said = [unit for unit in question.units if not unit.names_party]
    offering = any(not _OFFERS.isdisjoint(unit.terms) for unit in said)
    alone = _OFFERS | _MONEY
    return offering and not any(unit.is_topic and alone.isdisjoint(unit.terms) for unit in said)


class OfferFinder:
    """Find offers in the acts of one store."""

    def __init__(self, sources: Sources) -> None:
        self._index = sources.index
        self._store = sources.store

    def of(self, party: str, slugs: Collection[str]) -> Iterator[int]:
        """Yield the numbers of the provisions in some acts in which a party offers or gives something.

        Organizing an event counts as an offer.
        """
        for number, said in self._said_of(party, slugs):
            if any(
                party in each.supporters
                or _gives(each, party, _GIVING)
                or _holds(each, party)
                or (_gives(each, party, {Role.RESPONSIBLE}) and self._is_gift(each))
                for each in said
            ):
                yield number

    def promised(self, party: str, slugs: Collection[str]) -> Iterator[int]:
        """Yield the numbers of the provisions in some acts in which a party commits to or offers something.

        Proposing an event that it organizes itself is an offer too.
        """
        for number, said in self._said_of(party, slugs):
            is_holding = any(_holds(each, party) for each in said)
            promising = _PROMISING if is_holding else _PROMISING - {Role.PROPOSER}
            if any(_gives(each, party, promising) for each in said):
                yield number

    def _is_gift(self, statement: Statement) -> bool:
        """Tell whether what is to be done is to give something: «Canadá donará 40.000 dólares»."""
        matches = self._index.thesaurus.find(words(statement.deed))
        return any(of_concept(each) in _OFFERS for match in matches for each in match.concepts)

    def _said_of(self, party: str, slugs: Collection[str]) -> Iterator[tuple[int, tuple[Statement, ...]]]:
        for number in self._index.postings(of_party(party)).provisions.tolist():
            slug, reference = self._index.place(number)
            if slug in slugs:
                yield number, self._store.statements_of(slug, reference)


def _holds(statement: Statement, party: str) -> bool:
    return statement.role is Role.ORGANIZER and party in statement.agents


def _gives(statement: Statement, party: str, roles: Collection[Role]) -> bool:
    """Tell whether a party has one of some roles in a clause, or does something with an amount of money."""
    tells_of_money = any(each.measure is Measure.MONEY for each in statement.figures)
    is_giving = statement.role in roles or (statement.role is Role.DOER and tells_of_money)
    return is_giving and party in statement.agents
