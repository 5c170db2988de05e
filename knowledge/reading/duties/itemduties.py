"""Read items of a list that only their lead-in makes duties: «Canadá: traducción», «Honduras habilita …»."""

from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues, Means
from knowledge.reading.duties.decisions import DecisionReader
from knowledge.reading.duties.duties import Duty, Frame, duty_of
from knowledge.reading.duties.heads import BINDING, Move, Surroundings
from knowledge.reading.duties.thatclauses import Doing

_ASSIGNED_WITHIN = 8


class ItemDutyReader:
    """Reads the first clause of an item that says who does it without a word that binds."""

    def __init__(self, around: Surroundings, cues: Cues, decisions: DecisionReader) -> None:
        self._around = around
        self._lists = around.lists
        self._decisions = decisions
        self._tasks = tuple(map(fold, cues.actors.pledges))
        courtesies = (each.cue for each in cues.courtesies.es if each.means is not Means.DECIDE)
        told = (*courtesies, *cues.actors.telling_deeds)
        self._told = frozenset(fold(each).split()[0] for each in told)
        self._telling = frozenset(map(fold, cues.actors.telling))

    def read(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read an item that says who does it in a way that only its lead-in makes a duty."""
        assigned = self._assigned(clause) if frame.assigns else None
        return assigned or (self._in_present(clause) if frame.binds or frame.agrees else None)

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

    def _in_present(self, clause: Clause) -> Duty | None:
        """Read an item in the present below what is decided: «a cuyo efecto: a) Honduras habilita …»."""
        passage, verbs = clause.passage, self._around.verbs
        first, end = passage.sentence(clause.lead)
        listed = self._lists.read(passage, first) if clause.move not in BINDING - {Move.ASK} else None
        verb = self._around.skip(passage, listed.end, self._around.grammar.pronouns) if listed else end
        if listed is None or verb >= end:
            return None
        known = verbs.infinitive_of(passage.tokens[verb].word)
        present = known is not None and passage.tokens[verb].word in verbs.spanish(known).present
        following = passage.tokens[verb + 1].word if verb + 1 < len(passage.tokens) else ""
        says = known in self._telling and following == "que"
        addressed = says or (clause.move is Move.ASK and following in {"a", "al", "que"})
        if not present or addressed or known in self._around.grammar.states | self._told:
            return None
        return duty_of(clause, self._lists.names(listed, passage), Doing.FINITE, verb)
