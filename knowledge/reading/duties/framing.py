"""Tell items governed by their lead-in from those that stand alone."""

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.duties import Frame
from knowledge.reading.duties.heads import Move


def is_framed(clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause is governed by its lead-in."""
    framed = frame.binds or frame.notes or frame.approves or frame.details
    return framed and not _stands_alone(clause, frame)


def _stands_alone(clause: Clause, frame: Frame) -> bool:
    """Tell whether an item has a subject of its own, below «Reforzar la protección, y para ello:».

    Below a lead-in that binds a named party, «invitar a la OIM a …» is a duty of that party, but «Canadá
    redactará …» isn't.
    """
    named = clause.head.subject is not None and not clause.head.agentless
    opens = named and clause.head.subject is not None and clause.head.subject.end <= clause.head.body
    if frame.binds and clause.move is Move.DUTY and opens and clause.head.start == clause.lead:
        return True
    if not (frame.binds and frame.inferred) or clause.head.refers:
        return False
    return clause.move is Move.ASK or (clause.move is Move.DUTY and named)
