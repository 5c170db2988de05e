"""How people type questions: inside chatter, misspelt, without capitals and accents, or shouted.

Carefully written questions alone taught the network that nothing answers careless ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.hurried import bare, misspelt

_AS_WRITTEN = 0.4
"""The share of questions that stay as they are; the shares below are of the rest."""

_IN_CHATTER = 0.4
_MISSPELT = 0.4
_BARE = 0.5
_SHOUTED = 0.12
_WHERE = (0.5, 0.2, 0.3)
"""How often chatter stands before a question, after it, and on both sides."""

CHATTER = "chatter"
"""The folder, beside the acts, of the chatter around questions."""


class Chatter(NamedTuple):
    """Chatter before and after a question, by language."""

    before: Mapping[str, Sequence[str]]
    after: Mapping[str, Sequence[str]]


def read_chatter(folder: Path) -> Chatter:
    """Read `before.tsv` and `after.tsv`, whose lines have a language («es»), a tab, and a phrase."""
    return Chatter(*(_by_language(folder / f"{name}.tsv") for name in Chatter._fields))


def _by_language(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, said in _lines(path):
        found.setdefault(language, []).append(said)
    return found


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        language, said = line.split("\t", 1)
        yield language, said.strip()


class HurriedTyping:
    """Types questions in one of these ways, or as they are; the same at each run."""

    def __init__(self, chatter: Chatter, seed: int) -> None:
        self._chatter = chatter
        self._chance = np.random.default_rng(seed)

    def of(self, question: str, language: str) -> str:
        """Type a question."""
        chance = self._chance
        if chance.random() < _AS_WRITTEN:
            return question
        if chance.random() < _MISSPELT:
            question = misspelt(question)
        if language in self._chatter.before and chance.random() < _IN_CHATTER:
            question = self._inside(question, language)
        if chance.random() < _BARE:
            return bare(question)
        return question.upper() if chance.random() < _SHOUTED else question

    def _inside(self, question: str, language: str) -> str:
        before, after = (str(self._chance.choice(said[language])) for said in self._chatter)
        where = self._chance.choice(["before", "after", "both"], p=_WHERE)
        said_before = [before] if where != "after" else []
        return " ".join([*said_before, question, *([after] if where != "before" else [])])
