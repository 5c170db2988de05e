"""Loads that have begun but not ended: whoever asked for one must hear if a crash cut it off."""

from typing import NamedTuple

from knowledge.stores.state_store import StateStore


class LoadUnderWay(NamedTuple):
    """A load: the message that reports on it, and the edition of the base before it."""

    chat_id: int
    message: int
    edition: str


class LoadsUnderWay:
    """Store the loads under way."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def begin(self, load: LoadUnderWay) -> None:
        """Note that a load begins."""
        with self._state.refusing():
            self._state.database.execute("INSERT OR REPLACE INTO loads_under_way VALUES (?, ?, ?)", load)

    def end(self, load: LoadUnderWay) -> None:
        """Note that a load has ended, in whatever way."""
        with self._state.refusing():
            self._state.database.execute(
                "DELETE FROM loads_under_way WHERE chat_id = ? AND message = ?", (load.chat_id, load.message)
            )

    def listed(self) -> tuple[LoadUnderWay, ...]:
        """List all loads under way."""
        with self._state.refusing():
            rows = self._state.database.table("loads_under_way").rows_where(order_by="chat_id, message")
            return tuple(LoadUnderWay(row["chat_id"], row["message"], row["edition"]) for row in rows)
