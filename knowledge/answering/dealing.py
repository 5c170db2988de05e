"""Find the provisions of several acts that deal with a topic, or in which a party does something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answering.scope import Scope
from knowledge.answering.turns import Searched, Turn
from knowledge.language.notions import Notion
from knowledge.lists.gathering import Gatherer
from knowledge.lists.offers import OfferFinder, asks_for_offers
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.objections import Check, is_unnamed
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept, of_party
from knowledge.stores.documents import Document
from knowledge.understanding.across import ENDS
from knowledge.understanding.message import Message
from knowledge.understanding.question import Question
from knowledge.values.acts import Role

DEALS = 0.6
"""Share of a topic's words from which a provision deals with it."""

DEALS_ALONE = 0.5
"""Share of the one word of a topic: another language or another word for it has a little more than half."""

DOES = 0.85
"""Share from which a provision says that a party does something."""

ALIKE = 0.45
"""Likeness to what deals with a topic from which another provision deals with it, too."""

NEARLY = 0.3
"""Share that is enough where something else tells, too, that a provision deals with a topic."""

STANDS_OUT = 0.4
"""Share of how far the best stands out that tells the one word of a topic from another of its sort: influenza
from what else is of health."""

NEARLY_BEST = 0.5
"""Share of it from which a provision is read together with a topic, in whatever words it is; what is said to
deal with it by its words is read below that. Of either no more than MAX_READ are."""

FAR = -4.0
"""Log-odds up to which what stands out less, read together with a topic, has nothing of it but words."""

MAX_READ = 3

_HOLDING = frozenset(map(of_concept, (Notion.OFFER, Notion.HOLD, Notion.ORGANIZE)))


class DealingFinder:
    """Find what deals with a topic, in one store."""

    def __init__(self, sources: Sources, counterparts: Counterparts | None) -> None:
        self._index = sources.index
        self._counterparts = counterparts
        self._languages = {each.slug: each.language for each in sources.documents}
        self._gatherer = Gatherer(sources.index)
        self._offers = OfferFinder(sources)

    def by_act(
        self, turn: Turn, topic: Question, acts: Sequence[Document], *, so_far: bool = False
    ) -> list[list[Candidate]]:
        """List what deals with a topic, act by act in the order of `acts`, the best of each first.

        A provision and its parts count as one.
        """
        found = self.deeds(topic, acts, so_far=so_far) or list(self._dealing(turn, _held(topic), acts))
        found.sort(key=lambda each: -each.score)
        by_act: dict[str, list[Candidate]] = {act.slug: [] for act in acts}
        for candidate in found:
            of_act = by_act[self._slug(candidate)]
            if not any(self._are_one(candidate.number, other.number) for other in of_act):
                of_act.append(candidate)
        return [of_act for of_act in by_act.values() if of_act]

    def deeds(self, topic: Question, acts: Sequence[Document], *, so_far: bool = False) -> list[Candidate]:
        """List where a party plays the role asked for, or what it offered, if the topic is nothing else.

        Duties are left to the list of what is pending, but for what a party promised so far.
        """
        others = [unit for unit in topic.topics if not unit.names_party]
        if len(topic.parties) != 1:
            return []
        slugs, party = {each.slug for each in acts}, topic.parties[0]
        offers = asks_for_offers(topic)
        if Role.RESPONSIBLE in topic.roles:
            said = {*self._offers.of(party, slugs)} if offers else set()
            said |= {*self._offers.promised(party, slugs)} if so_far and (offers or not others) else set()
            return [Candidate(each, 0, {}, (), 0.0) for each in sorted(said)]
        if offers and {*topic.roles} <= {Role.SUPPORTER}:
            return [Candidate(each, 0, {}, (), 0.0) for each in self._offers.of(party, slugs)]
        if others:
            return []
        found = [Candidate(each, 0, {}, (), 0.0) for each in self._doing(topic)]
        return [each for each in found if self._slug(each) in slugs]

    def best(self, turn: Turn, topic: Question, act: Document) -> Candidate | None:
        """Return what one act says of a topic, if anything."""
        ranked = self._searched(turn, topic, (act,)).candidates.ranked
        best = next(iter(ranked), None)
        is_dealing = best and best.signs["words"] >= NEARLY and self._may_deal(best)
        return best if is_dealing else None

    def are_alike(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether two provisions deal with the same."""
        return bool(self._counterparts and self._counterparts.likeness(one.number, other.number) >= ALIKE)

    def _dealing(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Iterator[Candidate]:
        """Yield what deals with a topic; one search has a limit, so acts without a hit are searched again."""
        left = list(acts)
        doing = set(self._doing(topic))
        asked = turn.message.asked_across
        is_of_ends = asked is not None and asked.across in ENDS
        best: Candidate | None = None
        least, far = 0.0, set[int]()
        # What all acts have on the matter tells more than what a few of them have.
        anywhere = {each.number: each for each in self._alike(self._searched(turn, topic, ()), None)}
        while left:
            searched = self._searched(turn, topic, left)
            ranked = [each for each in searched.candidates.ranked if self._may_deal(each)]
            does = (each for each in ranked if each.number in doing)
            best = best or next(does, next(iter(ranked), None))
            others = anywhere | {each.number: each for each in self._alike(searched, best)}
            told = doing | set(others)
            slugs = {each.slug for each in left}
            found = {each.number: each for each in (*ranked, *others.values()) if self._slug(each) in slugs}
            # What is but like it is no first time of it, and no last.
            like = None if is_of_ends else best
            least = least or _between(searched.candidates, STANDS_OUT)
            dealing = [each for each in found.values() if self._deals(each, topic, like or each, told, least)]
            if len(left) == len(acts):
                far = self._far(turn, topic, dealing, _between(searched.candidates, NEARLY_BEST))
                dealing += self._read_together(turn, topic, searched, dealing)
            dealing = [each for each in dealing if each.number not in far]
            yield from dealing
            seen = {self._slug(each) for each in dealing}
            left = [each for each in left if each.slug not in seen] if seen else []

    def _far(self, turn: Turn, topic: Question, known: Sequence[Candidate], middle: float) -> set[int]:
        """Number what has words of a topic and nothing else of it: «anunció» is of no «campaña»."""
        poor = sorted((each for each in known if each.score < middle), key=lambda each: each.score)
        return {each.number for each in poor[:MAX_READ] if (turn.odds(topic, each.number) or 0.0) <= FAR}

    def _read_together(
        self, turn: Turn, topic: Question, searched: Searched, known: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """Yield what is known to deal with a topic only once both are read together, in whatever words."""
        candidates, _, matter = searched
        numbers = {each.number for each in known}
        near = {each.number: each for each in (*candidates.ranked, *(matter.alike if matter else ()))}
        ranked = sorted(near.values(), key=lambda each: -each.score)
        least = _between(candidates._replace(ranked=tuple(ranked)), NEARLY_BEST)
        unsure = [each for each in ranked if each.number not in numbers and each.score >= least]
        # «Lo del anuario», read together with an annual fee, seems to be of it.
        worded = [each for each in unsure if self._is_foreign(each, topic) or each.signs["words"] > 0]
        for each in filter(self._may_deal, worded[:MAX_READ]):
            if (turn.odds(topic, each.number) or 0.0) > 0:
                yield each

    def _alike(self, searched: Searched, best: Candidate | None) -> list[Candidate]:
        """List what is on the matter of the best found, which is `best` if that is given."""
        matter = searched.matter
        if matter is None or not self._may_deal(matter.found) or matter.found is not (best or matter.found):
            return []
        return [each for each in matter.alike if self._may_deal(each)]

    def _may_deal(self, candidate: Candidate) -> bool:
        """Tell whether a provision lacks nothing that a topic names; a preamble only tells who came.

        A name that it lacks but by its letters it has in other words: "Venezuelans" are «venezolanos».
        """
        if self._index.is_preamble[candidate.number]:
            return False
        lacking = {each.check for each in candidate.objections if is_unnamed(each)}
        return not lacking or (lacking == {Check.ELSEWHERE} and candidate.signs["words"] >= DOES)

    def _deals(
        self, candidate: Candidate, topic: Question, best: Candidate, told: set[int], least: float
    ) -> bool:
        """Tell whether a provision deals with a topic: with what is asked of its parties, or alike.

        What has only something like the one word of a topic, in its language, must score at least `least`.
        """
        spoken = candidate.signs["words"]
        likeness = self._counterparts.likeness(best.number, candidate.number) if self._counterparts else 0.0
        named = (self._index.postings(of_party(name)).provisions for name in topic.parties)
        is_alike = (
            best is not candidate
            and likeness >= ALIKE
            and all(candidate.number in numbers for numbers in named)
        )
        if candidate.number in told or is_alike:
            return spoken >= NEARLY
        if topic.parties and topic.roles:
            return spoken >= DOES
        is_alone = sum(each.is_topic for each in topic.units) == 1
        is_near = spoken >= DOES or candidate.score >= least or self._is_foreign(candidate, topic)
        return spoken >= DEALS_ALONE and is_near if is_alone else spoken >= DEALS

    def _is_foreign(self, candidate: Candidate, topic: Question) -> bool:
        return self._languages[self._slug(candidate)] != topic.language

    def _doing(self, topic: Question) -> list[int]:
        """List the provisions in which the parties of a topic play its roles."""
        if not topic.parties or not topic.roles:
            return []
        return list(dict.fromkeys(self._gatherer.in_roles(topic.parties, topic.roles).tolist()))

    def _searched(self, turn: Turn, topic: Question, acts: Sequence[Document]) -> Searched:
        """Look for a topic in some acts."""
        return replace(
            turn,
            message=Message(topic, (topic,), (topic,)),
            questions=(topic,),
            readings=(topic,),
            follows=False,
            scope=Scope(tuple(acts)),
        ).searched

    def _slug(self, candidate: Candidate) -> str:
        return self._index.place(candidate.number)[0]

    def _are_one(self, one: int, other: int) -> bool:
        """Tell whether one provision is part of the other."""
        parent = self._index.parent
        return int(parent[one]) == other or int(parent[other]) == one


def _between(candidates: Candidates, share: float) -> float:
    """Return the score at a share of the way from what comes up for anything to the best."""
    best = candidates.ranked[0].score if candidates.ranked else 0.0
    return candidates.background + share * (best - candidates.background)


def _held(topic: Question) -> Question:
    """Leave out that something was held or offered: «talleres que se han ofrecido» are all workshops."""
    kept = tuple(each for each in topic.units if _HOLDING.isdisjoint(each.terms))
    is_only_that = not any(each.is_topic for each in kept)
    return topic if topic.parties or topic.roles or is_only_that else topic._replace(units=kept)
