"""Judge examples by weights learned from other acts, or from the other authors of an act."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.labelled import Labelled
from benchmarks.learning import Example, fit_ranking, fit_sureness, rank_anew
from benchmarks.scope import Direct, point
from benchmarks.tables import Row
from knowledge.ranking.weights import Ranking, Sureness

MOST_COUNTED = 60
"""The most turns that an act counts for where one limit is chosen for all acts."""

FIGURES = ("first", "right", "refused", "silent")
"""What is counted of the turns that a search decides, in the order of the tables.

======= ==========================================================================
first   a right provision comes first, of answerable turns
right   it is also shown, of answerable turns
refused nothing is shown, of answerable turns
silent  nothing is shown, of other turns
======= ==========================================================================
"""

Chats = Mapping[str, Sequence[Labelled]]


class Held(NamedTuple):
    """An example, whether its best candidate is right, and how sure that is."""

    example: Example
    is_right: bool
    sureness: float


def hold_out(
    examples: Sequence[Example],
    chats: Chats,
    direct: Direct | None,
    acts: Collection[str],
    author: str | None = None,
) -> Iterator[Held]:
    """Judge the examples of some acts, or of one author on them, by weights learned from all others."""

    def is_held(of: str, by: str) -> bool:
        """Tell whether a chat or example is held out."""
        return of in acts and author in {None, by}

    others = {
        name: [each for each in labelled if not is_held(name, each.author)]
        for name, labelled in chats.items()
    }
    point(examples, direct(others) if direct else None)
    kept = [each for each in examples if not is_held(each.act, each.author)]
    ranking = fit_ranking(kept)
    sureness = fit_sureness(kept, ranking)
    for example in examples:
        if is_held(example.act, example.author):
            yield _judged(example, ranking, sureness)


def hold_out_acts(examples: Sequence[Example], chats: Chats, direct: Direct | None) -> list[Held]:
    """Hold out the acts in turn; those with the same main author go together."""
    together: dict[str, list[str]] = {}
    for act in dict.fromkeys(each.act for each in examples):
        authors = Counter(each.author for each in examples if each.act == act)
        together.setdefault(authors.most_common(1)[0][0], []).append(act)
    return [held for acts in together.values() for held in hold_out(examples, chats, direct, acts)]


def hold_out_authors(
    examples: Sequence[Example], chats: Chats, direct: Direct | None, act: str
) -> list[Held]:
    """Hold out each author of one act in turn."""
    authors = dict.fromkeys(each.author for each in examples if each.act == act)
    return [held for author in authors for held in hold_out(examples, chats, direct, {act}, author)]


def _judged(example: Example, ranking: Ranking, sureness: Sureness) -> Held:
    if not example.candidates.ranked:
        return Held(example, is_right=False, sureness=0.0)
    candidates = rank_anew(example, ranking)
    return Held(
        example,
        is_right=candidates.ranked[0].number in example.right,
        sureness=example.judge.sureness(candidates, example.intent, sureness),
    )


def choose_enough(held: Iterable[Held], refused: float) -> float:
    """Return the highest limit of sureness that refuses at most a share `refused` of right answers."""
    right = [each for each in held if each.is_right]
    return quantile([each.sureness for each in right], _counts(right), refused)


def choose_sure(held: Iterable[Held], enough: float, right: float) -> float:
    """Return the lowest sureness, at least `enough`, from which a share `right` of the answers is right."""
    shown = sorted((each for each in held if each.sureness >= enough), key=lambda each: -each.sureness)
    counts = np.array(_counts(shown))
    shares = np.cumsum(counts * [each.is_right for each in shown]) / np.cumsum(counts)
    reached = np.flatnonzero(shares >= right)
    return shown[int(reached[-1])].sureness if len(reached) else 1.0


def quantile(values: Sequence[float], counts: Sequence[float], share: float) -> float:
    """Return the highest value with at most a share of the total count below it."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(np.array(counts)[order]) - np.array(counts)[order]
    within = np.flatnonzero(below <= share * sum(counts))
    return float(values[order[within[-1]]])


def count_by_act(acts: Sequence[str]) -> list[float]:
    """Return how much each turn counts: those of one act at most MOST_COUNTED together."""
    turns = {act: acts.count(act) for act in set(acts)}
    return [min(1.0, MOST_COUNTED / turns[act]) for act in acts]


def _counts(held: Sequence[Held]) -> list[float]:
    return count_by_act([each.example.act for each in held])


def rows(held: Iterable[Held], enough: float) -> list[Row]:
    """Return the figures of each act, and their mean."""
    by_act: dict[str, list[Held]] = {}
    for each in held:
        by_act.setdefault(each.example.act, []).append(each)
    acts = [Row(act, len(members), figures(members, enough)) for act, members in by_act.items()]
    mean = {
        name: float(np.mean(found))
        for name in FIGURES
        if (found := [row.figures[name] for row in acts if name in row.figures])
    }
    return [*acts, Row("mean of acts", sum(row.turns for row in acts), mean)]


def figures(held: Sequence[Held], enough: float) -> dict[str, float]:
    """Return the figures of some examples, without those that no example counts for."""
    answerable = [each for each in held if each.example.is_answerable]
    others = [each for each in held if not each.example.is_answerable]
    found: dict[str, float] = {}
    if answerable:
        found["first"] = float(np.mean([each.is_right for each in answerable]))
        found["right"] = float(np.mean([each.is_right and each.sureness >= enough for each in answerable]))
        found["refused"] = float(np.mean([each.sureness < enough for each in answerable]))
    if others:
        found["silent"] = float(np.mean([each.sureness < enough for each in others]))
    return found
