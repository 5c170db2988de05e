import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.stores import state_writer
from knowledge.stores.misses import Fate, MissStore
from knowledge.stores.state_store import StateStore
from knowledge.stores.state_writer import StateWriter
from knowledge.values.errors import StoreBusy, StoreUnusable

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
TODAY = date(2017, 6, 20)
SECONDS = 20.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "state.db"
    StateStore.open(path).close()
    return path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file as another process would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield


def count(state: StateStore) -> None:
    MissStore(state).count(Fate.ANSWERED, TODAY)


def counted(path: Path) -> int:
    with closing(StateStore.open(path)) as state:
        return MissStore(state).counts(TODAY, TODAY).asked


def test_what_is_written_is_there_for_readers(tmp_path: Path) -> None:
    reader, writer = StateStore.open(tmp_path / "state.db"), StateWriter(tmp_path / "state.db")
    threads: list[str] = []

    def write(state: StateStore) -> None:
        threads.append(threading.current_thread().name)
        state.choose_language(7, 7, "en")

    writer.submit(write).result()

    assert reader.language(7, 7) == "en"
    assert threads != [threading.current_thread().name]
    writer.close()
    reader.close()


def test_what_was_asked_for_is_done_before_closing(tmp_path: Path) -> None:
    writer = StateWriter(tmp_path / "state.db")
    for number in range(20):
        writer.submit(lambda state, number=number: state.keep_focus(7, 7, str(number), at=NOON))  # type: ignore[misc]
    writer.close()

    reader = StateStore.open(tmp_path / "state.db")
    assert reader.focus(7, 7, since=NOON) == "19"
    reader.close()


def test_a_file_that_refuses_is_said_to_who_writes(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_text("apuntes" * 100)
    writer = StateWriter(tmp_path / "state.db")

    with pytest.raises(StoreUnusable):
        writer.submit(lambda state: state.choose_language(7, 7, "en")).result()

    writer.close()


def test_what_is_noted_is_written_once_the_file_is_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    writer = StateWriter(path)
    with held(path):
        notes = [writer.note(count) for _ in range(20)]
        with pytest.raises(TimeoutError):
            notes[0].result(timeout=0.3)
    for note in notes:
        note.result(timeout=SECONDS)
    writer.close()

    assert counted(path) == 20


def test_what_is_noted_and_submitted_is_done_in_its_order(path: Path) -> None:
    done: list[int] = []
    writer = StateWriter(path)
    with held(path):
        for number in range(0, 9, 3):
            writer.note(lambda _, number=number: done.append(number))  # type: ignore[misc]
            writer.note(lambda _, number=number: done.append(number + 1))  # type: ignore[misc]
            writer.submit(lambda _, number=number: done.append(number + 2))  # type: ignore[misc]
    writer.close()

    assert done == [*range(9)]


def fail(state: StateStore) -> None:
    count(state)
    raise ValueError


def test_a_faulty_note_is_told_so_and_harms_no_other(path: Path) -> None:
    writer = StateWriter(path)
    with held(path):
        notes = [writer.note(work) for work in (count, fail, count)]
    writer.close()

    assert [type(note.exception()) for note in notes[::2]] == [type(None)] * 2
    assert isinstance(notes[1].exception(), ValueError)
    assert counted(path) == 2


def test_a_note_that_ends_the_transaction_is_a_mistake(path: Path) -> None:
    writer = StateWriter(path)
    note = writer.note(lambda state: state.database.commit())
    writer.close()

    assert isinstance(note.exception(), RuntimeError)


def test_no_more_is_noted_than_memory_has_room_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_writer, "MOST_NOTES", 3)
    writer = StateWriter(path)
    with held(path):
        notes = [writer.note(count) for _ in range(5)]
    writer.close()

    assert [type(note.exception()) for note in notes[3:]] == [StoreBusy, StoreBusy]
    assert counted(path) == 3


def test_a_file_that_stays_held_is_given_up_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.1)
    monkeypatch.setattr(state_writer, "CLOSING_SECONDS", 0.1)
    writer = StateWriter(path)
    with held(path):
        note = writer.note(count)
        writer.close()

    assert isinstance(note.exception(), StoreBusy)
    assert counted(path) == 0
