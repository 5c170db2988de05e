import gc
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.stores.live_state import LiveState
from knowledge.stores.misses import Fate, MissStore
from knowledge.stores.prompts import Prompt, PromptStore
from knowledge.stores.state_store import StateStore
from knowledge.stores.state_writer import StateWriter

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
TODAY = date(2017, 6, 20)
SECONDS = 20.0


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[StateWriter]:
    with closing(StateWriter(tmp_path / "state.db")) as writer:
        yield writer


@pytest.fixture
def state(tmp_path: Path, writer: StateWriter) -> Iterator[LiveState]:
    with closing(LiveState.following(writer, tmp_path / "state.db", 0.05)) as state:
        state.choose_language(7, 7, "en")
        yield state


@contextmanager
def held(state: StateStore) -> Iterator[None]:
    """Hold the file as another process would."""
    with closing(sqlite3.connect(state.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield


def count(state: StateStore) -> None:
    MissStore(state).count(Fate.ANSWERED, TODAY)


def asked(state: StateStore) -> int:
    return MissStore(state).counts(TODAY, TODAY).asked


def ask_for_a_number(state: StateStore) -> None:
    PromptStore(state).keep(7, 7, Prompt(command="conclusion"), at=NOON)


def prompt(state: StateStore) -> Prompt | None:
    return PromptStore(state).prompt(7, 7, since=NOON)


def test_what_is_not_written_yet_is_read_from_memory(state: LiveState) -> None:
    with held(state):
        notes = [state.note(ask_for_a_number)]
        assert prompt(state) is None
        state.read_ahead()
        assert prompt(state) == Prompt(command="conclusion")
        notes += [
            state.note(count),
            state.note(lambda state: PromptStore(state).drop(7, 7)),
            state.note(count),
        ]
        assert (prompt(state), asked(state), state.language(7, 7)) == (None, 2, "en")
    for note in notes:
        note.result(timeout=SECONDS)
    assert not state.is_ahead
    assert (prompt(state), asked(state)) == (None, 2)


def test_who_holds_a_store_reads_on_when_the_file_has_all(state: LiveState) -> None:
    misses = MissStore(state)
    with held(state):
        note = state.note(count)
        state.read_ahead()
        assert misses.counts(TODAY, TODAY).asked == 1
    note.result(timeout=SECONDS)
    assert misses.counts(TODAY, TODAY).asked == 1


def test_memory_is_read_for_no_longer_than_needed(state: LiveState) -> None:
    state.note(count).result(timeout=SECONDS)
    state.read_ahead()
    assert not state.is_ahead
    assert asked(state) == 1


def test_what_is_written_by_the_way_is_seen(state: LiveState, writer: StateWriter) -> None:
    with held(state):
        state.note(count)
        state.read_ahead()
    writer.submit(lambda state: state.choose_language(7, 7, "es")).result(timeout=SECONDS)
    with held(state):
        state.note(count)
        state.read_ahead()
        state.changed()
        assert (state.language(7, 7), asked(state)) == ("es", 2)


def test_a_file_that_cannot_be_read_either_hides_nothing_that_was_noted(state: LiveState) -> None:
    with held(state):
        state.note(ask_for_a_number)
        state._file.close()
        state.read_ahead()
        assert prompt(state) == Prompt(command="conclusion")
        assert state.language(7, 7) is None


def test_what_is_written_is_let_go_of(state: LiveState) -> None:
    noted = [state.note(count) for _ in range(10)]
    for each in noted:
        each.result(SECONDS)
    kept = [weakref.ref(each) for each in noted]
    noted.clear()
    del each
    for _ in range(2):  # the writer's thread may still be at the last but one
        state.note(count).result(SECONDS)
    gc.collect()
    assert [ref() for ref in kept if ref()] == []
