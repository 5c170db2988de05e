"""Read the passives that leave out «será»: "the guide will be written by A and the map drawn by B"."""

from collections.abc import Sequence

from knowledge.language.dates import find_dates
from knowledge.reading.duties.cues import Cues
from knowledge.reading.duties.heads import Head, Move, Surroundings
from knowledge.reading.duties.passages import Passage, Sort, WordPhrases

_AND = frozenset({"y", "e", "and"})
_OPENING = frozenset({"el", "la", "los", "las", "the", "a", "an", "un", "una"})
_LINKS = frozenset({"que", "which", "that", "who"})
_BY_WHEN = frozenset({"antes", "by", "before", "on", "el", "en", "in", "a"})
_THING_WITHIN = 7
_DAY_WITHIN, _LONGEST_DAY = 12, 60


class GappedPassiveFinder:
    """Finds them behind a passive that says who does it or by when, as they do."""

    def __init__(self, around: Surroundings, cues: Cues) -> None:
        self._around = around
        self._supported_by = WordPhrases(cues.actors.supported_by)

    def at(self, passage: Passage, index: int, heads: Sequence[Head]) -> Head | None:
        """Read the head whose «y» stands at a token."""
        tokens = passage.tokens
        if tokens[index].word not in _AND or not heads or index + 3 >= len(tokens):
            return None
        before = heads[-1]
        goes_on = before.start >= passage.sentence(index)[0] and before.move is Move.DUTY
        if not (goes_on and before.agentless and self._is_told(passage, before.body, index)):
            return None
        if self._is_done(passage, index + 1) and self._around.agents.at(passage, index + 2):
            helped = self._supported_by.after(passage, index + 1) is not None  # «y financiado por Canadá»
            return None if helped else Head(Move.DUTY, index + 1, index + 1, agentless=True)
        if tokens[index + 1].word not in _OPENING:
            return None
        done = self._participle(passage, index + 2)
        if done is None or not self._is_told(passage, done + 1, min(done + 2, len(tokens))):
            return None
        return Head(Move.DUTY, index + 1, done, agentless=True)

    def _participle(self, passage: Passage, first: int) -> int | None:
        """Return where «el folleto (impreso)» says what is done to a thing, whose noun opens at `first`."""
        for index in range(first + 1, min(first + _THING_WITHIN, len(passage.tokens) - 1)):
            token = passage.tokens[index]
            if token.sort is Sort.MARK or token.word in _LINKS | _AND:
                return None
            if self._is_done(passage, index):
                return index
        return None

    def _is_done(self, passage: Passage, index: int) -> bool:
        token = passage.tokens[index]
        return token.sort is Sort.WORD and self._around.verbs.verb_of_participle(token.word) != token.word

    def _is_told(self, passage: Passage, first: int, end: int) -> bool:
        """Tell whether an agent, or a day after what says by when, opens at one of some tokens."""
        return any(
            self._around.agents.at(passage, each) is not None or self._is_day(passage, each)
            for each in range(first, end)
        )

    @staticmethod
    def _is_day(passage: Passage, index: int) -> bool:
        if passage.tokens[index].word not in _BY_WHEN or index + 1 >= len(passage.tokens):
            return False
        start = passage.tokens[index + 1].start
        return any(
            0 <= each.start - start <= _DAY_WITHIN
            for each in find_dates(passage.text[: start + _LONGEST_DAY])
        )
