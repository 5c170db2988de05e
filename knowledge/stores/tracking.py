"""Match marks with the commitments of a base, and tell how far each has come."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from knowledge.language.parties import PartyRegister
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.stores.marks import NO_MARKS, Marks
from knowledge.values.acts import Commitment
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark, PartyStatus, Tracked

ALIKE = 80.0
"""Least likeness to a marked clause, from 0 to 100, to be the same one after its act was read again."""


@dataclass(frozen=True)
class Statuses:
    """How far the commitments of a base have come; `lost` are the marks whose commitment is in no act."""

    tracked: dict[CommitmentKey, Tracked] = field(default_factory=dict)
    lost: tuple[Mark, ...] = ()

    def of(self, key: CommitmentKey) -> Tracked | None:
        """Return how far a commitment has come, or None if nobody marked it or it was reopened."""
        found = self.tracked.get(key)
        return found if found and found.fulfilment is not Fulfilment.OPEN else None

    def of_provision(self, document: str, reference: Reference) -> tuple[Tracked, ...]:
        """List the commitments of a provision and its sub-items that are under way or done."""
        found = (
            each
            for key, each in self.tracked.items()
            if key.document == document
            and reference in {key.reference, key.reference.parent}
            and each.fulfilment is not Fulfilment.OPEN
        )
        return tuple(sorted(found, key=lambda each: (each.key.reference.letter or "", each.key.ordinal)))

    def done(self, party: str | None = None) -> tuple[CommitmentKey, ...]:
        """List the fulfilled commitments, or those fulfilled by a party."""
        return tuple(
            key
            for key, each in self.tracked.items()
            if (each.of(party) if party else each.fulfilment) is Fulfilment.DONE
            or each.fulfilment is Fulfilment.DONE
        )


class Tracker:
    """Track how far the commitments of one store have come, by the current `marks`."""

    def __init__(
        self, store: KnowledgeStore, register: PartyRegister, marks: Callable[[], Marks] = lambda: NO_MARKS
    ) -> None:
        self._store = store
        self._register = register
        self._marks = marks
        self._read = NO_MARKS
        self._statuses = Statuses()

    @property
    def statuses(self) -> Statuses:
        """How far all commitments have come."""
        marks = self._marks()
        if marks is not self._read:
            self._statuses = self._resolve(marks.standing)
            self._read = marks
        return self._statuses

    @property
    def version(self) -> tuple[int, int]:
        """The version of the current marks; it changes as soon as anything is marked or undone."""
        return self._marks().version

    def bound(self, commitment: Commitment) -> tuple[str, ...]:
        """List the parties that a commitment binds, with each member country in place of all of them."""
        everyone = self._register.all_members
        named = ((self._register.members if name in everyone else (name,)) for name in commitment.responsible)
        return tuple(dict.fromkeys(name for names in named for name in names))

    def done_rows(self, party: str | None = None) -> tuple[int, ...]:
        """Return the row ids of the fulfilled commitments, or of those fulfilled by a party."""
        return tuple(
            self._store.commitment_ids(key.document, key.reference)[key.ordinal - 1]
            for key in self.statuses.done(party)
        )

    def _resolve(self, marks: Iterable[Mark]) -> Statuses:
        found: dict[CommitmentKey, list[Mark]] = defaultdict(list)
        lost: list[Mark] = []
        for mark in marks:
            key = self._find(mark)
            (found[key] if key else lost).append(mark)
        return Statuses({key: self._tracked(key, made) for key, made in found.items()}, tuple(lost))

    def _find(self, mark: Mark) -> CommitmentKey | None:
        """Return the current commitment of a mark, or None if its provision has none like it."""
        there = self._store.commitments_of(mark.key.document, mark.key.reference)
        scores = [100.0 if each.quote == mark.quote else fuzz.ratio(each.quote, mark.quote) for each in there]
        best = max(scores, default=0.0)
        if best < ALIKE:
            return None
        ordinals = [place for place, score in enumerate(scores, 1) if score == best]
        ordinal = mark.key.ordinal if mark.key.ordinal in ordinals else ordinals[0]
        return mark.key.model_copy(update={"ordinal": ordinal})

    def _tracked(self, key: CommitmentKey, marks: Sequence[Mark]) -> Tracked:
        all_there = self._store.commitments_of(key.document, key.reference)
        commitment = all_there[key.ordinal - 1]
        bound = self.bound(commitment)
        parties = tuple(self._of_parties(bound, commitment, marks))
        last = marks[-1]
        said = Tracked(
            key=key,
            fulfilment=last.fulfilment,
            day=last.day,
            note=last.note,
            bound=max(len(bound), 1),
            action=commitment.action,
            is_only=len(all_there) == 1,
        )
        if not parties or not last.party:
            return said
        states = {each.fulfilment for each in parties}
        if len(parties) < len(bound):
            states.add(Fulfilment.OPEN)
        overall = states.pop() if len(states) == 1 else Fulfilment.IN_PROGRESS
        day = max(each.day for each in parties)
        return said.model_copy(update={"fulfilment": overall, "day": day, "parties": parties})

    @staticmethod
    def _of_parties(
        bound: Sequence[str], commitment: Commitment, marks: Sequence[Mark]
    ) -> Iterator[PartyStatus]:
        """Yield the last status of each party that was marked."""
        for party in bound:
            # A mark for all countries together counts for each.
            groups = {"", party, *(name for name in commitment.responsible if name not in bound)}
            said = next((mark for mark in reversed(marks) if mark.party in groups), None)
            if said:
                yield PartyStatus(party=party, fulfilment=said.fulfilment, day=said.day, note=said.note)
