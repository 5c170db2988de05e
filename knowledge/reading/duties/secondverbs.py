"""Find the second verbs of a duty: «…, y los remitan a la PPT», "… and to notify the TS"."""

from collections.abc import Sequence

from knowledge.reading.duties.heads import BINDING, Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_AND = frozenset({"y", "e", "and"})
_OPENING = frozenset({"a", "que", "to"})
_WILL = frozenset({"will", "shall"})
_CONDITIONS = frozenset({"una", "tras", "luego", "posteriormente", "despues", "once", "after"})
_CONDITION_WITHIN = 12
_NEAR = 12


class SecondVerbFinder:
    """Finds the verbs that continue the duty before them."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar

    def more(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a second duty after «y»: «y a confirmar», «y los remitan», "and notify the TS"."""
        if not (self._joins(passage, index) and continues(passage, index, heads)):
            return None
        following = self._after_condition(passage, index + 1)
        word = passage.tokens[following].word if following < len(passage.tokens) else ""
        if word in _WILL and heads[-1].agentless:
            return None  # "shall be chaired by Panama and shall report": its subject does
        if word == "para" and passage.tokens[following + 1].word == "que":
            following, word = following + 1, "que"
        if word in {"a", "que", "to", "with"} | _WILL:
            following += 1
        verb = self._around.skip(passage, following, self._grammar.pronouns | self._grammar.adverbs)
        if verb >= len(passage.tokens):
            return None
        token = passage.tokens[verb].word
        found = (
            (word == "a" and self._verbs.is_infinitive(token))
            or (word == "que" and self._around.is_subjunctive(passage, verb))
            or (self._around.is_subjunctive(passage, verb) and self._is_verb_here(passage, index, verb))
            or (self._verbs.is_infinitive(token) and self._open_infinitive(passage, heads))
            or (passage.tokens[verb].sort is Sort.WORD and self._around.is_base(token) and word != "a")
            or (self._verbs.base_of_gerund(token) is not None and self._open_gerund(passage, heads))
        )
        agentless = passage.tokens[verb - 1].word == "se"
        return Head(Move.MORE, index + 1, verb, agentless=agentless) if found else None

    def _joins(self, passage: Passage, index: int) -> bool:
        """Tell whether «y» or, before «a», «que» or "to", the end of «así como» stands at a token."""
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        also = following in _OPENING and self._around.joins(passage, index)
        return passage.tokens[index].word in _AND or also

    def resumed(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a verb after an inserted event: «que, en el foro previsto para mayo, presente»."""
        verb = self._around.skip(passage, index, self._grammar.pronouns)
        waits = len(heads) > 1 and heads[-1].move is Move.EVENT and heads[-2].move in {Move.ASK, Move.THAT}
        if (
            not waits
            or passage.tokens[index - 1].word != ","
            or not self._around.is_subjunctive(passage, verb)
        ):
            return None
        return Head(Move.MORE, index, verb)

    def _is_verb_here(self, passage: Passage, joiner: int, verb: int) -> bool:
        """Tell verbs in «y los remitan», «y presente sus datos» from the noun in «y presente reunión»."""
        following = passage.tokens[verb + 1].word if verb + 1 < len(passage.tokens) else ""
        governs = self._grammar.determiners | self._grammar.prepositions | {"acerca"}
        return verb > joiner + 1 or following in governs

    def _after_condition(self, passage: Passage, index: int) -> int:
        """Step over «una vez realizadas éstas,» before a second verb."""
        end = passage.sentence(index - 1)[1]
        if index + 1 >= end or passage.tokens[index].word not in _CONDITIONS:
            return index
        near = range(index, min(end, index + _CONDITION_WITHIN))
        comma = next((each for each in near if passage.tokens[each].word == ","), None)
        return index if comma is None else comma + 1

    def _open_gerund(self, passage: Passage, heads: Sequence[Head]) -> bool:
        """Tell whether the duty before is a gerund after "with": "tasked with mapping them"."""
        near = range(heads[-1].body, min(heads[-1].body + _NEAR, len(passage.tokens)))
        gerunds = (each for each in near if self._verbs.base_of_gerund(passage.tokens[each].word))
        first = next(gerunds, None)
        return first is not None and passage.tokens[first - 1].word == "with"

    def _open_infinitive(self, passage: Passage, heads: Sequence[Head]) -> bool:
        last = heads[-1]
        return last.move is Move.DO or any(
            self._around.is_infinitive(passage, each) or self._verbs.is_infinitive(passage.tokens[each].word)
            for each in range(last.body, min(last.body + _NEAR, len(passage.tokens)))
        )


def continues(passage: Passage, index: int, heads: Sequence[Head]) -> bool:
    """Tell whether the last head before a token binds or announces an event in the same sentence."""
    return (
        bool(heads)
        and heads[-1].move in BINDING | {Move.EVENT}
        and heads[-1].start >= passage.sentence(index)[0]
    )
