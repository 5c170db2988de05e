"""How far commitments have come: what officers marked, and what it means for each party."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field

from knowledge.values.acts import Commitment
from knowledge.values.base import Value
from knowledge.values.references import Reference

NOTE_LIMIT = 300
"""Most characters of a note."""

_PRINTED = re.compile(r"(?P<document>[^#~]+)#(?P<reference>[^#~]+)(?:~(?P<ordinal>[1-9]\d{0,2}))?")


class Fulfilment(StrEnum):
    """How far a commitment, or a party's share of it, has come."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Standing(StrEnum):
    """The standing of a commitment, or of a party's share of it, on a day.

    Overdue is what isn't done by its day, under way or not; what is open is due on a later day, and undated
    is what nobody has begun and has no day.
    """

    DONE = "done"
    IN_PROGRESS = "in_progress"
    OPEN = "open"
    OVERDUE = "overdue"
    UNDATED = "undated"

    @classmethod
    def of(cls, fulfilment: Fulfilment, due: date | None, today: date) -> "Standing":
        """Return the standing of something with this fulfilment, due by a day or by none."""
        if fulfilment is Fulfilment.DONE:
            return cls.DONE
        if due is not None and due < today:
            return cls.OVERDUE
        if fulfilment is Fulfilment.IN_PROGRESS:
            return cls.IN_PROGRESS
        return cls.UNDATED if due is None else cls.OPEN


class CommitmentKey(Value):
    """A commitment's place: act, provision, and which of the provision's commitments, from 1."""

    document: str
    reference: Reference
    ordinal: int = 1

    @classmethod
    def parse(cls, printed: str) -> Self:
        """Parse the printed form; raise ValueError on anything else."""
        match = _PRINTED.fullmatch(printed)
        if match is None:
            message = f"not the key of a commitment: {printed!r}"
            raise ValueError(message)
        reference = Reference.parse(match["reference"])
        return cls(document=match["document"], reference=reference, ordinal=int(match["ordinal"] or 1))

    def __str__(self) -> str:
        ordinal = f"~{self.ordinal}" if self.ordinal > 1 else ""
        return f"{self.document}#{self.reference}{ordinal}"


def keyed(document: str, commitments: Iterable[Commitment]) -> Iterator[tuple[CommitmentKey, Commitment]]:
    """Yield the commitments of an act, in its order, each with its key."""
    counts: Counter[Reference] = Counter()
    for commitment in commitments:
        reference = commitment.reference
        counts[reference] += 1
        yield CommitmentKey(document=document, reference=reference, ordinal=counts[reference]), commitment


class Evidence(Value):
    """A file that shows what was done: its name, its id at Telegram, and our copy in the data folder."""

    name: str
    file_id: str = ""
    kept: str = ""


class Mark(Value):
    """What an officer said about a commitment on a day: for one responsible party, or for all of them.

    `quote` is the binding clause as it was then: it identifies the commitment when its act is read again and
    the provision's commitments are in another order.
    """

    key: CommitmentKey
    quote: str
    fulfilment: Fulfilment
    day: date
    party: str = ""
    note: str = Field(default="", max_length=NOTE_LIMIT)
    evidence: Evidence | None = None


class PartyStatus(Value):
    """How far one party has come with its share."""

    party: str
    fulfilment: Fulfilment
    day: date
    note: str = ""


class Tracked(Value):
    """How far a marked commitment has come.

    `parties` are those marked by name, of the `bound` ones that the commitment binds; empty if the last mark
    is for all of them. `is_only` tells whether its provision has no other commitment.
    """

    key: CommitmentKey
    fulfilment: Fulfilment
    day: date
    note: str = ""
    parties: tuple[PartyStatus, ...] = ()
    bound: int = 1
    action: str = ""
    is_only: bool = True

    def of(self, party: str) -> Fulfilment:
        """Return how far a party that the commitment binds has come."""
        if not self.parties:
            return self.fulfilment
        return next((each.fulfilment for each in self.parties if each.party == party), Fulfilment.OPEN)
