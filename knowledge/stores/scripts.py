"""Run several SQL statements, one after the other, in whatever transaction is open."""

import sqlite3
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True)
class Script:
    """SQL statements, possibly with triggers."""

    text: str

    def run(self, database: Database) -> None:
        """Run the statements.

        `Database.executescript` checks after every character whether a statement is complete; in a
        transaction, that took most of the time of creating a small base.
        """
        statement = ""
        *parts, rest = self.text.split(";")
        for part in parts:
            statement += f"{part};"
            if sqlite3.complete_statement(statement):
                database.execute(statement)
                statement = ""
        if (statement + rest).strip():
            database.execute(statement + rest)
