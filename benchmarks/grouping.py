"""Measure how alike questions must be to be grouped: python -m benchmarks.grouping.

Officers see unanswered questions in groups, and deal with a group at once. Here SAMPLE labelled questions of
an act are grouped at a time. A pair in one group is right if the same provision answers both, and wrong if
different ones do, or none answers one of them; two questions that no act answers don't count. Prints, for
each pair of limits, the precision and recall of such pairs: the mean of acts with at least LEAST questions.
Recall is low whatever the limits: the labelled sets ask many things of one provision, in words as different
as their authors could find.

The limits in knowledge/ranking/alike.py have the highest recall at a precision of RIGHT or more, and are the
lowest of those.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from benchmarks.collecting import RememberingEncoder
from benchmarks.labelled import Turn, load_all
from benchmarks.scope import single_turns
from benchmarks.tables import Row, shares
from knowledge.ranking.alike import SAME_MEANING, SAME_WORDS, group_alike

SAMPLE = 60
SAMPLES = 6
LEAST = 40
RIGHT = 0.9

WORDS = (70.0, SAME_WORDS, 80.0, 85.0, 90.0)
MEANING = (0.9, 0.91, 0.92, 0.925, SAME_MEANING, 0.935, 0.94)


class Pairs(NamedTuple):
    """How many pairs are rightly together, wrongly together, and wrongly apart."""

    right: int = 0
    wrong: int = 0
    apart: int = 0

    @property
    def precision(self) -> float:
        """The share of right ones among pairs that are together; 1 if there are none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs asking about one provision that are together; 1 if there are none."""
        return self.right / (self.right + self.apart) if self.right + self.apart else 1.0


class Measured(NamedTuple):
    """Two limits, and how good the groups they make are: the mean of acts."""

    words: float
    meaning: float
    precision: float
    recall: float


def main() -> int:
    """Print the table, and which limits are best."""
    encoder = RememberingEncoder()
    samples = {act: [*_samples(turns)] for act, turns in _by_act().items() if len(turns) >= LEAST}
    measured = [_measure(samples, encoder, *limits) for limits in product(WORDS, MEANING)]
    number = sum(map(len, samples.values())) * SAMPLE
    rows = (
        Row(
            f"words {each.words:g}, meaning {each.meaning:g}",
            number,
            {"right": each.precision, "together": each.recall},
        )
        for each in measured
    )
    sys.stdout.write(shares("grouping", ["right", "together"], rows) + "\n")
    best = choose(measured)
    sys.stdout.write(f"Best: words {best.words:g}, meaning {best.meaning:g}\n")
    return 0


def choose(measured: Sequence[Measured]) -> Measured:
    """Return the limits with the highest recall at a precision of RIGHT or more; the lowest of equals."""
    good = [each for each in measured if each.precision >= RIGHT]
    return min(good, key=lambda each: (-round(each.recall, 3), each.words, each.meaning))


def _by_act() -> dict[str, list[Turn]]:
    found: dict[str, dict[str, Turn]] = {}
    for act, _, turn in single_turns(load_all()):
        found.setdefault(act, {}).setdefault(turn.q, turn)
    return {act: [*turns.values()] for act, turns in found.items()}


def _samples(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    for seed in range(SAMPLES):
        drawn = random.Random(seed)  # noqa: S311  the same at each run
        yield drawn.sample(turns, min(SAMPLE, len(turns)))


def _measure(
    samples: dict[str, list[list[Turn]]], encoder: RememberingEncoder, words: float, meaning: float
) -> Measured:
    """Measure the groups that two limits make."""
    by_act = []
    for drawn in samples.values():
        pairs = [_pairs(turns, encoder, words, meaning) for turns in drawn]
        by_act.append(Pairs(*(sum(each) for each in zip(*pairs, strict=True))))
    precision = sum(each.precision for each in by_act) / len(by_act)
    recall = sum(each.recall for each in by_act) / len(by_act)
    return Measured(words, meaning, precision, recall)


def _pairs(turns: Sequence[Turn], encoder: RememberingEncoder, words: float, meaning: float) -> Pairs:
    texts = [turn.q for turn in turns]
    groups = group_alike(texts, encoder.encode_questions, same_words=words, same_meaning=meaning)
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    right = wrong = apart = 0
    for one, other in combinations(range(len(turns)), 2):
        same = _ask_the_same(turns[one], turns[other])
        together = group_of[one] == group_of[other]
        right += together and same is True
        wrong += together and same is False
        apart += not together and same is True
    return Pairs(right, wrong, apart)


def _ask_the_same(one: Turn, other: Turn) -> bool | None:
    """Tell whether two questions ask about the same provision; None if the labels don't say."""
    if not (one.is_answerable or other.is_answerable):
        return None
    if not (one.is_answerable and other.is_answerable):
        return False
    if set(one.expect) & set(other.expect):
        return True
    return None if one.right & other.right else False


if __name__ == "__main__":
    sys.exit(main())
