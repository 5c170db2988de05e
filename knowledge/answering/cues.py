"""How people ask: the phrases of question_cues.yaml and asked_roles.yaml."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.phrases import Phrases
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.questions import QuestionKind


class _AskedRole(Value):
    notions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Cues(NamedTuple):
    """Phrases by what they tell; `priority` puts the kinds in the order of the file."""

    kinds: Phrases[QuestionKind]
    priority: dict[QuestionKind, int]
    roles: Phrases[Role]
    role_of_concept: dict[str, Role]


@lru_cache(maxsize=4)
def load_cues(folder: Path) -> Cues:
    """Read the cue files in a folder of data files; raise FaultyData on a mistake."""
    kinds = load_yaml(folder / "question_cues.yaml", dict[QuestionKind, tuple[str, ...]])
    roles = load_yaml(folder / "asked_roles.yaml", dict[Role, _AskedRole])
    return Cues(
        kinds=Phrases((phrase, kind) for kind, phrases in kinds.items() for phrase in phrases),
        priority={kind: place for place, kind in enumerate(kinds)},
        roles=Phrases((phrase, role) for role, asked in roles.items() for phrase in asked.phrases),
        role_of_concept={
            " ".join(words(notion)): role for role, asked in roles.items() for notion in asked.notions
        },
    )
