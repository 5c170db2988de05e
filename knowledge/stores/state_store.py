"""state.db: what people entrusted to the bot; migrated in place, never rebuilt."""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from knowledge.stores.connections import BUSY_SECONDS, check_integrity, open_writable, refusing
from knowledge.stores.moments import moment
from knowledge.stores.state_schema import STATE
from knowledge.values.notices import mark, notice

_REMEDY = notice(mark("Restaure una copia de seguridad, o aparte ese archivo para empezar con uno vacío."))


def open_state(path: Path, patience: float = BUSY_SECONDS) -> Database:
    """Open the file of a state; see StateStore.open."""
    database = open_writable(path, STATE, _REMEDY)
    database.execute("PRAGMA secure_delete = ON")  # what people take back is overwritten on the disk
    database.execute(f"PRAGMA busy_timeout = {int(1000 * patience)}")
    return database


class StateStore:
    """Keep what people entrusted to the bot; for the thread that opened it."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self._file = database

    @property
    def database(self) -> Database:
        """The database with the rows."""
        return self._file

    @classmethod
    def open(cls, path: Path, patience: float = BUSY_SECONDS) -> Self:
        """Open the file, created or migrated as needed; later calls wait `patience` seconds for a lock.

        Raises:
            StoreUnusable: the file is no database, locked, or of a newer version.
        """
        return cls(path, open_state(path, patience))

    def check(self) -> None:
        """Read the whole file; raise StoreUnusable if any of it is corrupt."""
        check_integrity(self._file, self.path, _REMEDY)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def language(self, chat_id: int, user_id: int) -> str | None:
        """Return the language that a person chose in a chat."""
        return self._value(
            "SELECT language FROM settings WHERE chat_id = :chat_id AND user_id = :user_id",
            {"chat_id": chat_id, "user_id": user_id},
        )

    def choose_language(self, chat_id: int, user_id: int, language: str) -> None:
        """Remember the language that a person chose in a chat."""
        with self.refusing():
            self.database.table("settings").upsert(
                {"chat_id": chat_id, "user_id": user_id, "language": language}, pk=("chat_id", "user_id")
            )

    def focus(self, chat_id: int, user_id: int, *, since: datetime) -> str | None:
        """Return the topic of a person's conversation in a chat, unless it was kept before `since`."""
        return self._value(
            "SELECT content FROM focus WHERE chat_id = :chat_id AND user_id = :user_id AND kept_at >= :since",
            {"chat_id": chat_id, "user_id": user_id, "since": moment(since)},
        )

    def keep_focus(self, chat_id: int, user_id: int, content: str, *, at: datetime) -> None:
        """Remember the topic of a person's conversation in a chat, replacing the one before."""
        with self.refusing():
            # No upsert: that would inspect the table first, after each answer.
            self.database.execute(
                "INSERT INTO focus (chat_id, user_id, content, kept_at) "
                "VALUES (:chat_id, :user_id, :content, :kept_at) "
                "ON CONFLICT (chat_id, user_id) "
                "DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at",
                {"chat_id": chat_id, "user_id": user_id, "content": content, "kept_at": moment(at)},
            )

    def refusing(self) -> AbstractContextManager[None]:
        """Turn SQLite's complaints about the file into StoreUnusable."""
        return refusing(self.path, _REMEDY)

    def _value(self, query: str, values: dict[str, Any]) -> str | None:
        with self.refusing():
            row = self.database.execute(query, values).fetchone()
        return row[0] if row else None
