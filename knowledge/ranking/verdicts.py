"""Judge how surely the best candidate answers, and choose the others shown beside it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.folding import fold
from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.close_reading import CloseReader
from knowledge.ranking.objections import Objection
from knowledge.ranking.weights import ANSWERS, DOUBTFUL, Sureness
from knowledge.search.index import SearchIndex
from knowledge.understanding.cues import Asked
from knowledge.understanding.intents import REFUSED, IntentFinder, IntentMatch
from knowledge.understanding.question import Question

STRONG = 0.5
"""Share of a word's weight from which a provision mentions it."""

MAX_LISTED = 6
MAX_BESIDE = 3
BESIDE = 0.45
"""Share of the best candidate's chance from which another is shown beside it; of a list, a smaller one."""

_BESIDE_IN_LIST = 0.15
_OWN = frozenset({"meaning", "lift", "words", "most_words", "shown", "family"})
"""Signs of a candidate that also tell how sure it is; its position in the act doesn't."""

BESIDE_ACTS = -0.5
"""Score as a sentence for acts below which every bit less counts against it."""

ADRIFT = 1 / 3
"""Chance below which what shares no word with a question, and seems not to answer it, is no answer: of eight
such candidates for labelled questions one was right. «¿Cómo amaneció?» brings up the thanks."""

MOST_FOR_BOT = 3.0
"""Score as a sentence for the bot itself above which it counts no more: a campaign's name may be an order."""

_MARKS = " ¿?"
"""Punctuation that a sentence on its own is given and one within a message isn't."""

_MANY = 4
_MAX_GAP = 4.0


class Verdict(NamedTuple):
    """The best candidate, the objections to it, and how sure it is, from 0 to 1.

    It may be given as an answer if it `is_enough`; unless it `is_sure`, the answer is put as a question.
    """

    candidate: Candidate
    objections: tuple[Objection, ...]
    sureness: float
    is_enough: bool
    is_sure: bool


class Judge:
    """Judge what came up for a message."""

    def __init__(
        self, index: SearchIndex, sureness: Sureness, intents: IntentFinder, reader: CloseReader
    ) -> None:
        self._index = index
        self._sureness = sureness
        self._reader = reader
        self.intents = intents

    def verdict(self, candidates: Candidates, intent: IntentMatch, *, is_for_acts: bool = False) -> Verdict:
        """Judge the best candidate; there must be one.

        `is_for_acts` marks a message known to be one for acts by something other than its meaning.
        """
        best = candidates.ranked[0]
        sureness = self.sureness(candidates, intent, self._sureness, is_for_acts=is_for_acts)
        return Verdict(
            best,
            best.objections,
            sureness,
            is_enough=sureness >= self._sureness.enough,
            is_sure=sureness >= self._sureness.sure,
        )

    def sureness(
        self, candidates: Candidates, intent: IntentMatch, by: Sureness, *, is_for_acts: bool = False
    ) -> float:
        """Return how sure it is that the best candidate answers, by the weights of `by`."""
        signs = self.signs(candidates, intent)
        if is_for_acts:
            signs |= {"for_acts": max(0.0, signs["for_acts"]), "beside_acts": 0.0, "for_bot": 0.0}
        at_first = by.of(signs)
        if by.closer is None or not is_doubtful(at_first):
            return at_first
        odds = self.odds(candidates)
        if odds is None:
            return at_first
        is_adrift = not signs.get("words") and odds < 0 and signs["chance"] < ADRIFT
        return 0.0 if is_adrift else by.closer.of(signs | {ANSWERS: odds})

    def odds(self, candidates: Candidates) -> float | None:
        """Read the best candidate together with the question; return the log-odds that it answers.

        Only the question of a longer message is read: the text around it hides whether the provision tells
        what is asked.
        """
        best = candidates.ranked[0]
        return self._reader.odds_of(self._asked(candidates), best.number)

    def _asked(self, candidates: Candidates) -> Question:
        """Return the shortest reading that asks about a topic which the best candidate mentions."""
        best = candidates.ranked[0]
        whole, _ = candidates.compared[best.reading]
        asking = [
            question
            for question, matched in candidates.compared
            if question.asks
            and question.text in whole.text
            and any(
                unit.is_topic and matched.scores[row, best.number] > 0
                for row, unit in enumerate(question.units)
            )
        ]
        return min(asking, key=lambda each: len(each.text), default=whole)

    def signs(self, candidates: Candidates, intent: IntentMatch) -> dict[str, float]:
        """Return the signs for and against the best candidate being the answer."""
        best = candidates.ranked[0]
        said = _own_text(candidates)
        for_acts = self.intents.for_acts(said)
        question, matched = candidates.compared[best.reading]
        topics = [place for place, unit in enumerate(question.units) if unit.is_topic]
        worth = matched.worth
        strong = [place for place in topics if matched.scores[place, best.number] >= STRONG * worth[place]]
        missed = [place for place in topics if place not in strong]
        absent = [place for place in missed if not any(map(self._index.has, question.units[place].terms))]
        known = [place for place in missed if place not in absent]
        own = {
            name: value
            for name, value in best.signs.items()
            if name in _OWN or name.startswith(("no_", "tells_"))
        }
        return own | {
            "score_gap": min(best.score - self._rival(candidates), _MAX_GAP),
            "chance": chances(candidates.ranked)[0],
            "strong": min(len(strong), _MANY) / _MANY,
            "missed": min(sum(float(worth[place]) for place in known), 2.0),
            "absent": min(sum(float(worth[place]) for place in absent), 2.0),
            "agree": self._agree(candidates),
            "for_acts": for_acts,
            "beside_acts": max(0.0, BESIDE_ACTS - for_acts),
            "for_bot": min(max(0.0, self.intents.for_bot(said)), MOST_FOR_BOT),
            "no_topic": float(not topics),
            "intent": intent.likeness,
            "refused": intent.likeness * (intent.intent in REFUSED),
            "foreign": float(question.is_foreign),
            "readings": float(len(candidates.compared) > 1),
        }

    def _rival(self, candidates: Candidates) -> float:
        """Return the score of the best candidate of another numbered provision."""
        own = self._item(candidates.ranked[0])
        others = (each.score for each in candidates.ranked if self._item(each) != own)
        return next(others, candidates.ranked[0].score - _MAX_GAP)

    def _agree(self, candidates: Candidates) -> float:
        """Return the share of words and meaning that alone put the same numbered provision first."""
        own = self._item(candidates.ranked[0])
        present = [name for name in ("words", "meaning") if name in candidates.ranked[0].signs]
        firsts = (max(candidates.ranked, key=lambda each: each.signs[name]) for name in present)
        return sum(self._item(each) == own for each in firsts) / len(present)

    def _item(self, candidate: Candidate) -> int:
        parent = int(self._index.parent[candidate.number])
        return parent if parent >= 0 else candidate.number


def is_doubtful(sureness: float) -> bool:
    """Tell whether it is worth reading the best candidate together with the question."""
    lowest, highest = DOUBTFUL
    return lowest < sureness < highest


def _own_text(candidates: Candidates) -> str:
    """Return the sentence that the best candidate answers, without what earlier messages filled in."""
    asked, whole = candidates.question_of(candidates.ranked[0]).about, candidates.compared[0].question.about
    return asked if fold(asked).strip(_MARKS) in fold(whole) else whole


def chances(ranked: Sequence[Candidate]) -> list[float]:
    """Turn scores into chances of being the answer, which add up to 1."""
    top = max(each.score for each in ranked)
    weights = [math.exp(each.score - top) for each in ranked]
    total = sum(weights)
    return [weight / total for weight in weights]


def choose(candidates: Candidates) -> list[Candidate]:
    """Choose the candidates to show: the best, and those nearly as likely with no more objections."""
    best = candidates.ranked[0]
    lists = candidates.question_of(best).wants(Asked.LIST)
    share = _BESIDE_IN_LIST if lists else BESIDE
    shown = chances(candidates.ranked)
    beside = [
        each
        for each, chance in zip(candidates.ranked, shown, strict=True)
        if chance >= share * shown[0] and len(each.objections) <= len(best.objections)
    ]
    return beside[: MAX_LISTED if lists else MAX_BESIDE]
