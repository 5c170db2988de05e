"""Matching: how much of a question each provision answers."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.search.index import SearchIndex
from knowledge.search.matching import Alternative, Unit, match, rarity
from tests.support.answers import open_index
from tests.support.builders import make_act


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    act = make_act(
        ("C1", "Taller sobre pasaportes."),
        ("C2", "Taller sobre desastres."),
        ("C3", "Informe de la Troika."),
    )
    return open_index(tmp_path, act)


def unit(label: str, *terms: str, weight: float = 1.0, absence: float = 1.0) -> Unit:
    return Unit(label, tuple(Alternative(term, 1.0) for term in terms), weight, absence)


def test_a_provision_with_all_words_answers_all(index: SearchIndex) -> None:
    matched = match(index, [unit("taller", "w:taller"), unit("pasaportes", "w:pasaportes")])

    assert matched.coverage[0] == pytest.approx(1.0, abs=0.15)
    assert 0 < matched.coverage[1] < matched.coverage[0]
    assert matched.coverage[2] == 0


def test_the_best_alternative_of_a_word_counts_once(index: SearchIndex) -> None:
    once = match(index, [unit("taller", "w:taller")])
    twice = match(index, [unit("taller", "w:taller", "es:taller")])

    assert twice.scores[0, 0] == pytest.approx(once.scores[0, 0])


def test_a_word_that_no_act_has_counts_against_all_provisions(index: SearchIndex) -> None:
    sure = match(index, [unit("taller", "w:taller")])
    unsure = match(index, [unit("taller", "w:taller"), unit("visa", "w:visa")])
    lightly = match(index, [unit("taller", "w:taller"), unit("visa", "w:visa", absence=0.2)])

    assert unsure.coverage[0] < lightly.coverage[0] < sure.coverage[0]


def test_a_phrase_is_absent_where_provisions_have_but_words_of_it(index: SearchIndex) -> None:
    part = Unit("taller de visa", (Alternative("c:visa", 0.92), Alternative("w:taller", 0.2)))
    whole = Unit("taller de pasaportes", (Alternative("w:pasaportes", 0.92), Alternative("w:taller", 0.2)))

    assert match(index, [part]).worth[0] == pytest.approx(1.0)
    assert match(index, [whole]).coverage[0] > 2 * match(index, [part]).coverage[0]


def test_a_question_of_nothing_is_answered_by_nothing(index: SearchIndex) -> None:
    assert match(index, []).coverage.tolist() == [0, 0, 0]


def test_a_rare_term_tells_more() -> None:
    assert 1 > rarity(1, 1000) > rarity(100, 1000) > rarity(1000, 1000) >= 0


@pytest.mark.parametrize(
    ("count", "within", "best"),
    [
        pytest.param(3, None, [0, 1], id="those that have any of it"),
        pytest.param(1, None, [0], id="no more than wanted"),
        pytest.param(1, [False, True, True], [1], id="of some alone"),
    ],
)
def test_the_provisions_that_answer_most_are_listed(
    index: SearchIndex, count: int, within: list[bool] | None, best: list[int]
) -> None:
    matched = match(index, [unit("taller", "w:taller"), unit("pasaportes", "w:pasaportes")])

    assert matched.best(count, np.array(within) if within else None).tolist() == best


def test_of_provisions_that_answer_as_much_the_first_count(index: SearchIndex) -> None:
    assert match(index, [unit("taller", "w:taller")]).best(1).tolist() == [0]
