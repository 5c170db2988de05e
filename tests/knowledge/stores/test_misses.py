from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.misses import Fate, Miss, MissStore
from knowledge.stores.state_store import StateStore

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
DAY = date(2017, 6, 20)
MISS = Miss(text="¿hay algo de visas?", language="es", fate=Fate.UNANSWERED)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def test_questions_are_counted_by_day_and_fate(state: StateStore) -> None:
    store = MissStore(state)
    for fate, day in ((Fate.ANSWERED, 20), (Fate.ANSWERED, 20), (Fate.UNANSWERED, 20), (Fate.ANSWERED, 19)):
        store.count(fate, date(2017, 6, day), 8)

    today = store.counts(DAY, DAY)

    assert (today.asked, today.by_fate) == (3, {Fate.ANSWERED: 2, Fate.UNANSWERED: 1})
    assert store.counts(date(2017, 6, 14), DAY).asked == 4


@pytest.mark.parametrize(
    ("times", "p95"),
    [
        pytest.param([], None, id="none"),
        pytest.param([3], 5, id="one"),
        pytest.param([3] * 19 + [900], 5, id="one-slow-of-twenty"),
        pytest.param([3] * 18 + [900] * 2, 1000, id="two-slow-of-twenty"),
        pytest.param([60_000], 10_000, id="slower-than-all"),
    ],
)
def test_the_time_of_most_answers_is_known(state: StateStore, times: list[int], p95: int | None) -> None:
    store = MissStore(state)
    for milliseconds in times:
        store.count(Fate.ANSWERED, DAY, milliseconds)

    assert store.counts(DAY, DAY).p95 == p95


def test_a_question_waits_for_consent_beside_who_asked_and_is_kept_without(state: StateStore) -> None:
    store = MissStore(state)
    store.wait(7, MISS, at=NOON)

    assert store.kept() == ()
    assert store.take_waiting(7, since=NOON) == MISS
    assert store.take_waiting(7, since=NOON) is None

    store.keep(MISS, at=NOON)
    (kept,) = store.kept()
    assert (kept.text, kept.kept_at) == (MISS.text, NOON)
    assert "user_id" not in state.database.table("misses").columns_dict


def test_a_question_waits_for_minutes_only(state: StateStore) -> None:
    store = MissStore(state)
    store.wait(7, MISS, at=NOON)

    assert store.take_waiting(7, since=NOON + timedelta(minutes=1)) is None


def test_consent_is_remembered_and_may_change(state: StateStore) -> None:
    store = MissStore(state)
    assert store.consent(7) is None

    store.choose(7, keeps=True)
    store.choose(7, keeps=False)

    assert store.consent(7) is False


def test_what_is_dealt_with_goes(state: StateStore) -> None:
    store = MissStore(state)
    for _ in range(3):
        store.keep(MISS, at=NOON)

    store.discard((1, 3))

    assert [each.id for each in store.kept()] == [2]
