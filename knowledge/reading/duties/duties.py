"""Duties as worded in clauses: the responsible parties and their actions."""

from dataclasses import dataclass
from typing import NamedTuple

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind


class Part(NamedTuple):
    """One action of a duty: its clause, the token of its verb or noun, and its grammatical form.

    If the clause leaves out its verb, `model` is the earlier part that has it, and `verb` the token where
    the clause's own object begins, if it has one.
    """

    clause: Clause
    verb: int
    doing: Doing
    model: "Part | None" = None


@dataclass(frozen=True)
class Duty:
    """The parties bound by a clause and their actions; a second verb («… y los remitan») is a second part.

    `inferred` says that the clause doesn't name the parties. `purpose` marks a duty that binds only with a
    day: the purpose of someone else's duty («…, a fin de que la ST lo publique en junio») or a welcomed
    offer. `apart` are deadlines outside its clauses.
    """

    names: tuple[str, ...]
    parts: tuple[Part, ...]
    kind: CommitmentKind
    inferred: bool = False
    purpose: bool = False
    apart: tuple[FoundDeadline, ...] = ()

    def is_worded_as(self, other: "Duty") -> bool:
        """Tell whether another duty begins with the same verb of the passage."""
        first, second = self.parts[0], other.parts[0]
        return first.verb == second.verb and first.clause.passage is second.clause.passage


@dataclass(frozen=True)
class Frame:
    """How the lead-in of a list governs its items: as duties, notes, approvals, or not at all.

    `agrees` marks items that were agreed, whoever does them; `whole` a lead-in with a duty of its own,
    whose deadline isn't that of the items; `assigns` one that shares out tasks («Canadá: traducción»);
    `founds` one that sets up the body described in its items; `details` items that list the contents of
    something; `plans` those of a roadmap, where the present tells what shall be done.

    `model` is the part whose verb is shared by items without one: «La ST remitirá: a) un glosario».

    `topic` are the parties that the lead-in speaks of, or the previous provision if `carried`; `deadlines`
    are those of the lead-in for all items.
    """

    names: tuple[str, ...] = ()
    kind: CommitmentKind = CommitmentKind.OBLIGATION
    inferred: bool = False
    binds: bool = False
    notes: bool = False
    thanks: bool = False
    approves: bool = False
    agrees: bool = False
    whole: bool = False
    assigns: bool = False
    founds: bool = False
    details: bool = False
    plans: bool = False
    topic: tuple[str, ...] = ()
    carried: bool = False
    deadlines: tuple[FoundDeadline, ...] = ()
    model: Part | None = None


def duty_of(
    clause: Clause,
    names: tuple[str, ...],
    doing: Doing,
    verb: int,
    *,
    kind: CommitmentKind = CommitmentKind.OBLIGATION,
    inferred: bool = False,
    purpose: bool = False,
) -> Duty:
    """Build a duty of one part."""
    return Duty(names, (Part(clause, verb, doing),), kind, inferred, purpose)
