"""Forget a person: every row of state.db that names them goes, in whichever feature's table it is."""

from datetime import datetime, timedelta
from typing import NamedTuple

from knowledge.stores.moments import moment
from knowledge.stores.state_store import StateStore

NAMING = frozenset({"user_id", "chat_id"})
"""Columns that name a person; the chat of a person alone with the bot has that person's number."""

KEPT = {
    "audit": "what officers did stays done, and the record of it is append-only",
    "changes": "who marked a commitment is part of that record",
    "undone_changes": "who took a mark back is part of that record",
    "provenance": "who loaded the file of an act is part of that record",
}
"""Tables that keep an officer's number, and why; a person who is no officer is in none of them."""


class Fading(NamedTuple):
    """A table of what is kept for some time only, and the column that says since when."""

    table: str
    since: str
    kept: timedelta


def naming_columns(state: StateStore) -> dict[str, tuple[str, ...]]:
    """Return the tables whose rows name a person and are forgotten with them, each with those columns."""
    with state.refusing():
        tables = [table for table in state.database.tables if table.name not in KEPT]
        named = {table.name: tuple(sorted(NAMING & table.columns_dict.keys())) for table in tables}
    return {name: columns for name, columns in named.items() if columns}


def people_in(state: StateStore) -> frozenset[int]:
    """Return the numbers of all people and groups whom rows name that can be forgotten."""
    selections = (
        f"SELECT {column} AS number FROM {table}"  # noqa: S608  names out of the schema
        for table, columns in naming_columns(state).items()
        for column in columns
    )
    with state.refusing():
        return frozenset(row["number"] for row in state.database.query(" UNION ".join(selections)))


def forget_person(state: StateStore, user_id: int) -> int:
    """Delete all rows that name a person, from the disk, too; return how many there were."""
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
        # What was deleted stands in the log of writes until that is emptied.
        state.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return deleted


def forget_faded(state: StateStore, fading: tuple[Fading, ...], *, now: datetime) -> int:
    """Delete what was to be kept for some time only, and that time is over; return how many rows."""
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
