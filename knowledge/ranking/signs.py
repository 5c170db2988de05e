"""Signs for and against provisions as the answer to a question, each as an array beside their numbers."""

from collections.abc import Mapping

import numpy as np

from knowledge.meaning.counterparts import Counterparts
from knowledge.ranking.meanings import Meaning
from knowledge.search.flags import Holds
from knowledge.search.index import Numbers, SearchIndex, Weights
from knowledge.search.matching import Match
from knowledge.search.parts import Parts
from knowledge.search.terms import of_party
from knowledge.understanding.cues import Asked
from knowledge.understanding.mentions import MentionKind
from knowledge.understanding.question import Question

USUAL = 30
"""How many of the provisions nearest in meaning make up the mean above which the best must stand out."""

OF_LANGUAGE = 1.5
"""Factor of the allowance for a provision's language: not quite once each for its whole and its window."""

_TELLS: Mapping[Asked, tuple[str, Holds]] = {
    Asked.DEADLINE: ("tells_time", Holds.DEADLINE | Holds.TIME),
    Asked.DATE: ("tells_time", Holds.DATE | Holds.EVENT),
    Asked.PLACE: ("tells_place", Holds.PLACE),
    Asked.COUNT: ("tells_count", Holds.NUMBER),
    Asked.COUNTRY: ("tells_who", Holds.COUNTRY),
    Asked.ORGANIZATION: ("tells_who", Holds.ORGANIZATION),
    Asked.PERSON: ("tells_person", Holds.PERSON),
    Asked.HOLDER: ("tells_person", Holds.PERSON),
    Asked.WHO: ("tells_who", Holds.TASK | Holds.PERSON | Holds.PROPOSAL | Holds.SUPPORT | Holds.ORGANIZER),
    Asked.ADDRESSEE: ("tells_who", Holds.TASK),
}
"""The sign for what is asked, and what a provision must hold to have it."""

_KINDS = {
    "preamble": Holds.PREAMBLE,
    "sub_item": Holds.SUB_ITEM,
    "lead_in": Holds.HAS_SUB_ITEMS,
    "recommendation": Holds.RECOMMENDATION,
}

SPOKEN = 0.35
"""Share of a word's weight from which a provision mentions it."""


class SignReader:
    """Read signs from one index, with the parts that are switched on."""

    def __init__(
        self, index: SearchIndex, parts: Parts, meaning: Meaning | None, counterparts: Counterparts | None
    ) -> None:
        self._index = index
        self._parts = parts
        self._meaning = meaning
        self._counterparts = counterparts

    def read(self, question: Question, text: str, coverage: Weights, numbers: Numbers) -> dict[str, Weights]:
        """Return the signs of some provisions, each as an array beside `numbers`."""
        holds = self._index.holds[numbers]
        best = max(float(coverage.max(initial=0)), 1e-6)
        signs: dict[str, Weights] = {
            "words": coverage[numbers],
            "most_words": coverage[numbers] / np.float32(best),
            "parties": self._parties(question, numbers),
            **self._told(question, holds),
            "asks": np.full(len(numbers), np.float32(question.asks)),
            "newest": self._index.recency[numbers],
        }
        near = self._near(question, text, numbers)
        if near is not None:
            signs["meaning"] = near
            signs["lift"] = near - np.sort(near)[-USUAL:].mean(dtype=np.float32)
        if self._parts.structure:
            for name, kind in _KINDS.items():
                signs[name] = ((holds & int(kind)) != 0).astype(np.float32)
        return signs

    def _near(self, question: Question, text: str, numbers: Numbers) -> Weights | None:
        """Return how near provisions are in meaning, whatever languages they are in."""
        near = self._meaning.likeness(text, numbers) if self._meaning else None
        vector = self._meaning.encode(text) if self._meaning and self._counterparts else None
        if near is None or vector is None or self._counterparts is None:
            return near
        return near + OF_LANGUAGE * self._counterparts.handicaps(vector, numbers, question.language)

    def _parties(self, question: Question, numbers: Numbers) -> Weights:
        """Return the share of the question's parties that each provision names."""
        named = [each.value for each in question.mentions if each.kind is MentionKind.PARTY]
        share = np.zeros(len(numbers), np.float32)
        for name in named if self._parts.parties else ():
            share += np.isin(numbers, self._index.postings(of_party(name)).provisions) / np.float32(
                len(named)
            )
        return share

    def _told(self, question: Question, holds: Numbers) -> dict[str, Weights]:
        """Mark the provisions that hold the kind of thing a question asks for."""
        signs: dict[str, Weights] = {}
        for asked in question.asked if self._parts.sorts else ():
            if asked in _TELLS:
                name, sort = _TELLS[asked]
                signs[name] = ((holds & int(sort)) != 0).astype(np.float32)
        return signs


def speaks(question: Question, match: Match, numbers: Numbers) -> Weights:
    """Mark the provisions that mention every topic of a question that any provision mentions."""
    scores, worth = match.scores, match.worth
    topics = [
        place
        for place, unit in enumerate(question.units)
        if unit.is_topic and unit not in question.verbs and scores[place].any()
    ]
    spoken = [scores[place, numbers] >= SPOKEN * worth[place] for place in topics]
    return np.all(spoken, axis=0).astype(np.float32) if spoken else np.ones(len(numbers), np.float32)
