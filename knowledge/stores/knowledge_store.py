"""knowledge.db: all that is known of the acts, built anew aside and only read from then on."""

import weakref
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlite_utils import Database

from knowledge.stores import rows
from knowledge.stores.connections import check_integrity, create, open_read_only, refusing
from knowledge.stores.documents import Document, OfAct
from knowledge.stores.rows import Row
from knowledge.stores.schema import KNOWLEDGE
from knowledge.values.acts import Act, Commitment, Event, GlossaryEntry, Provision
from knowledge.values.notices import mark, notice
from knowledge.values.questions import Period
from knowledge.values.references import Reference

T = TypeVar("T")

IndexWriter = Callable[[Database], None]
"""Adds the tables that search needs, once the acts are in."""

_REBUILD = notice(mark("Ejecute «acuerdos reload» para rehacer la base a partir de las actas."))
_MAKE_ROOM = notice(mark("Compruebe el espacio en disco y los permisos de la carpeta de datos."))

_WITHOUT_TEXT = "id, slug, source, sha256, language, meeting"
_OF_ACT = "document = (SELECT id FROM documents WHERE slug = :slug)"
_OF_PROVISION = f"{_OF_ACT} AND reference = :reference"


class KnowledgeStore:
    """Read what is known of the acts; the file is opened read-only and never changes."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self.database = database
        # Whoever still answers from a store that was replaced keeps it open; the last to let go closes it.
        self.close = weakref.finalize(self, database.close)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a built file.

        Raises:
            StoreUnusable: the file is missing, corrupt, or of another version of the schema.
        """
        return cls(path, open_read_only(path, KNOWLEDGE, _REBUILD))

    @staticmethod
    def build(path: Path, acts: Iterable[Act], write_index: IndexWriter, *, edition: str = "") -> None:
        """Write a new file with all acts in one transaction, one act in memory at a time.

        When anything fails, what `acts` raises included, no file is left. `edition` tells which program
        and data files built it.

        Raises:
            StoreUnusable: the file cannot be written.
        """
        try:
            with refusing(path, _MAKE_ROOM):
                _write(path, acts, write_index, edition)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def check(self) -> None:
        """Read the whole file; raise StoreUnusable if any of it is corrupt."""
        check_integrity(self.database, self.path, _REBUILD)

    @property
    def edition(self) -> str:
        """Which program and data files built the base."""
        return str(self._rows("edition")[0]["name"])

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._documents

    def document(self, slug: str) -> Document:
        """Return an act without its text; raise KeyError on an unknown slug."""
        return rows.document_value(self._act_row(slug, _WITHOUT_TEXT))

    def act(self, slug: str) -> Act:
        """Return a whole act as it was read; raise KeyError on an unknown slug."""
        row = self._act_row(slug, "*")
        document = rows.document_value(row)
        return Act(
            slug=document.slug,
            source=document.source,
            sha256=document.sha256,
            language=document.language,
            text=row["text"],
            meeting=document.meeting,
            provisions=self.provisions(slug),
            commitments=tuple(map(rows.commitment_value, self._in_act("commitments", slug))),
            events=tuple(map(rows.event_value, self._in_act("events", slug))),
            glossary=tuple(map(rows.glossary_value, self._in_act("glossary", slug))),
            warnings=rows.warnings_value(row),
        )

    def provisions(self, slug: str) -> tuple[Provision, ...]:
        """List an act's provisions in its order."""
        return tuple(map(rows.provision_value, self._in_act("provisions", slug)))

    def provision(self, slug: str, reference: Reference) -> Provision | None:
        """Return one provision, or None if the act has no such reference."""
        found = self._of_provision("provisions", slug, reference)
        return rows.provision_value(found[0]) if found else None

    def children(self, slug: str, reference: Reference) -> tuple[Provision, ...]:
        """List the sub-items of a provision in their order."""
        found = self._rows(
            "provisions",
            f"{_OF_ACT} AND parent = :parent",
            {"slug": slug, "parent": str(reference)},
            order_by="position",
        )
        return tuple(map(rows.provision_value, found))

    def neighbours(self, slug: str, reference: Reference) -> tuple[Provision | None, Provision | None]:
        """Return the provisions before and after one in the order of its act, None at the ends."""
        here = self._of_provision("provisions", slug, reference)
        if not here:
            return None, None
        before, after = (self._at(here[0]["document"], here[0]["position"] + step) for step in (-1, 1))
        return before, after

    def whole_text(self, slug: str, provision: Provision) -> str:
        """Return a provision with its sub-items and closing paragraph, as the act's text has them."""
        return provision.extent.of(self._act_row(slug, "text")["text"])

    def commitments_of(self, slug: str, reference: Reference) -> tuple[Commitment, ...]:
        """List the commitments that one provision makes, in its order."""
        return tuple(map(rows.commitment_value, self._of_provision("commitments", slug, reference)))

    def commitments(
        self, *, party: str | None = None, period: Period | None = None
    ) -> tuple[OfAct[Commitment], ...]:
        """List commitments, the soonest deadline first and undated ones last.

        `party` keeps what that party, by its canonical name, is responsible for; `period` keeps what
        falls due within it, and nothing undated.
        """
        conditions = ["TRUE"]
        if party is not None:
            conditions.append("id IN (SELECT commitment FROM responsible WHERE party = :party)")
        if period is not None:
            conditions.append("deadline_end BETWEEN :start AND :end")
        found = self._rows(
            "commitments",
            " AND ".join(conditions),
            {"party": party, **_bounds(period)},
            order_by="deadline_end IS NULL, deadline_end, id",
        )
        return self._with_act(found, rows.commitment_value)

    def provisions_naming(self, party: str) -> tuple[OfAct[Provision], ...]:
        """List the provisions that name a party, those of the newest meeting first; `parties` says why."""
        found = self._rows(
            "provisions",
            "id IN (SELECT provision FROM roles WHERE party = :party)",
            {"party": party},
            order_by="(SELECT starts_on FROM documents WHERE id = document) DESC, document, position",
        )
        return self._with_act(found, rows.provision_value)

    def events_of(self, slug: str, reference: Reference) -> tuple[Event, ...]:
        """List the events that one provision announces, in its order."""
        return tuple(map(rows.event_value, self._of_provision("events", slug, reference)))

    def events(self) -> tuple[OfAct[Event], ...]:
        """List all events, the soonest first and undated ones last."""
        return self._with_act(
            self._rows("events", order_by="starts_on IS NULL, starts_on, id"), rows.event_value
        )

    def glossary(self, acronym: str) -> tuple[OfAct[GlossaryEntry], ...]:
        """List what an acronym stands for in each act, newest loaded last; case doesn't matter."""
        found = self._rows("glossary", "acronym = :acronym", {"acronym": acronym}, order_by="id")
        return self._with_act(found, rows.glossary_value)

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        found = self._rows("documents", select=_WITHOUT_TEXT, order_by="starts_on DESC, slug")
        return tuple(map(rows.document_value, found))

    def _act_row(self, slug: str, select: str) -> Row:
        found = self._rows("documents", "slug = :slug", {"slug": slug}, select=select)
        if not found:
            raise KeyError(slug)
        return found[0]

    def _in_act(self, table: str, slug: str) -> list[Row]:
        return self._rows(table, _OF_ACT, {"slug": slug}, order_by="id")

    def _of_provision(self, table: str, slug: str, reference: Reference) -> list[Row]:
        return self._rows(table, _OF_PROVISION, {"slug": slug, "reference": str(reference)}, order_by="id")

    def _at(self, document: int, position: int) -> Provision | None:
        found = self._rows(
            "provisions",
            "document = :document AND position = :position",
            {"document": document, "position": position},
        )
        return rows.provision_value(found[0]) if found else None

    def _with_act(self, found: list[Row], value_of: Callable[[Row], T]) -> tuple[OfAct[T], ...]:
        documents: dict[int, Document] = {}
        for number in {row["document"] for row in found}:
            row = self._rows("documents", "id = :id", {"id": number}, select=_WITHOUT_TEXT)[0]
            documents[number] = rows.document_value(row)
        return tuple(OfAct(documents[row["document"]], value_of(row)) for row in found)

    def _rows(
        self,
        table: str,
        where: str | None = None,
        values: dict[str, Any] | None = None,
        *,
        select: str = "*",
        order_by: str | None = None,
    ) -> list[Row]:
        with refusing(self.path, _REBUILD):
            return list(
                self.database.table(table).rows_where(where, values, select=select, order_by=order_by)
            )


def _bounds(period: Period | None) -> dict[str, str]:
    period = period or Period()
    return {
        "start": (period.start or date.min).isoformat(),
        "end": (period.end or date.max).isoformat(),
    }


def _write(path: Path, acts: Iterable[Act], write_index: IndexWriter, edition: str) -> None:
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
            write_index(database)
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
    database.table("glossary").insert_all(rows.glossary_row(entry, document) for entry in act.glossary)
