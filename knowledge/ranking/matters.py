"""Find one matter in several acts: fees, the next host, a yearly report; the latest agreement counts."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.language.frequencies import load_frequencies
from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.lead_ins import part_first
from knowledge.ranking.objections import Check, is_unnamed
from knowledge.search.sources import Sources
from knowledge.search.terms import exact, party_of

BY_SHARE, BY_LIKENESS, ENOUGH = 6.25, 3.85, 4.6
BY_WORDS_LESS, BY_WORDS_LACKING, BY_TOPICS_LESS, BY_OBJECTIONS = 2.8, 9.0, 1.35, 1.8
"""Weights of the signs that a provision of another act answers as the best one does: its share of how far the
best stands out, how alike they are, how many of the question's words that the best has it lacks, how many of
the topics it lacks entirely in the same language, and how many objections it has that the best hasn't. If the
best has less than SPOKEN of the words, it is unclear which matter is meant. Fitted by logistic regression on
1,140 pairs of provisions in 43 acts; with ENOUGH, a little above even odds, most questions show the right
act first."""
DOUBTFUL = -0.6
"""Log-odds from which a newer provision is asked back about, as in four of ninety questions."""

SPOKEN = 0.6
"""Share of a question's words from which it is clear which matter is meant."""

LEAST_GAP = 0.5
"""Least lead of the best over the background, to take a share of."""

AS_BEFORE = 11.9
"""Weight of the likeness to what was shown, where only another meeting is asked about."""

LEAST_ALIKE = 0.3
"""Likeness from which provisions of two acts are on the same matter, whatever was asked."""

STANDS_OUT = 0.06
"""How much nearer in meaning than others such a provision must be if it has no word of the question."""


class Matter(NamedTuple):
    """The provisions of several acts that give the same answer, newest first; `found` is the best of them.

    `doubtful` is a newer provision that may be on the matter, too.
    """

    found: Candidate
    alike: tuple[Candidate, ...]
    doubtful: Candidate | None = None

    @property
    def is_spoken_of(self) -> bool:
        """Whether the question is clearly on it: other acts have it, and the best lacks little of it."""
        lacks_names = any(map(is_unnamed, self.found.objections))
        return len(self.alike) > 1 and self.found.signs["words"] >= SPOKEN and not lacks_names

    @property
    def newest(self) -> Candidate:
        """The newest candidate with no objections but those that `found` has."""
        lacking = _lacks(self.found)
        return next(each for each in self.alike if _lacks(each) <= lacking)


class MatterFinder:
    """Find what several acts say alike, by the vectors of their provisions."""

    def __init__(self, sources: Sources, counterparts: Counterparts | None) -> None:
        self._index = sources.index
        self._languages = {sources.index.document_of(each.slug): each.language for each in sources.documents}
        self._frequencies = load_frequencies(sources.data.language)
        self._counterparts = counterparts

    def find(self, candidates: Candidates) -> Matter | None:
        """Gather the candidates on the matter of the best one, if other acts have it too."""
        found = candidates.ranked[0]
        if self._counterparts is None:
            return None
        alike, doubtful = [found], []
        names = self._names(candidates, found)
        for each in self._of_other_acts(candidates.ranked, found):
            if not all(each.number in self._index.postings(name).provisions for name in names):
                continue
            likeness = max(self._counterparts.likeness(member.number, each.number) for member in alike)
            odds = self._odds(candidates, each, likeness)
            if odds >= 0:
                alike.append(each)
            elif odds >= DOUBTFUL and _lacks(each) <= _lacks(found):
                doubtful.append(each)
        matter = Matter(found, tuple(sorted(alike, key=self._age)))
        newer = [each for each in doubtful if self._age(each) < self._age(matter.newest)]
        if newer:
            return matter._replace(doubtful=min(newer, key=self._age))
        return matter if len(alike) > 1 else None

    def _topics_less(self, candidates: Candidates, found: Candidate, other: Candidate) -> float:
        """Return the weight of the topics that `found` has and another provision in its language hasn't."""
        of_found, of_other = (
            self._languages.get(int(self._index.document[each.number])) for each in (found, other)
        )
        if of_found != of_other:
            return 0.0
        question, matched = candidates.compared[found.reading]
        return sum(
            unit.weight
            for row, unit in enumerate(question.units)
            if unit.is_topic
            and unit not in question.verbs
            and matched.scores[row, found.number] > 0
            and not matched.scores[row, other.number]
        )

    def _names(self, candidates: Candidates, found: Candidate) -> list[str]:
        """List the terms of the names that both a question and `found` have.

        A rare word with a capital is a name, even at the start of a sentence; a provision without it is about
        something else.
        """
        written = (
            word for word in re.findall(r"[^\W\d_]+", candidates.question_of(found).text) if word.istitle()
        )
        names = [exact(fold(word)) for word in written if not self._frequencies.of(fold(word))]
        return [name for name in names if found.number in self._index.postings(name).provisions]

    def _is_preamble(self, candidate: Candidate) -> bool:
        return bool(self._index.is_preamble[candidate.number])

    def _age(self, candidate: Candidate) -> float:
        return -float(self._index.recency[candidate.number])

    def counterparts(self, candidates: Candidates, shown: Collection[int]) -> Candidates | None:
        """Rank the candidates anew, counting their likeness to what was shown of another act.

        Return None if the best isn't alike: then the meeting has nothing on it.
        """
        if self._counterparts is None or not shown or not candidates.ranked:
            return None
        likeness = self._counterparts.likeness
        anew = [
            each._replace(score=each.score + AS_BEFORE * max(likeness(one, each.number) for one in shown))
            for each in self._of_same_parties(candidates, shown)
        ]
        if not anew:
            return None
        ranked = sorted(anew, key=lambda each: (-each.score, each.number))
        best = ranked[0]
        # A candidate with no word of the question must stand out by its meaning.
        is_near = best.signs["words"] > 0 or best.signs.get("lift", 0.0) >= STANDS_OUT
        is_alike = is_near and any(
            likeness(one, best.number) >= LEAST_ALIKE and self._counterparts.closest_sides(one, best.number)
            for one in shown
        )
        return candidates._replace(ranked=tuple(ranked)) if is_alike else None

    def _of_same_parties(self, candidates: Candidates, shown: Collection[int]) -> Iterator[Candidate]:
        """Yield the candidates that name the question's parties, as far as what was shown names them."""
        terms = (
            term
            for question, _ in candidates.compared
            for unit in question.units
            for term in unit.terms
            if party_of(term)
        )
        having = [set(self._index.postings(term).provisions.tolist()) for term in dict.fromkeys(terms)]
        binding = [numbers for numbers in having if not numbers.isdisjoint(shown)]
        for each in candidates.ranked:
            if all(each.number in numbers for numbers in binding):
                yield each

    def newest_counterparts(self, candidates: Candidates, shown: Collection[int]) -> Candidates | None:
        """Rank the candidates of the newest act that has what was shown, or the words of the question."""
        acts: dict[int, list[Candidate]] = {}
        for each in sorted(candidates.ranked, key=self._age):
            acts.setdefault(int(self._index.document[each.number]), []).append(each)
        for of_act in acts.values():
            own = candidates._replace(ranked=tuple(of_act))
            best = max(self._of_same_parties(own, shown), key=lambda each: each.score, default=None)
            if found := self.counterparts(own, shown):
                return found
            if best and best.signs["words"] >= SPOKEN and not best.objections:
                return own._replace(ranked=(best,))
        return None

    def _of_other_acts(self, ranked: Sequence[Candidate], found: Candidate) -> Iterator[Candidate]:
        """Yield the best candidate of each other act; preambles are compared with preambles only."""
        is_preamble = self._is_preamble(found)
        by_act: dict[int, list[Candidate]] = {}
        for each in ranked:
            if self._is_preamble(each) is is_preamble:
                by_act.setdefault(int(self._index.document[each.number]), []).append(each)
        del by_act[int(self._index.document[found.number])]
        for of_act in by_act.values():
            yield part_first(of_act, self._index.parent)[0]

    def _odds(self, candidates: Candidates, other: Candidate, likeness: float) -> float:
        """Return the log-odds that a provision of another act answers as the best one does.

        `likeness` is its likeness to the nearest of the provisions known to answer so.
        """
        found, background = candidates.ranked[0], candidates.background
        share = (other.score - background) / max(found.score - background, LEAST_GAP)
        spoken = found.signs["words"]
        # Another reading of the message may be so short that anything answers it.
        coverage = candidates.compared[found.reading].match.coverage
        less = max(0.0, spoken - float(coverage[other.number]))
        lacking = max(0.0, SPOKEN - spoken)
        for_it = BY_SHARE * share + BY_LIKENESS * likeness
        against = BY_WORDS_LESS * less + BY_WORDS_LACKING * lacking
        against += BY_TOPICS_LESS * self._topics_less(candidates, found, other)
        against += BY_OBJECTIONS * len(_lacks(other) - _lacks(found))
        return for_it - against - ENOUGH


def without_the_matter(candidates: Candidates, matter: Matter | None) -> Candidates:
    """Leave out the candidates that answer just as the best does: they make it no less certain."""
    if matter is None:
        return candidates
    alike = {each.number for each in matter.alike} - {matter.found.number}
    return candidates._replace(ranked=tuple(each for each in candidates.ranked if each.number not in alike))


def _lacks(candidate: Candidate) -> set[Check]:
    return {objection.check for objection in candidate.objections}
