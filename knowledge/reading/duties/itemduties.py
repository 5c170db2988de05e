"""Read items of a list that only their lead-in makes duties: «Canadá: traducción», «Honduras habilita …»."""

from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.decisions import DecisionReader
from knowledge.reading.duties.duties import Duty, Frame, duty_of
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.presents import PresentReader

_ASSIGNED_WITHIN = 8


class ItemDutyReader:
    """Reads the first clause of an item that says who does it without a word that binds."""

    def __init__(self, around: Surroundings, cues: Cues, decisions: DecisionReader) -> None:
        self._around = around
        self._lists = around.lists
        self._decisions = decisions
        self._tasks = tuple(map(fold, cues.actors.pledges))
        self._presents = PresentReader(around, cues)

    def read(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read an item that says who does it in a way that only its lead-in makes a duty."""
        assigned = self._assigned(clause) if frame.assigns else None
        return assigned or (self._presents.agreed(clause) if frame.binds or frame.agrees else None)

    def assigns(self, clause: Clause) -> bool:
        """Tell a lead-in that shares out tasks: «…, con el siguiente reparto de responsabilidades:»."""
        said = clause.passage.tokens[max(clause.lead, clause.end - _ASSIGNED_WITHIN) : clause.end]
        return any(token.word.startswith(self._tasks) for token in said)

    def _assigned(self, clause: Clause) -> Duty | None:
        """Read an item below such a lead-in: «Secretaría Ejecutiva: informe de resultados»."""
        passage, first = clause.passage, clause.lead
        listed = self._lists.read(passage, first)
        if listed is None or listed.end + 1 >= clause.end or passage.tokens[listed.end].word != ":":
            return None
        told = replace(clause, head=replace(clause.head, start=first, body=listed.end + 1, subject=listed))
        names = self._lists.names(listed, passage)
        return duty_of(told, names, self._decisions.doing(told, listed.end + 1), listed.end + 1)
