"""The commitments as rows of a table, with their status."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from knowledge.base import KnowledgeBase
from knowledge.stores.tracking import Statuses
from knowledge.values.acts import Commitment
from knowledge.values.tracking import CommitmentKey, Fulfilment, Tracked, keyed


class Progress(NamedTuple):
    """The status of a commitment, or of a party's share of it."""

    fulfilment: Fulfilment = Fulfilment.OPEN
    day: date | None = None
    note: str = ""


class Row(NamedTuple):
    """A commitment as a whole, or the share of a `party` that was marked by name."""

    key: CommitmentKey
    commitment: Commitment
    party: str
    progress: Progress


def rows_of(base: KnowledgeBase, statuses: Statuses) -> Iterator[Row]:
    """Yield all commitments of all acts in their order, each before the shares of its parties."""
    for document in base.documents():
        for key, commitment in keyed(document.slug, base.act(document.slug).commitments):
            tracked = statuses.tracked.get(key)
            yield Row(key, commitment, "", progress_of(tracked))
            for each in tracked.parties if tracked else ():
                yield Row(key, commitment, each.party, progress_of(tracked, each.party))


def progress_of(tracked: Tracked | None, party: str = "") -> Progress:
    """Return the progress of a commitment, or of a party with it."""
    if tracked is None:
        return Progress()
    if not party or not tracked.parties:
        return Progress(tracked.fulfilment, tracked.day, "" if tracked.parties else tracked.note)
    of_party = next((each for each in tracked.parties if each.party == party), None)
    return Progress(of_party.fulfilment, of_party.day, of_party.note) if of_party else Progress()
