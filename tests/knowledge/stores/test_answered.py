from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.answered import Answered, AnsweredStore
from knowledge.stores.moved_chats import MovedChats
from knowledge.stores.state_store import StateStore

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ANSWER = Answered(by=7, ids=(2, 3))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def test_answers_of_a_chat_are_listed_by_their_questions_the_oldest_first(state: StateStore) -> None:
    store = AnsweredStore(state)
    store.keep(-1, 9, ANSWER, at=NOON)
    store.keep(-1, 4, ANSWER, at=NOON + MINUTE)
    store.keep(-2, 1, ANSWER, at=NOON)

    assert list(store.of_chat(-1, since=NOON)) == [9, 4]
    assert list(store.of_chat(-1, since=NOON + MINUTE)) == [4]


def test_a_new_answer_takes_the_place_of_the_old(state: StateStore) -> None:
    store = AnsweredStore(state)
    store.keep(7, 1, ANSWER, at=NOON)
    changed = Answered(by=7, ids=(2,))
    store.keep(7, 1, changed, at=NOON)

    assert store.of_chat(7, since=NOON) == {1: changed}


def test_in_a_supergroup_ids_mean_other_messages(state: StateStore) -> None:
    store = AnsweredStore(state)
    store.keep(-1, 4, ANSWER, at=NOON)

    MovedChats(state).move(-1, -100)

    assert store.of_chat(-100, since=NOON) == {}
