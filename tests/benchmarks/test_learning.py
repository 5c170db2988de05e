"""Weights fitted to made-up examples of which one sign decides."""

import pytest

from benchmarks.learning import Example, fit_ranking, fit_sureness, rank_anew
from knowledge.ranking.weights import Ranking
from tests.benchmarks.conftest import MakeExample

MEANING = Ranking(weights={"meaning": 1.0})


def contests(make: MakeExample, sign: str, *, speaks_for: bool, count: int = 8) -> list[Example]:
    """Make examples whose right candidate alone has a sign, or whose wrong one does; another sign varies."""
    return [
        make(
            [{sign: float(speaks_for), "asks": place % 2}, {sign: float(not speaks_for), "asks": place % 2}],
            right=[0],
        )
        for place in range(count)
    ]


def test_a_sign_that_decides_gets_its_weight(make_example: MakeExample) -> None:
    weights = fit_ranking(contests(make_example, "words", speaks_for=True)).weights

    assert weights["words"] > 1
    assert abs(weights["asks"]) < 0.01


@pytest.mark.parametrize(
    ("sign", "speaks_for", "bound"),
    [
        pytest.param("words", False, 0.0, id="a sign for it never speaks against it"),
        pytest.param("tells_time", False, 0.0, id="nor does the sort of a provision"),
        pytest.param("no_reason", True, 0.0, id="an objection never speaks for it"),
        pytest.param("no_city", True, 0.0, id="nor does what may be missing by mistake"),
        pytest.param("no_country", True, -0.7, id="a country named binds, whatever the examples say"),
    ],
)
def test_few_examples_cant_turn_a_sign_round(
    make_example: MakeExample,
    sign: str,
    bound: float,
    *,
    speaks_for: bool,
) -> None:
    weights = fit_ranking(contests(make_example, sign, speaks_for=speaks_for)).weights

    assert weights[sign] == pytest.approx(bound, abs=0.001)


def test_each_act_weighs_alike_however_many_examples_it_has(make_example: MakeExample) -> None:
    large = [make_example([{"sub_item": 1.0}, {"sub_item": 0.0}], right=[0], act="large")] * 30
    small = [make_example([{"sub_item": 0.0}, {"sub_item": 1.0}], right=[0], act="small")]

    assert fit_ranking(large + small).weights["sub_item"] == pytest.approx(0, abs=0.01)
    assert fit_ranking(large).weights["sub_item"] > 1


def test_examples_that_no_order_gets_right_teach_no_order(make_example: MakeExample) -> None:
    telling = contests(make_example, "words", speaks_for=True)
    lost = make_example([{"words": 0.0}, {"words": 1.0}], right=[])
    all_right = make_example([{"words": 0.0}, {"words": 1.0}], right=[0, 1])

    assert fit_ranking([*telling, lost, all_right]) == fit_ranking(telling)


def test_candidates_are_ranked_anew_by_other_weights(make_example: MakeExample) -> None:
    example = make_example([{"meaning": 0.2, "words": 1.0}, {"meaning": 0.9, "words": 0.0}], right=[1])

    assert [each.number for each in rank_anew(example, MEANING).ranked] == [1, 0]


def test_sureness_tells_right_answers_by_their_signs(make_example: MakeExample) -> None:
    near = [make_example([{"meaning": 0.9}], right=[0])] * 10
    far = [make_example([{"meaning": 0.1}], right=[])] * 10

    sureness = fit_sureness([*near, *far], MEANING)

    assert sureness.of({"meaning": 0.9}) > 0.7
    assert sureness.of({"meaning": 0.1}) < 0.3


def test_an_objection_makes_no_answer_surer(make_example: MakeExample) -> None:
    lacking = [make_example([{"meaning": 0.5, "no_country": 1.0}], right=[0])] * 10
    fine = [make_example([{"meaning": 0.5, "no_country": 0.0}], right=[])] * 10

    assert fit_sureness([*lacking, *fine], MEANING).weights["no_country"] == pytest.approx(-2.5)


def test_what_brought_nothing_up_teaches_no_sureness(make_example: MakeExample) -> None:
    examples = [
        make_example([{"meaning": 0.9}], right=[0]),
        make_example([{"meaning": 0.1}], right=[]),
    ]

    assert fit_sureness([*examples, make_example([], right=[])], MEANING) == fit_sureness(examples, MEANING)
