"""Read the inverted index of knowledge.db, a term at a time, so that a fresh process answers at once."""

import json
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from knowledge.language.thesaurus import Thesaurus, Variant
from knowledge.search.flags import Holds
from knowledge.search.vocabulary import Vocabulary
from knowledge.values.acts import GlossaryEntry
from knowledge.values.references import Reference

Numbers = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]

WEIGHT_UNIT = 1 / 160
"""Weights are stored as multiples of this, in one byte."""

_KEPT_POSTINGS = 2048
_KEPT_VARIANTS = 2048
_KEPT_PLACES = 4096


class Postings(NamedTuple):
    """The provisions with a term, by number, and its weight in each, in WEIGHT_UNIT."""

    provisions: Numbers
    weights: npt.NDArray[np.uint8]


_NONE = Postings(np.empty(0, np.int32), np.empty(0, np.uint8))


class SearchIndex:
    """Postings and columns of all provisions, which are numbered from 0, the newest meeting last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Bound here, since a cached method would keep every index alive: `postings` returns those of a term,
        # `place` the slug and reference of a provision.
        self.postings = lru_cache(maxsize=_KEPT_POSTINGS)(self._read_postings)
        self.place = lru_cache(maxsize=_KEPT_PLACES)(self._read_place)

    @cached_property
    def document(self) -> Numbers:
        """The row of each provision's act."""
        return self._column("document")

    @cached_property
    def provision(self) -> Numbers:
        """The row of each provision."""
        return self._column("provision")

    @cached_property
    def parent(self) -> Numbers:
        """The number of the provision each one belongs to, or -1."""
        return self._column("parent")

    @cached_property
    def holds(self) -> Numbers:
        """The kinds of answers in each provision, as bits of Holds."""
        return self._column("holds")

    @cached_property
    def is_preamble(self) -> npt.NDArray[np.bool_]:
        """Whether each provision is a preamble: it only tells when and where a meeting was, and who came."""
        marked: npt.NDArray[np.bool_] = (self.holds & int(Holds.PREAMBLE)) != 0
        return marked

    @cached_property
    def recency(self) -> Weights:
        """How new the act of each provision is: from 0 for the oldest to 1 for the newest."""
        ages = self._column("age")
        values = np.unique(ages)
        recency: Weights = (np.searchsorted(values, ages) / max(len(values) - 1, 1)).astype(np.float32)
        return recency

    def number_of(self, slug: str, reference: Reference) -> int | None:
        """Return the number of a provision, or None if no act has it."""
        row = self._database.execute(
            "SELECT provisions.id FROM provisions JOIN documents ON documents.id = provisions.document "
            "WHERE slug = ? AND reference = ?",
            (slug, str(reference)),
        ).fetchone()
        return int(np.flatnonzero(self.provision == row[0])[0]) if row else None

    def document_of(self, slug: str) -> int:
        """Return the row of an act; raise LookupError on an unknown slug."""
        return self._documents[slug]

    @cached_property
    def _documents(self) -> dict[str, int]:
        return dict(self._database.execute("SELECT slug, id FROM documents").fetchall())

    def glossary_entry(self, acronym: str) -> tuple[str, GlossaryEntry] | None:
        """Return the expansion of an acronym in the newest act that has one, and the slug of the act."""
        row = self._database.execute(
            "SELECT slug, acronym, expansion, reference FROM glossary "
            "JOIN documents ON documents.id = glossary.document "
            "WHERE acronym = ? AND reference IS NOT NULL ORDER BY starts_on DESC LIMIT 1",
            (acronym,),
        ).fetchone()
        if row is None:
            return None
        slug, written, expansion, reference = row
        entry = GlossaryEntry(acronym=written, expansion=expansion, reference=Reference.parse(reference))
        return slug, entry

    def _read_place(self, number: int) -> tuple[str, Reference]:
        """Return the slug of a provision's act, and its reference."""
        row = self._database.execute(
            "SELECT slug, reference FROM provisions JOIN documents ON documents.id = provisions.document "
            "WHERE provisions.id = ?",
            (int(self.provision[number]),),
        ).fetchone()
        return row[0], Reference.parse(row[1])

    @property
    def size(self) -> int:
        """How many provisions there are."""
        return len(self.document)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The folded words of the acts and of the thesaurus."""
        return Vocabulary(self._database)

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The thesaurus that the index was written with."""
        return Thesaurus(lru_cache(maxsize=_KEPT_VARIANTS)(self._read_variants))

    def is_light(self, stem: str) -> bool:
        """Tell whether a stem belongs to a light word."""
        row = self._database.execute("SELECT 1 FROM search_light WHERE stem = ?", (stem,)).fetchone()
        return row is not None

    def family(self, number: int) -> list[int]:
        """List the item that a provision belongs to, and all its sub-items."""
        item = int(self.parent[number]) if self.parent[number] >= 0 else number
        return [item, *np.flatnonzero(self.parent == item).tolist()]

    def strongest(self, term: str) -> Numbers:
        """List the provisions with a term, the one where it weighs most first."""
        provisions, weights = self.postings(term)
        return provisions[np.argsort(-weights.astype(np.int16), kind="stable")]

    def has(self, term: str) -> bool:
        """Tell whether any provision has a term."""
        return bool(len(self.postings(term).provisions))

    def _read_postings(self, term: str) -> Postings:
        found = self._database.execute(
            "SELECT provisions, weights FROM search_terms WHERE term = ? ORDER BY segment", (term,)
        ).fetchall()
        if not found:
            return _NONE
        provisions = np.frombuffer(b"".join(row[0] for row in found), "<i4")
        weights = np.frombuffer(b"".join(row[1] for row in found), np.uint8)
        return Postings(provisions, weights)

    def _read_variants(self, language: str, first: str) -> tuple[Variant, ...]:
        row = self._database.execute(
            "SELECT variants FROM search_variants WHERE language = ? AND first = ?", (language, first)
        ).fetchone()
        return tuple(Variant(tuple(words), *rest) for words, *rest in json.loads(row[0])) if row else ()

    def _column(self, name: str) -> Numbers:
        row = self._database.execute("SELECT content FROM search_columns WHERE name = ?", (name,)).fetchone()
        return np.frombuffer(row[0], "<i4")
