"""The marks in state.db: what officers said about commitments; append-only, undone by further rows."""

import json
import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore
from knowledge.values.base import Value
from knowledge.values.errors import StoreUnusable
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Evidence, Mark

_log = logging.getLogger(__name__)

_STANDING = "change NOT IN (SELECT change FROM undone_changes)"


class Change(Value):
    """Marks that were made together and are undone together, in the order they were made."""

    number: int
    user_id: int
    at: datetime
    marks: tuple[Mark, ...]
    is_undone: bool = False


class Made(NamedTuple):
    """The number of a change, and whether it was made just now."""

    number: int
    is_new: bool


class Marks(NamedTuple):
    """All marks in effect, the oldest first; `version` changes with every mark or undoing."""

    version: tuple[int, int]
    standing: tuple[Mark, ...]


NO_MARKS = Marks((0, 0), ())


class MarkStore:
    """Keep the marks of a state."""

    def __init__(self, state: StateStore) -> None:
        self._state = state

    def version(self) -> tuple[int, int]:
        """Return a version that changes as soon as anything is marked or undone."""
        with self._state.refusing():
            made, undone = self._state.database.execute(
                "SELECT (SELECT coalesce(max(id), 0) FROM changes), (SELECT count(*) FROM undone_changes)"
            ).fetchone()
        return made, undone

    def marks(self) -> Marks:
        """Return all marks in effect."""
        version = self.version()
        with self._state.refusing():
            rows = self._state.database.table("marks").rows_where(_STANDING, order_by="id")
            return Marks(version, tuple(map(_mark, rows)))

    def make(self, marks: Iterable[Mark], *, user_id: int, at: datetime, nonce: str | None = None) -> Made:
        """Make marks together, all or none; the same `nonce` takes effect only once."""
        with self._state.refusing(), self._state.database.conn as connection:
            connection.execute("BEGIN IMMEDIATE")
            if nonce and (before := self.number_of(nonce)):
                return Made(before, is_new=False)
            made = connection.execute(
                "INSERT INTO changes (user_id, at, nonce) VALUES (?, ?, ?)", (user_id, moment(at), nonce)
            )
            number = int(made.lastrowid or 0)
            for mark in marks:
                connection.execute(
                    "INSERT INTO marks (change, document, reference, ordinal, quote, party, fulfilment, day, "
                    "note, evidence) VALUES (:change, :document, :reference, :ordinal, :quote, :party, "
                    ":fulfilment, :day, :note, :evidence)",
                    {"change": number, **_row(mark)},
                )
            return Made(number, is_new=True)

    def undo(self, number: int, *, user_id: int, at: datetime) -> bool:
        """Undo a change; tell whether it was in effect until now."""
        with self._state.refusing(), self._state.database.conn as connection:
            undone = connection.execute(
                "INSERT INTO undone_changes (change, user_id, at) SELECT id, ?, ? FROM changes WHERE id = ? "
                "ON CONFLICT DO NOTHING",
                (user_id, moment(at), number),
            )
            return undone.rowcount > 0

    def change(self, number: int) -> Change | None:
        """Return a change, undone or not, or None."""
        return next(iter(self._changes("id = ?", (number,))), None)

    def history(self, document: str, reference: Reference) -> tuple[Change, ...]:
        """List the changes that concern a provision, the oldest first, including undone ones."""
        named = "id IN (SELECT change FROM marks WHERE document = ? AND reference = ?)"
        return self._changes(named, (document, str(reference)))

    def _changes(self, where: str, values: tuple[Any, ...]) -> tuple[Change, ...]:
        database = self._state.database
        with self._state.refusing():
            changes = [*database.table("changes").rows_where(where, values, order_by="id")]
            undone = {row["change"] for row in database.table("undone_changes").rows}
            return tuple(
                Change(
                    number=row["id"],
                    user_id=row["user_id"],
                    at=row["at"],
                    marks=tuple(
                        map(
                            _mark,
                            database.table("marks").rows_where("change = ?", (row["id"],), order_by="id"),
                        )
                    ),
                    is_undone=row["id"] in undone,
                )
                for row in changes
            )

    def repeated(self, marks: Sequence[Mark], *, user_id: int) -> int | None:
        """Return the number of the last change in effect if that officer made it with these marks."""
        changes = [
            next((change for change in reversed(self.history(*of)) if not change.is_undone), None)
            for of in dict.fromkeys((each.key.document, each.key.reference) for each in marks)
        ]
        last = changes[0] if changes else None
        if last is None or last != changes[-1] or last.user_id != user_id or last.marks != tuple(marks):
            return None
        return last.number

    def number_of(self, nonce: str) -> int | None:
        """Return the number of the change made under a nonce, or None."""
        row = next(self._state.database.table("changes").rows_where("nonce = ?", (nonce,)), None)
        return row["id"] if row else None


class MarkReader:
    """Return the current marks, read again only if they changed; for the thread of the state."""

    def __init__(self, state: StateStore) -> None:
        self._store = MarkStore(state)
        self._known = NO_MARKS

    def __call__(self) -> Marks:
        """Return the marks, or the last known ones if the state can't be read now."""
        try:
            if self._store.version() != self._known.version:
                self._known = self._store.marks()
        except StoreUnusable as error:
            _log.warning("going on with the marks known last: %s", error)
        return self._known


def _row(mark: Mark) -> dict[str, Any]:
    return {
        "document": mark.key.document,
        "reference": str(mark.key.reference),
        "ordinal": mark.key.ordinal,
        "quote": mark.quote,
        "party": mark.party,
        "fulfilment": mark.fulfilment.value,
        "day": mark.day.isoformat(),
        "note": mark.note,
        "evidence": mark.evidence.model_dump_json() if mark.evidence else "",
    }


def _mark(row: dict[str, Any]) -> Mark:
    reference = Reference.parse(row["reference"])
    return Mark(
        key=CommitmentKey(document=row["document"], reference=reference, ordinal=row["ordinal"]),
        quote=row["quote"],
        party=row["party"],
        fulfilment=row["fulfilment"],
        day=row["day"],
        note=row["note"],
        evidence=Evidence.model_validate(json.loads(row["evidence"])) if row["evidence"] else None,
    )
