"""Read the holder of a list of functions: «El Comité tendrá las siguientes funciones:»."""

from knowledge.language.folding import fold
from knowledge.reading.duties.clauses import Clause
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Surroundings
from knowledge.reading.duties.passages import Passage
from knowledge.reading.duties.subjectwordings import SubjectWordings

_OF = frozenset({"de", "del", "of"})
_AUXILIARIES = frozenset({"shall", "will", "has", "have"})


class FunctionReader:
    """Reads the lead-in of a list of functions."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._wordings = SubjectWordings(around.lists, cues.grammar)
        self._functions = frozenset(map(fold, cues.actors.functions))
        self._holding = frozenset(map(fold, cues.actors.holding_functions))

    def holder(self, clause: Clause) -> tuple[str, ...]:
        """Return the holder of the functions that a clause announces, or nobody if it announces none."""
        passage, first = clause.passage, clause.passage.sentence(clause.lead)[0]
        end = passage.sentence(first)[1]
        if passage.tokens[end - 1].word != ":":
            return ()
        told = (each for each in range(first, end) if passage.tokens[each].word in self._functions)
        noun = next(told, None)
        if noun is None:
            return ()
        if noun + 2 < end and passage.tokens[noun + 1].word in _OF:
            return self._named(passage, noun + 2, end - 1)
        verb = next((each for each in range(first, noun) if self._holds(passage, each)), None)
        return self._named(passage, first, verb) if verb else ()

    def _holds(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        return word in _AUXILIARIES or self._around.verbs.infinitive_of(word) in self._holding

    def _named(self, passage: Passage, first: int, end: int) -> tuple[str, ...]:
        """Return the party named from a token on, up to a verb or the end."""
        listed = self._around.lists.read(passage, first)
        if listed and listed.end <= end:
            return self._around.lists.names(listed, passage)
        last = next((each for each in range(first, end) if self._is_verb(passage, each)), end)
        worded = self._wordings.worded(passage, first, last)
        return (worded,) if worded else ()

    def _is_verb(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        is_be = word in {"are", "shall", "will"}
        return is_be or self._around.verbs.infinitive_of(word) in {"ser", "consistir", *self._holding}
