"""Read accepted actions of others as their duties: «Aceptar que Guatemala facilite el local»."""

from dataclasses import replace

from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.complements import ComplementReader
from knowledge.reading.duties.duties import Duty, duty_of
from knowledge.reading.duties.heads import Move, Surroundings
from knowledge.reading.duties.thatclauses import Doing

_BY = frozenset({"por", "by"})
_THAT = frozenset({"que", "that"})


class GrantReader:
    """Reads the duties of parties whose action is accepted."""

    def __init__(self, around: Surroundings, complements: ComplementReader) -> None:
        self._around = around
        self._lists = around.lists
        self._complements = complements

    def read(self, clause: Clause, topic: tuple[str, ...]) -> Duty | None:
        """Read «Aceptar que Guatemala facilite el local», «Aceptación de la cobertura por el BID de …»."""
        passage, start = clause.passage, clause.head.body
        if start >= clause.end or passage.tokens[start].word not in _THAT:
            return self._given(clause, start)
        found = self._complements.that.agreed(passage, start + 1, clause.end, topic)
        return duty_of(clause, found.names, found.doing, found.verb) if found.names else None

    def _given(self, clause: Clause, start: int) -> Duty | None:
        """Read an accepted action given as a noun and its agent: «la cobertura por el BID de …»."""
        passage = clause.passage
        small = self._around.grammar.determiners | self._around.grammar.adverbs | {",", "de", "of"}
        noun = self._around.skip(passage, start, small)
        if noun + 1 >= clause.end or self._around.verbs.verb_of_action(passage.tokens[noun].word) is None:
            return None
        listed = self._lists.read(passage, noun + 2) if passage.tokens[noun + 1].word in _BY else None
        if listed is None:
            return None
        told = replace(clause, head=replace(clause.head, subject=listed, move=Move.DO))
        return duty_of(told, self._lists.names(listed, passage), Doing.NOUN, noun)
