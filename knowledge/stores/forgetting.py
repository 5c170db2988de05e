"""Forget a person: delete every row of state.db that names them, in any feature's table."""

from datetime import datetime, timedelta
from typing import NamedTuple

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore

NAMING = frozenset({"user_id", "chat_id"})
"""Columns that name a person; a private chat has the number of its person."""

KEPT = {
    "audit": "what officers did stays done, and the record of it is append-only",
    "changes": "who marked a commitment is part of that record",
    "undone_changes": "who took a mark back is part of that record",
    "provenance": "who loaded the file of an act is part of that record",
}
"""Tables that keep an officer's number, and why; nobody else is in them."""


class Fading(NamedTuple):
    """A table whose rows expire, the column with their start, and how long they are kept."""

    table: str
    since: str
    kept: timedelta


def naming_columns(state: StateStore) -> dict[str, tuple[str, ...]]:
    """Return the tables with rows that name a person and can be forgotten, each with the naming columns."""
    with state.refusing():
        tables = [table for table in state.database.tables if table.name not in KEPT]
        named = {table.name: tuple(sorted(NAMING & table.columns_dict.keys())) for table in tables}
    return {name: columns for name, columns in named.items() if columns}


def people_in(state: StateStore) -> frozenset[int]:
    """Return the numbers of all people and groups in rows that can be forgotten."""
    selections = (
        f"SELECT {column} AS number FROM {table}"  # noqa: S608  names out of the schema
        for table, columns in naming_columns(state).items()
        for column in columns
    )
    with state.refusing():
        return frozenset(row["number"] for row in state.database.query(" UNION ".join(selections)))


def forget_person(state: StateStore, user_id: int) -> int:
    """Delete all rows that name a person, also from the disk; return their number."""
    deleted = 0
    tables = naming_columns(state)
    with state.refusing():
        with state.database.atomic():
            for table, columns in tables.items():
                where = " OR ".join(f"{column} = :person" for column in columns)
                done = state.database.execute(
                    f"DELETE FROM {table} WHERE {where}",  # noqa: S608  names out of the schema
                    {"person": user_id},
                )
                deleted += done.rowcount
        # Deleted rows remain in the write-ahead log until it is emptied.
        state.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return deleted


def forget_faded(state: StateStore, fading: tuple[Fading, ...], *, now: datetime) -> int:
    """Delete the rows that have expired; return their number."""
    deleted = 0
    with state.refusing():
        with state.database.atomic():
            for table, since, kept in fading:
                done = state.database.execute(
                    f"DELETE FROM {table} WHERE {since} < ?",  # noqa: S608  our own names
                    [moment(now - kept)],
                )
                deleted += done.rowcount
        if deleted:
            state.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return deleted
