"""A paragraph as tokens for the finders of duties: words, parties, titles, and sentence starts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.reading.duties.labels import Label

_ABBREVIATIONS = frozenset(
    {
        "sr",
        "sra",
        "sres",
        "dr",
        "dra",
        "lic",
        "ing",
        "no",
        "num",
        "art",
        "mr",
        "mrs",
        "ms",
        "st",
        "sta",
        "sto",
        "mt",
        "prof",
        "gral",
    }
)
_SHORTEST_HEADING = 2
_GOVERNING = frozenset({"on", "upon", "to", "with", "that", "a", "al", "de", "del", "que", "en"})
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})
_CONTRACTED = {"del": "de", "al": "a"}


class Sort(StrEnum):
    """The sort of a token."""

    WORD = "word"
    MARK = "mark"
    TITLE = "title"
    PARTY = "party"
    MEETING = "meeting"
    BACK = "back"


class Token(NamedTuple):
    """A word, a punctuation mark, a quoted title, or a party, whose whole name is one token.

    `word` is folded. `party` is the canonical name, or the sort of party that an anaphor refers to.
    """

    start: int
    end: int
    word: str
    sort: Sort
    party: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph: its text, where it begins in the act, and its tokens.

    Asides in parentheses have no tokens unless a label opens them: «(Responsable: ST)». `unaccented` are
    the futures of an act without accents: «presentara».
    """

    text: str
    offset: int
    tokens: tuple[Token, ...]
    labels: tuple[Label, ...] = ()
    unaccented: frozenset[int] = frozenset()

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Indexes of the tokens that begin a sentence, or a clause after a semicolon."""
        starts = {0}
        for index, token in enumerate(self.tokens[:-1], 1):
            if token.word in {";", "?", "!"} or (token.word == "." and self._ends_sentence(index - 1)):
                starts.add(index)
        places = {place for label in self.labels for place in label[1:]}
        starts |= {index for index, token in enumerate(self.tokens) if token.start in places}
        heading = self._after_heading()
        return frozenset(starts | {heading} if heading else starts)

    def _after_heading(self) -> int | None:
        """Return the token after words in capitals at the start: «PRÓXIMA REUNIÓN El Grupo aceptó …»."""
        index, count = 0, len(self.tokens)
        while index < count and self.words(index, index + 1).isupper():
            index += 1
        if not _SHORTEST_HEADING <= index < count or not self.words(index, index + 1)[0].isupper():
            return None
        if self.tokens[index - 1].word in _GOVERNING:
            return None  # "CALLS UPON Belize to …"
        # «SOLICITA A LA SECRETARÍA Que publique …» is one sentence.
        party = self.tokens[index - 1].sort is not Sort.WORD
        return None if party and self.tokens[index].word not in _ARTICLES else index

    def _ends_sentence(self, index: int) -> bool:
        before, following = self.tokens[index - 1] if index else None, self.tokens[index + 1]
        between = self.text[self.tokens[index].end : following.start]
        opens = self.text[following.start]
        letter = before is not None and len(before.word) == 1 and following.word not in _ARTICLES
        abbreviated = before is not None and (before.word in _ABBREVIATIONS or letter)
        return between != "" and not abbreviated and (not opens.isalpha() or opens.isupper())

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the first token of the sentence around a token, and the first one after it."""
        starts = self._ordered_starts
        place = bisect_right(starts, index)
        return starts[place - 1], starts[place] if place < len(starts) else len(self.tokens)

    @cached_property
    def _ordered_starts(self) -> list[int]:
        return sorted(self.sentence_starts)

    def words(self, start: int, end: int) -> str:
        """Return the text of the tokens from `start` up to `end`."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def raw(self, index: int) -> str:
        """Return a token as written, with its accent if `unaccented`; an empty string past the last one."""
        if index >= len(self.tokens):
            return ""
        written = self.text[self.tokens[index].start : self.tokens[index].end]
        return accented(written) if index in self.unaccented else written


def accented(future: str) -> str:
    """Restore the accent of a future: «presentaran» → «presentarán»."""
    return re.sub(r"a(n?)$", r"á\1", future)


class WordPhrases:
    """Phrases looked up in the tokens of a passage, the longest first; «del» counts as «de», «al» as «a»."""

    def __init__(self, written: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        phrases = (tuple(_CONTRACTED.get(word, word) for word in fold(each).split()) for each in written)
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_first[phrase[0]].append(phrase)

    def after(self, passage: Passage, index: int, first: str | None = None) -> int | None:
        """Return the token after the phrase at a token, or None.

        `first` replaces the first word, e.g. by the infinitive of a verb.
        """
        tokens = passage.tokens
        first = tokens[index].word if first is None else first
        for phrase in self._by_first.get(_CONTRACTED.get(first, first), ()):
            end = index + len(phrase)
            here = (_CONTRACTED.get(token.word, token.word) for token in tokens[index + 1 : end])
            if tuple(here) == phrase[1:]:
                return end
        return None
