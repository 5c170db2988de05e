"""What deals with a topic is weighed with each base held out."""

import pytest

from benchmarks.learning import Judged
from benchmarks.relevance import Topic, fit_relevance
from knowledge.ranking.weights import Relevance


def topic(base: str, *shares: tuple[float, bool]) -> Topic:
    return Topic(base, tuple(Judged({"share": share}, is_right, 1.0) for share, is_right in shares))


TOPICS = [
    topic("one", (1.0, True), (0.9, True), (0.7, True), (0.2, False), (0.1, False)),
    topic("two", (1.0, True), (0.8, True), (0.3, False), (0.0, False)),
    topic("three", (0.9, True), (0.6, True), (0.5, False), (0.1, False)),
]


@pytest.fixture(scope="module")
def relevance() -> Relevance:
    return fit_relevance(TOPICS)[0]


@pytest.mark.parametrize(
    ("share", "is_sure"),
    [
        pytest.param(0.95, True, id="right ones stand out"),
        pytest.param(0.05, False, id="wrong ones don't"),
    ],
)
def test_what_stands_out_is_sure(relevance: Relevance, share: float, *, is_sure: bool) -> None:
    assert (relevance.of({"share": share}) >= relevance.sure) is is_sure


def test_hardly_any_right_one_is_left_out(relevance: Relevance) -> None:
    assert all(relevance.of({"share": share}) >= relevance.enough for share in (0.7, 0.8))
    assert relevance.enough <= relevance.sure


def test_each_base_is_told_of() -> None:
    rows = fit_relevance(TOPICS)[1]
    assert [row.name for row in rows] == ["one", "two", "three"]
    assert all(row.figures["listed"] == 1.0 for row in rows)
