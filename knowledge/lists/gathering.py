"""Gather the provisions of a list: by the roles that parties play, or by the kind of answer they hold."""

from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.search.flags import Holds
from knowledge.search.index import Numbers, SearchIndex
from knowledge.search.matching import Unit
from knowledge.search.terms import of_party, of_role
from knowledge.stores.documents import Document
from knowledge.values.acts import Role

# Roles that are asked for in one breath: what a country «pidió o propuso».
_TOGETHER = {
    Role.PROPOSER: (Role.PROPOSER, Role.REQUESTER),
    Role.REQUESTER: (Role.REQUESTER, Role.PROPOSER),
    Role.HOST: (Role.HOST, Role.ORGANIZER),
    Role.ORGANIZER: (Role.ORGANIZER, Role.HOST),
}

# What says most of a party stands first where all of it is asked.
_BY_WEIGHT = (
    Role.RESPONSIBLE,
    Role.ORGANIZER,
    Role.HOST,
    Role.PROPOSER,
    Role.REQUESTER,
    Role.SUPPORTER,
    Role.RECIPIENT,
    Role.ABSENT,
    Role.PARTICIPANT,
    Role.THANKED,
    Role.MENTIONED,
)


class Gatherer:
    """Gathers the provisions of lists, by their numbers in an index."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    def in_roles(self, parties: Sequence[str], roles: Iterable[Role]) -> Numbers:
        """List the provisions in which all given parties play one of the roles."""
        wanted = dict.fromkeys(each for role in roles for each in _TOGETHER.get(role, (role,)))
        return self._with_all([[of_role(role, name) for role in wanted] for name in parties])

    def in_any_role(self, parties: Sequence[str]) -> Numbers:
        """List the provisions that name all given parties, those with the weightiest role first."""
        in_roles = self._with_all([[of_role(role, name) for role in _BY_WEIGHT] for name in parties])
        named = self._with_all([[of_party(name)] for name in parties])
        return np.concatenate([in_roles, named])

    def saying(self, numbers: Sequence[int], verbs: Iterable[Unit]) -> list[int]:
        """Keep the provisions that have a verb of the question: thanking isn't congratulating."""
        postings = self._index.postings
        having = [postings(term).provisions for verb in verbs for term in verb.terms]
        said = np.isin(numbers, np.concatenate(having)) if having else np.zeros(len(numbers), np.bool_)
        return [number for number, has in zip(numbers, said, strict=True) if has]

    def holding(self, sign: Holds) -> Numbers:
        """List the provisions that hold a kind of answer."""
        return np.flatnonzero(self._index.holds & int(sign)).astype(np.int32)

    def of_newest(self, numbers: Numbers, document: Document | None) -> list[int]:
        """Keep the provisions of the named act, or of the newest, once each and without the preamble."""
        index = self._index
        own = numbers[~index.is_preamble[numbers]]
        if document:
            kept = own[index.document[own] == index.document_of(document.slug)]
        else:
            recency = index.recency[own]
            kept = own[recency == recency.max(initial=0)]
        return list(dict.fromkeys(kept.tolist()))

    def with_events(self, document: Document | None, *, of_all: bool) -> list[int]:
        """List the provisions that announce events in the named act, else in the newest, or `of_all` acts."""
        numbers = self.holding(Holds.EVENT)
        if of_all and document is None:
            return [int(each) for each in numbers[~self._index.is_preamble[numbers]]]
        return self.of_newest(numbers, document)

    def _with_all(self, terms_by_party: Sequence[Sequence[str]]) -> Numbers:
        """List the provisions that have a term of every party, in the order of the terms."""
        strongest = self._index.strongest
        first, *others = (np.concatenate([*map(strongest, terms)]) for terms in terms_by_party)
        for other in others:
            first = first[np.isin(first, other)]
        return first
