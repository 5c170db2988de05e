"""Balances: how many of each party's commitments are done, under way, open and overdue."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from knowledge.language.parties import PartyRegister
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Commitment
from knowledge.values.base import Value
from knowledge.values.tracking import CommitmentKey, Fulfilment, Standing, keyed

NOBODY = ""
"""The party of commitments whose act doesn't say who is responsible."""


class Balance(Value):
    """Counts of a party's commitments done, under way and open; `overdue` ones are counted there too."""

    party: str
    done: int = 0
    in_progress: int = 0
    open: int = 0
    overdue: int = 0

    def with_one(self, fulfilment: Fulfilment, *, is_late: bool) -> "Balance":
        """Return the balance with one more commitment."""
        name = fulfilment.value
        counted = {name: getattr(self, name) + 1, "overdue": self.overdue + is_late}
        return self.model_copy(update=counted)


class Share(NamedTuple):
    """One bound party's share of a commitment, or NOBODY's, and its progress.

    `overall` is the progress of the commitment as a whole.
    """

    key: CommitmentKey
    commitment: Commitment
    party: str
    fulfilment: Fulfilment
    overall: Fulfilment

    def standing(self, today: date) -> Standing:
        """Return the standing of the party's share."""
        return Standing.of(self.fulfilment, self.commitment.deadline.end, today)

    def overall_standing(self, today: date) -> Standing:
        """Return the standing of the whole commitment."""
        return Standing.of(self.overall, self.commitment.deadline.end, today)


class BalanceWriter:
    """Write balances from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister, tracker: Tracker) -> None:
        self._store = store
        self._register = register
        self._tracker = tracker

    def write(self, acts: Sequence[str], today: date) -> tuple[Balance, ...]:
        """Return each party's balance in some acts: members first, then others by unfinished commitments."""
        balances: dict[str, Balance] = {}
        for share in self.shares(acts):
            is_late = share.standing(today) is Standing.OVERDUE
            balance = balances.get(share.party, Balance(party=share.party))
            balances[share.party] = balance.with_one(share.fulfilment, is_late=is_late)
        members = [balances.pop(name) for name in self._register.members if name in balances]
        others = sorted(
            balances.values(), key=lambda each: (not each.party, -(each.open + each.in_progress), each.party)
        )
        return (*members, *others)

    def shares(self, acts: Sequence[str]) -> Iterator[Share]:
        """Yield the share of each bound party in each commitment of some acts."""
        for key, commitment in self._commitments(acts):
            tracked = self._tracker.statuses.of(key)
            overall = tracked.fulfilment if tracked else Fulfilment.OPEN
            for party in self._tracker.bound(commitment) or (NOBODY,):
                own = tracked.of(party) if tracked else Fulfilment.OPEN
                yield Share(key, commitment, party, own, overall)

    def _commitments(self, acts: Sequence[str]) -> Iterator[tuple[CommitmentKey, Commitment]]:
        for slug in acts:
            references = dict.fromkeys(each.value.reference for each in self._store.commitments(acts=(slug,)))
            for reference in references:
                yield from keyed(slug, self._store.commitments_of(slug, reference))
