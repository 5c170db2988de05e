"""Weights learned from labelled questions: of the signs that rank provisions and that judge the best one."""

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.language.datafiles import load_yaml
from knowledge.values.base import Value

Signs = Mapping[str, float]

ANSWERS = "answers"
"""The sign that comes from reading a question and a provision together."""

DOUBTFUL = (0.1, 0.8)
"""Range of sureness in which the best candidate is read together with the question: a third of questions."""


class Ranking(Value):
    """The weight of each sign of a candidate; `weights` are log-odds, so scores make chances by softmax."""

    weights: dict[str, float]


class Odds(Value):
    """How likely signs make something: the weight of each, as log-odds."""

    bias: float
    weights: dict[str, float]

    def of(self, signs: Signs) -> float:
        """Return the chance that signs make, from 0 to 1."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class Sureness(Odds):
    """How sure it is that the best candidate answers.

    `closer` judges doubtful cases by ANSWERS too, which takes longer; there is none without the encoder.
    An answer is given from `enough` on, and without asking back from `sure` on.
    """

    closer: Odds | None = None
    enough: float
    sure: float


class Relevance(Odds):
    """How likely a provision deals with a topic.

    From `enough` on it is listed as one that may, from `sure` on as one that does.
    """

    enough: float
    sure: float


class Model(Value):
    """All sets of weights; `intent` is how like an example a message must be to have its intent."""

    ranking: Ranking
    sureness: Sureness
    relevance: Relevance
    intent: float


class Weights(Value):
    """The contents of weights.yaml: one model with the sentence encoder and one by words alone."""

    meaning: Model
    words: Model


@lru_cache(maxsize=4)
def load_weights(folder: Path) -> Weights:
    """Read weights.yaml in a folder of data files; raise FaultyData on a mistake."""
    return load_yaml(folder / "weights.yaml", Weights)
