"""Recognise messages that ask for a command's list without the command: «plazos de Managua»."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import fold
from knowledge.language.phrases import Phrases
from knowledge.values.base import Value
from knowledge.values.questions import OverviewKind, Stage

_FOR = frozenset({"para", "for"})


class _ListWords(Value):
    lists: dict[OverviewKind, tuple[str, ...]]
    meeting: tuple[str, ...]
    act: tuple[str, ...]
    ahead: tuple[str, ...]
    over: tuple[str, ...]
    undated: tuple[str, ...]
    done: tuple[str, ...]
    frames: tuple[str, ...]
    held: tuple[str, ...]
    several: tuple[str, ...]
    settings: tuple[str, ...]
    reminding: tuple[str, ...]


class ListNamed(NamedTuple):
    """The list that a message names, or one meeting if `kind` is None, and the other words of the message.

    `is_first` tells whether the message begins with the name, `is_act` whether it names a meeting's act.
    """

    kind: OverviewKind | None
    rest: str
    is_first: bool
    is_act: bool = False


class ListWords:
    """Find the lists that messages name; words in `frames` add nothing.

    Those in `held` add nothing about meetings, and those in `several` precede a body that met more than once.
    Those in `settings` are about preferences: «¿cómo quito los avisos?»; those in `reminding` ask to be
    reminded.
    """

    def __init__(self, spoken: _ListWords) -> None:
        lists: list[tuple[str, OverviewKind | None]] = [
            (phrase, kind) for kind, phrases in spoken.lists.items() for phrase in phrases
        ]
        self._lists = Phrases([*lists, *((phrase, None) for phrase in (*spoken.meeting, *spoken.act))])
        self._acts = frozenset(map(fold, spoken.act))
        self._stages = Phrases([(phrase, stage) for stage in Stage for phrase in getattr(spoken, stage)])
        phrases = (fold(phrase) for stage in Stage for phrase in getattr(spoken, stage))
        self._stage_words = frozenset(phrase for phrase in phrases if " " not in phrase)
        self._only_frames = frozenset(map(fold, spoken.frames))
        self.frames = self._only_frames | self._stages.vocabulary
        self.held = frozenset(map(fold, spoken.held))
        self.several = frozenset(map(fold, spoken.several))
        self.settings = frozenset(map(fold, spoken.settings))
        self.reminding = frozenset(map(fold, spoken.reminding))

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, folder: Path) -> "ListWords":
        """Read list_words.yaml in a folder of data files; raise FaultyData on a mistake."""
        return cls(load_yaml(folder / "list_words.yaml", _ListWords))

    def without_stage(self, request: str) -> tuple[str, Stage | None]:
        """Return a request without the words for a stage, and that stage: «sin fecha»."""
        said = request.split()
        found = [*self._stages.find([fold(word) for word in said])]
        taken = {place for match in found for place in range(match.start, match.end)}
        kept = [word for place, word in enumerate(said) if place not in taken]
        return " ".join(kept), next((match.meaning for match in found), None)

    def without_frames(self, request: str) -> str:
        """Return a request without the words that only put the question: «vencen en julio»."""
        return " ".join(word for word in request.split() if fold(word) not in self._only_frames)

    def find(self, tokens: Sequence[str]) -> ListNamed | None:
        """Return the list that folded words name, or None; «los plazos de la reunión» names deadlines."""
        found = list(self._lists.find(tokens))
        kinds = {match.meaning for match in found if match.meaning}
        if not found or len(kinds) > 1:
            return None
        kind = next(iter(kinds), None)
        taken = {place for match in found if match.meaning is kind for place in range(match.start, match.end)}
        # «qué está vencido» names the list and the stage; in «algo para», a party follows.
        kept = self._stage_words | _FOR
        rest = " ".join(word for place, word in enumerate(tokens) if place not in taken or word in kept)
        is_act = kind is None and any(tokens[place] in self._acts for place in taken)
        return ListNamed(kind, rest, is_first=0 in taken, is_act=is_act)
