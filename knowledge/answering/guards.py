"""Messages that the acts cannot answer, whatever words they share with them."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.language.phrases import Phrases


class Guard(StrEnum):
    """Why a message is none for the acts; explained in guards.yaml, where the phrases of each stand."""

    DISTRESS = "distress"
    COMMAND = "command"
    ADVICE = "advice"
    OPINION = "opinion"
    TRIVIA = "trivia"
    AMOUNT = "amount"


FIRM = frozenset({Guard.DISTRESS, Guard.COMMAND, Guard.OPINION})
"""Guards that no words of an act outweigh."""


@lru_cache(maxsize=4)
def load_guards(folder: Path) -> Phrases[Guard]:
    """Read guards.yaml in a folder of data files; raise FaultyData on a mistake."""
    phrases = load_yaml(folder / "guards.yaml", dict[Guard, tuple[str, ...]])
    return Phrases((phrase, guard) for guard, spoken in phrases.items() for phrase in spoken)


def guard_in(tokens: Sequence[str], phrases: Phrases[Guard]) -> Guard | None:
    """Return why folded words are no question for the acts, or None."""
    found = {match.meaning for match in phrases.find(tokens)}
    return next((guard for guard in Guard if guard in found), None)
