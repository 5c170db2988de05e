"""Who has done what: for each party, how many of its commitments are done, under way, open and overdue."""

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.language.parties import PartyRegister
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.tracking import Tracker
from knowledge.values.acts import Commitment
from knowledge.values.base import Value
from knowledge.values.tracking import CommitmentKey, Fulfilment, keyed

NOBODY = ""
"""The party of commitments whose act doesn't say who is responsible."""


class Balance(Value):
    """How many commitments of a party have come how far; `overdue` are those of them that are late."""

    party: str
    done: int = 0
    in_progress: int = 0
    open: int = 0
    overdue: int = 0

    def with_one(self, fulfilment: Fulfilment, *, is_late: bool) -> "Balance":
        """Return the balance with a commitment more."""
        name = fulfilment.value
        counted = {name: getattr(self, name) + 1, "overdue": self.overdue + is_late}
        return self.model_copy(update=counted)


class BalanceWriter:
    """Write balances from one store."""

    def __init__(self, store: KnowledgeStore, register: PartyRegister, tracker: Tracker) -> None:
        self._store = store
        self._register = register
        self._tracker = tracker

    def write(self, acts: Sequence[str], today: date) -> tuple[Balance, ...]:
        """Write the balance of each party in some acts: the members of the forum first, then who has most."""
        balances: dict[str, Balance] = {}
        for key, commitment in self._commitments(acts):
            tracked = self._tracker.statuses.of(key)
            due = commitment.deadline.end
            for party in self._tracker.bound(commitment) or (NOBODY,):
                state = tracked.of(party) if tracked else Fulfilment.OPEN
                is_late = due is not None and due < today and state is not Fulfilment.DONE
                balance = balances.get(party, Balance(party=party))
                balances[party] = balance.with_one(state, is_late=is_late)
        members = [balances.pop(name) for name in self._register.members if name in balances]
        others = sorted(
            balances.values(), key=lambda each: (not each.party, -(each.open + each.in_progress), each.party)
        )
        return (*members, *others)

    def _commitments(self, acts: Sequence[str]) -> Iterator[tuple[CommitmentKey, Commitment]]:
        for slug in acts:
            references = dict.fromkeys(each.value.reference for each in self._store.commitments(acts=(slug,)))
            for reference in references:
                yield from keyed(slug, self._store.commitments_of(slug, reference))
