"""Tell items governed by their lead-in from those that stand alone."""

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cueforms import Form
from knowledge.reading.duties.duties import Frame
from knowledge.reading.duties.heads import Move


def is_framed(clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause is governed by its lead-in."""
    framed = frame.binds or frame.notes or frame.approves or frame.details
    return framed and not (_speaks(clause, frame) or _stands_alone(clause, frame))


def _speaks(clause: Clause, frame: Frame) -> bool:
    """Tell whether an item opens with a finite verb of the meeting, which no lead-in governs.

    Below «convenimos en la siguiente Declaración:», «Instruimos al GRCM …» or «Insta a los países …» does;
    below any other lead-in only a verb in the first person.
    """
    head = clause.head
    if head.cue is None or head.cue.form is not Form.FINITE or head.start != clause.lead:
        return False
    words = [token.word for token in clause.passage.tokens[head.start : head.body]]
    return frame.details or words[0] == "we" or any(word.endswith("mos") for word in words)


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
