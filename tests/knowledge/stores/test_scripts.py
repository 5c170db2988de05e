"""Scripts of SQL run whole, and in the transaction that is open."""

import sqlite3
from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from knowledge.stores.scripts import Script

WATCHED = """
    CREATE TABLE notes (text TEXT);
    CREATE TRIGGER notes_stay BEFORE DELETE ON notes
    BEGIN SELECT RAISE(ABORT, 'they stay; all of them'); END;
"""


@pytest.fixture
def database() -> Iterator[Database]:
    with Database(memory=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("script", "names"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("CREATE TABLE a (b); CREATE INDEX c ON a (b);", ["a", "c"], id="two"),
        pytest.param("CREATE TABLE a (b);\nCREATE TABLE c (d)", ["a", "c"], id="no-semicolon-at-the-end"),
        pytest.param("CREATE TABLE a (b DEFAULT ';');", ["a"], id="a-semicolon-in-a-text"),
        pytest.param(WATCHED, ["notes", "notes_stay"], id="a-trigger"),
    ],
)
def test_every_statement_of_a_script_is_run(database: Database, script: str, names: list[str]) -> None:
    Script(script).run(database)
    assert [row["name"] for row in database.query("SELECT name FROM sqlite_master ORDER BY name")] == names


def test_a_script_belongs_to_the_transaction_that_is_open(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError), database.atomic():
        Script(WATCHED + "CREATE TABLE notes (text TEXT);").run(database)
    assert database.table_names() == []
