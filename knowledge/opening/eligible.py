"""Decide who may be named in answer to a question: the kind it asks for, but not those it names."""

import re

from knowledge.language.folding import words
from knowledge.opening.choice import Question, folded, sorts_in
from knowledge.search.sources import Sources
from knowledge.understanding.cues import Asked, load_cues, word_terms
from knowledge.values.acts import Role
from knowledge.values.parties import PartyKind
from knowledge.values.statements import Statement

_BY_NAME = re.compile(
    r"\bc[oó]mo se llama|\bnombre (?:de|del)\b|\bel nombre\b|\bthe name\b|\bname of\b", re.IGNORECASE
)
_TELLING = 4
"""Minimum letters of a telling word in a party's name, unlike «de» or "the"."""
_SURNAMES = 2
_DEPUTY = re.compile(r"\bvice[ -]?(?!minist)", re.IGNORECASE)


class NameChecker:
    """Tells whom questions may be answered with."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._kinds = load_cues(sources.data.language).counted

    def kind_asked(self, question: Question) -> PartyKind | None:
        """Return the kind of party that a question asks for: «¿qué países …?», "which agency …?"."""
        kinds = (self._kinds.get(term) for word in sorts_in(question) for term in word_terms(word))
        return next((kind for kind in kinds if kind), None)

    def may_answer(self, question: Question, statement: Statement) -> bool:
        """Tell whether a statement has agents of the kind asked for that the question doesn't name."""
        names = self.names_of(statement)
        if not names or all(name in question.parties or is_spoken_of(name, question) for name in names):
            return False
        kind = self.kind_asked(question)
        people = self.people_in(statement)
        if statement.role is Role.CHOSEN and _is_deputy(question.text) is not _is_deputy(statement.quote):
            return False
        if _BY_NAME.search(question.text) and people.isdisjoint(names):
            return False
        if any(is_named(name, question) for name in people & set(names)):
            return False
        told = statement.role is not Role.RESPONSIBLE
        if told and Asked.HOLDER in question.asked and people.isdisjoint(names):
            # A person or a country holds a post, not the office that has to fill it.
            return any(self.is_of(name, PartyKind.COUNTRY) for name in names)
        return kind is None or any(self.is_of(name, kind) for name in names if name not in people)

    def people_in(self, statement: Statement) -> frozenset[str]:
        """Return the people named in a statement or in the rest of its clause."""
        return frozenset(self._sources.people.find(folded(f"{statement.about} {statement.quote}")))

    def names_of(self, statement: Statement) -> tuple[str, ...]:
        """Return the agents of a statement; the forum itself only where it binds itself."""
        if statement.role is Role.RESPONSIBLE:
            return statement.agents
        return tuple(name for name in statement.agents if name not in self._sources.forums)

    def is_of(self, name: str, kind: PartyKind) -> bool:
        """Tell whether a party is of a kind; it needn't be in the register."""
        party = self._sources.register.parties.get(name)
        if party is None:
            return kind is not PartyKind.COUNTRY
        if kind is PartyKind.COUNTRY:
            return party.kind in {PartyKind.COUNTRY, PartyKind.GROUP}
        if kind is PartyKind.NETWORK:
            return party.kind is kind
        return party.kind is not PartyKind.COUNTRY and not party.all_members


def is_named(name: str, question: Question) -> bool:
    """Tell whether a question already names a person, who then isn't the answer."""
    return not set(words(name)[-_SURNAMES:]).isdisjoint(words(question.text))


def is_spoken_of(name: str, question: Question) -> bool:
    """Tell whether a question has all telling words of a party's name, with typing errors corrected."""
    told = {word for unit in question.units for word in words(unit.label)}
    telling = {word for word in words(name) if len(word) >= _TELLING}
    return bool(telling) and telling <= told


def _is_deputy(text: str) -> bool:
    return _DEPUTY.search(text) is not None
