"""Find the heads of clauses that «que» opens at the start of an item: «Que los Países Miembros remitan …»."""

from collections.abc import Sequence

from knowledge.reading.duties.actors import PartyList
from knowledge.reading.duties.dutyverbs import DutyVerbs
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort

_THAT = frozenset({"que", "that"})
_POSSESSIVE = ("'s", "’s")
_LONGEST_NAME = 4
_THING_WITHIN = 16
_AGREED = frozenset({Move.AGREE, Move.THAT})
"""Of the meeting's own agreements each clause is a duty of its own; of what it asks a party, one is."""
_AND = frozenset({"y", "e"})
_NOT = frozenset({"no", "nunca", "tampoco"})
_SUBJUNCTIVES = frozenset({"sea", "sean"})


class ThatHeadFinder:
    """Finds what «que» opens, by whose doing it is."""

    def __init__(self, around: Surroundings, doing: DutyVerbs) -> None:
        self._around = around
        self._verbs = around.verbs
        self._grammar = around.grammar
        self._doing = doing

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read «Que X remitan» at the start of an item or a sentence, or joined to another."""
        if passage.tokens[index].word not in _THAT:
            return None
        subject = self._around.lists.read(passage, index + 1)
        if subject and passage.text.startswith(_POSSESSIVE, passage.tokens[subject.end - 1].end):
            subject = None
        capital = passage.text[passage.tokens[index].start].isupper()
        opens = index == 0 or (index in passage.sentence_starts and capital)
        before = index - 1 - self._agrees_on(passage, index - 1, heads)
        joined = before >= 0 and self._around.joins(passage, before)
        goes_on = joined and bool(heads) and heads[-1].move in {Move.THAT, Move.ASK, Move.AGREE}
        first = passage.sentence(index)[0]
        goes_on = goes_on or (joined and subject is not None and passage.raw(first) in {"Que", "That"})
        opens = opens or (index > 0 and passage.tokens[index - 1].word == ":" and capital)
        if not (opens or goes_on):
            return None
        if subject:
            return self._of_parties(passage, index, subject)
        agreed = goes_on and heads[-1].move in _AGREED
        impersonal = self._impersonal(passage, index) if opens or agreed else None
        return self._named(passage, index) or impersonal

    def _of_parties(self, passage: Passage, index: int, subject: PartyList) -> Head:
        """Read «Que X remitan», or a passive on a pronoun: "and that it should be returned by X"."""
        pronoun = all(each.party == "any" for each in subject.members)
        body = self._doing.opened(passage, subject.end) if pronoun else None
        if body and self._doing.is_passive(passage, body):
            return Head(Move.THAT, index, body, agentless=True)
        return Head(Move.THAT, index, subject.end, subject=subject)

    def _impersonal(self, passage: Passage, index: int) -> Head | None:
        """Read «Que se remitan …», «Que las cuotas sean cubiertas»."""
        verb = self._around.skip(passage, index + 1, self._grammar.pronouns)
        if verb > index + 1 and self._around.is_subjunctive(passage, verb):
            return Head(Move.THAT, index, index + 1, agentless=True)
        wanted = self._wanted(passage, index + 1)
        return Head(Move.THAT, index, wanted, agentless=True) if wanted else None

    def _named(self, passage: Passage, index: int) -> Head | None:
        """Read a name that no file has: «Que Metapán prepare …», «Que la SETEC publique …»."""
        first = end = self._around.skip(passage, index + 1, self._grammar.determiners)
        while end < len(passage.tokens) and end - first < _LONGEST_NAME and passage.raw(end)[:1].isupper():
            end += 1
        words = passage.tokens[first:end]
        things = self._around.lists.things
        plain = all(each.sort is Sort.WORD and each.word not in things for each in words)
        wants = end < len(passage.tokens) and self._around.is_subjunctive(passage, end)
        if not words or not plain or not wants:
            return None
        return Head(Move.THAT, index, end, worded=passage.words(first, end))

    def _agrees_on(self, passage: Passage, index: int, heads: Sequence[Head]) -> bool:
        """Tell the «en» of «convenimos …, y en que …» from that of «coincidimos …», which opines."""
        if index < 1 or passage.tokens[index].word != "en" or not heads:
            return False
        verbs = self._around.verbs
        told = passage.tokens[heads[-1].start : heads[-1].body]
        return all(verbs.infinitive_of(each.word) != "coincidir" for each in told)

    def _wanted(self, passage: Passage, start: int) -> int | None:
        """Return the verb of a passive on a thing: «(Que) las cuotas sean cubiertas», "… shall be paid"."""
        for be in range(start + 1, min(passage.sentence(start)[1] - 1, start + _THING_WITHIN)):
            token, participle = passage.tokens[be], passage.tokens[be + 1].word
            if token.sort is Sort.MARK or token.word in self._grammar.subordinators:
                return None
            if token.word in _SUBJUNCTIVES:
                return be if self._verbs.verb_of_participle(participle) != participle else None
            if token.word == "se" and self._around.is_subjunctive(passage, be + 1):
                return be + 1 if self._is_plain(passage, be) else None
            body = self._doing.opened(passage, be)
            if body is not None:
                wanted = self._doing.is_passive(passage, body) and not self._doing.announces(passage, be)
                return body if wanted else None
        return None

    def _is_plain(self, passage: Passage, se: int) -> bool:
        """Tell whether the only verb with «se» is affirmed: not «no se hagan», «se hagan y se envíen»."""
        near = range(se + 2, passage.sentence(se)[1])
        more = any(
            passage.tokens[each].word == "se" and passage.tokens[each - 1].word in _AND for each in near
        )
        return passage.tokens[se - 1].word not in _NOT and not more
