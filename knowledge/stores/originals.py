"""The files of acts in state.db: who loaded each one, when, and its file id at Telegram."""

from datetime import datetime

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value

AT_THE_SERVER = 0
"""The user id of whoever loads acts from the command line."""


class Provenance(Value):
    """Who loaded a file, and when; `file_name` is its name on arrival."""

    sha256: str
    slug: str
    file_name: str
    user_id: int
    loaded_at: datetime


class Originals:
    """Write and read what a state knows about the files of acts."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, provenance: Provenance) -> None:
        """Remember who loaded a file, replacing who did before."""
        loaded_at = moment(provenance.loaded_at)
        self._keep("provenance", {**provenance.model_dump(), "loaded_at": loaded_at})

    def provenance(self, sha256: str) -> Provenance | None:
        """Return who loaded a file and when, or None if unknown."""
        with self._state.refusing():
            rows = self._state.database.table("provenance").rows_where("sha256 = ?", (sha256,))
            return next((Provenance.model_validate(row) for row in rows), None)

    def keep_file_id(self, sha256: str, file_id: str) -> None:
        """Remember the file id at Telegram, replacing an earlier one."""
        self._keep("telegram_files", {"sha256": sha256, "file_id": file_id})

    def file_id(self, sha256: str) -> str | None:
        """Return the file id at Telegram, or None."""
        with self._state.refusing():
            rows = self._state.database.table("telegram_files").rows_where("sha256 = ?", (sha256,))
            return next((str(row["file_id"]) for row in rows), None)

    def _keep(self, table: str, row: dict[str, object]) -> None:
        with self._state.refusing():
            self._state.database.table(table).upsert(row, pk="sha256")
