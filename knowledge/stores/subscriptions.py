"""Subscriptions in state.db: what each chat wants to be told, and how far it has been told.

Messages are recorded before they are sent and afterwards: a program that is killed in between leaves the
outcome unknown, and says so when it sends again.
"""

import json
from datetime import time
from typing import Any

from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value
from knowledge.values.subscriptions import Subscription

_SETTINGS = ("thread_id", "language", "parties", "days_before", "at", "zone")
"""The columns that a person chooses; a new choice leaves how far the chat has been told."""


class ActNotice(Value):
    """A message about a new act that a chat is to get; `tries` were made with unknown outcome."""

    chat_id: int
    document: str
    tries: int = 0


class SubscriptionStore:
    """Keep the subscriptions of a state, and the messages about new acts."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def of_chat(self, chat_id: int) -> Subscription | None:
        """Return the subscription of a chat, even while it is silent."""
        return next(iter(self._read("chat_id = :chat_id", {"chat_id": chat_id})), None)

    def active(self) -> tuple[Subscription, ...]:
        """List the subscriptions of all chats that can be written to."""
        return self._read("is_active", {})

    def active_in(self, chat_id: int) -> Subscription | None:
        """Return the subscription of a chat if it can be written to."""
        return next(iter(self._read("is_active AND chat_id = :chat_id", {"chat_id": chat_id})), None)

    def is_silent(self, chat_id: int) -> bool:
        """Tell whether a subscribed chat couldn't be written to."""
        with self._state.refusing():
            found = self._state.database.execute(
                "SELECT 1 FROM subscriptions WHERE chat_id = ? AND NOT is_active", (chat_id,)
            )
            return found.fetchone() is not None

    def keep(self, wanted: Subscription) -> None:
        """Store a subscription; a chat that was already subscribed keeps how far it has been told."""
        row = _row(wanted)
        columns = ", ".join(row)
        places = ", ".join(f":{name}" for name in row)
        chosen = ", ".join(f"{name} = excluded.{name}" for name in _SETTINGS)
        self._write(
            f"INSERT INTO subscriptions ({columns}) VALUES ({places}) "  # noqa: S608  all our own words
            f"ON CONFLICT (chat_id) DO UPDATE SET {chosen}, is_active = TRUE",
            row,
        )

    def drop(self, chat_id: int) -> None:
        """Delete a chat's subscription, and its pending messages."""
        self._write("DELETE FROM act_notices WHERE chat_id = :chat_id", {"chat_id": chat_id})
        self._write("DELETE FROM subscriptions WHERE chat_id = :chat_id", {"chat_id": chat_id})

    def forget(self, user_id: int) -> None:
        """Delete a person's subscription in their private chat, which has their id."""
        self.drop(user_id)

    def note(self, wanted: Subscription) -> None:
        """Write down how far a chat has been told, and what may have gone out."""
        self._write(
            "UPDATE subscriptions SET told = :told, tried = :tried, tried_again = :tried_again "
            "WHERE chat_id = :chat_id",
            _row(wanted),
        )

    def silence(self, chat_id: int) -> None:
        """Stop writing to a chat that can't be written to, until it writes."""
        self._write(
            "UPDATE subscriptions SET is_active = FALSE WHERE chat_id = :chat_id", {"chat_id": chat_id}
        )

    def wake(self, wanted: Subscription) -> None:
        """Write to a chat again; what it missed meanwhile isn't sent."""
        self.note(wanted)
        self._write(
            "UPDATE subscriptions SET is_active = TRUE WHERE chat_id = :chat_id", {"chat_id": wanted.chat_id}
        )

    def plan_notices(self, document: str) -> int:
        """Plan a message about an act for every chat that can be written to; return how many are new."""
        with self._state.refusing(), self._state.database.atomic():
            planned = self._state.database.execute(
                "INSERT OR IGNORE INTO act_notices (chat_id, document, tries, is_done) "
                "SELECT chat_id, ?, 0, FALSE FROM subscriptions WHERE is_active",
                (document,),
            )
            return int(planned.rowcount)

    def planned_notices(self) -> tuple[ActNotice, ...]:
        """List the pending messages about acts, to chats that can be written to."""
        with self._state.refusing():
            rows = self._state.database.query(
                "SELECT chat_id, document, act_notices.tries FROM act_notices "
                "JOIN subscriptions USING (chat_id) WHERE is_active AND NOT is_done "
                "ORDER BY document, chat_id"
            )
            return tuple(map(ActNotice.model_validate, rows))

    def begin_notice(self, notice: ActNotice) -> None:
        """Write down that a message about an act is about to be sent."""
        self._change_notice(notice, "tries = tries + 1")

    def postpone_notice(self, notice: ActNotice) -> None:
        """Write down that it didn't go out, and is to be tried again."""
        self._change_notice(notice, "tries = max(tries - 1, 0)")

    def finish_notice(self, notice: ActNotice) -> None:
        """Write down that there is nothing left to tell about an act."""
        self._change_notice(notice, "is_done = TRUE")

    def _change_notice(self, notice: ActNotice, change: str) -> None:
        self._write(
            f"UPDATE act_notices SET {change} WHERE chat_id = :chat_id AND document = :document",  # noqa: S608  ours
            {"chat_id": notice.chat_id, "document": notice.document},
        )

    def _read(self, where: str, values: dict[str, Any]) -> tuple[Subscription, ...]:
        with self._state.refusing():
            rows = self._state.database.table("subscriptions").rows_where(where, values, order_by="chat_id")
            return tuple(map(_subscription, rows))

    def _write(self, change: str, values: dict[str, Any]) -> None:
        with self._state.refusing(), self._state.database.atomic():
            self._state.database.execute(change, values)


def _row(wanted: Subscription) -> dict[str, Any]:
    row = wanted.model_dump(mode="json")
    lists = {name: json.dumps(row[name], ensure_ascii=False) for name in ("parties", "days_before")}
    return row | lists | {"at": f"{wanted.at:%H:%M}", "is_active": True}


def _subscription(row: dict[str, Any]) -> Subscription:
    lists = {name: tuple(json.loads(row[name])) for name in ("parties", "days_before")}
    fields = {name: value for name, value in row.items() if name != "is_active"}
    return Subscription.model_validate(fields | lists | {"at": time.fromisoformat(row["at"])})
