"""Learn how sure an answer is, and how sure it must be: python -m benchmarks.calibration [--write].

A logistic regression on the signs of knowledge/answering/confidence.py, over labelled questions and, as
questions that no provision answers, those asked of another act. Prints what would have been refused and
answered if nothing had been learned from the same author; with --write, what all of them teach becomes
knowledge/data/learned/confidence.yaml.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from benchmarks.labelled import (
    AUTHORS,
    BUILT_IN_ACT,
    CHECKS,
    DELEGATES,
    DEVELOPMENT,
    OTHER_ACTS,
    TODAY,
    Labelled,
    load,
    open_joint_store,
    open_stores,
)
from knowledge.answering.confidence import Confidence, Evidence
from knowledge.answering.responder import Responder
from knowledge.language.datafiles import BUILT_IN

FOLDS = 5
ROUNDS = 6000
STEP = 0.5
PULL = 2e-3
"""How strongly weights are pulled towards zero, so that signs that seldom occur teach little."""

REFUSING = 6.0
"""What refusing a question is worse than answering one that no provision answers."""

JOINT = 0.3
"""What a question asked of all acts together counts: it is the same as that asked of its own."""

ANOTHER_ACT = "another act"
STRANGE = 0.25
"""What a question asked of another act counts: some of them happen to have an answer there."""

SURE = 0.25
"""How much surer than enough an answer must be not to ask which of several is meant."""

_HEADER = """\
# How sure an answer is: the weights of the signs that speak for and against it, added up and squeezed to
# 0..1. Learned from labelled questions by benchmarks/calibration.py; not to be edited by hand.

"""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """What was seen when the question of a chat was asked, in the search that came first."""

    chat: str
    signs: Evidence
    is_answerable: bool
    weight: float
    source: str
    author: str


class _Witness(Confidence):
    """Note the signs that it is shown, and let every answer pass."""

    seen: ClassVar[list[Evidence]] = []

    def of(self, evidence: Evidence) -> float:
        self.seen.append(evidence)
        return 1.0


def collect() -> list[Example]:
    """Ask all labelled questions of their act, and of all acts together; keep the signs of each search."""
    examples = []
    witness = _Witness(bias=0, weights={}, enough=0, sure=0)
    with open_stores() as stores, open_joint_store() as joint:
        responders = {slug: Responder(store, confidence=witness) for slug, store in stores.items()}
        everywhere = Responder(joint, confidence=witness)
        for name in (*DEVELOPMENT, *OTHER_ACTS, *CHECKS, *DELEGATES, *AUTHORS):
            for chat in load(name):
                if len(chat.turns) > 1:
                    continue
                examples += _ask(responders[chat.document], witness, chat, name, 1.0)
                examples += _ask(everywhere, witness, chat, "all acts together", JOINT)
                if chat.document != BUILT_IN_ACT:
                    examples += _ask(responders[BUILT_IN_ACT], witness, chat, ANOTHER_ACT, STRANGE)
    return examples


def _ask(
    responder: Responder, witness: _Witness, chat: Labelled, source: str, weight: float
) -> list[Example]:
    witness.seen.clear()
    turn = chat.turns[0]
    answer, _ = responder.ask(turn.q, today=TODAY, language=chat.language)
    if not answer.findings:
        return []  # A premise kept it silent, whatever the confidence.
    answerable = turn.is_answerable and source != ANOTHER_ACT
    return [Example(chat.id, signs, answerable, weight, source, chat.author) for signs in witness.seen[:1]]


def fit(examples: Sequence[Example], names: Sequence[str]) -> tuple[float, Numbers]:
    """Fit the bias and the weights; both sorts of questions count alike."""
    signs, answerable = _table(examples, names), np.array([each.is_answerable for each in examples])
    weight = np.array([each.weight for each in examples])
    for sort in (answerable, ~answerable):
        weight[sort] /= weight[sort].sum()
    bias, weights = 0.0, np.zeros(len(names))
    for _ in range(ROUNDS):
        error = (_squeeze(signs @ weights + bias) - answerable) * weight
        weights -= STEP * (signs.T @ error + PULL * weights)
        bias -= STEP * float(error.sum())
    return bias, weights


def predict(model: tuple[float, Numbers], examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    """Return how sure each answer is."""
    bias, weights = model
    return _squeeze(_table(examples, names) @ weights + bias)


def _table(examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    return np.array([[each.signs[name] for name in names] for each in examples], dtype=np.float64)


def _squeeze(total: Numbers) -> Numbers:
    squeezed: Numbers = 1 / (1 + np.exp(-total))
    return squeezed


def held_back(examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    """Predict each example by a model that hasn't seen its author."""
    predictions = np.zeros(len(examples))
    for author in {each.author for each in examples}:
        inside = [place for place, each in enumerate(examples) if each.author == author]
        others = [each for each in examples if each.author != author]
        model = fit(others, names)
        predictions[inside] = predict(model, [examples[place] for place in inside], names)
    return predictions


def choose_threshold(examples: Sequence[Example], predictions: Numbers) -> float:
    """Choose how sure an answer must be, for the least cost of refusals and of answers to nothing."""
    own = np.array([each.weight == 1.0 for each in examples])
    answerable = np.array([each.is_answerable for each in examples])

    def cost(threshold: float) -> float:
        refused = float((predictions[answerable & own] < threshold).mean())
        answered = float((predictions[~answerable & own] >= threshold).mean())
        return REFUSING * refused + answered

    return min((step / 100 for step in range(20, 80)), key=cost)


def main() -> None:
    """Print what held-back authors tell; write what all questions teach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write knowledge/data/learned/confidence.yaml")
    arguments = parser.parse_args()
    examples = collect()
    names = sorted(examples[0].signs)
    predictions = held_back(examples, names)
    enough = choose_threshold(examples, predictions)
    print(f"{len(examples)} questions searched for; enough: {enough:.2f}")
    for source in dict.fromkeys(each.source for each in examples):
        for answerable, verb in ((True, "refused"), (False, "answered")):
            chosen = [
                predictions[place]
                for place, each in enumerate(examples)
                if each.source == source and each.is_answerable is answerable
            ]
            if chosen:
                wrong = [bool(sureness < enough) == answerable for sureness in chosen]
                sort = "answerable" if answerable else "not answerable"
                print(f"{source:32} {len(chosen):4} {sort}: {verb} {np.mean(wrong):.3f}")
    if arguments.write:
        write(learned(fit(examples, names), names, enough))


def learned(model: tuple[float, Numbers], names: Sequence[str], enough: float) -> Confidence:
    """Return what answers are weighed by, given the threshold that examples teach."""
    bias, weights = model
    return Confidence(
        bias=bias,
        weights=dict(zip(names, map(float, weights), strict=True)),
        enough=enough,
        sure=min(enough + SURE, 0.9),
    )


def write(confidence: Confidence) -> None:
    """Write the data file that answers are weighed by."""
    lines = [f"bias: {confidence.bias:.2f}", "weights:"]
    lines += [f"  {name}: {weight:.2f}" for name, weight in confidence.weights.items()]
    lines += [f"enough: {confidence.enough:.2f}", f"sure: {confidence.sure:.2f}"]
    (BUILT_IN.learned / "confidence.yaml").write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
