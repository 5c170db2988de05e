"""The state that a running bot reads: while another process locks the file, unwritten notes are in memory."""

import logging
import sqlite3
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from knowledge.stores.connections import in_memory
from knowledge.stores.state_schema import STATE
from knowledge.stores.state_store import StateStore, open_state
from knowledge.stores.state_writer import StateWriter, Work

if TYPE_CHECKING:
    from concurrent.futures import Future

_log = logging.getLogger(__name__)


class LiveState(StateStore):
    """Read the state as if all notes were already written; for the thread that opened it.

    Usually notes are in the file at once. From `read_ahead` on, until they are, a copy of the file in memory
    is read instead, with the notes applied.
    """

    def __init__(self, path: Path, database: Database, writer: StateWriter) -> None:
        super().__init__(path, database)
        self._writer = writer
        self._unwritten: deque[tuple[Work, Future[None]]] = deque()
        self._copy: StateStore | None = None

    @classmethod
    def following(cls, writer: StateWriter, path: Path, patience: float) -> Self:
        """Open a state whose notes go to a writer; reading waits `patience` seconds for a locked file.

        Raises:
            StoreUnusable: see StateStore.open.
        """
        return cls(path, open_state(path, patience), writer)

    @property
    def database(self) -> Database:
        """The database with the current rows."""
        if self._copy and not self._has_unwritten():
            self._drop_copy()
        return self._copy.database if self._copy else self._file

    @property
    def is_ahead(self) -> bool:
        """Whether memory is read because the file is behind."""
        # In this order: written notes are dropped whether or not memory is read.
        return self._has_unwritten() and self._copy is not None

    def note(self, work: Work) -> "Future[None]":
        """Have some work written when the file is free; readers see it now, or as soon as they read ahead."""
        written = self._writer.note(work)
        written.add_done_callback(_complain)
        is_ahead = self.is_ahead
        self._unwritten.append((work, written))
        if is_ahead and self._copy:
            work(self._copy)
        return written

    def read_ahead(self) -> None:
        """Read memory from now on, until all notes are in the file."""
        if not self.is_ahead and self._has_unwritten():
            self._copy_file()

    def changed(self) -> None:
        """Refresh the copy in memory from the file; needed after each work submitted."""
        if self._copy:
            self._drop_copy()
            self.read_ahead()

    def close(self) -> None:
        """Close the file."""
        self._drop_copy()
        super().close()

    def _has_unwritten(self) -> bool:
        while self._unwritten and self._unwritten[0][1].done():
            self._unwritten.popleft()
        return bool(self._unwritten)

    def _copy_file(self) -> None:
        _log.warning("state.db is not written at once: what it lacks is read from memory")
        database = in_memory()
        try:
            self._file.conn.backup(database.conn, progress=_give_up_if_locked)
        except sqlite3.Error as error:
            _log.warning("state.db cannot be read: %s", error)
        STATE.apply(database)
        self._copy = StateStore(self.path, database)
        for work, _ in self._unwritten:
            work(self._copy)

    def _drop_copy(self) -> None:
        if self._copy:
            self._copy.close()
            self._copy = None


def _give_up_if_locked(status: int, _remaining: int, _total: int) -> None:
    """Raise the error of a locked file, for which Python would otherwise wait forever."""
    if status not in {sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE}:
        message = "locked for reading, too"
        raise sqlite3.OperationalError(message)


def _complain(written: "Future[None]") -> None:
    if error := written.exception():
        _log.warning("going on without what the chat entrusted to us: %s", error)
