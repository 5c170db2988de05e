"""Tell messages that ask for a list that a command shows, without the command: «plazos de Managua»."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.phrases import Phrases
from knowledge.values.base import Value
from knowledge.values.questions import OverviewKind


class _ListWords(Value):
    lists: dict[OverviewKind, tuple[str, ...]]
    meeting: tuple[str, ...]
    over: tuple[str, ...]
    frames: tuple[str, ...]


class ListNamed(NamedTuple):
    """A list that is named, or one meeting if `kind` is None, and the other words of the message.

    `is_first` tells whether the message begins with its name.
    """

    kind: OverviewKind | None
    rest: str
    is_first: bool


class ListWords:
    """Find the lists that messages name; words in `frames` say nothing besides."""

    def __init__(self, spoken: _ListWords) -> None:
        lists: list[tuple[str, OverviewKind | None]] = [
            (phrase, kind) for kind, phrases in spoken.lists.items() for phrase in phrases
        ]
        self._lists = Phrases([*lists, *((phrase, None) for phrase in spoken.meeting)])
        self._over = frozenset(map(fold, spoken.over))
        self.frames = frozenset(map(fold, spoken.frames)) | self._over

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "ListWords":
        """Read list_words.yaml in a folder of data files; raise FaultyData on a mistake."""
        return cls(load_yaml(folder / "list_words.yaml", _ListWords))

    def without_over(self, request: str) -> tuple[str, bool]:
        """Return a request without the words that ask for what is over, and whether there were any."""
        kept = [word for word in request.split() if fold(word) not in self._over]
        return " ".join(kept), len(kept) < len(request.split())

    def find(self, tokens: Sequence[str]) -> ListNamed | None:
        """Return the list that folded words name, or None; «los plazos de la reunión» names deadlines."""
        found = list(self._lists.find(tokens))
        kinds = {match.meaning for match in found if match.meaning}
        if not found or len(kinds) > 1:
            return None
        kind = next(iter(kinds), None)
        taken = {place for match in found if match.meaning is kind for place in range(match.start, match.end)}
        rest = " ".join(word for place, word in enumerate(tokens) if place not in taken)
        return ListNamed(kind, rest, is_first=0 in taken)
