"""Several statements of SQL that are run one after the other, in whichever transaction is open."""

import sqlite3
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True)
class Script:
    """Statements of SQL, triggers among them."""

    text: str

    def run(self, database: Database) -> None:
        """Run the statements.

        `Database.executescript` asks SQLite after every character whether a statement is whole; in a
        transaction that took most of the time in which a small base is made.
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
