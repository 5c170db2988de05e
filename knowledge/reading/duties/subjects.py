"""Find the subject of a verb: the parties right before it, the meeting itself, or a thing."""

from enum import StrEnum
from typing import NamedTuple

from knowledge.language.verbs import Verbs
from knowledge.reading.duties.actors import PartyList, PartyLists
from knowledge.reading.duties.cues import Grammar
from knowledge.reading.duties.groups import group_before
from knowledge.reading.duties.passages import Passage, Sort, Token
from knowledge.reading.duties.subjectphrases import SubjectPhrases
from knowledge.reading.duties.subjectwordings import SubjectWordings

_MOST_PHRASES = 3
_ARTICLES = frozenset({"a", "no"})
"""English openers that may begin a subject: "A debtor would pay", "no vessel shall"."""
_RELATIVES = frozenset({"que", "quien", "quienes", "cuyo", "cuya", "which", "who", "whose"})
_WILL = frozenset({"will", "shall", "must", "should"})
_WHOSE = frozenset({"cuyo", "cuya", "cuyos", "cuyas", "whose"})
_OWNING = frozenset({"de", "del", "of"})
_AND = frozenset({"y", "e", "and"})
_BE = frozenset({"is", "are", "be", "was", "were", "es", "son"})
_HAVE = frozenset({"has", "have", "had", "ha", "han"})
_PAST = ("ó", "aron", "ieron", "ed")


class Standing(StrEnum):
    """The kind of subject before a verb."""

    PARTIES = "parties"
    """Parties are named, and the clause depends on no other."""
    NONE = "none"
    """No subject is written: the verb opens its clause."""
    THING = "thing"
    """The subject is not a party."""
    DEPENDENT = "dependent"
    """The clause depends on another: «que la ST enviará», "which will be held"."""


class Subject(NamedTuple):
    """The subject of a verb: where its words begin, and its parties if it has any.

    In a dependent clause `link` is the token of «que», "which" and the like.
    """

    standing: Standing
    start: int
    parties: PartyList | None = None
    link: int = -1


class SubjectFinder:
    """Finds the subject of a verb."""

    def __init__(self, lists: PartyLists, grammar: Grammar, verbs: Verbs, language: str) -> None:
        self._lists = lists
        self._grammar = grammar
        self._verbs = verbs
        self.wordings = SubjectWordings(lists, grammar)
        """Wordings of unregistered subjects."""
        self._phrases = SubjectPhrases(grammar, verbs, language)
        self._openers = grammar.phrase_openers - (_ARTICLES if language == "en" else frozenset())

    def before(self, passage: Passage, verb: int, *, coming: bool = False) -> Subject:
        """Find the subject of the verb at a token; a `coming` one may follow another verb and "and".

        Pronouns, adverbs, and phrases in commas may come between: «La OIM, con apoyo de la ST, también lo
        presentará».
        """
        first = passage.sentence(verb)[0]
        last = end = self._skip_small_words(passage, first, verb)
        for _ in range(_MOST_PHRASES):
            comma = self._phrases.before(passage, first, end)
            if comma is None:
                break
            end = self._skip_small_words(passage, first, comma)
        named = self._list_up_to(passage, first, end)
        if named is None and end > first and passage.tokens[end - 1].word == ",":
            named = self.opening(passage, first, end - 1)
            if named and named.end < end - 1 and passage.tokens[named.end].word == ",":
                return Subject(Standing.PARTIES, named.start, named)
            named = None
        if named:
            return self._standing(passage, named, end)
        subject = self._unnamed(passage, first, end, coming=coming)
        makers = (
            None
            if subject.standing is Standing.DEPENDENT
            else group_before(self._lists, passage, first, last)
        )
        return Subject(Standing.PARTIES, makers.start, makers) if makers else subject

    def shared(self, passage: Passage, verb: int, *, coming: bool = False) -> PartyList | None:
        """Return the subject that a verb after «y» shares: «Panamá tomó nota y se comprometió»."""
        first = passage.sentence(verb)[0]
        named = self.opening(passage, first, verb)
        if named is None or named.end >= verb:
            return None
        small = self._grammar.pronouns | self._grammar.adverbs
        index = named.end
        while index < verb and passage.tokens[index].word in small:
            index += 1
        aside = passage.tokens[named.end].word == ","
        said = self._is_said(passage, index) or (coming and passage.tokens[index].word in _WILL)
        return named if aside or said else None

    def opening(self, passage: Passage, first: int, end: int) -> PartyList | None:
        """Read the parties at the start of a sentence."""
        start = first
        while start < end and passage.tokens[start].word in self._grammar.adverbs | {","}:
            start += 1
        if start >= end or passage.tokens[start].word in self._grammar.prepositions:
            return None
        listed = self._lists.read(passage, start)
        return listed._replace(start=start) if listed and listed.end <= end else None

    def _skip_small_words(self, passage: Passage, first: int, end: int) -> int:
        small = self._grammar.pronouns | self._grammar.adverbs
        while end > first and passage.tokens[end - 1].word in small:
            end -= 1
        return end

    def _list_up_to(self, passage: Passage, first: int, end: int) -> PartyList | None:
        """Find the longest list of parties that ends right before a token and begins where a subject may."""
        lists = self._lists
        for start in range(max(first, end - 60), end):
            listed = lists.read(passage, start)
            goes_on = listed and len(listed.members) > 1 and self._is_joined(passage, start)
            if listed is None or listed.end != end:
                continue
            if group_before(self._lists, passage, first, end):
                return None  # the members alone aren't the subject
            if self._may_begin(passage, first, start) and not goes_on:
                return self._with_opening(passage, first, listed._replace(start=start))
            if owned := self._owned(passage, first, start, listed):
                return owned
        return None

    def _with_opening(self, passage: Passage, first: int, listed: PartyList) -> PartyList:
        """Add the parties before an aside: "Spain, as an observer, and SEGIB"."""
        joined = [token.word for token in passage.tokens[max(first, listed.start - 2) : listed.start]]
        if len(joined) < len((",", "and")) or joined[0] != "," or joined[1] not in _AND:
            return listed
        opening = self.opening(passage, first, listed.start - 2)
        if opening is None or passage.tokens[opening.end].word != ",":
            return listed
        aside = range(opening.end + 1, listed.start - 2)
        opener = passage.tokens[opening.end + 1].word
        if opener not in self._grammar.phrase_openers or any(
            self._is_finite(passage, each) for each in aside
        ):
            return listed
        return PartyList(opening.start, listed.end, (*opening.members, *listed.members))

    def _owned(self, passage: Passage, first: int, start: int, listed: PartyList) -> PartyList | None:
        """Read a name owned by several countries: "the administrations of Costa Rica and Panama"."""
        of, tokens = start - 1, passage.tokens
        opener = tokens[first].word
        plain = opener not in self._grammar.prepositions | self._openers and not self._joins(opener)
        if len(listed.members) == 1 or of <= first or tokens[of].word not in _OWNING or not plain:
            return None
        words = range(first, of)
        told = any(self._is_finite(passage, each) or tokens[each].sort is not Sort.WORD for each in words)
        name = next((each for each in words if tokens[each].word not in self._grammar.determiners), of)
        if told or name == of or not self._lists.are_countries(listed.members):
            return None
        written = " ".join(passage.words(name, listed.end).split())
        token = Token(tokens[name].start, tokens[listed.end - 1].end, "", Sort.PARTY, written)
        return PartyList(first, listed.end, (token,))

    @staticmethod
    def _is_joined(passage: Passage, start: int) -> bool:
        """Tell whether a party is joined to one before it: «dictamen de Canadá y México, la ST publicará»."""
        before = passage.tokens[start - 2 : start] if start > 1 else ()
        return len(before) > 1 and before[0].sort is Sort.PARTY and before[1].word in _AND

    def _may_begin(self, passage: Passage, first: int, start: int) -> bool:
        token, before = passage.tokens[start], passage.tokens[start - 1]
        if token.word in self._grammar.prepositions or token.word in self._grammar.joiners:
            return False
        if start - first > 1 and before.sort is Sort.WORD and passage.tokens[start - 2].word in _WHOSE:
            return True  # «para cuya preparación la ST facilitará …»
        parted = start == first or before.sort is Sort.MARK or self._joins(before.word)
        return parted or self._phrases.opens(passage, first, start)

    def _joins(self, word: str) -> bool:
        return word in self._grammar.coordinators or word in self._grammar.subordinators or word == "once"

    def _standing(self, passage: Passage, named: PartyList, end: int) -> Subject:
        first = passage.sentence(end - 1)[0]
        index = named.start - 1
        while index >= first and passage.tokens[index].word in self._grammar.adverbs:
            index -= 1
        before = passage.tokens[index].word if index >= first else ""
        opens_item = index == first and passage.text[passage.tokens[index].start].isupper()
        if (before in self._grammar.subordinators or before == "once") and not opens_item:
            return Subject(Standing.DEPENDENT, named.start, named, index)
        return Subject(Standing.PARTIES, named.start, named)

    def _unnamed(self, passage: Passage, first: int, end: int, *, coming: bool) -> Subject:
        """Judge the words before a verb that don't end with a list of parties."""
        tokens = passage.tokens
        if end > first and tokens[end - 1].word in _AND:
            return Subject(Standing.NONE, end)
        start = self._start(passage, first, end, coming=coming)
        words = range(start, end)
        link = next(
            (index for index in reversed(words) if tokens[index].word in self._grammar.subordinators), -1
        )
        qualified = self._qualified(passage, start, end)
        if qualified:
            return Subject(Standing.PARTIES, start, qualified)
        if link >= 0 and not (link > start and self._is_closed(passage, link, end)):
            return Subject(Standing.DEPENDENT, link, None, link)
        small = self._grammar.adverbs | self._grammar.coordinators
        if (start < end and tokens[start].word in self._openers) or all(
            tokens[index].word in small for index in words
        ):
            return Subject(Standing.NONE, end)
        return Subject(Standing.THING, start)

    def _is_closed(self, passage: Passage, link: int, end: int) -> bool:
        """Tell whether a relative clause has its verb: «La firma que audite las cuentas (será elegida)»."""
        verb = link + 1
        small = self._grammar.pronouns - self._grammar.determiners | self._grammar.adverbs
        while verb < end and passage.tokens[verb].word in small:
            verb += 1
        relative = passage.tokens[link].word in _RELATIVES and passage.tokens[link - 1].sort is Sort.WORD
        return (
            relative and verb < end - 1 and self._verbs.infinitive_of(passage.tokens[verb].word) is not None
        )

    def _start(self, passage: Passage, first: int, end: int, *, coming: bool) -> int:
        """Find where the words before a verb begin: after a mark, or after a verb and «y»."""
        tokens = passage.tokens
        start, joiner = end, -1
        while start > first and (tokens[start - 1].sort is not Sort.MARK or self._owns(passage, start - 1)):
            start -= 1
            if tokens[start].word in _AND:
                joiner = joiner if joiner >= 0 else start
            elif joiner >= 0 and (
                self._is_finite(passage, start) or (coming and tokens[start].word in _WILL)
            ):
                return joiner + 1
        while start < end and tokens[start].word in self._grammar.coordinators:
            start += 1
        return start

    @staticmethod
    def _owns(passage: Passage, index: int) -> bool:
        """Tell whether a token is the apostrophe of a possessive: "the Conference's first years"."""
        following = passage.tokens[index + 1].word if index + 1 < len(passage.tokens) else ""
        return passage.raw(index) in {"'", "’"} and following == "s"

    def _qualified(self, passage: Passage, start: int, end: int) -> PartyList | None:
        """Read parties with a description: «los países que aún no lo han hecho»."""
        while start < end and passage.tokens[start].word in self._grammar.coordinators:
            start += 1
        if start >= end or passage.tokens[start].word in self._grammar.prepositions:
            return None
        listed = self._lists.read(passage, start)
        if listed is None or listed.end >= end:
            return listed
        if passage.tokens[listed.end].word in _AND:
            return None  # «los Viceministros y Jefes de Delegación»
        if passage.tokens[end - 1].party == "any":
            return None  # "Mexico reported on the measures it will take"
        relative = passage.tokens[listed.end].word in self._grammar.subordinators
        links = range(listed.end + 1, end)
        if any(passage.tokens[each].word in self._grammar.subordinators for each in links):
            return None
        finite = any(self._is_finite(passage, index) for index in range(listed.end, end))
        return None if finite and not relative else listed

    def _is_finite(self, passage: Passage, index: int) -> bool:
        word = passage.tokens[index].word
        if word in self._grammar.determiners or word in self._grammar.prepositions:
            return False
        coming = self._verbs.is_coming(passage.raw(index))
        return coming or self._verbs.infinitive_of(word) is not None or word in _BE

    def _is_said(self, passage: Passage, index: int) -> bool:
        """Tell whether a token is a finite verb of a statement: «tomó», "announced", "has taken"."""
        word, raw = passage.tokens[index].word, passage.raw(index).lower()
        known = self._verbs.infinitive_of(word) or self._verbs.base_of_finite(word)
        return known is not None or raw.endswith(_PAST) or word in _BE | _HAVE
