"""Write knowledge.db: the acts, what was found in them, and the search tables."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from knowledge.stores import rows
from knowledge.stores.connections import check_integrity, create, open_of_any_version, refusing
from knowledge.stores.schema import KNOWLEDGE
from knowledge.values.acts import Act
from knowledge.values.notices import mark, notice

IndexWriter = Callable[[Database], None]
"""Fills further tables once the acts are in."""

_MAKE_ROOM = notice(mark("Compruebe el espacio en disco y los permisos de la carpeta de datos."))


def build_base(path: Path, acts: Iterable[Act], *writers: IndexWriter, edition: str = "") -> None:
    """Write a new file with all acts, one in memory at a time, and the writers' tables, in one transaction.

    If anything fails, even `acts`, no file is left. `edition` identifies the program and data files that
    built it.

    Raises:
        StoreUnusable: the file cannot be written.
    """
    try:
        with refusing(path, _MAKE_ROOM):
            _write(path, acts, writers, edition)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def extend_base(old: Path, new: Path, write: IndexWriter) -> None:
    """Write a new file with everything in an old one and what `write` adds; if it fails, none is left.

    Raises:
        StoreUnusable: the file cannot be written.
    """
    try:
        with refusing(new, _MAKE_ROOM):
            _extend(old, new, write)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _extend(old: Path, new: Path, write: IndexWriter) -> None:
    database = create(new)
    try:
        with closing(open_of_any_version(old)) as source:
            source.conn.backup(database.conn)
        with database.atomic():
            write(database)
        check_integrity(database, new, _MAKE_ROOM)
    finally:
        database.close()


def _write(path: Path, acts: Iterable[Act], writers: Iterable[IndexWriter], edition: str) -> None:
    database = create(path)
    try:
        with database.atomic():
            KNOWLEDGE.apply(database)
            database.table("edition").insert({"name": edition})
            for document, act in enumerate(acts, 1):
                _insert(database, document, act)
            database.execute(
                "INSERT INTO responsible (party, commitment) "
                "SELECT DISTINCT json_each.value, commitments.id FROM commitments, json_each(responsible)"
            )
            database.execute(
                "INSERT INTO roles (party, provision, role) "
                "SELECT json_each.key, provisions.id, json_each.value FROM provisions, json_each(parties)"
            )
            for write in writers:
                write(database)
        check_integrity(database, path, _MAKE_ROOM)
    finally:
        database.close()


def _insert(database: Database, document: int, act: Act) -> None:
    database.table("documents").insert(rows.document_row(act, document))
    database.table("provisions").insert_all(
        rows.provision_row(provision, document, position) for position, provision in enumerate(act.provisions)
    )
    database.table("commitments").insert_all(
        rows.commitment_row(commitment, document) for commitment in act.commitments
    )
    database.table("events").insert_all(rows.event_row(event, document) for event in act.events)
    database.table("statements").insert_all(
        rows.statement_row(statement, document) for statement in act.statements
    )
    database.table("glossary").insert_all(rows.glossary_row(entry, document) for entry in act.glossary)
