"""Limits chosen by what was held out, and its figures."""

from collections.abc import Sequence

import pytest

from benchmarks.holding_out import (
    MOST_COUNTED,
    Held,
    choose_enough,
    choose_sure,
    count_by_act,
    figures,
    hold_out,
    quantile,
    rows,
)
from benchmarks.learning import Example
from tests.benchmarks.conftest import MakeExample


@pytest.fixture
def held(make_example: MakeExample) -> Sequence[Held]:
    """Four that an act answers, one of them answered wrong, and two that it doesn't answer."""
    found = [make_example([{}], right=[0])] * 4 + [make_example([{}], right=[])] * 2
    judged = [(True, 0.9), (True, 0.8), (True, 0.3), (False, 0.6), (False, 0.7), (False, 0.1)]
    return [Held(example, *each) for example, each in zip(found, judged, strict=True)]


@pytest.mark.parametrize(
    ("share", "limit"),
    [
        pytest.param(0.0, 0.3, id="nothing lost"),
        pytest.param(0.3, 0.3, id="less than one lost"),
        pytest.param(0.34, 0.8, id="one lost"),
    ],
)
def test_enough_loses_no_more_right_answers_than_it_may(
    held: Sequence[Held], share: float, limit: float
) -> None:
    assert choose_enough(held, share) == limit


@pytest.mark.parametrize(
    ("share", "limit"),
    [
        pytest.param(1.0, 0.8, id="always right"),
        pytest.param(0.6, 0.3, id="mostly right"),
    ],
)
def test_sure_is_where_answers_are_right_as_often_as_they_should(
    held: Sequence[Held], share: float, limit: float
) -> None:
    assert choose_sure(held, 0.2, share) == limit


def test_nothing_is_sure_where_nothing_is_right(held: Sequence[Held]) -> None:
    assert choose_sure(held[3:], 0.2, 0.9) == 1.0


def test_a_large_act_counts_no_more_than_others() -> None:
    counts = count_by_act(["large"] * (4 * MOST_COUNTED) + ["small"] * 3)

    assert sum(counts[:-3]) == pytest.approx(MOST_COUNTED)
    assert counts[-3:] == [1.0, 1.0, 1.0]


def test_values_count_for_as_much_as_they_are_given() -> None:
    assert quantile([0.1, 0.2, 0.3], [1, 1, 8], 0.1) == 0.2
    assert quantile([0.1, 0.2, 0.3], [8, 1, 1], 0.1) == 0.1


def test_figures_count_what_an_act_answers_and_what_it_doesnt_apart(held: Sequence[Held]) -> None:
    assert figures(held, 0.5) == {"first": 0.75, "right": 0.5, "refused": 0.25, "silent": 0.5}
    assert figures(held[:2], 0.5) == {"first": 1.0, "right": 1.0, "refused": 0.0}


def test_the_mean_of_acts_counts_each_alike(make_example: MakeExample) -> None:
    right = Held(make_example([{}], right=[0], act="large"), is_right=True, sureness=0.9)
    wrong = Held(make_example([{}], right=[0], act="small"), is_right=False, sureness=0.9)

    *_, mean = rows([right] * 9 + [wrong], 0.5)

    assert (mean.name, mean.turns, mean.figures["first"]) == ("mean of acts", 10, 0.5)


def test_what_is_held_out_teaches_nothing(make_example: MakeExample) -> None:
    def taught(act: str, right: int) -> Example:
        signs = {"words": 0.5, "meaning": 0.5}
        return make_example([{**signs, "sub_item": 1.0}, {**signs, "sub_item": 0.0}], right=[right], act=act)

    others = [taught("other", 0)] * 5
    judged = list(hold_out([*others, *[taught("held", 1)] * 50], {"other": [], "held": []}, None, {"held"}))

    assert len(judged) == 50
    assert not any(each.is_right for each in judged)
