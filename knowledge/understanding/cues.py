"""The phrases people ask with, from question_cues.yaml and asked_roles.yaml."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.datafiles import load_yaml
from knowledge.language.folding import words
from knowledge.language.notions import Notion
from knowledge.language.phrases import Phrases
from knowledge.language.stems import LANGUAGES
from knowledge.search.terms import stemmed
from knowledge.values.acts import Role
from knowledge.values.base import Value
from knowledge.values.parties import PartyKind
from knowledge.values.questions import Facet, QuestionKind


class Asked(StrEnum):
    """What a question wants to know; most of the phrases are in question_cues.yaml.

    If a question has several, the one listed first here decides the kind of answer. HOLDER asks who holds a
    post, ADDRESSEE to whom something goes, FULFILMENT whether somebody has done what they had to.
    """

    DEADLINE = "deadline"
    DATE = "date"
    PLACE = "place"
    COUNT = "count"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    PERSON = "person"
    HOLDER = "holder"
    WHO = "who"
    ADDRESSEE = "addressee"
    DEFINITION = "definition"
    FULFILMENT = "fulfilment"
    STATUS = "status"
    LIST = "list"
    MENTION = "mention"
    HELP = "help"
    REASON = "reason"


KIND_OF = {
    Asked.DEADLINE: QuestionKind.DEADLINE,
    Asked.DATE: QuestionKind.DATE,
    Asked.PLACE: QuestionKind.PLACE,
    Asked.COUNT: QuestionKind.COUNT,
    Asked.COUNTRY: QuestionKind.RESPONSIBLE,
    Asked.ORGANIZATION: QuestionKind.RESPONSIBLE,
    Asked.PERSON: QuestionKind.RESPONSIBLE,
    Asked.HOLDER: QuestionKind.RESPONSIBLE,
    Asked.WHO: QuestionKind.RESPONSIBLE,
    Asked.ADDRESSEE: QuestionKind.RESPONSIBLE,
    Asked.DEFINITION: QuestionKind.DEFINITION,
    Asked.FULFILMENT: QuestionKind.STATUS,
    Asked.STATUS: QuestionKind.STATUS,
    Asked.LIST: QuestionKind.LIST,
    Asked.MENTION: QuestionKind.PARTY,
    Asked.HELP: QuestionKind.HELP,
    Asked.REASON: QuestionKind.TOPIC,
}


FACET_OF = {
    Asked.DEADLINE: Facet.BY_WHEN,
    Asked.DATE: Facet.WHEN,
    Asked.PLACE: Facet.WHERE,
    Asked.COUNT: Facet.HOW_MANY,
    Asked.WHO: Facet.WHO,
    Asked.COUNTRY: Facet.WHO,
    Asked.ORGANIZATION: Facet.WHO,
    Asked.PERSON: Facet.WHO,
    Asked.HOLDER: Facet.WHO,
    Asked.ADDRESSEE: Facet.TO_WHOM,
    Asked.LIST: Facet.ALL,
    Asked.REASON: Facet.WHY,
    Asked.FULFILMENT: Facet.STATUS,
    Asked.STATUS: Facet.STATUS,
    Asked.DEFINITION: Facet.MEANING,
}


class _AskedRole(Value):
    notions: tuple[Notion, ...] = ()
    phrases: tuple[str, ...] = ()


class _AskedRoles(Value):
    posts: tuple[Notion, ...]
    holding: tuple[Notion, ...]
    charged: tuple[str, ...]
    undertaking: tuple[str, ...]
    carrying: tuple[str, ...]
    receiving: tuple[str, ...]
    lasting: tuple[str, ...]
    spans: tuple[str, ...]
    anybody: tuple[str, ...]
    people: tuple[str, ...]
    pieces: tuple[str, ...]
    counted: dict[PartyKind, tuple[str, ...]]
    roles: dict[Role, _AskedRole]


class Cues(NamedTuple):
    """Phrases and words, by what they show.

    `posts` and `holding` are notions, `charged` and `undertaking` folded words; all other sets, and the keys
    of `counted`, are terms of words' stems.
    """

    asked: Phrases[Asked]
    roles: Phrases[Role]
    role_of_concept: dict[str, Role]
    posts: frozenset[str]
    holding: frozenset[str]
    charged: frozenset[str]
    undertaking: frozenset[str]
    carrying: frozenset[str]
    receiving: frozenset[str]
    lasting: frozenset[str]
    spans: frozenset[str]
    anybody: frozenset[str]
    people: frozenset[str]
    pieces: frozenset[str]
    counted: dict[str, PartyKind]


@lru_cache(maxsize=4)
def load_cues(folder: Path) -> Cues:
    """Read the cue files in a folder of data files; raise FaultyData on a mistake."""
    asked = load_yaml(folder / "question_cues.yaml", dict[Asked, tuple[str, ...]])
    spoken = load_yaml(folder / "asked_roles.yaml", _AskedRoles)
    return Cues(
        asked=Phrases((phrase, sort) for sort, phrases in asked.items() for phrase in phrases),
        roles=Phrases((phrase, role) for role, each in spoken.roles.items() for phrase in each.phrases),
        role_of_concept={notion: role for role, each in spoken.roles.items() for notion in each.notions},
        posts=frozenset(spoken.posts),
        holding=frozenset(spoken.holding),
        charged=frozenset(word for verb in spoken.charged for word in words(verb)),
        undertaking=frozenset(word for verb in spoken.undertaking for word in words(verb)),
        carrying=_terms(spoken.carrying),
        receiving=_terms(spoken.receiving),
        lasting=_terms(spoken.lasting),
        spans=_terms(spoken.spans),
        anybody=_terms(spoken.anybody),
        people=_terms(spoken.people),
        pieces=_terms(spoken.pieces),
        counted={term: kind for kind, nouns in spoken.counted.items() for term in _terms(nouns)},
    )


def _terms(spoken: Iterable[str]) -> frozenset[str]:
    return frozenset(term for word in spoken for term in word_terms(word))


def word_terms(word: str) -> Iterator[str]:
    """Yield the terms of a word's stems in both languages."""
    yield from (term for each in words(word) for language in LANGUAGES for term in stemmed(each, language))
