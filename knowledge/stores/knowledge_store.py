"""knowledge.db: all that is known about the acts, built anew in a separate file, then only read."""

import weakref
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self, TypeVar

from sqlite_utils import Database

from knowledge.stores import rows
from knowledge.stores.act_tables import OF_ACT, REBUILD, WITHOUT_TEXT, ActTables
from knowledge.stores.connections import check_integrity, open_read_only
from knowledge.stores.documents import Document, Listing, OfAct
from knowledge.stores.order import Order
from knowledge.stores.queries import of_commitments, of_events, of_roles
from knowledge.stores.schema import KNOWLEDGE
from knowledge.values.acts import Act, Commitment, Event, GlossaryEntry, Provision, Role
from knowledge.values.questions import Period
from knowledge.values.references import Reference, Section
from knowledge.values.statements import Statement

T = TypeVar("T")

_KEPT = 64


class KnowledgeStore:
    """Read what is known about the acts; the file is opened read-only and never changes.

    `provision` returns a provision by its act's slug and its reference, or None; `commitments_of`,
    `events_of` and `statements_of` list its commitments, events and statements, in order.
    """

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self.database = database
        self._tables = ActTables(path, database)
        # Answers and listings in progress keep a replaced store open; it is closed when the last one lets go.
        self.close = weakref.finalize(self._tables, database.close)
        # An answer needs the same provision many times. Bound here: cached methods keep every store alive.
        self.provision = lru_cache(maxsize=_KEPT)(self._provision)
        self.commitments_of = lru_cache(maxsize=_KEPT)(self._commitments_of)
        self.events_of = lru_cache(maxsize=_KEPT)(self._events_of)
        self.statements_of = lru_cache(maxsize=_KEPT)(self._statements_of)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a built file.

        Raises:
            StoreUnusable: the file is missing, corrupt, or of another version of the schema.
        """
        return cls(path, open_read_only(path, KNOWLEDGE, REBUILD))

    def check(self) -> None:
        """Read the whole file; raise StoreUnusable if any of it is corrupt."""
        check_integrity(self.database, self.path, REBUILD)

    @property
    def edition(self) -> str:
        """The edition of the program and data files that built the base."""
        return str(self._tables.rows("edition")[0]["name"])

    def sizes(self) -> tuple[int, int, int]:
        """Count the acts, their provisions and their commitments."""
        acts, provisions, commitments = (
            int(self._tables.rows(table, select="count(*) AS number")[0]["number"])
            for table in ("documents", "provisions", "commitments")
        )
        return acts, provisions, commitments

    def documents(self) -> tuple[Document, ...]:
        """List the acts, newest meeting first."""
        return self._documents

    def document(self, slug: str) -> Document:
        """Return an act without its text; raise KeyError on an unknown slug."""
        return rows.document_value(self._tables.act_row(slug, WITHOUT_TEXT))

    def act(self, slug: str) -> Act:
        """Return a whole act as it was read; raise KeyError on an unknown slug."""
        row = self._tables.act_row(slug, "*")
        document = rows.document_value(row)
        return Act(
            slug=document.slug,
            source=document.source,
            sha256=document.sha256,
            language=document.language,
            text=row["text"],
            meeting=document.meeting,
            provisions=self.provisions(slug),
            printed=document.printed,
            commitments=tuple(map(rows.commitment_value, self._tables.in_act("commitments", slug))),
            events=tuple(map(rows.event_value, self._tables.in_act("events", slug))),
            statements=tuple(map(rows.statement_value, self._tables.in_act("statements", slug))),
            glossary=tuple(map(rows.glossary_value, self._tables.in_act("glossary", slug))),
            warnings=rows.warnings_value(row),
        )

    def provisions(self, slug: str) -> tuple[Provision, ...]:
        """List an act's provisions in its order."""
        return tuple(map(rows.provision_value, self._tables.in_act("provisions", slug)))

    def _provision(self, slug: str, reference: Reference) -> Provision | None:
        found = self._tables.of_provision("provisions", slug, reference)
        return rows.provision_value(found[0]) if found else None

    def numbering(self, slug: str) -> dict[Section, int]:
        """Return the last number in each section of an act, in its order."""
        found = self._tables.rows(
            "provisions",
            f"{OF_ACT} AND reference != 'ENC' GROUP BY 1",
            {"slug": slug},
            # The number stands between the letter of the section and that of a sub-item: C16.a
            select="substr(reference, 1, 1) AS section, max(CAST(substr(reference, 2) AS INTEGER)) AS last",
            order_by="min(position)",
        )
        return {Section(row["section"]): row["last"] for row in found}

    def children(self, slug: str, reference: Reference) -> tuple[Provision, ...]:
        """List the sub-items of a provision in their order."""
        found = self._tables.rows(
            "provisions",
            f"{OF_ACT} AND parent = :parent",
            {"slug": slug, "parent": str(reference)},
            order_by="position",
        )
        return tuple(map(rows.provision_value, found))

    def neighbours(self, slug: str, reference: Reference) -> tuple[Provision | None, Provision | None]:
        """Return the provisions before and after one in the order of its act, None at the ends."""
        here = self._tables.of_provision("provisions", slug, reference)
        if not here:
            return None, None
        before, after = (self._at(here[0]["document"], here[0]["position"] + step) for step in (-1, 1))
        return before, after

    def whole_text(self, slug: str, provision: Provision) -> str:
        """Return a provision with its sub-items and closing paragraph, as the act's text has them."""
        return provision.extent.of(self._tables.act_row(slug, "text")["text"])

    def _commitments_of(self, slug: str, reference: Reference) -> tuple[Commitment, ...]:
        return tuple(map(rows.commitment_value, self._tables.of_provision("commitments", slug, reference)))

    def commitment_ids(self, slug: str, reference: Reference) -> tuple[int, ...]:
        """Return the row ids of a provision's commitments in order; unlike keys, they go with the base."""
        return tuple(row["id"] for row in self._tables.of_provision("commitments", slug, reference))

    def commitments(
        self,
        *,
        parties: Sequence[str] = (),
        period: Period | None = None,
        dated: bool | None = None,
        acts: Sequence[str] | None = None,
        among: Sequence[int] | None = None,
        without: Sequence[int] = (),
        order: Order = Order.SOONEST,
    ) -> Listing[Commitment]:
        """List commitments in an order; on the same day, those of earlier `parties` come first.

        `parties`, by their canonical names, limits the list to commitments that any of them is responsible
        for, and `acts`, by their slugs, to those acts. `period` limits it to deadlines within it; `dated` to
        commitments with a day due, or without one if False. `among` and `without` select or exclude rows by
        id.
        """
        query = of_commitments(
            parties=parties,
            period=period,
            dated=dated,
            acts=acts,
            among=among,
            without=without,
            order=order,
        )
        return self._tables.listing(query, rows.commitment_value)

    def provisions_naming(
        self, party: str, role: Role, *, acts: Sequence[str] | None = None
    ) -> Listing[Provision]:
        """List the provisions that name a party in a role, newest meeting first.

        Preambles only count for absences. `acts`, by their slugs, limits the list to those acts.
        """
        return self._tables.listing(of_roles(party, role, acts), rows.provision_value)

    def _events_of(self, slug: str, reference: Reference) -> tuple[Event, ...]:
        return tuple(map(rows.event_value, self._tables.of_provision("events", slug, reference)))

    def _statements_of(self, slug: str, reference: Reference) -> tuple[Statement, ...]:
        return tuple(map(rows.statement_value, self._tables.of_provision("statements", slug, reference)))

    def events(
        self,
        *,
        parties: Sequence[str] = (),
        period: Period | None = None,
        ending: Period | None = None,
        dated: bool | None = None,
        acts: Sequence[str] | None = None,
        places: Sequence[str] | None = None,
        order: Order = Order.SOONEST,
    ) -> Listing[Event]:
        """List events in an order.

        `parties`, by their canonical names, limits the list to events that any of them organizes, `acts`, by
        their slugs, to those acts, and `places`, as acts write them, to those places. `period` limits it to
        events with a day in it, and `ending` to those that end in it; `dated` to events with a known day, or
        without one if False.
        """
        query = of_events(
            parties=parties,
            period=period,
            ending=ending,
            dated=dated,
            acts=acts,
            places=places,
            order=order,
        )
        return self._tables.listing(query, rows.event_value)

    def places(self) -> tuple[str, ...]:
        """List the places of events, as acts write them."""
        return self._places

    def glossary(self, acronym: str) -> tuple[OfAct[GlossaryEntry], ...]:
        """List the expansions of an acronym in each act, newest loaded last; case doesn't matter."""
        found = self._tables.rows("glossary", "acronym = :acronym", {"acronym": acronym}, order_by="id")
        return self._tables.with_act(found, rows.glossary_value)

    @cached_property
    def _places(self) -> tuple[str, ...]:
        found = self._tables.rows("events", "place > '' GROUP BY place", select="place", order_by="place")
        return tuple(row["place"] for row in found)

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        found = self._tables.rows("documents", select=WITHOUT_TEXT, order_by="starts_on DESC, slug")
        return tuple(map(rows.document_value, found))

    def _at(self, document: int, position: int) -> Provision | None:
        found = self._tables.rows(
            "provisions",
            "document = :document AND position = :position",
            {"document": document, "position": position},
        )
        return rows.provision_value(found[0]) if found else None
