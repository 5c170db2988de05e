"""Read the agents of passives, registered or not: «por el país remitente», "by the TS"."""

import re
from typing import NamedTuple

from knowledge.language.verbs import Verbs
from knowledge.reading.duties.actors import PartyList, PartyLists
from knowledge.reading.duties.cues import Grammar
from knowledge.reading.duties.passages import Passage, Sort

_BY = frozenset({"por", "by"})
_ONE = frozenset({"a", "an"})
_SAME = frozenset({"misma", "mismo", "mismas", "mismos", "propia", "propio", "propias", "propios", "same"})
_RELATIVES = frozenset({"que", "who", "that", "which"})
_INSIDE = frozenset({"de", "del", "la", "las", "los", "el", "of", "the", "for"})
_ONE_OF_MANY = frozenset({"cada", "each", "every"})
_WHEN = frozenset({"antes", "dentro", "before", "within"})
_WITH = frozenset({"with", "con"})
_FOR = frozenset({"para", "for"})
_AND = frozenset({"y", "e", "and"})
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,8}(?:-[A-ZÁÉÍÓÚÑ]{2,8})*")
_FEWEST_DESCRIBING = 2
_LONGEST = 14


class Agent(NamedTuple):
    """The agent of a passive, by canonical names or in the act's words, in the tokens up to `end`."""

    names: tuple[str, ...]
    end: int


class AgentReader:
    """Reads the agents of passives."""

    def __init__(self, lists: PartyLists, grammar: Grammar, verbs: Verbs) -> None:
        self._lists = lists
        self._grammar = grammar
        self._verbs = verbs

    def at(self, passage: Passage, index: int) -> Agent | None:
        """Read the agent that «por», «por parte de» or "by" opens at a token."""
        tokens = passage.tokens
        if tokens[index].word not in _BY or index + 1 >= len(tokens):
            return None
        part = [each.word for each in tokens[index + 1 : index + 3]] == ["parte", "de"]
        first = index + (3 if part else 1)
        listed = self._lists.read(passage, self._past_same(passage, first))
        if listed and listed.members[0] not in tokens:
            return self._trimmed(passage, listed)
        if listed:
            described = self._described(passage, listed.end, listed.members[0].start)
            alone = len(listed.members) == 1 and self._lists.are_members(listed.members[0])
            return described if described and alone else Agent(self._lists.names(listed, passage), listed.end)
        return self.worded(passage, first)

    def reach(self, passage: Passage, start: int, end: int) -> int:
        """Return where the scope of a passive ends: «trasladada a un inmueble (cedido por el Gobierno)»."""
        tokens, beside = passage.tokens, _AND | {","} | self._grammar.adverbs | _BY
        for index in range(start + 2, end):
            word = tokens[index].word
            if word in _WITH and all(token.word != "," for token in tokens[index:end]):
                return index
            done = tokens[index].sort is Sort.WORD and self._verbs.verb_of_participle(word) != word
            if done and tokens[index - 1].word not in beside:
                return index
        return end

    def _trimmed(self, passage: Passage, listed: PartyList) -> Agent:
        """Leave out the deadline: «los países que adeudan cuotas (antes de que concluya el año)»."""
        words, first = listed.members[0], listed.start
        near = range(first + 1, listed.end)
        stop = next((each for each in near if passage.tokens[each].word in _WHEN), listed.end)
        if stop == listed.end:
            return Agent((words.party,), stop)
        return Agent((words.party.partition(f" {passage.raw(stop)}")[0],), stop)

    def _past_same(self, passage: Passage, index: int) -> int:
        """Step over «la misma», "the same" before a party."""
        after = index
        while after < len(passage.tokens) and passage.tokens[after].word in self._grammar.determiners | _SAME:
            after += 1
        same = any(token.word in _SAME for token in passage.tokens[index:after])
        return after if same else index

    def _described(self, passage: Passage, end: int, start: int) -> Agent | None:
        """Read parties with a relative clause: «los países que aún las adeudan»."""
        if end >= len(passage.tokens) or passage.tokens[end].word not in _RELATIVES:
            return None
        stop = self._stop(passage, end + 2)
        words = " ".join(passage.text[start : passage.tokens[stop - 1].end].split())
        return Agent((words,), stop)

    def worded(self, passage: Passage, index: int, *, told: bool = False) -> Agent | None:
        """Read an unregistered party by its noun after an article; if `told`, that is before the token."""
        tokens, grammar = passage.tokens, self._grammar
        first = index
        if self._is_acronym(passage, index):
            return Agent((passage.raw(index),), index + 1)
        if (acronym := self._of_passive(passage, index)) is not None:
            return acronym
        while first < len(tokens) and tokens[first].word in grammar.determiners | _SAME | _ONE:
            first += 1
        stop = self._stop(passage, first)
        if stop <= first or tokens[first].sort is not Sort.WORD:
            return None
        head = [token.word for token in tokens[first : self._head_end(passage, first, stop)]]
        nouns = {*head, *(f"{word}s" for word in head), *(f"{word}es" for word in head)}
        one = any(token.word in _ONE_OF_MANY for token in tokens[index:first])
        described = nouns & self._lists.describing and (one or stop - first >= _FEWEST_DESCRIBING)
        if (first == index and not told) or not (described or nouns & self._lists.body_nouns):
            return None
        words = " ".join(passage.words(first, stop).split())
        return Agent((words,), self._after_makers(passage, stop))

    def _of_passive(self, passage: Passage, index: int) -> Agent | None:
        """Read an acronym right after a passive: «será distribuido por la SE-COMISCA a más tardar …»."""
        tokens, verbs = passage.tokens, self._verbs
        by = index - 1
        if by <= 1 or tokens[by].word not in _BY:
            return None
        be, done = tokens[by - 2].word, tokens[by - 1].word
        passive = (be == "be" or verbs.infinitive(be) == "ser") and verbs.verb_of_participle(done) != done
        named = index
        while named < len(tokens) and tokens[named].word in self._grammar.determiners:
            named += 1
        ends = named + 1 >= len(tokens) or tokens[named + 1].sort is Sort.MARK
        openers = (self._grammar.phrase_openers | self._grammar.prepositions) - _INSIDE
        closed = ends or tokens[named + 1].word in openers
        means = named == index and tokens[by].word == "por"  # «será enviado por SMS»
        if means or not (passive and closed and _ACRONYM.fullmatch(passage.raw(named))):
            return None
        return Agent((passage.raw(named),), named + 1)

    def _after_makers(self, passage: Passage, stop: int) -> int:
        """Step over «integrado por México», "led by Ms. Charlery" after a name."""
        end, tokens = passage.sentence(stop - 1)[1], passage.tokens
        if stop + 1 >= end or tokens[stop].sort is not Sort.WORD or not self._is_made(tokens[stop].word):
            return stop
        made_of = self._lists.read(passage, stop + 2)
        if made_of:
            return made_of.end
        openers = self._grammar.phrase_openers - _INSIDE - _BY
        near = range(stop + 2, end)
        return next((each for each in near if tokens[each].word in openers | {",", ";"}), end)

    @staticmethod
    def _head_end(passage: Passage, start: int, stop: int) -> int:
        """Return where the head noun phrase ends: before the first «de» or "of"."""
        return next((each for each in range(start, stop) if passage.tokens[each].word in _INSIDE), stop)

    @staticmethod
    def _is_acronym(passage: Passage, index: int) -> bool:
        """Tell whether a token is an acronym after "by", which has no article: "(financed by) FAO"."""
        by = index > 0 and passage.tokens[index - 1].word == "by"
        raw = passage.raw(index)
        return by and len(raw) > 1 and raw.isalpha() and raw.isupper()

    def _is_made(self, word: str) -> bool:
        """Tell whether a word is a participle after a name: «(un grupo) integrado por México»."""
        return (
            word.endswith(("ado", "ada", "ido", "ida", "ed")) and self._verbs.verb_of_participle(word) != word
        )

    def _is_named(self, passage: Passage, index: int) -> bool:
        """Tell whether a name continues in capitals: «el Fondo para el Desarrollo»."""
        while index < len(passage.tokens) and passage.tokens[index].word in self._grammar.determiners:
            index += 1
        return passage.raw(index)[:1].isupper()

    def _stop(self, passage: Passage, start: int) -> int:
        """Return where a phrase ends: at a mark, or before a time, a place or another phrase."""
        end = min(passage.sentence(start - 1)[1], start + _LONGEST)
        openers = (self._grammar.phrase_openers | self._grammar.prepositions) - _INSIDE
        for each in range(start, end):
            token = passage.tokens[each]
            named = token.word in _FOR and self._is_named(passage, each + 1)
            if token.sort is Sort.MARK or (
                token.word in openers | _AND | self._grammar.subordinators and not named
            ):
                return each
            if each > start and token.sort is Sort.WORD and self._is_made(token.word):
                return each
            if token.word in _ONE_OF_MANY and passage.tokens[each - 1].word not in _INSIDE:
                return each
        return end
