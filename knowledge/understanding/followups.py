"""Recognise follow-ups to the last answer: «la siguiente», «¿y la b?», «¿y cuándo?», «en inglés»."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold, words
from knowledge.search.matching import Unit
from knowledge.understanding.question import Question
from knowledge.values.base import Value

MAX_WORDS = 9
"""Longer messages say what they are about."""

MAX_TOPICS = 3


_WORD_AND_LETTER = 2


class Step(StrEnum):
    """A step from the last answer; the phrases of each are in follow_ups.yaml."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"
    OTHER = "other"
    MORE = "more"
    REPEAT_ES = "repeat_es"
    REPEAT_EN = "repeat_en"


_THERE = "there"
_BE = frozenset({"is", "are", "was", "were", "be", "been"})


class _FollowUpWords(Value):
    next: tuple[str, ...]
    previous: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    other: tuple[str, ...]
    more: tuple[str, ...]
    repeat_es: tuple[str, ...]
    repeat_en: tuple[str, ...]
    openings: tuple[str, ...]
    pronouns: tuple[str, ...]
    pointing: frozenset[str]
    besides: frozenset[str]
    about: frozenset[str]
    frames: frozenset[str]
    there: tuple[str, ...]
    now: tuple[str, ...]
    polite: tuple[str, ...]
    letters: tuple[str, ...]
    questions: tuple[str, ...]


class FollowUps:
    """Recognize follow-ups by the words of follow_ups.yaml."""

    def __init__(self, spoken: _FollowUpWords) -> None:
        self._steps = {tuple(words(phrase)): step for step in Step for phrase in getattr(spoken, step)}
        self._openings = frozenset(map(fold, spoken.openings))
        self._pronouns = frozenset(map(fold, spoken.pronouns))
        self._pointing = frozenset(map(fold, spoken.pointing))
        self._polite = frozenset(map(fold, spoken.polite))
        self._questions = frozenset(map(fold, spoken.questions))
        self._letters = frozenset(map(fold, spoken.letters))
        self._besides = frozenset(map(fold, spoken.besides))
        self._about = frozenset(map(fold, spoken.about))
        self._frames = frozenset(map(fold, spoken.frames))
        self._there = frozenset(map(fold, spoken.there))
        self._now = frozenset(map(fold, spoken.now))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "FollowUps":
        """Read follow_ups.yaml in a folder of data files; raise FaultyData on a mistake."""
        return cls(load_yaml(folder / "follow_ups.yaml", _FollowUpWords))

    @property
    def vocabulary(self) -> set[str]:
        """The words of all steps."""
        return {word for phrase in self._steps for word in phrase}

    def step(self, tokens: Sequence[str]) -> Step | None:
        """Return the step that a message consists of, or None."""
        bare = self._bare(tokens)
        start = 0
        while (
            start < len(bare) - 1 and tuple(bare[start:]) not in self._steps and bare[start] in self._frames
        ):
            start += 1
        return self._steps.get(tuple(tokens)) or self._steps.get(tuple(bare[start:]))

    def wants_others(self, question: Question) -> bool:
        """Tell whether a message asks for something besides what was shown: «¿y el otro taller?»."""
        return any(word.best in self._besides for word in question.words)

    def points(self, question: Question) -> bool:
        """Tell whether a message points at what was shown: «¿y ese taller quién lo paga?»."""
        return any(word.best in self._pointing for word in question.words)

    def is_of_there(self, question: Question) -> bool:
        """Tell whether a message asks about the meeting just talked about: «¿y qué se dijo ahí?»."""
        tokens = ["", *(word.best for word in question.words)]
        return any(word in self._there and before not in _BE for before, word in pairwise(tokens))

    def is_of_now(self, question: Question) -> bool:
        """Tell whether a message only asks for the present state: «¿y ahora?»."""
        tokens = {word.best for word in question.words}
        return bool(self._now & tokens) and tokens <= self._now | self._openings | self._questions

    def asks_about(self, question: Question) -> bool:
        """Tell whether the thing named in a message is its topic: «¿y sobre la OPS?»."""
        return any(word.best in self._about for word in question.words)

    def letter(self, tokens: Sequence[str]) -> str | None:
        """Return the letter of the sub-item that a message consists of: «¿y la b?», "and c?", or None."""
        bare = [token for token in self._bare(tokens) if token not in self._letters]
        return bare[0] if len(bare) == 1 and len(bare[0]) == 1 and bare[0].isalpha() else None

    def number(self, tokens: Sequence[str]) -> int | None:
        """Return the number that a message consists of: «¿y la 2?», "and 3", or None."""
        bare = [token for token in self._bare(tokens) if token not in self._letters]
        return int(bare[0]) if len(bare) == 1 and bare[0].isascii() and bare[0].isdigit() else None

    def last_letter(self, tokens: Sequence[str]) -> str | None:
        """Return the sub-item that a question ends with: «¿para cuándo es la a?», or None."""
        if len(tokens) < _WORD_AND_LETTER or tokens[-2] not in self._letters:
            return None
        return tokens[-1] if len(tokens[-1]) == 1 and tokens[-1].isalpha() else None

    def goes_on(self, question: Question, topics: Sequence[Unit]) -> bool:
        """Tell whether a message may be a follow-up, for lack of a topic of its own."""
        tokens = [word.best for word in question.words]
        if not tokens or len(tokens) > MAX_WORDS or len(topics) > MAX_TOPICS:
            return False
        asks = bool(question.asked) or bool(self._questions & set(tokens))
        points = any(
            token in self._pronouns and not (token == _THERE and before in _BE)  # "is there anything on …?"
            for before, token in pairwise(("", *tokens))
        )
        return not topics or self.opens(question) or points or (asks and len(topics) == 1)

    def opens(self, question: Question) -> bool:
        """Tell whether a message opens like a follow-up: «¿y los plazos?»."""
        return any(word.best in self._openings for word in question.words[:1])

    def _bare(self, tokens: Sequence[str]) -> list[str]:
        rest = [token for token in tokens if token not in self._polite]
        if self._openings.issuperset(rest[:1]) and len(rest) <= 1:
            return list(tokens)  # «¿y ahora?»
        while len(rest) > 1 and rest[0] in self._openings:
            del rest[0]
        return rest
