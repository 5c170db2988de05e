"""Find meetings named by their theme or kind: «la del huracán», «la extraordinaria»."""

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from knowledge.language.folding import words
from knowledge.language.months import month_number
from knowledge.language.ordinals import ordinals_in
from knowledge.search.terms import stemmed
from knowledge.stores.documents import Document

Acts = frozenset[str]
"""Slugs of acts."""

TELLING = 8
"""How many first letters identify a word in a title, and the fewest it must have."""

_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SHORTEST = 4
_OF = frozenset({"de", "del", "of"})
_ABOUT = frozenset({*_OF, "sobre", "about", "on"})
_ARTICLES = frozenset({"la", "el", "los", "las", "the"})
_BETWEEN = _ABOUT | _ARTICLES | {"esa", "ese", "aquella", "that"}
_ONE = "one"
_AT_LEAST = 2
_NONE: Acts = frozenset()

_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def beginnings_of(title: str) -> frozenset[str]:
    """Return the beginnings of a title's long words: the same for «viceministerial» and "Vice-Ministers"."""
    return frozenset(word[:TELLING] for word in words(_HYPHEN.sub("", title)) if len(word) >= TELLING)


def _has(title: Sequence[str], piece: Sequence[str]) -> bool:
    return any(tuple(title[start : start + len(piece)]) == piece for start in range(len(title)))


class TitleWords:
    """Find the long words that only some titles have, except in `names` of the forum."""

    def __init__(self, titles: Iterable[str], names: Iterable[str]) -> None:
        beginnings = list(map(beginnings_of, titles))
        common = frozenset.intersection(*beginnings) if beginnings else frozenset[str]()
        named = {word[:TELLING] for name in names for word in words(name)}
        self._telling = frozenset[str]().union(*beginnings) - common - named

    def find(self, tokens: Sequence[str]) -> dict[int, str]:
        """Return where words begin like one in a title; "vice-ministers" may be one word there."""
        titled: dict[int, str] = {}
        for place, (word, after) in enumerate(pairwise((*tokens, ""))):
            joined = f"{word}{after}"[:TELLING]
            if place in titled:
                continue
            if word[:TELLING] in self._telling:
                titled[place] = word[:TELLING]
            elif after and len(word) < TELLING and joined in self._telling:
                titled |= {place: joined, place + 1: joined}
        return titled


class Theme(NamedTuple):
    """Words that name meetings by their theme, and the acts of those.

    `is_titled` tells that the words are in the titles of the acts, and not only in a provision.
    """

    span: range
    acts: Acts
    is_titled: bool


class ThemeWords(NamedTuple):
    """The words around a theme: nouns for meetings, their stand-ins, and words before those."""

    nouns: Collection[str]
    stand_ins: Collection[str]
    before: Collection[str]


class TitleThemes:
    """What the titles of acts say about their meetings, besides who met, where and when.

    `nouns` are the words for a meeting, `names` words in names that the forum knows, and `light` words that
    name nothing. Words that all titles have are left out.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        nouns: Collection[str],
        names: Iterable[str],
        light: Container[str],
    ) -> None:
        self._nouns = nouns
        self._light = light
        self._beginnings = {name[:TELLING] for name in names}
        self._words: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._sorts: dict[str, set[str]] = {}
        self._titles = {each.slug: tuple(words(each.meeting.title)) for each in documents}
        self._having: dict[str, set[str]] = {}
        for slug, title in self._titles.items():
            for word in title:
                self._having.setdefault(word, set()).add(slug)
        for document in documents:
            self._take(document)
        every = {each.slug for each in documents}
        for told in (self._words, self._stems, self._sorts):
            for word in [word for word, acts in told.items() if acts == every]:
                del told[word]

    def _take(self, document: Document) -> None:
        title = words(document.meeting.title)
        numbered = {place for _, span in ordinals_in(title) for place in span}
        for place, word in enumerate(title):
            if place in numbered or not self.tells(word) or self.is_name(word):
                continue
            beside = {*title[max(0, place - 1) : place], *title[place + 1 : place + 2]}
            self._words.setdefault(word, set()).add(document.slug)
            for stem in stemmed(word, document.language):
                self._stems.setdefault(stem, set()).add(document.slug)
                if not beside.isdisjoint(self._nouns):
                    self._sorts.setdefault(stem, set()).add(document.slug)

    def tells(self, word: str) -> bool:
        """Tell whether a folded word may say what a meeting was about."""
        return (
            len(word) >= _SHORTEST
            and not word.isdigit()
            and word not in self._light
            and word not in self._nouns
            and month_number(word) is None
        )

    def is_name(self, word: str) -> bool:
        """Tell whether a word belongs to a name that the forum knows: «la de la red» has no theme."""
        return word[:TELLING] in self._beginnings

    def quoting(self, told: Sequence[str]) -> tuple[int, Acts]:
        """Return how many of some folded words a title begins with somewhere, and the acts with that title.

        Names count there, too, but at least two words must tell something: «niñez y familias».
        """
        having = list(self._with_first(told))
        for end in range(len(having), 1, -1):
            if sum(map(self.tells, told[:end])) < _AT_LEAST:
                break
            piece = tuple(told[:end])
            acts = {slug for slug in having[end - 1] if _has(self._titles[slug], piece)}
            if acts and acts != {*self._titles}:
                return end, frozenset(acts)
        return 0, _NONE

    def _with_first(self, told: Sequence[str]) -> Iterator[set[str]]:
        """Yield the acts whose title has the first word, those that have the first two, and so on."""
        acts = {*self._titles}
        for word in told:
            acts = acts & self._having.get(word, set())
            if not acts:
                return
            yield acts

    def of_one(self) -> dict[str, str]:
        """Return the words that only one act has in its title, with its slug."""
        return {word: next(iter(acts)) for word, acts in self._words.items() if len(acts) == 1}

    def acts(self, word: str, *, is_sort: bool = False) -> Acts:
        """Return the acts with a word in the title, beside one for a meeting if it `is_sort`: «ordinaria»."""
        told = self._sorts if is_sort else self._stems
        stems = {stem for language in ("es", "en") for stem in stemmed(word, language)}
        return frozenset[str]().union(*(told.get(stem, ()) for stem in stems))


class ThemeFinder:
    """Find themes of the meetings at hand; `speaking` returns the acts that mention some words."""

    def __init__(
        self,
        titles: TitleThemes,
        spoken: ThemeWords,
        light: Container[str],
        speaking: Callable[[Sequence[str]], Acts],
    ) -> None:
        self._titles = titles
        self._spoken = spoken
        self._light = light
        self._speaking = speaking

    def find(self, tokens: Sequence[str], taken: Container[int]) -> Iterator[Theme]:
        """Yield the themes in folded words, except at positions that are `taken`."""
        for place, token in enumerate(tokens):
            is_noun = token in self._spoken.nouns
            if not is_noun and token not in self._spoken.stand_ins:
                continue
            leads = is_noun or self._leads(tokens, place)
            theme = self._of_sort(tokens, place, taken, is_noun=is_noun) if leads else None
            theme = theme or self._quoted(tokens, place)
            if theme is None and (start := self._start(tokens, place)):
                theme = self._about(tokens, place, start, taken, is_stood_in_for=leads and not is_noun)
            if theme and not any(each in taken for each in theme.span):
                yield theme

    def _leads(self, tokens: Sequence[str], place: int) -> bool:
        """Tell whether a word can stand in for a meeting where it is: «en la», "in the one", not "one of"."""
        led = place > 0 and tokens[place - 1] in _ARTICLES
        if tokens[place] == _ONE and not led:
            return False
        start = place - 1 if led else place
        return not start or tokens[start - 1] in self._spoken.before

    def _of_sort(
        self, tokens: Sequence[str], place: int, taken: Container[int], *, is_noun: bool
    ) -> Theme | None:
        """Read «la reunión extraordinaria», "the extraordinary meeting" and «en la extraordinaria»."""
        beside = (place + 1, place - 1) if is_noun else (place + 1,)
        for each in beside:
            if not 0 <= each < len(tokens) or not self._titles.tells(tokens[each]):
                continue
            follows = tokens[each + 1] if each + 1 < len(tokens) else ""
            if not is_noun and follows and follows not in self._light:
                continue  # «la extraordinaria labor»
            named = each + 2
            if (
                follows in _OF
                and named < len(tokens)
                and named not in taken
                and self._titles.tells(tokens[named])
            ):
                continue  # «la extraordinaria de Rosario» is another
            if acts := self._titles.acts(tokens[each], is_sort=True):
                return Theme(range(min(place, each), max(place, each) + 1), acts, is_titled=True)
        return None

    def _start(self, tokens: Sequence[str], place: int) -> int | None:
        """Return where a theme starts after a word for a meeting: «la del», «reunión sobre el»."""
        start = place + 1
        if start >= len(tokens) or tokens[start] not in _ABOUT:
            return None
        while start < len(tokens) and tokens[start] in _ABOUT | _ARTICLES:
            start += 1
        return start if start < len(tokens) else None

    def _quoted(self, tokens: Sequence[str], place: int) -> Theme | None:
        """Read what a title has word for word: «la conferencia esa de niñez y familias»."""
        passed = takewhile(lambda each: tokens[each] in _BETWEEN, range(place + 1, len(tokens)))
        start = max(passed, default=place) + 1
        length, acts = self._titles.quoting(tokens[start:])
        return Theme(range(place, start + length), acts, is_titled=True) if length else None

    def _about(
        self, tokens: Sequence[str], place: int, start: int, taken: Container[int], *, is_stood_in_for: bool
    ) -> Theme | None:
        """Read a theme from where it begins: as much as titles have, or else what only one act mentions."""
        end, acts = start, _NONE
        while end < len(tokens) and end not in taken and self._titles.tells(tokens[end]):
            having = self._titles.acts(tokens[end])
            having = having & acts if acts else having
            if not having:
                break
            acts, end = having, end + 1
        if acts:
            return Theme(range(place, end), acts, is_titled=True)
        while end < len(tokens) and end not in taken and self._titles.tells(tokens[end]):
            end += 1
        told = tokens[start:end]
        if not is_stood_in_for or not told or any(map(self._titles.is_name, told)):
            return None
        spoken = self._speaking(told)
        return Theme(range(place, end), spoken, is_titled=False) if len(spoken) == 1 else None
