"""Find the provisions of several acts that deal with a topic, or in which a party does something."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from knowledge.answering.scope import Scope
from knowledge.answering.turns import Turn
from knowledge.language.notions import Notion
from knowledge.lists.gathering import Gatherer
from knowledge.lists.offers import OfferFinder, asks_for_offers
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate
from knowledge.ranking.objections import is_unnamed
from knowledge.ranking.relevance import Relevant
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept
from knowledge.stores.documents import Document
from knowledge.understanding.message import Message
from knowledge.understanding.question import Question
from knowledge.values.acts import Role

ALIKE = 0.45
"""Likeness from which the provisions of two meetings deal with the same."""

NEARLY = 0.3
"""Share of a topic's words that what one meeting named says of it has at least."""

_HOLDING = frozenset(map(of_concept, (Notion.OFFER, Notion.HOLD, Notion.ORGANIZE)))


class DealingFinder:
    """Find what deals with a topic, in one store."""

    def __init__(self, sources: Sources, counterparts: Counterparts | None) -> None:
        self._index = sources.index
        self._counterparts = counterparts
        self._all = len(sources.documents)
        self._gatherer = Gatherer(sources.index)
        self._offers = OfferFinder(sources)

    def find(
        self, turn: Turn, topic: Question, acts: Sequence[Document], *, so_far: bool = False
    ) -> list[Relevant]:
        """List what may deal with a topic in some acts, the likeliest first.

        What a party did, if that is asked, surely does. A provision and its parts count as one.
        """
        deeds = self.deeds(topic, acts, so_far=so_far)
        held = _held(topic)
        slugs = None if len(acts) == self._all else [self._index.document_of(each.slug) for each in acts]
        within = None if slugs is None else np.isin(self._index.document, slugs)
        found = {each.candidate.number: each for each in deeds}
        for each in turn.relevant(held, self._doing(held), within):
            number = each.candidate.number
            if not any(self._are_one(number, other) for other in found):
                # What else names a party than what it did only may be meant, too.
                found.setdefault(number, each._replace(is_sure=each.is_sure and not deeds))
        return [*found.values()]

    def deeds(self, topic: Question, acts: Sequence[Document], *, so_far: bool = False) -> list[Relevant]:
        """List where a party plays the role asked for, or what it offered, if the topic is nothing else.

        Duties are left to the list of what is pending, but for what a party promised so far.
        """
        others = [unit for unit in topic.topics if not unit.names_party]
        if len(topic.parties) != 1:
            return []
        slugs, party = {each.slug for each in acts}, topic.parties[0]
        offers = asks_for_offers(topic)
        said: set[int] = set()
        if Role.RESPONSIBLE in topic.roles:
            said |= {*self._offers.of(party, slugs)} if offers else set()
            said |= {*self._offers.promised(party, slugs)} if so_far and (offers or not others) else set()
        elif offers and {*topic.roles} <= {Role.SUPPORTER}:
            said |= {*self._offers.of(party, slugs)}
        elif not others:
            said |= {each for each in self._doing(topic) if self._index.place(each)[0] in slugs}
        return [Relevant(Candidate(each, 0, {}, (), 0.0)) for each in sorted(said)]

    def best(self, turn: Turn, topic: Question, act: Document) -> Candidate | None:
        """Return what one act says of a topic, if anything."""
        alone = replace(
            turn,
            message=Message(topic, (topic,), (topic,)),
            questions=(topic,),
            readings=(topic,),
            follows=False,
            scope=Scope((act,)),
        )
        best = next(iter(alone.searched.candidates.ranked), None)
        is_dealing = best and best.signs["words"] >= NEARLY and self._may_deal(best)
        return best if is_dealing else None

    def are_alike(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether two provisions deal with the same."""
        return bool(self._counterparts and self._counterparts.likeness(one.number, other.number) >= ALIKE)

    def _may_deal(self, candidate: Candidate) -> bool:
        """Tell whether a provision lacks nothing that a topic names; a preamble only tells who came."""
        return not self._index.is_preamble[candidate.number] and not any(
            map(is_unnamed, candidate.objections)
        )

    def _doing(self, topic: Question) -> list[int]:
        """List the provisions in which the parties of a topic play its roles."""
        if not topic.parties or not topic.roles:
            return []
        return list(dict.fromkeys(self._gatherer.in_roles(topic.parties, topic.roles).tolist()))

    def _are_one(self, one: int, other: int) -> bool:
        """Tell whether one provision is part of the other."""
        parent = self._index.parent
        return int(parent[one]) == other or int(parent[other]) == one


def topic_of(turn: Turn) -> Question:
    """Return what a turn asks several meetings about."""
    asked = turn.message.asked_across
    return _held(asked.topic) if asked else turn.question


def _held(topic: Question) -> Question:
    """Leave out that something was held or offered: «talleres que se han ofrecido» are all workshops."""
    kept = tuple(each for each in topic.units if _HOLDING.isdisjoint(each.terms))
    is_only_that = not any(each.is_topic for each in kept)
    return topic if topic.parties or topic.roles or is_only_that else topic._replace(units=kept)
