"""Find parties, places and dates in the words of a request, despite typing errors."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.dates import find_dates
from knowledge.language.folding import WORD, fold
from knowledge.language.months import MONTH_NAMES
from knowledge.language.parties import ALIKE, PartyRegister
from knowledge.understanding.periods import find_periods
from knowledge.understanding.positions import Position, PositionFinder
from knowledge.understanding.venues import Venues
from knowledge.values.deadlines import Precision
from knowledge.values.questions import Period

LONGEST_NAME = 6
"""Most words of a misspelt name."""

_MIN_LENGTH = 4
"""Fewest letters of a word that may be misspelt."""

_YEARS = re.compile(r"\b((?:19|20)\d\d)[-–]((?:19|20)\d\d)\b")
"""A range of years without spaces, which elsewhere is mostly part of a name: «Plan 2022-2025»."""

_AND = re.compile(r"\s*(?:[,;/&+]|\b(?:y|e|o|u|and|or)\b)\s*(?:(?:los|las|la|el|the)\s+)?", re.IGNORECASE)
_FOR_BEFORE = re.compile(r"\b(?:para|for)\s+$")
_PLACE_BEFORE = re.compile(
    r"\b(?:(?:reunion|conferencia|acta|sesion|meeting|conference|minutes)\s+(?:de|del|of|in|en)|en|in|at)"
    r"\s+(?:la\s+|el\s+|the\s+)?$"
)


class Named(NamedTuple):
    """A name in a request: of a party, of a meeting's place or body, or either.

    `is_place` marks one that is said to be a place. One that `is_joined` to a party is a party, too: «México
    y Panamá».
    """

    start: int
    end: int
    party: str | None
    where: str | None
    is_place: bool = False
    is_joined: bool = False


class RequestWords(NamedTuple):
    """What the words of a request name, in order, and the words that name nothing.

    `months` are those without a year, each of which is a period too.
    """

    named: tuple[Named, ...]
    periods: tuple[Period, ...]
    months: tuple[int, ...]
    positions: tuple[Position, ...]
    unread: str

    @property
    def names_anything(self) -> bool:
        """Whether they name a party, a meeting or days."""
        return bool(self.named or self.periods or self.positions)


class WordFinder:
    """Find what requests name; words in `fillers` mean nothing by themselves."""

    def __init__(
        self,
        register: PartyRegister,
        venues: Venues,
        positions: PositionFinder,
        fillers: Collection[str] = (),
    ) -> None:
        self._positions = positions
        self._register = register
        self._venues = venues
        self._fillers = frozenset(fillers)

    def find(self, request: str, *, today: date, meeting: date | None, mends: bool = True) -> RequestWords:
        """Find what a request names; a month without a year is the next one after `meeting`.

        `mends` takes unknown words for the names they are like.
        """
        text = self._with_months_mended(_YEARS.sub(r"\1 - \2", request)) if mends else request
        tokens = list(WORD.finditer(fold(text)))
        periods = list(find_periods(text, today=today, meeting=meeting, near=True))
        dated = {
            place
            for place, token in enumerate(tokens)
            if any(each.start <= token.start() < each.end for each in periods)
        }
        named = list(self._exact(text, tokens, dated))
        taken = dated | {place for each in named for place in range(each.start, each.end)}
        positions = {
            span: position
            for span, position in self._positions.find([token[0] for token in tokens])
            if taken.isdisjoint(span)
        }
        taken |= {place for span in positions for place in span}
        named += self._misspelt(tokens, taken) if mends else ()
        taken |= {place for each in named for place in range(each.start, each.end)}
        named = _joined(text, tokens, sorted(named))
        unread = (token[0] for place, token in enumerate(tokens) if place not in taken)
        return RequestWords(
            tuple(named),
            tuple(each.period for each in periods),
            tuple(
                each.first.month
                for each in find_dates(text)
                if each.unit is Precision.MONTH and each.first.year is each.shift is None and not each.several
            ),
            tuple(positions.values()),
            " ".join(word for word in unread if word not in self._fillers),
        )

    def _with_months_mended(self, text: str) -> str:
        """Return a request with its misspelt months corrected."""

        def mended(match: re.Match[str]) -> str:
            """Return the month that a word is a misspelling of, or the word itself."""
            word = fold(match[0])
            if len(word) < _MIN_LENGTH or word in MONTH_NAMES or word in self._fillers or self._names(word):
                return match[0]
            near = process.extractOne(
                word,
                [name for name in MONTH_NAMES if len(name) >= _MIN_LENGTH],
                scorer=OSA.normalized_similarity,
                score_cutoff=ALIKE,
            )
            return near[0] if near else match[0]

        return re.sub(r"[^\W\d_]+", mended, text)

    def _names(self, word: str) -> bool:
        return bool(self._register.find(word, spoken=True)) or any(self._venues.find([word]))

    def _exact(self, text: str, tokens: Sequence[re.Match[str]], dated: set[int]) -> Iterator[Named]:
        """Yield the names that are spelt correctly; of overlapping ones, the longer."""
        folded = [token[0] for token in tokens]
        spans: dict[tuple[int, int], Named] = {}
        for mention in self._register.find(text, spoken=True):
            start, end = _words_at(tokens, mention.start, mention.end)
            everyday = end - start == 1 and folded[start] in self._fillers
            if not everyday or text[mention.start : mention.end].isupper():
                spans[start, end] = Named(start, end, mention.name, None)
        for venue in self._venues.find(folded):
            span = (venue.start, venue.end)
            party = spans[span].party if span in spans else None
            before = fold(text[: tokens[venue.start].start()])
            if party and _FOR_BEFORE.search(before):
                continue  # «para Panamá» is for whom, and not where
            is_place = _PLACE_BEFORE.search(before) is not None
            spans[span] = Named(*span, party, venue.key, is_place)
        for (start, end), each in spans.items():
            longer = any(
                other[0] <= start and end <= other[1] and other[1] - other[0] > end - start for other in spans
            )
            if not longer and dated.isdisjoint(range(start, end)):
                yield each

    def _misspelt(self, tokens: Sequence[re.Match[str]], taken: Collection[int]) -> Iterator[Named]:
        """Yield the names that the remaining words are most like."""
        start = 0
        while start < len(tokens):
            found = self._misspelt_at(tokens, start, taken)
            if found:
                yield found
            start = found.end if found else start + 1

    def _misspelt_at(
        self, tokens: Sequence[re.Match[str]], start: int, taken: Collection[int]
    ) -> Named | None:
        if start in taken or tokens[start][0] in self._fillers:
            return None
        ends = [
            end
            for end in range(start + 1, min(len(tokens), start + LONGEST_NAME) + 1)
            if not any(place in taken for place in range(start, end))
            and tokens[end - 1][0] not in self._fillers
        ]
        likeness, best = 0.0, None
        for end in reversed(ends):
            typed = " ".join(token[0] for token in tokens[start:end])
            if len(typed) < _MIN_LENGTH or typed.isdigit():
                continue
            near = self._register.nearest(typed)
            if near and near[1] > likeness:
                likeness, best = near[1], Named(start, end, near[0], self._venues.forms.get(fold(near[0])))
            place = process.extractOne(
                typed, list(self._venues.forms), scorer=OSA.normalized_similarity, score_cutoff=ALIKE
            )
            if place and place[1] > likeness:
                likeness, best = place[1], Named(start, end, None, self._venues.forms[place[0]])
        return best


def _joined(text: str, tokens: Sequence[re.Match[str]], named: Sequence[Named]) -> list[Named]:
    """Mark the parties joined by a conjunction."""
    joined = {
        place
        for first, (one, other) in enumerate(pairwise(named))
        if one.party and other.party and not other.is_place
        if _AND.fullmatch(text[tokens[one.end - 1].end() : tokens[other.start].start()])
        for place in (first, first + 1)
    }
    return [each._replace(is_joined=place in joined) for place, each in enumerate(named)]


def _words_at(tokens: Sequence[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """Return the range of words that a range of characters touches."""
    touched = [place for place, token in enumerate(tokens) if token.start() < end and start < token.end()]
    return touched[0], touched[-1] + 1
