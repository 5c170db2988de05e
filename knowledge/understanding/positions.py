"""Find the position of a meeting among those held: «la última», «hace dos reuniones», "the one before"."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.numbers import number_of
from knowledge.language.phrases import Phrases
from knowledge.values.base import Value

_SEVERAL = 2


class Towards(Enum):
    """The end from which meetings are counted, or the side of another meeting."""

    FROM_NEWEST = auto()
    FROM_OLDEST = auto()
    BEFORE = auto()
    AFTER = auto()


class Position(NamedTuple):
    """A number of steps from an end or from another meeting: 0 from the newest is the newest itself.

    `many` consecutive meetings are meant: «las dos últimas reuniones».
    """

    towards: Towards
    steps: int
    many: int = 1

    @property
    def is_of_a_place(self) -> bool:
        """Whether it only counts the meetings at one place: «la segunda de Managua»."""
        return self.towards is Towards.FROM_OLDEST and self.steps > 0

    @property
    def is_relative(self) -> bool:
        """Whether it is counted from another meeting."""
        return self.towards in {Towards.BEFORE, Towards.AFTER}


class PositionWords(Value):
    """Phrases for the position of a meeting; the fields are explained in meeting_words.yaml."""

    newest: tuple[str, ...]
    penultimate: tuple[str, ...]
    third_newest: tuple[str, ...]
    oldest: tuple[str, ...]
    second_oldest: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    opening_ago: tuple[str, ...]
    closing_ago: tuple[str, ...]


class PositionFinder:
    """Find positions in folded words; `nouns` are the words for a meeting."""

    def __init__(self, spoken: PositionWords, nouns: Iterable[str]) -> None:
        meanings = (
            (spoken.newest, Position(Towards.FROM_NEWEST, 0)),
            (spoken.penultimate, Position(Towards.FROM_NEWEST, 1)),
            (spoken.third_newest, Position(Towards.FROM_NEWEST, 2)),
            (spoken.oldest, Position(Towards.FROM_OLDEST, 0)),
            (spoken.second_oldest, Position(Towards.FROM_OLDEST, 1)),
            (spoken.before, Position(Towards.BEFORE, 1)),
            (spoken.after, Position(Towards.AFTER, 1)),
        )
        self._phrases = Phrases((phrase, meaning) for phrases, meaning in meanings for phrase in phrases)
        self._plurals = Phrases(
            (f"{phrase}s", meaning)
            for phrases, meaning in meanings
            for phrase in phrases
            if not meaning.is_relative and not meaning.steps
        )
        self._opening = frozenset(map(fold, spoken.opening_ago))
        self._closing = frozenset(map(fold, spoken.closing_ago))
        self._nouns = frozenset(nouns) | {f"{noun}{ending}" for noun in nouns for ending in ("s", "es")}

    @property
    def vocabulary(self) -> set[str]:
        """All words of all phrases, folded."""
        return self._phrases.vocabulary | self._opening | self._closing

    def is_of_meetings(self, tokens: Iterable[str]) -> bool:
        """Tell whether the words of a position include a noun for meetings: «hace dos reuniones»."""
        return not self._nouns.isdisjoint(tokens)

    def find(self, tokens: Sequence[str]) -> Iterator[tuple[range, Position]]:
        """Yield the words of each position, and the position."""
        for match in self._phrases.find(tokens):
            yield self._counted(tokens, range(match.start, match.end), match.meaning)
        for match in self._plurals.find(tokens):
            span, position = self._counted(tokens, range(match.start, match.end), match.meaning)
            if position.many >= _SEVERAL:
                yield span, position
        yield from self._ago(tokens)

    def _counted(self, tokens: Sequence[str], span: range, position: Position) -> tuple[range, Position]:
        """Read how many in a row are meant: «las dos últimas reuniones», "the last three meetings"."""
        if position.is_relative or span.stop >= len(tokens):
            return span, position
        before = number_of(tokens[span.start - 1]) if span.start else None
        after = number_of(tokens[span.stop])
        noun = span.stop if before else span.stop + 1
        many = before or after
        if not many or many < _SEVERAL or noun >= len(tokens) or tokens[noun] not in self._nouns:
            return span, position
        start, stop = (span.start - 1, span.stop) if before else (span.start, span.stop + 1)
        return range(start, stop), position._replace(many=many)

    def _ago(self, tokens: Sequence[str]) -> Iterator[tuple[range, Position]]:
        """Yield «hace dos reuniones», «dos reuniones atrás», "two meetings ago"; one of them is the last."""
        for place, noun in enumerate(tokens):
            steps = number_of(tokens[place - 1]) if place and noun in self._nouns else None
            if not steps:
                continue
            first = place - 2 if place > 1 and tokens[place - 2] in self._opening else None
            last = place + 1 if place + 1 < len(tokens) and tokens[place + 1] in self._closing else None
            if first is not None or last is not None:
                start = place - 1 if first is None else first
                end = place + 1 if last is None else last + 1
                yield range(start, end), Position(Towards.FROM_NEWEST, steps - 1)
