"""Find who does what: «agradecer a X por su informe», «solicitud de X», «elaborado por X», «X presentó»."""

import re
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from knowledge.language.folding import WORD, fold
from knowledge.language.parties import Mention
from knowledge.search.stems import infinitive_of

NOUN_PHRASE = 7
"""Words up to a participle that tell what was done: «concursos de fotografía impulsados por la PPT»."""

HEAD = 5
"""Words that may name a deed: «el apoyo financiero y técnico»."""

_BY = frozenset({"por", "by"})
_OF = frozenset({"de", "del", "of", "from"})
_TO = frozenset({"a", "al", "to"})
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})
# «Las delegaciones de Canadá y México», «al gobierno de El Salvador» are those countries.
_SPOKESMEN = frozenset(
    {
        "gobierno",
        "gobiernos",
        "pueblo",
        "autoridades",
        "delegacion",
        "delegaciones",
        "representantes",
        "senor",
        "senora",
    }
    | {
        "government",
        "governments",
        "people",
        "authorities",
        "delegation",
        "delegations",
        "representatives",
        "mr",
        "ms",
        "mrs",
    }
)
_AUXILIARIES = frozenset({"ha", "han", "will", "shall", "has", "have"})
_LINKS = _BY | _OF | _TO | _ARTICLES | _SPOKESMEN
_WITH = frozenset({"con", "with"})
_ADVERBIAL = ("mente", "ly")
_JOINTS = frozenset({"y", "e", "and"})
# What one is thanked for follows: «por su informe», "for their report", «a la OIM su apoyo».
_FOR = frozenset({"por", "for", "su", "sus", "its", "their", *_ARTICLES})


# Whoever is congratulated on having been selected did not select.
_DONE_TO = re.compile(r"^\W*(?:por haber sido|por ser|for having been|for being)\b")
_AND_FOR = re.compile(r"(?:\bas[ií] como|\by|\bas well as|\band)\s+(?=(?:por|for)\b)", re.IGNORECASE)
_STOP = re.compile(r"[.;:][”»\")]*\s")
_TITLE = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


FOR = 12
"""Words of thanks that name what for: «agradecer por los avances en cuanto a la realización del taller»."""

ACT = 2
"""Words after a name that tell what it does: «Panamá presentó», "Panama will present"."""


class How(StrEnum):
    """How a text says who did something."""

    THANKED = "thanked"
    CHOSEN = "chosen"
    BY = "by"
    OF = "of"
    ACTS = "acts"


class Deed(NamedTuple):
    """What parties or persons do: `head` names it, `words` tell all of it."""

    names: tuple[str, ...]
    how: How
    head: str
    words: str


class _Group(NamedTuple):
    """Names in one breath, by the words from `start` up to `end`."""

    start: int
    end: int
    names: tuple[str, ...]


class DeedFinder:
    """Find the deeds in one text.

    `thanks` are the places of words that thank, `cuts` the characters where clauses begin.
    """

    def __init__(
        self, text: str, mentions: Iterable[Mention], *, thanks: Container[int], cuts: Container[int]
    ) -> None:
        self._text = text
        self._tokens = list(WORD.finditer(fold(text)))
        self._thanks = thanks
        self._starts = [place for place, token in enumerate(self._tokens) if self._begins(place, token, cuts)]
        self._groups = list(self._grouped(mentions))

    def find(self) -> Iterator[Deed]:
        """Yield what each party, or several in one breath, do."""
        for group in self._groups:
            first = max(place for place in self._starts if place <= group.start)
            after = min((place for place in self._starts if place >= group.end), default=len(self._tokens))
            deed = self._deed(group, first, after)
            if deed and deed.words:
                yield deed

    def _deed(self, group: _Group, first: int, after: int) -> Deed | None:
        last = group.start
        while last > first and self._tokens[last - 1][0] in _LINKS | _JOINTS:
            last -= 1
        links = {token[0] for token in self._tokens[last : group.start]}
        following = self._words(group.end, after)
        if last > first and last - 1 in self._thanks:
            beginning = self._tokens[group.end][0] if group.end < after else ""
            told = f"{self._words(last - 1, last)} {following}"
            how = How.CHOSEN if _DONE_TO.search(fold(following)) else How.THANKED
            return Deed(group.names, how, _said_first(told), told) if beginning in _FOR else None
        if links & _BY and last > first:
            return Deed(
                group.names,
                How.BY,
                self._words(last - (2 if self._tokens[last - 1][0].endswith(_ADVERBIAL) else 1), last),
                self._words(max(first, last - NOUN_PHRASE), last),
            )
        if links & _TO:
            return None
        if links & _OF and last > first:
            head = self._words(max(first, last - HEAD), last).rpartition(",")[2]
            return Deed(group.names, How.OF, head, f"{head} {following}")
        if group.end < after and _is_verb(self._tokens[group.end][0]):
            head = self._words(group.end, min(after, group.end + ACT))
            return Deed(group.names, How.ACTS, head, following)
        return None

    def _begins(self, place: int, token: re.Match[str], cuts: Container[int]) -> bool:
        """Tell whether a clause begins at a word: after a stop, at a word that thanks, or where it is cut."""
        if place == 0 or place in self._thanks or token.start() in cuts:
            return True
        before = self._tokens[place - 1]
        if token[0] in _WITH and "," in self._text[before.end() : token.start()]:
            return True
        return len(before[0]) > 1 and bool(_STOP.search(self._text, before.end(), token.start()))

    def _grouped(self, mentions: Iterable[Mention]) -> Iterator[_Group]:
        here: _Group | None = None
        for group in self._single(mentions):
            if here and self._goes_on(here, group):
                here = _Group(here.start, group.end, tuple(dict.fromkeys((*here.names, *group.names))))
                continue
            if here:
                yield here
            here = group
        if here:
            yield here

    def _single(self, mentions: Iterable[Mention]) -> Iterator[_Group]:
        titles = [match.span() for match in _TITLE.finditer(self._text)]
        for mention in mentions:
            if any(start < mention.start < end for start, end in titles):
                continue
            inside = [
                place
                for place, token in enumerate(self._tokens)
                if mention.start < token.end() and token.start() < mention.end
            ]
            if inside:
                yield _Group(inside[0], inside[-1] + 1, (mention.name,))

    def _goes_on(self, group: _Group, following: _Group) -> bool:
        """Tell whether a name belongs to the list before it: «Canadá y México», «ACNUR (UNHCR)»."""
        if following.start in self._starts and self._tokens[following.start - 1][0] not in _JOINTS:
            return False
        between = self._tokens[group.end : following.start]
        if not {token[0] for token in between} <= _LINKS | _JOINTS:
            return False
        gap = self._text[self._tokens[group.end - 1].end() : self._tokens[following.start].start()]
        joined = any(token[0] in _JOINTS for token in between) or set(gap) & set(",;(")
        return bool(joined) or not gap.strip()

    def _words(self, start: int, end: int) -> str:
        return self._text[self._tokens[start].start() : self._tokens[end - 1].end()] if start < end else ""


def _said_first(thanks: str) -> str:
    """Return what one is thanked for without what that was for: each deed stands right after its «por»."""
    deeds = (thanks, *(thanks[match.end() :] for match in _AND_FOR.finditer(thanks)))
    return " … ".join(" ".join(deed.split()[:FOR]) for deed in deeds)


def _is_verb(word: str) -> bool:
    return infinitive_of(word) is not None or word in _AUXILIARIES or word.endswith("ed")
