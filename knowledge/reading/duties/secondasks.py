"""Find further addressees of an earlier verb of asking: «… y a la OIM que brinde apoyo»."""

import re
from collections.abc import Sequence

from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_AND = frozenset({"y", "e", "and"})
_OF = frozenset({"de", "del", "of"})
_TO = frozenset({"a", "al"})
_OPENERS = frozenset({"que", "para", "to"})
_WITH_PRONOUN = re.compile(r"\w{2,}[aei]r(?:se|l[aeo]s?)")
_LONGEST_NAME = 10


class SecondAskFinder:
    """Finds the heads of clauses that leave out the verb of asking."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._grammar = around.grammar
        self._verbs = around.verbs

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read a second addressee: «… y a la OIM que brinde apoyo», "… and IOM to support them"."""
        asks = [head for head in heads if head.move is Move.ASK and head.start >= passage.sentence(index)[0]]
        if passage.tokens[index].word not in _AND | {","} or not asks or asks[-1].cue is None:
            return None
        spanish = self._around.language == "es"
        addressed = index + 1 < len(passage.tokens) and passage.tokens[index + 1].word in _TO
        first = self._around.lists.read(passage, asks[-1].body)
        between = {token.word for token in passage.tokens[asks[-1].body : index]}
        unlisted = spanish and self._asks_unlisted(passage, asks[-1].body + 1)
        if (first and first.end > index) or not (first or unlisted or between & _OPENERS):
            return None
        if first and not self._has_doing(passage, first.end, index):
            return None
        listed = self._around.lists.read(passage, index + 1)
        if listed is None and addressed is spanish and self._asks_unlisted(passage, index + 1 + addressed):
            return Head(Move.ASK, index + 1, index + 1, asks[-1].cue)
        if listed is None or addressed is not spanish or listed.end >= len(passage.tokens):
            return None
        opener = passage.tokens[listed.end].word
        opens = opener in {"que", "para"} if spanish else opener == "to"
        opens = opens or (opener == "a" and self._around.is_infinitive_like(passage, listed.end + 1))
        opens = opens or (opener == "a" and self._wants(passage, listed.end + 1))
        opens = opens or self._names_action(passage, listed.end)
        opens = opens or (opener in _OF and self._asks_unlisted(passage, index + 1 + addressed))
        return Head(Move.ASK, index + 1, index + 1, asks[-1].cue) if opens else None

    def _wants(self, passage: Passage, index: int) -> bool:
        """Tell whether «que» and a subjunctive follow: «(y a la ST a) que presente un estado de cuentas»."""
        verb = self._around.skip(passage, index + 1, self._grammar.pronouns)
        return passage.tokens[index].word == "que" and self._around.is_subjunctive(passage, verb)

    def _asks_unlisted(self, passage: Passage, index: int) -> bool:
        """Tell whether an unregistered addressee follows: «(y a) la Alcaldía de San Lorenzo a dragar …»."""
        start = self._around.skip(passage, index, self._grammar.determiners)
        if start >= len(passage.tokens) or not passage.raw(start)[0].isupper():
            return False
        for verb in range(start + 2, min(len(passage.tokens), start + _LONGEST_NAME)):
            token, before = passage.tokens[verb], passage.tokens[verb - 1].word
            if passage.tokens[verb - 1].sort is Sort.MARK:
                return False
            does = self._around.opens_doing(passage, verb) or _WITH_PRONOUN.fullmatch(token.word)
            if before in {"a", "para", "to"} and does:
                return token.sort is Sort.WORD
            if before == "que" and self._around.is_subjunctive(passage, verb):
                return True
        return False

    def _has_doing(self, passage: Passage, start: int, end: int) -> bool:
        """Tell a request from further addressees: «a Canadá, a otros donantes (y a la OIM)»."""
        if start < end and passage.tokens[start].word not in _AND | {","}:
            return True
        words = [passage.tokens[each].word for each in range(start, end)]
        opens = not (_OPENERS | {"with"}).isdisjoint(words)
        return opens or any(
            self._verbs.is_infinitive(word) or self._verbs.verb_of_action(word) for word in words
        )

    def _names_action(self, passage: Passage, index: int) -> bool:
        """Tell whether a noun of action follows: «(y a Honduras) la elaboración de la memoria»."""
        noun = self._around.skip(passage, index, self._grammar.determiners)
        if noun == index or noun >= len(passage.tokens):
            return False
        return self._verbs.verb_of_action(passage.tokens[noun].word) is not None
