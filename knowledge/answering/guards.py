"""Messages that the acts cannot answer, whatever words they share with them."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.phrases import Phrases

_OPENING = "^"
"""Marks a phrase that counts only at the beginning of a message."""

_LEADERS = "leaders"


class Guard(StrEnum):
    """Why a message is none for the acts; explained in guards.yaml, where the phrases of each stand.

    TONGUE, another language, is told by other_languages.yaml.
    """

    DISTRESS = "distress"
    COMMAND = "command"
    ADVICE = "advice"
    OPINION = "opinion"
    TRIVIA = "trivia"
    AMOUNT = "amount"
    TONGUE = "tongue"


FIRM = frozenset({Guard.DISTRESS, Guard.COMMAND, Guard.OPINION, Guard.TONGUE})
"""Guards that no words of an act outweigh."""


class Guards:
    """Find guards by the phrases of guards.yaml; `opening` are those that count at the beginning only."""

    def __init__(self, anywhere: Phrases[Guard], opening: Phrases[Guard], leaders: frozenset[str]) -> None:
        self._anywhere = anywhere
        self._opening = opening
        self._leaders = leaders

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "Guards":
        """Read guards.yaml in a folder of data files; raise FaultyData on a mistake."""
        content = load_yaml(folder / "guards.yaml", dict[str, tuple[str, ...]])
        leaders = frozenset(map(fold, content.pop(_LEADERS, ())))
        phrases = [(phrase, Guard(guard)) for guard, spoken in content.items() for phrase in spoken]
        return cls(
            Phrases((phrase, guard) for phrase, guard in phrases if not phrase.startswith(_OPENING)),
            Phrases((phrase, guard) for phrase, guard in phrases if phrase.startswith(_OPENING)),
            leaders,
        )

    @property
    def vocabulary(self) -> set[str]:
        """The words of all phrases."""
        return self._anywhere.vocabulary | self._opening.vocabulary

    def find(self, tokens: Sequence[str]) -> Guard | None:
        """Return why folded words are no question for the acts, or None."""
        found = {match.meaning for match in self._anywhere.find(tokens)}
        for match in self._opening.find(tokens):
            if self._leaders.issuperset(tokens[: match.start]):
                found.add(match.meaning)
        return next((guard for guard in Guard if guard in found), None)
