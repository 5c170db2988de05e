"""Read items that are duties only by their lead-in: «Canadá: traducción», «Honduras habilita …»."""

from dataclasses import replace

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.decisions import DecisionReader
from knowledge.reading.duties.duties import Duty, Frame, Part, duty_of
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Sort
from knowledge.reading.duties.presents import PresentReader
from knowledge.reading.duties.thatclauses import Doing, ThatReader

_ASSIGNED_WITHIN = 8
_OF = frozenset({"de", "del", "of"})
_TO = frozenset({"a", "al"})


class ItemDutyReader:
    """Reads the first clause of an item that names a party without a binding word."""

    def __init__(self, around: Surroundings, cues: Cues, decisions: DecisionReader) -> None:
        self._around = around
        self._lists = around.lists
        self._decisions = decisions
        self._tasks = tuple(map(fold, cues.actors.pledges))
        self._presents = PresentReader(around, cues)
        self._that = ThatReader(around, cues)

    def read(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read an item that names a party and is a duty only by its lead-in."""
        assigned = self._assigned(clause) if frame.assigns else None
        return (
            assigned
            or self._addressed(clause, frame)
            or (self._presents.agreed(clause, frame) if frame.binds or frame.agrees else None)
        )

    def planned(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read a later sentence of an item of a roadmap: «Su anfitrión, Laos, circula la agenda»."""
        opens = clause.lead in clause.passage.sentence_starts
        return self._presents.agreed(clause, frame) if frame.plans and opens else None

    def assigns(self, clause: Clause) -> bool:
        """Tell whether a lead-in shares out tasks: «…, con el siguiente reparto de responsabilidades:»."""
        said = clause.passage.tokens[max(clause.lead, clause.end - _ASSIGNED_WITHIN) : clause.end]
        return any(token.word.startswith(self._tasks) for token in said)

    def model(self, clause: Clause, duty: Duty) -> Part | None:
        """Return the part of a lead-in whose verb governs its items, or None."""
        part, grammar = duty.parts[-1], self._around.grammar
        last = clause.passage.tokens[clause.end - 1].word
        noun = part.doing is Doing.NOUN and last in _OF
        governs = part.doing in {Doing.FINITE, Doing.INFINITIVE} and last not in grammar.prepositions
        return part if part.verb < clause.end and (noun or governs) else None

    def completed(self, duty: Duty, frame: Frame) -> Duty:
        """Give an item that only names a thing the verb of its lead-in: «(remitirá:) un glosario»."""
        part = duty.parts[0]
        tokens = part.clause.passage.tokens
        noun = self._around.skip(part.clause.passage, part.verb, self._around.grammar.determiners)
        if frame.model is None or part.doing is not Doing.NOUN or noun >= part.clause.end:
            return duty
        does = self._around.verbs.verb_of_action(tokens[noun].word) or tokens[noun].sort is not Sort.WORD
        return duty if does else replace(duty, parts=(part._replace(model=frame.model), *duty.parts[1:]))

    def _addressed(self, clause: Clause, frame: Frame) -> Duty | None:
        """Read an item that opens with its addressee: «(SOLICITAMOS:) A la OIM, que elabore una guía»."""
        if not frame.binds or frame.names:
            return None
        passage, verb = clause.passage, clause.head.start
        start = passage.sentence(verb)[0]
        listed = self._lists.read(passage, start + 1) if passage.tokens[start].word in _TO else None
        if listed is None or listed.end + 2 >= clause.end:
            return None
        link = listed.end + (passage.tokens[listed.end].word == ",")
        names = self._lists.names(listed, passage)
        told = replace(clause, head=replace(clause.head, start=start, body=link + 1, subject=listed))
        if link == verb and self._around.verbs.is_infinitive(passage.tokens[link].word):
            return duty_of(told, names, Doing.INFINITIVE, link, kind=frame.kind)
        if passage.tokens[link].word == "que":
            verb = self._that.finite_verb(passage, link + 1, clause.end)
            return duty_of(told, names, Doing.FINITE, verb, kind=frame.kind) if verb < clause.end else None
        if passage.tokens[link].word in _TO and self._around.verbs.is_infinitive(
            passage.tokens[link + 1].word
        ):
            return duty_of(told, names, Doing.INFINITIVE, link + 1, kind=frame.kind)
        return None

    def _assigned(self, clause: Clause) -> Duty | None:
        """Read an item of a lead-in that shares out tasks: «Secretaría Ejecutiva: informe de resultados»."""
        passage, first = clause.passage, clause.lead
        listed = self._lists.read(passage, first)
        if listed is None or listed.end + 1 >= clause.end or passage.tokens[listed.end].word != ":":
            return None
        told = replace(clause, head=replace(clause.head, start=first, body=listed.end + 1, subject=listed))
        names = self._lists.names(listed, passage)
        return duty_of(told, names, self._decisions.doing(told, listed.end + 1), listed.end + 1)
