"""Word unregistered subjects as the act does: «los consulados», «La Secretaria Ejecutiva», «la SAG»."""

import re

from knowledge.language.numbers import number_of
from knowledge.reading.duties.actors import PartyLists
from knowledge.reading.duties.cues import Grammar
from knowledge.reading.duties.passages import Passage, Sort

_ACRONYM = re.compile(r"\([^\W\d_a-zà-öø-ÿ]{2,10}\)")
_ACRONYM_ALONE = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,8}")
_GOVERNS_WITHIN = 4
_LONGEST_NAME = 9
_FEWEST_IN_TITLE = 2
_FEWEST_OWNED = 3
_AUXILIARIES = frozenset({"will", "shall", "must", "should", "would", "may", "can"})
"""Words that rule out a wording: "nothing here shall oblige a State (to …)"."""
_EACH = frozenset({"cada", "each", "every", "demas", "otros", "otras", "other"})
"""Words before a noun that stay in the wording, as they restrict it."""
_REST = frozenset({"remaining", "restantes", "other", "others", "otros", "otras", "demas"})
"""The rest of a set, with a number: "the remaining four", «los cuatro restantes»."""
_SMALL = frozenset({"y", "e", "la", "las", "los", "el", "and", "the"})
_SINCE = frozenset(
    {"from", "desde", "durante", "during", "since", "until", "hasta", "before", "after", "tras", "antes"}
)
_OF = frozenset({"de", "del", "of", "for", "para", "on", "sobre"})


class SubjectWordings:
    """Words the subjects of binding verbs that are bodies, offices or officers."""

    def __init__(self, lists: PartyLists, grammar: Grammar) -> None:
        self._lists = lists
        self._grammar = grammar

    def worded(self, passage: Passage, start: int, end: int) -> str:
        """Return the act's wording for a body that the register lacks: «los consulados»."""
        determiners = self._grammar.determiners | self._grammar.adverbs
        each = ""
        while start < end and passage.tokens[start].word in determiners:
            each = "" if passage.tokens[start].word not in _EACH else passage.raw(start).lower() + " "
            start += 1
        while end > start and passage.tokens[end - 1].word in self._grammar.pronouns | self._grammar.adverbs:
            end -= 1
        words = passage.tokens[start:end]
        told = {each.word for each in words}
        if words and (
            words[0].word in self._grammar.prepositions - {"a"} | _SINCE or words[0].word.isdigit()
        ):
            return ""  # «A partir del 1 de julio cada municipio …»
        rest = len(words) > 1 and all(word in _REST or number_of(word) is not None for word in told)
        if rest or (len(words) == 1 and self._is_acronym(passage, start)):
            return " ".join(passage.words(start, end).split())
        marked = any(each.sort is Sort.MARK for each in words)
        if not words or len(words) > _LONGEST_NAME or marked or told & (_AUXILIARIES | self._grammar.nothing):
            return ""
        return self._named(passage, start, end, each)

    def _named(self, passage: Passage, start: int, end: int, each: str) -> str:
        """Return a wording that names a body by its noun or owner, after `each`, or an empty string."""
        worded = " ".join(passage.words(start, end).split())
        stops = (index for index in range(start, end) if passage.tokens[index].word in _OF)
        named = passage.tokens[start : next(stops, end)]
        told = {token.word for token in named}
        plurals = {plural for word in told for plural in _plurals(word)} if each else set()
        described = (told | plurals) & self._lists.describing or any(map(self._lists.are_members, named))
        alone = end - start == 1  # "Parties shall report", «las partes»
        definite = start > 0 and passage.tokens[start - 1].word in self._grammar.determiners
        parties = alone and (worded[:1].isupper() or definite) and worded.endswith("s")
        if not told & self._grammar.some and (parties or not alone) and described:
            opens = not alone and start in passage.sentence_starts
            return each + (worded[0].lower() + worded[1:] if opens else worded)
        acts = not told.isdisjoint(self._lists.body_nouns) or self._is_owned(passage, start, end)
        acts = acts or self._is_name(passage, start, end, each)
        return each + worded if acts else ""

    def _is_owned(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether words are a capitalized name owned by a country: "the Water Survey of Canada"."""
        if end - start < _FEWEST_OWNED:
            return False
        if self._lists.are_countries([passage.tokens[start]]):  # "the U.S. Geological Survey"
            return all(passage.raw(each)[0].isupper() for each in range(start + 1, end))
        if passage.tokens[end - 2].word not in _OF:
            return False
        name = range(start, end - 2)
        capitals = all(passage.raw(each)[0].isupper() or passage.tokens[each].word in _OF for each in name)
        return capitals and self._lists.are_countries([passage.tokens[end - 1]])

    def _is_name(self, passage: Passage, start: int, end: int, each: str) -> bool:
        """Tell whether words are a capitalized name after an article: «La Sección Mexicana»."""
        words = range(start, end)
        capitals = [at for at in words if passage.raw(at)[0].isupper()]
        small = all(at in capitals or passage.tokens[at].word in _OF | _SMALL for at in words)
        plain = all(passage.tokens[at].sort is Sort.WORD for at in words) and not passage.text.isupper()
        after = start > 0 and passage.tokens[start - 1].word in self._grammar.determiners
        enough = len(capitals) > 1 or (bool(capitals) and bool(each))
        nouns = {passage.tokens[at].word for at in words}
        singular = {noun.removesuffix("s") for noun in nouns} | {noun.removesuffix("es") for noun in nouns}
        return small and plain and after and enough and self._lists.things.isdisjoint(nouns | singular)

    def _is_acronym(self, passage: Passage, index: int) -> bool:
        """Tell whether a verb with an object follows: «La SAG (enviará el plan)», not «El PIB (crecerá)»."""
        governed = {token.word for token in passage.tokens[index + 1 : index + 1 + _GOVERNS_WITHIN]}
        governs = governed & (self._grammar.determiners | {"a", "al", "an", "un", "una"})
        return bool(governs) and _ACRONYM_ALONE.fullmatch(passage.raw(index)) is not None

    def titled(self, passage: Passage, first: int, end: int) -> str:
        """Return a capitalized title that opens a sentence: «La Secretaria Ejecutiva (tomó nota …)»."""
        start = first
        while start < end and passage.tokens[start].word in self._grammar.adverbs | {","}:
            start += 1
        if start + 1 == end and _ACRONYM_ALONE.fullmatch(passage.raw(start)) and passage.raw(end).islower():
            return passage.raw(start)  # "FAO undertook to …"
        if start >= end or passage.tokens[start].word not in self._grammar.determiners:
            return ""
        last = start = start + 1
        if self._is_explained(passage, start, end):
            return passage.words(start, end)
        while last < end and self._is_in_title(passage, last):
            last += 1
        words = {token.word for token in passage.tokens[start:last]}
        is_meeting = not words.isdisjoint(self._grammar.collective)
        return "" if last < start + _FEWEST_IN_TITLE or is_meeting else passage.words(start, last)

    @staticmethod
    def _is_explained(passage: Passage, start: int, end: int) -> bool:
        """Tell whether a name has its acronym after it: «La Plataforma sobre Desastres (PDD) queda …»."""
        if start >= end or end - start > _LONGEST_NAME or not passage.raw(start)[0].isupper():
            return False
        after = passage.text[passage.tokens[end - 1].end : passage.tokens[end].start]
        return _ACRONYM.fullmatch(after.strip()) is not None

    @staticmethod
    def _is_in_title(passage: Passage, index: int) -> bool:
        """Tell whether a token is capitalized, a party after «de», or the «de» of «Jefa de Misión»."""
        token = passage.tokens[index]
        if token.sort is Sort.PARTY:
            return passage.tokens[index - 1].word in _OF
        links = token.word in _OF and index + 1 < len(passage.tokens)
        return token.sort is Sort.WORD and passage.raw(index + links)[0].isupper()


def _plurals(noun: str) -> tuple[str, ...]:
    """Return possible plurals of a folded noun: "each Contracting State" is one of "states"."""
    return (f"{noun}s", f"{noun}es", f"{noun.removesuffix('y')}ies")
