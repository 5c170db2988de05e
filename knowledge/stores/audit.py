"""The audit in state.db: who changed what, when, from what to what; append-only."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value


class AuditOutcome(StrEnum):
    """How an officer's action ended."""

    DONE = "done"
    FAILED = "failed"


class AuditEntry(Value):
    """An officer's action on a subject, e.g. a commitment's key or an act's slug.

    `before` and `after` are the subject's former and new state, in whatever form undoing needs, e.g. JSON;
    empty if there is nothing to undo.
    """

    at: datetime
    user_id: int
    action: str
    outcome: AuditOutcome = AuditOutcome.DONE
    subject: str = ""
    before: str = ""
    after: str = ""


UNDONE = "undo"
"""The action of undoing another entry; its subject is that entry's number."""


class NumberedEntry(NamedTuple):
    """An entry with its number, and whether it was undone."""

    number: int
    entry: AuditEntry
    is_undone: bool


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

    def page(self, limit: int, *, offset: int = 0) -> tuple[NumberedEntry, ...]:
        """List what officers did, with the numbers, newest first."""
        return self._numbered("ORDER BY id DESC LIMIT :limit OFFSET :offset", limit=limit, offset=offset)

    def numbered(self, number: int) -> NumberedEntry | None:
        """Return the entry with a number, or None."""
        return next(iter(self._numbered("WHERE id = :number", number=number)), None)

    def newest(self, actions: Collection[str]) -> NumberedEntry | None:
        """Return the newest entry of some successful actions, or of undoing one; or None."""
        names = {f"action{place}": action for place, action in enumerate(actions)}
        listed = ", ".join(f":{name}" for name in names)
        undone = f"SELECT CAST(id AS TEXT) FROM audit WHERE action IN ({listed})"  # noqa: S608  our own words
        where = (
            f"WHERE outcome = '{AuditOutcome.DONE}' AND (action IN ({listed}) "
            f"OR (action = '{UNDONE}' AND subject IN ({undone}))) ORDER BY id DESC LIMIT 1"
        )
        return next(iter(self._numbered(where, **names)), None)

    def count(self) -> int:
        """Return how many entries there are."""
        with self._state.refusing():
            return int(self._state.database.table("audit").count)

    def _numbered(self, which: str, **values: int | str) -> tuple[NumberedEntry, ...]:
        selection = (
            "SELECT id, at, user_id, action, outcome, subject, before, after, "  # noqa: S608  our own words
            "EXISTS (SELECT 1 FROM audit later "
            f"WHERE later.action = '{UNDONE}' AND later.subject = CAST(audit.id AS TEXT)) "
            # A mark may also be undone right where it was made.
            "OR coalesce(CASE WHEN json_valid(after) THEN json_extract(after, '$.change') END "
            "IN (SELECT change FROM undone_changes), 0) AND action = 'track' AS is_undone "
            f"FROM audit {which}"
        )
        with self._state.refusing():
            return tuple(
                NumberedEntry(row.pop("id"), is_undone=bool(row.pop("is_undone")), entry=_entry(row))
                for row in self._state.database.query(selection, values)
            )

    def count_refusal(self, action: str, day: date) -> None:
        """Count an attempt by somebody without the right."""
        with self._state.refusing(), self._state.database.atomic():
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


def _entry(row: dict[str, Any]) -> AuditEntry:
    return AuditEntry.model_validate(row)
