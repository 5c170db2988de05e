"""Find duties told by their owner: «La traducción será responsabilidad de la ST»."""

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, Token

_OF = frozenset({"de", "del", "of", "for", "por"})
_UPON = frozenset({"with", "on", "upon", "to", "en", "sobre", "a", "al"})
_AND = frozenset({"y", "e", "and"})
_FALLING = frozenset({"corresponder", "competer", "incumbir", "tocar", "fall", "belong"})
_OWNING = frozenset({"de", "del", "of"})
_UNDER = frozenset({"a", "bajo", "por", "under", "in"})
_CHARGE = frozenset({"cargo", "cuenta"})
_BE = frozenset({"is", "are", "be"})
_DOINGS = ("tion", "sion", "ment", "ing", "ance")
"""Endings of English nouns of action."""
_THING_WITHIN = 20
_OWNED_WITHIN = 5


class ResponsibilityFinder:
    """Finds the heads of duties that are called somebody's responsibility."""

    def __init__(self, around: Surroundings, pledges: frozenset[str]) -> None:
        self._around = around
        self._grammar = around.grammar
        self._pledges = pledges

    def at(self, passage: Passage, index: int) -> Head | None:
        """Read the duty of a sentence whose first noun is at a token."""
        first = passage.sentence(index)[0]
        if index != self._around.skip(passage, first, self._grammar.determiners):
            return None
        if passage.tokens[index].word in self._pledges:
            return self._told_of(passage, index)
        return self._owned(passage, first, index)

    def _told_of(self, passage: Passage, index: int) -> Head | None:
        """Read "Responsibility for X lies with Y", «La responsabilidad de X recae en Y»."""
        end = passage.sentence(index)[1]
        if index + 2 >= end or passage.tokens[index + 1].word not in _OF:
            return None
        for verb in range(index + 3, min(end - 1, index + _THING_WITHIN)):
            upon = passage.tokens[verb + 1].word
            listed = self._owner(passage, verb + 2) if self._is_said(passage, verb) else None
            if listed and (upon in _UPON or (upon in _OWNING and self._is_of(passage, verb))):
                return Head(Move.DO, index, index + 2, subject=listed)
        return None

    def _owned(self, passage: Passage, first: int, index: int) -> Head | None:
        """Read «La traducción será responsabilidad de Y», "Translation is the responsibility of Y"."""
        word = passage.tokens[index].word
        if passage.tokens[index].sort is not Sort.WORD:
            return None
        if self._is_of(passage, index):
            return self._inverted(passage, index)
        known = self._around.verbs.verb_of_action(word) is not None
        known = known or (self._around.language == "en" and word.endswith(_DOINGS))
        end = passage.sentence(index)[1]
        for noun in range(index + 2, min(end - 2, index + _THING_WITHIN)):
            token = passage.tokens[noun]
            if token.sort is Sort.MARK or token.word in self._grammar.subordinators:
                return None
            be = noun - 1
            while be > index and passage.tokens[be].word in self._grammar.determiners | _UNDER:
                be -= 1
            if known and token.word in _UPON and self._falls(passage, noun - 1):
                fallen = self._owner(passage, noun + 1)  # «La elaboración corresponderá a la PPT»
                if fallen:
                    return Head(Move.DO, first, index, subject=fallen)
            charged = token.word in _CHARGE and passage.tokens[noun - 1].word in _UNDER
            owns = (charged or (known and token.word in self._pledges)) and (
                passage.tokens[noun + 1].word in _OWNING
            )
            listed = self._owner(passage, noun + 2) if owns and self._is_of(passage, be) else None
            if listed:
                return Head(Move.DO, first, index if known else first, subject=listed)
        return None

    def _inverted(self, passage: Passage, verb: int) -> Head | None:
        """Read «Estará a cargo de Y la traducción», «Corre por cuenta de Y el hotel»."""
        near = range(verb + 1, min(passage.sentence(verb)[1] - 2, verb + _OWNED_WITHIN))
        for noun in near:
            word = passage.tokens[noun].word
            charged = word in _CHARGE and passage.tokens[noun - 1].word in _UNDER
            if not (charged or word in self._pledges) or passage.tokens[noun + 1].word not in _OWNING:
                continue
            listed = self._owner(passage, noun + 2)
            if listed and listed.end < len(passage.tokens):
                thing = passage.tokens[listed.end].word in self._grammar.determiners
                return Head(Move.DUTY, noun + 1, listed.end, subject=listed) if thing else None
        return None

    def _owner(self, passage: Passage, index: int) -> PartyList | None:
        listed = self._around.lists.read(passage, index)
        if listed:
            return self._with_unlisted(passage, listed._replace(start=index))
        told = self._around.agents.worded(passage, index, told=passage.tokens[index - 1].word == "del")
        if told is None:
            return None
        span = passage.tokens[index].start, passage.tokens[told.end - 1].end
        return PartyList(index, told.end, (Token(*span, "", Sort.PARTY, told.names[0]),))

    def _with_unlisted(self, passage: Passage, listed: PartyList) -> PartyList:
        """Add an unregistered party after "and": "with Samoa and the Asian Development Bank"."""
        tokens = passage.tokens
        if listed.end >= len(tokens) or tokens[listed.end].word not in _AND:
            return listed
        first = last = self._around.skip(passage, listed.end + 1, self._grammar.determiners)
        while last < len(tokens) and (passage.raw(last)[0].isupper() or tokens[last].word in _OWNING):
            last += 1
        if last == first:
            return listed
        token = Token(
            tokens[first].start,
            tokens[last - 1].end,
            "",
            Sort.PARTY,
            " ".join(passage.words(first, last).split()),
        )
        return PartyList(listed.start, last, (*listed.members, token))

    def _falls(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._around.verbs
        return (
            word in _FALLING or verbs.infinitive_of(word) in _FALLING or verbs.base_of_third(word) in _FALLING
        )

    def _is_said(self, passage: Passage, index: int) -> bool:
        word, verbs = passage.tokens[index].word, self._around.verbs
        spanish = verbs.infinitive_of(word) is not None and self._around.language == "es"
        english = self._around.language == "en" and (verbs.base_of_third(word) or verbs.is_base(word))
        return spanish or bool(english) or word in _BE

    def _is_of(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        return word in _BE or self._around.verbs.infinitive_of(word) in {"ser", "quedar", "estar", "correr"}
