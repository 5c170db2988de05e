"""Duties as clauses word them: who is bound, and from which word on to what."""

from dataclasses import dataclass
from typing import NamedTuple

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.deadlines import FoundDeadline
from knowledge.reading.duties.thatclauses import Doing
from knowledge.values.acts import CommitmentKind


class Part(NamedTuple):
    """One doing of a duty: its clause, the token of its verb or noun, and how it stands.

    If the clause leaves its verb out, `model` is the part before it whose verb is meant, and `verb` where
    the clause's own object begins, if it has one.
    """

    clause: Clause
    verb: int
    doing: Doing
    model: "Part | None" = None


@dataclass(frozen=True)
class Duty:
    """Who has to do something, as a clause words it; a second verb («… y los remitan») is a second part.

    `inferred` says that the clause doesn't name who. `purpose` marks what binds only with a day: what someone
    else's duty is for («…, a fin de que la ST lo publique en junio»), or an offer that is welcomed. `apart`
    are times that stand outside its clauses.
    """

    names: tuple[str, ...]
    parts: tuple[Part, ...]
    kind: CommitmentKind
    inferred: bool = False
    purpose: bool = False
    apart: tuple[FoundDeadline, ...] = ()

    def is_worded_as(self, other: "Duty") -> bool:
        """Tell whether another duty is of the same words."""
        first, second = self.parts[0], other.parts[0]
        return first.verb == second.verb and first.clause.passage is second.clause.passage


@dataclass(frozen=True)
class Frame:
    """What the lead-in of a list makes of its items: binding someone, noting only, approving, or nothing.

    `agrees` says that the items are what was agreed, whoever does it; `whole` that the lead-in says a duty of
    its own, whose time isn't that of the items; `assigns` that it shares out tasks («Canadá: traducción»);
    `founds` that it sets up the body that its items tell of; `details` that they tell what something is
    made of.

    `model` is the doing whose verb items without one share: «La ST remitirá: a) un glosario».

    `topic` are the parties that the lead-in speaks of, or if `carried` the provision before; `deadlines` is
    what the lead-in says for all items.
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
