"""One matter in several acts: fees, the next host, a yearly report; what was agreed last counts."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from knowledge.answering.candidates import Candidate, Candidates
from knowledge.answering.objections import Check
from knowledge.meaning.counterparts import Counterparts
from knowledge.search.notions import Notion
from knowledge.search.sources import Sources
from knowledge.search.terms import of_concept

BY_LIKENESS, IF_FOREIGN, LESS, LESS_IF_ONE_SIDED = 11.9, 1.6, 0.8, 2.7
"""How much lower than the best a provision may score that answers alike: BY_LIKENESS times how alike they
are, IF_FOREIGN more where they are in different languages, since a question has the words of one, and LESS,
or LESS_IF_ONE_SIDED where only one of them has nothing more like it in the act of the other. By a logistic
regression on 190 pairs of provisions in ten acts, at even chances."""

IN_SO_MANY_WORDS, ALIKE = 0.6, 0.45
"""Share of a question's words that the best must answer, or else how alike another must be to it: of what was
found by its sense alone it is unsure which matter is meant."""


LEAST_ALIKE = 0.3
"""Likeness from which a provision is on the matter of one in another act, whatever was asked."""

NEXT_WITHIN = 4.0
"""How much lower than the best a provision may score that tells of the next meeting, too."""

_BOTH = 2
_NEXT, _MEETING, _HOST = map(of_concept, (Notion.NEXT, Notion.MEETING, Notion.HOST))


class Matter(NamedTuple):
    """The provisions of several acts that answer alike, newest first; `found` is the best of them."""

    found: Candidate
    alike: tuple[Candidate, ...]

    @property
    def newest(self) -> Candidate:
        """The newest that lacks nothing which `found` has."""
        lacking = _lacks(self.found)
        return next(each for each in self.alike if _lacks(each) <= lacking)


class MatterFinder:
    """Finds what several acts say alike, by the vectors of their provisions."""

    def __init__(self, sources: Sources, counterparts: Counterparts | None) -> None:
        self._index = sources.index
        self._counterparts = counterparts

    def find(self, candidates: Candidates) -> Matter | None:
        """Gather the candidates on the matter of the best one, if other acts have it too."""
        found = candidates.ranked[0]
        if self._counterparts is None:
            return None
        alike = [found]
        next_ones = self._next_ones(candidates, found)
        for each in self._of_other_acts(candidates.ranked, found):
            is_next = each.number in next_ones and found.score - each.score <= NEXT_WITHIN
            if is_next or any(self._is_alike(found, member, each, self._counterparts) for member in alike):
                alike.append(each)
        if len(alike) == 1:
            return None
        newest_first = sorted(alike, key=lambda each: -float(self._index.recency[each.number]))
        return Matter(found, tuple(newest_first))

    def _next_ones(self, candidates: Candidates, found: Candidate) -> frozenset[int]:
        """Return the provisions that tell which meeting is next, if that is asked for and `found` tells it.

        What one act calls the next meeting another calls the present one, however each words it.
        """
        if not any(_NEXT in unit.terms for unit in candidates.question_of(found).units):
            return frozenset()
        told = self._index.postings(_NEXT).provisions
        held = [self._index.postings(term).provisions for term in (_MEETING, _HOST)]
        ones = {int(number) for number in told if any((each == number).any() for each in held)}
        return frozenset(ones) if found.number in ones else frozenset()

    def counterparts(self, candidates: Candidates, shown: Collection[int]) -> Candidates | None:
        """Rank the candidates by how alike they are to what another act said, too.

        Return None if the best isn't alike: then the meeting has nothing on what was shown of the other.
        """
        if self._counterparts is None or not shown or not candidates.ranked:
            return None
        likeness = self._counterparts.likeness
        anew = [
            each._replace(score=each.score + BY_LIKENESS * max(likeness(one, each.number) for one in shown))
            for each in candidates.ranked
        ]
        ranked = sorted(anew, key=lambda each: (-each.score, each.number))
        is_alike = any(
            likeness(one, ranked[0].number) >= LEAST_ALIKE
            and self._counterparts.closest_sides(one, ranked[0].number)
            for one in shown
        )
        return candidates._replace(ranked=tuple(ranked)) if is_alike else None

    def _of_other_acts(self, ranked: Sequence[Candidate], found: Candidate) -> Iterator[Candidate]:
        """Yield the best candidate of each other act."""
        seen = {int(self._index.document[found.number])}
        for each in ranked:
            act = int(self._index.document[each.number])
            if act not in seen:
                seen.add(act)
                yield each

    def _is_alike(
        self, found: Candidate, member: Candidate, other: Candidate, counterparts: Counterparts
    ) -> bool:
        alike = counterparts.likeness(found.number, other.number) >= ALIKE
        if found.signs["words"] < IN_SO_MANY_WORDS and not alike:
            return False
        sides = counterparts.closest_sides(member.number, other.number)
        if not sides:
            return False
        is_foreign = counterparts.language(found.number) != counterparts.language(other.number)
        likeness = counterparts.likeness(member.number, other.number)
        less = LESS if sides == _BOTH else LESS_IF_ONE_SIDED
        return found.score - other.score <= BY_LIKENESS * likeness + IF_FOREIGN * is_foreign - less


def without_the_matter(candidates: Candidates, matter: Matter | None) -> Candidates:
    """Leave out what answers just as the best does: it makes that no less certain."""
    if matter is None:
        return candidates
    alike = {each.number for each in matter.alike} - {matter.found.number}
    return candidates._replace(ranked=tuple(each for each in candidates.ranked if each.number not in alike))


def _lacks(candidate: Candidate) -> set[Check]:
    return {objection.check for objection in candidate.objections}
