"""The audit in state.db: who changed what, when, from what to what; written once, never edited."""

from datetime import UTC, date, datetime
from enum import StrEnum

from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value


class AuditOutcome(StrEnum):
    """How an officer's action ended."""

    DONE = "done"
    FAILED = "failed"


class AuditEntry(Value):
    """An officer's action on a subject, e.g. a commitment's key or an act's slug.

    `before` and `after` are what the subject was and what it became, as whoever undoes it needs them, e.g.
    JSON; empty where there is nothing to undo.
    """

    at: datetime
    user_id: int
    action: str
    outcome: AuditOutcome = AuditOutcome.DONE
    subject: str = ""
    before: str = ""
    after: str = ""


class AuditTrail:
    """Write and read the audit of a state."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def record(self, entry: AuditEntry) -> None:
        """Write down what an officer did."""
        row = {**entry.model_dump(), "at": entry.at.astimezone(UTC).isoformat(timespec="seconds")}
        with self._state.refusing():
            self._state.database.table("audit").insert(row)

    def entries(self, limit: int, *, offset: int = 0) -> tuple[AuditEntry, ...]:
        """List what officers did, newest first."""
        with self._state.refusing():
            rows = self._state.database.table("audit").rows_where(
                select="at, user_id, action, outcome, subject, before, after",
                order_by="id DESC",
                limit=limit,
                offset=offset,
            )
            return tuple(AuditEntry.model_validate(row) for row in rows)

    def count_refusal(self, action: str, day: date) -> None:
        """Count an attempt of somebody who may not."""
        with self._state.refusing(), self._state.database.conn:
            self._state.database.execute(
                "INSERT INTO refusals (day, action, count) VALUES (?, ?, 1) "
                "ON CONFLICT (day, action) DO UPDATE SET count = count + 1",
                (day.isoformat(), action),
            )

    def refusals(self, since: date) -> dict[str, int]:
        """Return how often each action was refused since a day."""
        with self._state.refusing():
            rows = self._state.database.query(
                "SELECT action, SUM(count) AS count FROM refusals WHERE day >= ? GROUP BY action",
                (since.isoformat(),),
            )
            return {row["action"]: row["count"] for row in rows}
