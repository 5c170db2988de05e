"""Fit the weights of weights.yaml to labelled turns, each act counting alike.

The ranking is a conditional logit: of the candidates for a question, the right ones should be likeliest. The
sureness is a logistic regression on the signs of the best candidate: is it right to answer with it?
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from knowledge.ranking.candidates import Candidate, Candidates
from knowledge.ranking.verdicts import Judge, is_doubtful
from knowledge.ranking.weights import ANSWERS, Odds, Ranking, Sureness
from knowledge.understanding.intents import IntentMatch

Array = npt.NDArray[np.float64]
Bounds = tuple[float | None, float | None]

RANKING_RIDGE, SURENESS_RIDGE = 0.03, 0.003
"""The L2 penalties on standardized weights, against the mean log-loss of the acts."""

FOR = frozenset(
    {
        "meaning",
        "words",
        "most_words",
        "parties",
        "told",
        "shown",
        "family",
        "chance",
        "score_gap",
        "strong",
        "agree",
        "lift",
        "for_acts",
        ANSWERS,
    }
)
"""Signs that can only speak for a candidate; those that begin with AGAINST can only speak against it."""

CERTAIN = ("no_party", "no_country", "no_day", "no_number", "no_next")
"""Signs that a candidate lacks something the question names; they are hardly ever mistaken."""

BINDING = dict.fromkeys(CERTAIN, (-0.7, -2.5))
"""Their least weights in the ranking and in the sureness, however few questions have them."""

AGAINST = (
    "unspoken",
    "beside_acts",
    "for_bot",
    "no_",
    "missed",
    "absent",
    "head_missed",
    "foreign",
    "intent",
    "refused",
)


@dataclass(frozen=True)
class Example:
    """A labelled turn that a search decides: its candidates, and the numbers of the right provisions."""

    act: str
    author: str
    group: str
    candidates: Candidates
    right: frozenset[int]
    intent: IntentMatch
    judge: Judge

    @property
    def is_answerable(self) -> bool:
        """Tell whether the act answers it."""
        return bool(self.right)


def fit_ranking(examples: Sequence[Example]) -> Ranking:
    """Fit the weights that put right candidates first."""
    useful = [each for each in examples if _is_telling(each)]
    names = sorted(
        {name for each in useful for candidate in each.candidates.ranked for name in candidate.signs}
    )
    matrix = np.concatenate([_matrix(each.candidates.ranked, names) for each in useful])
    spread = _spread(matrix)
    scaled = matrix / spread
    sizes = [len(each.candidates.ranked) for each in useful]
    right = np.array(
        [each.number in example.right for example in useful for each in example.candidates.ranked]
    )
    starts = np.cumsum([0, *sizes[:-1]])
    shares = np.array(_shares(useful))

    def loss(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights
        chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
        of_right = np.maximum(np.add.reduceat(chances * right, starts), 1e-12)
        wanted = chances * right / np.repeat(of_right, sizes)
        total = RANKING_RIDGE * float(weights @ weights) - float(shares @ np.log(of_right))
        return total, 2 * RANKING_RIDGE * weights - scaled.T @ (np.repeat(shares, sizes) * (wanted - chances))

    bounds = _bounds(names, 0, spread)
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds).x / spread
    return Ranking(weights={name: round(float(value), 3) for name, value in zip(names, found, strict=True)})


def rank_anew(example: Example, ranking: Ranking) -> Candidates:
    """Rank the candidates of an example by other weights."""
    anew = [
        each._replace(score=sum(ranking.weights.get(name, 0.0) * value for name, value in each.signs.items()))
        for each in example.candidates.ranked
    ]
    ranked = sorted(anew, key=lambda each: (-each.score, each.number))
    return example.candidates._replace(ranked=tuple(ranked))


class Judged(NamedTuple):
    """The best candidate by some ranking: its signs, and whether it is right."""

    signs: Mapping[str, float]
    is_right: bool
    share: float
    """Its weight among all examples."""


def fit_sureness(examples: Sequence[Example], ranking: Ranking) -> Sureness:
    """Fit the weights that predict whether the best candidate is right, and those for doubtful ones."""
    useful = [each for each in examples if each.candidates.ranked]
    ranked = [rank_anew(each, ranking) for each in useful]
    judged = [
        Judged(each.judge.signs(candidates, each.intent), candidates.ranked[0].number in each.right, share)
        for each, candidates, share in zip(useful, ranked, _shares(useful), strict=True)
    ]
    odds = fit_odds(judged)
    read = [
        each._replace(signs={**each.signs, ANSWERS: answers})
        for each, example, candidates in zip(judged, useful, ranked, strict=True)
        if is_doubtful(odds.of(each.signs)) and (answers := example.judge.odds(candidates)) is not None
    ]
    closer = fit_odds(read) if read else None
    return Sureness(bias=odds.bias, weights=odds.weights, closer=closer, enough=0.5, sure=0.7)


def fit_odds(judged: Sequence[Judged]) -> Odds:
    """Fit the weights that predict from its signs whether a candidate is right."""
    names = sorted({name for each in judged for name in each.signs})
    matrix = np.array([[each.signs.get(name, 0.0) for name in names] for each in judged])
    right = np.array([each.is_right for each in judged], dtype=float)
    spread, middle = _spread(matrix), matrix.mean(axis=0)
    scaled = (matrix - middle) / spread
    shares = np.array([each.share for each in judged])
    shares /= shares.sum()

    def loss(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights[1:] + weights[0]
        chances = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        logs = right * np.log(chances + 1e-12) + (1 - right) * np.log(1 - chances + 1e-12)
        miss = shares * (chances - right)
        slope = np.concatenate([[miss.sum()], scaled.T @ miss + 2 * SURENESS_RIDGE * weights[1:]])
        return float(-shares @ logs + SURENESS_RIDGE * weights[1:] @ weights[1:]), slope

    bounds = [(None, None), *_bounds(names, 1, spread)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = found[1:] / spread
    return Odds(
        bias=round(float(found[0] - middle @ weights), 3),
        weights={name: round(float(value), 3) for name, value in zip(names, weights, strict=True)},
    )


def _bounds(names: Sequence[str], part: int, spread: Array) -> list[Bounds]:
    """Return bounds that keep a few odd questions from giving a sign the opposite of its meaning.

    `part` is 0 for the ranking and 1 for the sureness; `spread` is the deviation of each sign.
    """
    return [
        _bounds_of(name, BINDING.get(name), part, scale) for name, scale in zip(names, spread, strict=True)
    ]


def _bounds_of(name: str, least: tuple[float, float] | None, part: int, scale: float) -> Bounds:
    if least:
        return None, least[part] * scale
    if name in FOR or name.startswith("tells_"):
        return 0.0, None
    return (None, 0.0) if name.startswith(AGAINST) else (None, None)


def _is_telling(example: Example) -> bool:
    numbers = {each.number for each in example.candidates.ranked}
    return bool(numbers & example.right) and not numbers <= example.right


def _matrix(ranked: Sequence[Candidate], names: Sequence[str]) -> Array:
    return np.array([[each.signs.get(name, 0.0) for name in names] for each in ranked])


def _spread(matrix: Array) -> Array:
    spread: Array = matrix.std(axis=0)
    return np.where(spread > 1e-6, spread, 1.0)  # noqa: PLR2004  a sign that never varies tells nothing


def _shares(examples: Sequence[Example]) -> list[float]:
    """Return the weight of each example; acts weigh alike, and 1 all together."""
    acts = [each.act for each in examples]
    return [1 / (len(set(acts)) * acts.count(each.act)) for each in examples]
