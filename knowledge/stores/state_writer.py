"""Write to state.db in a separate thread, so that only writers wait while the file is locked."""

import math
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

from knowledge.stores.connections import held
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import StoreBusy

T = TypeVar("T")
Work = Callable[[StateStore], object]

MOST_NOTES = 10_000
"""Most notes that wait at once, so that a file locked for hours doesn't fill the memory."""

CLOSING_SECONDS = 10.0
"""How long notes still wait for another process once the writer is being closed."""


class _Note(NamedTuple):
    work: Work
    written: "Future[None]"


class StateWriter:
    """Change the state, one piece of work at a time, in the order requested.

    Work that a person waits for is submitted, and fails after some seconds if another process holds the file.
    Work that nobody waits for is noted, and written once that process lets go.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")
        self._state: StateStore | None = None
        self._lock = threading.Lock()
        self._open_batch: list[_Note] | None = None
        self._waiting = 0
        self._gives_up_at = math.inf

    def submit(self, work: Callable[[StateStore], T]) -> "Future[T]":
        """Start some work; the future returned holds its result, or the StoreUnusable that ended it."""
        with self._lock:
            self._open_batch = None  # later notes come after it
        return self._thread.submit(lambda: work(self._opened()))

    def note(self, work: Work) -> "Future[None]":
        """Start some work that is written together with other notes; see the class.

        It must not end a transaction itself. The future returned holds its error, or StoreBusy if there were
        too many notes or the writer was closed before the file was free.
        """
        note = _Note(work, Future())
        with self._lock:
            if self._waiting < MOST_NOTES:
                self._waiting += 1
                if self._open_batch is None:
                    self._open_batch = []
                    self._thread.submit(self._write, self._open_batch)
                self._open_batch.append(note)
                return note.written
        note.written.set_exception(held(self._path))
        return note.written

    def close(self) -> None:
        """Finish all requested work, and close the file."""
        self._gives_up_at = time.monotonic() + CLOSING_SECONDS
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _write(self, batch: list[_Note]) -> None:
        with self._lock:
            if self._open_batch is batch:
                self._open_batch = None
        try:
            self._persist([note.work for note in batch])
        except StoreBusy as error:
            self._end(batch, error)
        except Exception:  # noqa: BLE001  one of them is at fault, and says so by itself
            for note in batch:
                self._write_alone(note)
        else:
            self._end(batch)

    def _write_alone(self, note: _Note) -> None:
        try:
            self._persist([note.work])
        except Exception as error:  # noqa: BLE001  whoever noted it is told
            self._end([note], error)
        else:
            self._end([note])

    def _end(self, notes: Sequence[_Note], error: Exception | None = None) -> None:
        with self._lock:
            self._waiting -= len(notes)
        for note in notes:
            if error:
                note.written.set_exception(error)
            else:
                note.written.set_result(None)

    def _persist(self, works: Sequence[Work]) -> None:
        """Do pieces of work in one transaction, as soon as no other process holds the file."""
        while True:
            try:
                self._transact(works)
            except StoreBusy:
                if time.monotonic() > self._gives_up_at:
                    raise
            else:
                return

    def _transact(self, works: Sequence[Work]) -> None:
        state = self._opened()
        with state.refusing():
            # From here on no other process interferes, so that nothing is half done.
            state.database.execute("BEGIN IMMEDIATE")
            try:
                for work in works:
                    work(state)
                    if not state.database.conn.in_transaction:
                        message = "a note ended the transaction that it shares with others"
                        raise RuntimeError(message)
                state.database.commit()
            finally:
                state.database.rollback()

    def _opened(self) -> StateStore:
        if self._state is None:
            self._state = StateStore.open(self._path)
        return self._state

    def _close(self) -> None:
        if self._state:
            self._state.close()
