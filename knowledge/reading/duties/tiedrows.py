"""The commitments of rows, whose deadlines may be tied to events of the act."""

from collections.abc import Iterator
from typing import NamedTuple

from knowledge.reading.duties.schedule import Schedule
from knowledge.reading.duties.timewordings import FoundDeadline
from knowledge.values.acts import Commitment
from knowledge.values.references import Reference


class TiedCommitment(NamedTuple):
    """A commitment, with its deadline as worded if that is tied to an event."""

    commitment: Commitment
    tied: FoundDeadline | None


class Rows(NamedTuple):
    """The commitments in rows of tables; `references` also include rows whose duty is already done."""

    found: list[TiedCommitment]
    references: frozenset[Reference]

    def commitments(self, schedule: Schedule) -> Iterator[Commitment]:
        """Yield the commitments, with deadlines placed by the act's events."""
        for commitment, tied in self.found:
            placed = schedule.placed(tied, ()) if tied else None
            if placed and placed.deadline.end and tied:
                deadline = placed.deadline.model_copy(update={"text": commitment.deadline.text})
                yield commitment.model_copy(update={"deadline": deadline, "inferred": placed.inferred})
            else:
                yield commitment
