"""Open database files, and say what is wrong with one in a sentence instead of an SQLite error."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database, Migrations

from knowledge.values.errors import StoreBusy, StoreUnusable
from knowledge.values.notices import Notice, mark, notice

BUSY_SECONDS = 5.0
"""How long a write waits for another process to finish its own."""

DAMAGE = (StoreUnusable, sqlite3.DatabaseError)
"""The errors raised for a damaged file."""

_PRIMARY = 0xFF
"""SQLite's extended error codes hold the primary one in their lowest byte."""

_REASONS = {
    sqlite3.SQLITE_CANTOPEN: notice(mark("no existe o no se puede abrir")),
    sqlite3.SQLITE_NOTADB: notice(mark("no es una base de datos")),
    sqlite3.SQLITE_CORRUPT: notice(mark("está dañado")),
    sqlite3.SQLITE_BUSY: notice(mark("otro programa lo tiene ocupado")),
    sqlite3.SQLITE_FULL: notice(mark("no queda espacio en el disco")),
    sqlite3.SQLITE_IOERR: notice(mark("falla el disco al leer o escribir")),
    sqlite3.SQLITE_READONLY: notice(mark("no se permite escribir en él")),
}

_REMEDIES = {
    sqlite3.SQLITE_BUSY: notice(mark("Inténtelo otra vez dentro de un momento.")),
    sqlite3.SQLITE_FULL: notice(mark("Libere espacio en el disco.")),
    sqlite3.SQLITE_READONLY: notice(mark("Compruebe los permisos de su carpeta.")),
}
"""What to do when nothing is wrong with the file itself, so that it shouldn't be replaced."""


def open_read_only(path: Path, migrations: Migrations, remedy: Notice) -> Database:
    """Open a file that nobody edits in place, from any thread.

    Raises:
        StoreUnusable: the file is missing, no database, or of another version; `remedy` says what to do.
    """
    with refusing(path, remedy):
        database = open_of_any_version(path)
        try:
            _check_version(database, migrations, path, remedy)
        except BaseException:
            database.close()
            raise
        return database


def open_of_any_version(path: Path) -> Database:
    """Open a file that nobody edits in place, whatever is in it; raise sqlite3.Error if it is missing."""
    connection = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1",
        uri=True,
        # Opened by the thread that reloads, used by the one that answers; SQLite serializes its calls.
        check_same_thread=False,
    )
    try:
        return _wrap(connection)
    except BaseException:
        connection.close()
        raise


def open_writable(path: Path, migrations: Migrations, remedy: Notice) -> Database:
    """Open or create a file that several processes write to, migrated to the newest version.

    Raises:
        StoreUnusable: the file is no database, locked, or of a newer version; `remedy` says what to do.
    """
    with refusing(path, remedy):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            database = _wrap(connection)
            _enable_wal(database)
            _refuse_newer(database, migrations, path)
            _migrate(database, migrations)
            database.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return database


def create(path: Path) -> Database:
    """Create a file that nobody sees until it is whole; whoever fills it syncs it to disk once."""
    database = _wrap(sqlite3.connect(path))
    database.execute("PRAGMA journal_mode = MEMORY")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA foreign_keys = ON")
    return database


def in_memory() -> Database:
    """Create a database that is gone once it is closed."""
    return _wrap(sqlite3.connect(":memory:"))


def check_integrity(database: Database, path: Path, remedy: Notice) -> None:
    """Read a whole file; raise StoreUnusable if any of it is corrupt."""
    with refusing(path, remedy):
        problems = [row["integrity_check"] for row in database.query("PRAGMA integrity_check(1)")]
    if problems != ["ok"]:
        raise StoreUnusable(_unusable(path, _REASONS[sqlite3.SQLITE_CORRUPT], remedy))


@contextmanager
def refusing(path: Path, remedy: Notice) -> Iterator[None]:
    """Turn SQLite's complaints about a file into StoreUnusable; mistakes in our SQL stay what they are.

    `remedy` says what to do if the file itself is at fault.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY
        if code not in _REASONS:
            raise
        if code == sqlite3.SQLITE_BUSY:
            raise held(path) from error
        raise StoreUnusable(_unusable(path, _REASONS[code], _REMEDIES.get(code, remedy))) from error


def held(path: Path) -> StoreBusy:
    """Return the error for a file that another process holds."""
    return StoreBusy(_unusable(path, _REASONS[sqlite3.SQLITE_BUSY], _REMEDIES[sqlite3.SQLITE_BUSY]))


def _unusable(path: Path, reason: Notice, remedy: Notice) -> Notice:
    return notice(
        mark("No se puede usar {file}: {reason}. {remedy}"),
        file=path.name,
        reason=reason,
        remedy=remedy,
    )


def _wrap(connection: sqlite3.Connection) -> Database:
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def _enable_wal(database: Database) -> None:
    try:
        database.enable_wal()
    except sqlite3.OperationalError as error:
        # SQLite doesn't wait here. The mode is stored in the file: whoever holds it is switching it too, or
        # the next to open it will.
        if error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY:
            raise


def _migrate(database: Database, migrations: Migrations) -> None:
    # Two processes may start at once: the second waits here, then finds nothing left to do.
    database.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
        database.commit()
    finally:
        database.rollback()


def _check_version(database: Database, migrations: Migrations, path: Path, remedy: Notice) -> None:
    _refuse_newer(database, migrations, path)
    if migrations.pending(database):
        raise StoreUnusable(
            notice(
                mark("{file} es de una versión anterior de este programa. {remedy}"),
                file=path.name,
                remedy=remedy,
            )
        )


def _refuse_newer(database: Database, migrations: Migrations, path: Path) -> None:
    with _wrap(sqlite3.connect(":memory:")) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    if any(migration.name not in known for migration in migrations.applied(database)):
        raise StoreUnusable(
            notice(
                mark("{file} es de una versión más nueva de este programa: actualice el programa."),
                file=path.name,
            )
        )
