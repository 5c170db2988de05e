"""The tables of knowledge.db, read by act and by provision."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from knowledge.stores.connections import refusing
from knowledge.stores.documents import Listing, OfAct
from knowledge.stores.queries import Query
from knowledge.stores.rows import Row, document_value
from knowledge.values.notices import mark, notice
from knowledge.values.references import Reference

T = TypeVar("T")

REBUILD = notice(mark("Ejecute «acuerdos reload» para rehacer la base a partir de las actas."))
"""What to do about a file that can't be read."""

WITHOUT_TEXT = "id, slug, source, sha256, language, meeting, printed"
"""The columns of an act except its text."""

OF_ACT = "document = (SELECT id FROM documents WHERE slug = :slug)"
"""The condition for rows of the act with `slug`."""

_OF_PROVISION = f"{OF_ACT} AND reference = :reference"


class ActTables:
    """Read the rows of one file."""

    def __init__(self, path: Path, database: Database) -> None:
        self._path = path
        self._database = database

    def act_row(self, slug: str, select: str) -> Row:
        """Return the row of an act; raise KeyError on an unknown slug."""
        found = self.rows("documents", "slug = :slug", {"slug": slug}, select=select)
        if not found:
            raise KeyError(slug)
        return found[0]

    def in_act(self, table: str, slug: str) -> list[Row]:
        """List the rows that an act has in a table."""
        return self.rows(table, OF_ACT, {"slug": slug}, order_by="id")

    def of_provision(self, table: str, slug: str, reference: Reference) -> list[Row]:
        """List the rows that a provision has in a table."""
        return self.rows(table, _OF_PROVISION, {"slug": slug, "reference": str(reference)}, order_by="id")

    def with_act(self, found: list[Row], value_of: Callable[[Row], T]) -> tuple[OfAct[T], ...]:
        """Read rows, each with the act that it belongs to."""
        acts = {row["document"] for row in found}
        documents = {
            row["id"]: document_value(row)
            for row in self.rows(
                "documents",
                "id IN (SELECT value FROM json_each(:acts))",
                {"acts": json.dumps([*acts])},
                select=WITHOUT_TEXT,
            )
        }
        return tuple(OfAct(documents[row["document"]], value_of(row)) for row in found)

    def listing(self, query: Query, value_of: Callable[[Row], T]) -> Listing[T]:
        """List the results of a query, read only as far as needed."""
        table, where, values, order_by = query

        def read(start: int, count: int) -> tuple[OfAct[T], ...]:
            """Read a part of the listing."""
            stretch = f"{order_by} LIMIT {count} OFFSET {start}"
            return self.with_act(self.rows(table, where, values, order_by=stretch), value_of)

        def count() -> int:
            """Count all results."""
            return int(self.rows(table, where, values, select="count(*) AS number")[0]["number"])

        return Listing(count, read)

    def rows(
        self,
        table: str,
        where: str = "TRUE",
        values: dict[str, Any] | None = None,
        *,
        select: str = "*",
        order_by: str = "NULL",
    ) -> list[Row]:
        """List the rows of a table that meet a condition; all its SQL is our own."""
        query = f"SELECT {select} FROM {table} WHERE {where} ORDER BY {order_by}"  # noqa: S608  all our own words
        with refusing(self._path, REBUILD):
            found = self._database.execute(query, values)
            names = [column for column, *_ in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]
