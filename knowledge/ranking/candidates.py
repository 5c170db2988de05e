"""Candidates: the provisions that may answer, each with the signs for and against it.

A question is compared with every provision by its words and, with the encoder, by its meaning. All readings
of a message are compared; a provision counts by its best.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.checks import Checker
from knowledge.ranking.lead_ins import NEARLY, part_first
from knowledge.ranking.meanings import Meaning
from knowledge.ranking.objections import Check, Objection
from knowledge.ranking.signs import SignReader, speaks
from knowledge.ranking.views import ViewReader
from knowledge.ranking.weights import Ranking
from knowledge.search.index import Numbers
from knowledge.search.matching import Match, Unit, match
from knowledge.search.parts import Parts
from knowledge.search.sources import Sources
from knowledge.search.terms import is_concept, is_party, is_role, is_stem
from knowledge.understanding.question import Question

LOOKED_AT = 60
"""How many provisions the words of a reading bring up, and as many again its meaning."""

CHECKED, ACTS_CHECKED = 8, 12
"""How many provisions are checked per reading, and in how many acts the best one is, too."""

_LACKING = {check: f"no_{check}" for check in Check}
_NOTHING_LACKING = dict.fromkeys(_LACKING.values(), 0.0)
"""The signs of objections to a provision, all at zero."""


class Shown(NamedTuple):
    """Provisions just shown and their relatives; a follow-up means them again if they mention its topics."""

    numbers: frozenset[int] = frozenset()
    family: frozenset[int] = frozenset()


NOTHING_SHOWN = Shown()


class Candidate(NamedTuple):
    """A provision that may answer, by the reading that brought it up."""

    number: int
    reading: int
    signs: dict[str, float]
    objections: tuple[Objection, ...]
    score: float


class Compared(NamedTuple):
    """A reading of the message, and how well its words match each provision."""

    question: Question
    match: Match


class Candidates(NamedTuple):
    """The candidates for a message, best first, and the readings that were compared.

    `background` is the mean score of the candidates other than the best of each act: how near anything is.
    """

    ranked: tuple[Candidate, ...]
    compared: tuple[Compared, ...]
    background: float = 0.0

    def of_readings(self, count: int) -> "Candidates":
        """Return only the candidates that one of the first readings brought up."""
        return self._replace(ranked=tuple(each for each in self.ranked if each.reading < count))

    def question_of(self, candidate: Candidate) -> Question:
        """Return the reading of a candidate."""
        return self.compared[candidate.reading].question


class CandidateFinder:
    """Find candidates in one store, with the parts that are switched on."""

    def __init__(
        self,
        sources: Sources,
        ranking: Ranking,
        parts: Parts,
        meaning: Meaning | None = None,
        counterparts: Counterparts | None = None,
    ) -> None:
        self._index = sources.index
        self._ranking = ranking
        self._parts = parts
        self._meaning = meaning
        self._signs = SignReader(sources.index, parts, meaning, counterparts)
        self._views = ViewReader(sources)
        self._checker = Checker(sources)

    def find(
        self,
        readings: Sequence[Question],
        *,
        shown: Shown = NOTHING_SHOWN,
        within: npt.NDArray[np.bool_] | None = None,
        thorough: bool = False,
    ) -> Candidates:
        """List the candidates for the readings of one message; `within` limits them to some provisions.

        All that comes up is checked and listed if `thorough`.
        """
        compared = [self._compared(each) for each in readings]
        found: list[Candidate] = []
        for place, reading in enumerate(compared):
            found += self._candidates(place, reading, compared[0], shown, within)
        found.sort(key=lambda each: -each.score)
        most = len(found) if thorough else CHECKED * len(readings)
        best = list(self._worth_checking(found, most))
        checked = [self._checked(each, compared[each.reading].question) for each in best]
        ranked: dict[int, Candidate] = {}
        for candidate in sorted(checked, key=lambda each: (-each.score, each.number)):
            ranked.setdefault(candidate.number, candidate)
        best_first = part_first([*ranked.values()], self._index.parent)
        return Candidates(best_first, tuple(compared), self._background(found))

    def _background(self, found: Sequence[Candidate]) -> float:
        """Return the mean score of the candidates, leaving out the best of each act and its family."""
        items, scores = dict[int, int](), dict[int, float]()
        for each in found:
            parent = int(self._index.parent[each.number])
            item = parent if parent >= 0 else each.number
            if items.setdefault(int(self._index.document[each.number]), item) != item:
                scores.setdefault(each.number, each.score)
        others = [*scores.values()] or [each.score for each in found[-1:]]
        return sum(others) / max(len(others), 1)

    def _worth_checking(self, found: Sequence[Candidate], most: int) -> Iterator[Candidate]:
        """Yield the best candidates, and the best of further acts and its parts, which may say the same."""
        acts: set[int] = set()
        wholes: dict[int, Candidate] = {}
        for place, each in enumerate(found):
            act, parent = int(self._index.document[each.number]), int(self._index.parent[each.number])
            whole = wholes.pop(parent, None)
            is_its_part = whole is not None and whole.score - each.score < NEARLY
            if place < most or is_its_part or (act not in acts and len(acts) < ACTS_CHECKED):
                yield each
            if act not in acts:
                wholes[each.number] = each
            acts.add(act)

    def _compared(self, question: Question) -> Compared:
        return Compared(question, match(self._index, tuple(map(self._keep, question.units))))

    def _candidates(
        self,
        place: int,
        compared: Compared,
        whole: Compared,
        shown: Shown,
        within: npt.NDArray[np.bool_] | None,
    ) -> Iterable[Candidate]:
        """Yield the candidates of one reading, not yet checked."""
        question, coverage = compared.question, compared.match.coverage
        text = " ".join(question.about.split())
        numbers = self._brought_up(text, compared.match, within)
        if not len(numbers):
            return
        speaking = (
            speaks(whole.question, whole.match, numbers)
            if shown.family
            else np.zeros(len(numbers), np.float32)
        )
        signs = self._signs.read(question, text, coverage, numbers) | {
            "shown": np.isin(numbers, list(shown.numbers)) * speaking,
            "family": np.isin(numbers, list(shown.family)) * speaking,
            "unspoken": np.float32(bool(shown.family)) * (1 - speaking),
        }
        weights = self._ranking.weights
        scores = sum(
            (weights.get(name, 0.0) * values for name, values in signs.items()), np.zeros(len(numbers))
        )
        best = np.argsort(-scores, kind="stable")[:LOOKED_AT]
        told = [values[best].tolist() for values in signs.values()]
        for number, score, *own in zip(numbers[best].tolist(), scores[best].tolist(), *told, strict=True):
            yield Candidate(number, place, dict(zip(signs, own, strict=True)), (), score)

    def _brought_up(self, text: str, matched: Match, within: npt.NDArray[np.bool_] | None) -> Numbers:
        """Return the provisions that the words or the meaning of a reading bring up."""
        chosen = matched.best(LOOKED_AT, within)
        if self._meaning is not None and text:
            near = self._meaning.nearest(text, LOOKED_AT, chosen)
            chosen = np.union1d(chosen, near if within is None else near[within[near]]).astype(np.int32)
        return chosen

    def _checked(self, candidate: Candidate, question: Question) -> Candidate:
        """Check a candidate against the question, and let the objections count in its score."""
        if not self._parts.premises:
            return candidate
        objections = self._checker.objections(question, self._views.of(candidate.number))
        counts = Counter(_LACKING[objection.check] for objection in objections)
        lacking = {name: min(float(counts[name]), 2.0) for name in counts}
        weights = self._ranking.weights
        against = sum(weights.get(name, 0.0) * lacking[name] for name in _LACKING.values() if name in lacking)
        signs = candidate.signs | _NOTHING_LACKING | lacking
        return candidate._replace(signs=signs, objections=objections, score=candidate.score + against)

    def _keep(self, unit: Unit) -> Unit:
        """Drop the alternatives of parts that are switched off."""
        switches = (
            (self._parts.stems, is_stem),
            (self._parts.thesaurus, is_concept),
            (self._parts.parties, is_party),
            (self._parts.roles, is_role),
        )
        off = [is_of_part for is_on, is_of_part in switches if not is_on]
        kept = (each for each in unit.alternatives if not any(is_of_part(each.term) for is_of_part in off))
        return unit._replace(alternatives=tuple(kept)) if off else unit
