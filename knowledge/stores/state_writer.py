"""Write to state.db on a thread of its own: while the file is locked nobody waits but who writes."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from knowledge.stores.state_store import StateStore

T = TypeVar("T")


class StateWriter:
    """Do what changes the state, one thing after the other, in the order in which it was asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")
        self._state: StateStore | None = None

    def submit(self, work: Callable[[StateStore], T]) -> Future[T]:
        """Start some work; its result, or the StoreUnusable that ended it, is in the future returned."""
        return self._thread.submit(self._do, work)

    def close(self) -> None:
        """Finish what was asked for, and close the file."""
        self._thread.submit(self._close)
        self._thread.shutdown()

    def _do(self, work: Callable[[StateStore], T]) -> T:
        if self._state is None:
            self._state = StateStore.open(self._path)
        return work(self._state)

    def _close(self) -> None:
        if self._state:
            self._state.close()
