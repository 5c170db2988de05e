import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.stores.state_store import StateStore
from knowledge.stores.state_writer import StateWriter
from knowledge.values.errors import StoreUnusable

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)


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
