"""How people ask: the phrases of question_cues.yaml and asked_roles.yaml."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.phrases import Phrases
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.questions import QuestionKind


class Asked(StrEnum):
    """What a question wants to be told; the phrases of each stand in question_cues.yaml."""

    DEADLINE = "deadline"
    DATE = "date"
    PLACE = "place"
    COUNT = "count"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    PERSON = "person"
    WHO = "who"
    DEFINITION = "definition"
    STATUS = "status"
    LIST = "list"
    MENTION = "mention"
    HELP = "help"


KIND_OF = {
    Asked.DEADLINE: QuestionKind.DEADLINE,
    Asked.DATE: QuestionKind.DATE,
    Asked.PLACE: QuestionKind.PLACE,
    Asked.COUNT: QuestionKind.COUNT,
    Asked.COUNTRY: QuestionKind.RESPONSIBLE,
    Asked.ORGANIZATION: QuestionKind.RESPONSIBLE,
    Asked.PERSON: QuestionKind.RESPONSIBLE,
    Asked.WHO: QuestionKind.RESPONSIBLE,
    Asked.DEFINITION: QuestionKind.DEFINITION,
    Asked.STATUS: QuestionKind.STATUS,
    Asked.LIST: QuestionKind.LIST,
    Asked.MENTION: QuestionKind.PARTY,
    Asked.HELP: QuestionKind.HELP,
}


class _AskedRole(Value):
    notions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class _AskedRoles(Value):
    posts: tuple[str, ...]
    roles: dict[Role, _AskedRole]


class Cues(NamedTuple):
    """Phrases by what they tell; `priority` puts what is asked in the order of the file."""

    asked: Phrases[Asked]
    priority: dict[Asked, int]
    roles: Phrases[Role]
    role_of_concept: dict[str, Role]
    posts: frozenset[str]


@lru_cache(maxsize=4)
def load_cues(folder: Path) -> Cues:
    """Read the cue files in a folder of data files; raise FaultyData on a mistake."""
    asked = load_yaml(folder / "question_cues.yaml", dict[Asked, tuple[str, ...]])
    spoken = load_yaml(folder / "asked_roles.yaml", _AskedRoles)
    return Cues(
        asked=Phrases((phrase, sort) for sort, phrases in asked.items() for phrase in phrases),
        priority={sort: place for place, sort in enumerate(asked)},
        roles=Phrases((phrase, role) for role, each in spoken.roles.items() for phrase in each.phrases),
        role_of_concept={
            " ".join(words(notion)): role for role, each in spoken.roles.items() for notion in each.notions
        },
        posts=frozenset(" ".join(words(notion)) for notion in spoken.posts),
    )
