"""Tell which provisions deal with a topic, in whatever words and language, by signs weighed by learning."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate, CandidateFinder
from knowledge.ranking.objections import UNTOLD, Check
from knowledge.ranking.weights import Relevance, Signs
from knowledge.search.sources import Sources
from knowledge.understanding.question import Question

LEAST_GAP = 0.5
"""Least lead of the best over the background, to take a share of."""


CORE = 3
"""Provisions that stand out, which the others are compared with."""

EVEN = 0.5
"""Chance from which on something is likelier than not."""


class Relevant(NamedTuple):
    """A provision that may deal with a topic, or surely does."""

    candidate: Candidate
    is_sure: bool = True


class RelevanceJudge:
    """Judge which provisions of one store deal with a topic."""

    def __init__(
        self,
        sources: Sources,
        finder: CandidateFinder,
        relevance: Relevance,
        counterparts: Counterparts | None = None,
    ) -> None:
        self._index = sources.index
        self._languages = {sources.index.document_of(each.slug): each.language for each in sources.documents}
        self._finder = finder
        self._relevance = relevance
        self._counterparts = counterparts

    def relevant(
        self, topic: Question, doing: Collection[int] = (), within: npt.NDArray[np.bool_] | None = None
    ) -> list[Relevant]:
        """List what may deal with a topic, the likeliest first.

        `doing` are provisions in which the parties of the topic do what is asked. Nothing surely deals with
        it if not even the best is likelier to than not, and what lacks its only party doesn't at all.
        """
        judged = [(self._relevance.of(signs), each) for each, signs in self.signs(topic, doing, within)]
        judged.sort(key=lambda each: (-each[0], each[1].number))
        likeliest, sure = max((chance for chance, _ in judged), default=0.0), self._relevance.sure
        return [
            Relevant(each, is_sure=chance >= sure and likeliest >= EVEN)
            for chance, each in judged
            if chance >= self._relevance.enough and likeliest >= sure
        ]

    def signs(
        self, topic: Question, doing: Collection[int] = (), within: npt.NDArray[np.bool_] | None = None
    ) -> Iterator[tuple[Candidate, Signs]]:
        """Yield the provisions that a topic brings up, with the signs that they deal with it."""
        found = self._finder.find([topic], within=within, thorough=True)
        ranked = [each for each in found.ranked if not self._index.is_preamble[each.number]]
        if len(topic.parties) == 1:
            ranked = [each for each in ranked if Check.PARTY not in _lacking(each)]
        if not ranked:
            return
        ranked.sort(key=lambda each: -each.score)
        best, acts = ranked[0], set[int]()
        gap = max(best.score - found.background, LEAST_GAP)
        for each in ranked:
            act = int(self._index.document[each.number])
            yield (
                each,
                {
                    "share": (each.score - found.background) / gap,
                    "words": each.signs["words"],
                    "likeness": self._likeness(each, ranked[:CORE]),
                    "other_language": float(self._languages.get(act) != topic.language),
                    "unnamed": float(len(_lacking(each) - UNTOLD)),
                    "untold": float(len(_lacking(each) & UNTOLD - _lacking(best))),
                    "doing": float(each.number in doing),
                    "first": float(act not in acts),
                    "nearest": best.signs.get("meaning", 0.0),
                },
            )
            acts.add(act)

    def _likeness(self, one: Candidate, core: Sequence[Candidate]) -> float:
        """Return how like a provision is to those that stand out, on average."""
        if self._counterparts is None:
            return 0.0
        return sum(self._counterparts.likeness(one.number, each.number) for each in core) / len(core)


def _lacking(candidate: Candidate) -> set[Check]:
    return {each.check for each in candidate.objections}
