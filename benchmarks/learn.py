"""Learn the weights from all labelled sets: python -m benchmarks.learn [--check].

Prints, act by act, how good answers are with what was learned from the other acts. Then learns from all of
them, and writes knowledge/data/learned/: weights.yaml, and intents.npz with the vectors of the examples in
intents.yaml and the direction that tells sentences that acts answer from others.

`enough` is the sureness that REFUSED of the right answers don't reach, by what is held out; `sure` the one
from which on RIGHT of the answers are right. --check holds nothing out and writes nothing; it ends with
status 1 if a weight differs from what is learned by more than TOLERANCE: another processor rounds the
encoder's last digits otherwise.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.collecting import RememberingEncoder, collect
from benchmarks.labelled import BUILT_IN_ACT, Labelled, load_all, open_stores
from benchmarks.learning import Example, fit_ranking, fit_sureness, signs_of
from benchmarks.tables import Row, shares
from knowledge.answering.meanings import FILE_NAME, load_learned
from knowledge.answering.weights import Model, Ranking, Sureness, Weights, load_weights
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.packing import Vector, Vectors
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.understanding.intents import load_intents

MOST = 500
"""Chats of one act that are learned from, evenly chosen: it weighs no more for having more of them."""

REFUSED = 0.04
RIGHT = 0.9
LEAST_SURE = 0.1
"""`sure` is at least so much above `enough`."""

TOLERANCE = 0.25
"""Share of a weight, or of 1 if it is less, by which it may differ from what is learned anew."""

INTENT = {"meaning": 0.9, "words": 0.8}
"""How like an example a message must be: fewer than 1 of 100 labelled questions are."""

FIGURES = ("first", "right", "refused", "silent")
"""What is counted: first, a right provision leads; right, it is answered with; refused, an answerable
question is not; silent, an unanswerable one is not."""


_HELD_OUT = (".enough", ".sure")


class Held(NamedTuple):
    """An example judged by what was learned without its act."""

    example: Example
    is_right: bool
    sureness: float


def main() -> int:
    """Learn, print, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the files, and write nothing")
    arguments = parser.parse_args()
    encoder = RememberingEncoder()
    chats = {act: labelled[:: 1 + len(labelled) // MOST] for act, labelled in load_all().items()}
    holds_out = not arguments.check
    with open_stores(encoder) as stores:
        learned = Weights(
            meaning=_learn("meaning", chats, stores, encoder, holds_out=holds_out),
            words=_learn("words", chats, stores, None, holds_out=holds_out),
        )
    intents, direction = _intents(encoder), direct(chats, encoder)
    if arguments.check:
        faults = list(_differences(learned, load_weights(BUILT_IN.learned)))
        print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
        return int(bool(faults))
    _write(BUILT_IN.learned, learned, intents, direction)
    return 0


def _learn(
    name: str,
    chats: Mapping[str, Sequence[Labelled]],
    stores: Mapping[str, KnowledgeStore],
    encoder: Encoder | None,
    *,
    holds_out: bool,
) -> Model:
    """Learn one model from all examples; acts held out tell how sure is enough."""
    examples = collect(chats, stores, encoder)
    enough, sure = 0.0, 0.0
    if holds_out:
        held = [each for act in chats for each in _hold_out(act, examples, chats, encoder)]
        enough, sure = _limits(held)
        print(shares(f"{name}, act held out", FIGURES, _rows(held, enough)))
    _direct(examples, direct(chats, encoder) if encoder else None)
    ranking = fit_ranking(examples)
    sureness = fit_sureness(examples, ranking).model_copy(update={"enough": enough, "sure": sure})
    return Model(ranking=ranking, sureness=sureness, intent=INTENT[name])


def _hold_out(
    act: str, examples: Sequence[Example], chats: Mapping[str, Sequence[Labelled]], encoder: Encoder | None
) -> Iterator[Held]:
    """Judge the examples of an act by what the other acts teach."""
    others = {name: labelled for name, labelled in chats.items() if name != act}
    _direct(examples, direct(others, encoder) if encoder else None)
    kept = [each for each in examples if each.act != act]
    ranking = fit_ranking(kept)
    sureness = fit_sureness(kept, ranking)
    for example in examples:
        if example.act == act:
            yield _judge(example, ranking, sureness)


def _judge(example: Example, ranking: Ranking, sureness: Sureness) -> Held:
    if not example.candidates.ranked:
        return Held(example, is_right=False, sureness=0.0)
    signs, is_right = signs_of(example, ranking)
    return Held(example, is_right, sureness.of(signs))


def _limits(held: Sequence[Held]) -> tuple[float, float]:
    """Choose how sure is enough to answer, and to answer without asking back."""
    right = sorted(each.sureness for each in held if each.is_right)
    enough = right[int(REFUSED * len(right))]
    answered = sorted((each for each in held if each.sureness >= enough), key=lambda each: each.sureness)
    place = next(
        (
            at
            for at in range(len(answered))
            if sum(each.is_right for each in answered[at:]) >= RIGHT * (len(answered) - at)
        ),
        len(answered) - 1,
    )
    sure = max(answered[place].sureness, enough + LEAST_SURE)
    return round(enough, 3), round(min(sure, 1.0), 3)


def _rows(held: Sequence[Held], enough: float) -> Iterator[Row]:
    """Yield the figures of each act, and their mean."""
    by_act: dict[str, list[Held]] = {}
    for each in held:
        by_act.setdefault(each.example.act, []).append(each)
    rows = [Row(act, len(members), _figures(members, enough)) for act, members in by_act.items()]
    yield from rows
    mean = {
        name: float(np.mean([row.figures[name] for row in rows if name in row.figures])) for name in FIGURES
    }
    yield Row("mean of acts", len(held), mean)


def _figures(held: Sequence[Held], enough: float) -> dict[str, float]:
    answerable = [each for each in held if each.example.is_answerable]
    others = [each for each in held if not each.example.is_answerable]
    figures: dict[str, float] = {}
    if answerable:
        figures["first"] = float(np.mean([each.is_right for each in answerable]))
        figures["right"] = float(np.mean([each.is_right and each.sureness >= enough for each in answerable]))
        figures["refused"] = float(np.mean([each.sureness < enough for each in answerable]))
    if others:
        figures["silent"] = float(np.mean([each.sureness < enough for each in others]))
    return figures


def direct(chats: Mapping[str, Sequence[Labelled]], encoder: Encoder) -> Vector:
    """Learn the direction from sentences that no act answers to those that one does; the bias stands last.

    Wrong premises look like questions for acts, and turns of a dialogue like nothing by themselves: both are
    left out. Each act weighs alike.
    """
    rows = [
        (act, chat.turns[0])
        for act, labelled in chats.items()
        for chat in labelled
        if not chat.is_dialogue and chat.group != "false_premise"
    ]
    acts = [act for act, _ in rows]
    vectors = encoder.encode_questions([turn.q for _, turn in rows])
    if vectors is None:
        message = "the encoder can't be used"
        raise RuntimeError(message)
    weights = np.array([1 / acts.count(act) for act in acts])
    model = LogisticRegression(C=3, class_weight="balanced", max_iter=1000)
    model.fit(vectors, [turn.is_answerable for _, turn in rows], weights * len(weights) / weights.sum())
    return np.concatenate([model.coef_[0], model.intercept_]).astype(np.float32)


def _direct(examples: Iterable[Example], direction: Vector | None) -> None:
    for intents in {example.judge.intents for example in examples}:
        intents.direction = direction


def _intents(encoder: Encoder) -> Vectors:
    vectors = encoder.encode_questions([sentence for _, sentence in load_intents(BUILT_IN.language)])
    if vectors is None:
        message = "the encoder can't be used"
        raise RuntimeError(message)
    return vectors.astype(np.float16)


def _write(folder: Path, learned: Weights, intents: Vectors, direction: Vector) -> None:
    header = "# Written by make learn from the labelled sets in benchmarks/gold; not to be edited.\n"
    header += "# The figures of acts held out stand in docs/mediciones.md.\n"
    text = yaml.safe_dump(learned.model_dump(), sort_keys=True)
    (folder / "weights.yaml").write_text(header + text, encoding="utf-8")
    np.savez_compressed(folder / FILE_NAME, intents=intents, direction=direction)
    load_weights.cache_clear()
    load_learned.cache_clear()


def _differences(new: Weights, kept: Weights) -> Iterator[str]:
    """Name each weight that isn't what is learned."""
    for path, value in _numbers(new.model_dump()):
        before = dict(_numbers(kept.model_dump())).get(path)
        if path.endswith(_HELD_OUT):
            continue
        if before is None or abs(value - before) > TOLERANCE * max(1.0, abs(value)):
            yield f"weights.yaml: {path} is {before}, but make learn gives {value}"


def _numbers(content: Mapping[str, object], path: str = "") -> Iterator[tuple[str, float]]:
    for name, value in content.items():
        if isinstance(value, dict):
            yield from _numbers(value, f"{path}{name}.")
        elif isinstance(value, int | float):
            yield f"{path}{name}", float(value)


if __name__ == "__main__":
    print(f"The act that ships is {BUILT_IN_ACT}.")
    sys.exit(main())
