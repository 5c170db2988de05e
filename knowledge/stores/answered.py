"""Remember which of our messages answer which question, so that edits change answers even after a restart."""

import json
from datetime import datetime
from typing import Any

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value


class Answered(Value):
    """Who asked a question, and the ids of its answers."""

    by: int
    ids: tuple[int, ...]


class AnsweredStore:
    """Store answers by the ids of their questions, which don't follow a group: a supergroup numbers anew."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def keep(self, chat_id: int, message_id: int, answered: Answered, *, at: datetime) -> None:
        """Remember the answers to a message, replacing earlier ones."""
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
        """Return the answers in a chat since a moment, by the message answered, the oldest first."""
        with self._state.refusing():
            rows = self._state.database.table("answered").rows_where(
                "chat = ? AND kept_at >= ?", [chat_id, moment(since)], order_by="kept_at, message"
            )
            return {int(row["message"]): _answered(row) for row in rows}


def _answered(row: dict[str, Any]) -> Answered:
    return Answered(by=row["user_id"], ids=tuple(json.loads(row["answers"])))
