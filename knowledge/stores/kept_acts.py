"""Reuse the acts in a base for the next build: reading one again takes a quarter of a second."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from sqlite_utils import Database

from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.acts import Act
from knowledge.values.errors import StoreUnusable


class KeptActs:
    """Return the uncorrected acts of a base, by the names and contents of their files."""

    def __init__(self, store: KnowledgeStore) -> None:
        self._store = store
        corrected = {str(row["slug"]) for row in store.database.query("SELECT slug FROM corrected")}
        self._slugs = {
            (document.source, document.sha256): document.slug
            for document in store.documents()
            if document.slug not in corrected
        }

    @classmethod
    def open(cls, path: Path, edition: str) -> Self | None:
        """Open a base that this edition built; return None if there is none."""
        try:
            store = KnowledgeStore.open(path)
            if store.edition == edition:
                return cls(store)
            store.close()
        except (StoreUnusable, sqlite3.DatabaseError):
            return None  # a damaged base has nothing to reuse: its acts are read again
        return None

    def find(self, source: str, sha256: str) -> Act | None:
        """Return the act read from such a file, or None."""
        slug = self._slugs.get((source, sha256))
        return self._store.act(slug) if slug else None

    def close(self) -> None:
        """Close the base."""
        self._store.close()


def write_corrected(database: Database, slugs: Iterable[str]) -> None:
    """Note in a new base which acts were corrected."""
    database.table("corrected").insert_all({"slug": slug} for slug in slugs)
