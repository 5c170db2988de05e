"""How far commitments have come: what officers marked, and what follows for each party."""

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
"""Characters of a note."""

_PRINTED = re.compile(r"(?P<document>[^#~]+)#(?P<reference>[^#~]+)(?:~(?P<ordinal>[1-9]\d{0,2}))?")


class Fulfilment(StrEnum):
    """How far a commitment, or a party's share of it, has come."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Standing(StrEnum):
    """How a commitment, or a party's share of it, stands on a day.

    Overdue is whatever isn't done by its day, under way or not; what is open has a day still to come, and
    undated is what nobody has begun and no day is set for.
    """

    DONE = "done"
    IN_PROGRESS = "in_progress"
    OPEN = "open"
    OVERDUE = "overdue"
    UNDATED = "undated"

    @classmethod
    def of(cls, fulfilment: Fulfilment, due: date | None, today: date) -> "Standing":
        """Tell how something stands that has come so far and is due by a day, or by none."""
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
    """A file that shows what was done: its name, Telegram's id of it, and our copy in the data folder."""

    name: str
    file_id: str = ""
    kept: str = ""


class Mark(Value):
    """What an officer said of a commitment on a day: of one responsible party, or of all of them.

    `quote` is the binding clause as it stood then: by it the commitment is found again when its act is read
    anew and the provision's commitments come in another order.
    """

    key: CommitmentKey
    quote: str
    fulfilment: Fulfilment
    day: date
    party: str = ""
    note: str = Field(default="", max_length=NOTE_LIMIT)
    evidence: Evidence | None = None


class PartyStatus(Value):
    """How far one party has come with what it has to do."""

    party: str
    fulfilment: Fulfilment
    day: date
    note: str = ""


class Tracked(Value):
    """How far a commitment has come that was marked.

    `parties` are those that were marked by name, out of `bound` that the commitment binds; empty where what
    was said last is said of all of them. `is_only` tells whether its provision makes no other.
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
        """Tell how far a party that the commitment binds has come."""
        if not self.parties:
            return self.fulfilment
        return next((each.fulfilment for each in self.parties if each.party == party), Fulfilment.OPEN)
