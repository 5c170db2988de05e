"""Which of our messages answer which question, so that an edit after a restart still changes its answer."""

import json
from datetime import datetime
from typing import Any

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value


class Answered(Value):
    """Who asked something, and the ids of what answers it."""

    by: int
    ids: tuple[int, ...]


class AnsweredStore:
    """Keep answers by the ids of their questions; ids count anew in a supergroup, so none follows a group."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, chat_id: int, message_id: int, answered: Answered, *, at: datetime) -> None:
        """Remember what answers a message, in place of what did before."""
        row = {
            "chat": chat_id,
            "message": message_id,
            "user_id": answered.by,
            "answers": json.dumps(answered.ids),
            "kept_at": moment(at),
        }
        with self._state.refusing():
            self._state.database.execute(
                "INSERT INTO answered (chat, message, user_id, answers, kept_at) "
                "VALUES (:chat, :message, :user_id, :answers, :kept_at) "
                "ON CONFLICT (chat, message) DO UPDATE SET "
                "user_id = excluded.user_id, answers = excluded.answers, kept_at = excluded.kept_at",
                row,
            )

    def of_chat(self, chat_id: int, *, since: datetime) -> dict[int, Answered]:
        """Return what answers the messages of a chat that were answered since a moment, the oldest first."""
        with self._state.refusing():
            rows = self._state.database.table("answered").rows_where(
                "chat = ? AND kept_at >= ?", [chat_id, moment(since)], order_by="kept_at, message"
            )
            return {int(row["message"]): _answered(row) for row in rows}


def _answered(row: dict[str, Any]) -> Answered:
    return Answered(by=row["user_id"], ids=tuple(json.loads(row["answers"])))
