"""Write the inverted index into knowledge.db, from the acts that are already in it."""

import json
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sqlite_utils import Database

from knowledge.language.concepts import Concepts
from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.lexicon import Lexicon
from knowledge.language.parties import PartyRegister
from knowledge.language.stems import LANGUAGES, stems
from knowledge.search.index import WEIGHT_UNIT
from knowledge.search.terms import exact
from knowledge.search.vocabulary import Vocabulary
from knowledge.stores.scripts import Script

if TYPE_CHECKING:
    from knowledge.search.entries import Entry

MIN_LIGHT = 4
"""Fewest letters of a stem that shows a word to be a form of a light one."""

SEGMENT = 20_000
"""Provisions whose postings are held in memory at a time."""


def write_index(
    database: Database,
    *,
    register: PartyRegister,
    data: DataFolders = BUILT_IN,
    synonyms: Sequence[Path] = (),
) -> None:
    """Create and fill the search tables; acts, commitments and events must be in.

    The built-in thesaurus, with the lines of `synonyms`, is stored next to the index, so that both always
    agree and a fresh process needs no file of it; raise FaultyData if it has a mistake.
    """
    # Imported here so that answering from an existing index doesn't load what reading acts takes.
    from knowledge.search.entries import entries_in  # noqa: PLC0415  for the reason above

    _create(database)
    lexicon = Lexicon.load(data.language)
    concepts = Concepts.load(data, *synonyms)
    entries = entries_in(
        database, register=register, thesaurus=concepts.thesaurus, lexicon=lexicon, data=data
    )
    segment = _Segment(database)
    columns = _Columns(database)
    vocabulary = dict.fromkeys(concepts.words, 0)
    for number, entry in enumerate(entries):
        segment.add(number, entry.contents.weights)
        columns.add(entry)
        for term in entry.contents.weights:
            if term.startswith(exact("")):
                word = term.removeprefix(exact(""))
                vocabulary[word] = vocabulary.get(word, 0) + 1
    segment.flush()
    columns.flush()
    Vocabulary.write(database, vocabulary)
    _write_light(database, lexicon)
    database.table("search_variants").insert_all(
        {"language": language, "first": first, "variants": json.dumps(variants, ensure_ascii=False)}
        for (language, first), variants in concepts.variants.items()
    )


def _write_light(database: Database, lexicon: Lexicon) -> None:
    """Write the stems of light words, except short ones that other words share: «deme», «demandó»."""
    light = lexicon.light | lexicon.stop
    found = {stem for word in light for language in LANGUAGES for stem in stems(word, language)}
    kept = {stem for stem in found if len(stem) >= MIN_LIGHT or stem in light}
    database.table("search_light").insert_all({"stem": stem} for stem in kept)


def _create(database: Database) -> None:
    Script("""
        CREATE TABLE search_terms (
            term TEXT NOT NULL,
            segment INTEGER NOT NULL,
            provisions BLOB NOT NULL,
            weights BLOB NOT NULL,
            PRIMARY KEY (term, segment)
        ) STRICT;
        CREATE TABLE search_columns (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
        CREATE TABLE search_light (stem TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE search_variants (
            language TEXT NOT NULL,
            first TEXT NOT NULL,
            variants TEXT NOT NULL,
            PRIMARY KEY (language, first)
        ) STRICT, WITHOUT ROWID;
    """).run(database)


class _Segment:
    """Postings of the provisions since the last flush."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._number = 0
        self._size = 0
        self._postings: dict[str, tuple[array[int], array[int]]] = {}

    def add(self, number: int, weights: dict[str, float]) -> None:
        """Add the weights of a provision's terms."""
        for term, weight in weights.items():
            provisions, kept = self._postings.setdefault(term, (array("i"), array("B")))
            provisions.append(number)
            kept.append(max(1, min(255, round(weight / WEIGHT_UNIT))))
        self._size += 1
        if self._size == SEGMENT:
            self.flush()

    def flush(self) -> None:
        """Write the terms added so far, and begin the next segment."""
        self._database.table("search_terms").insert_all(
            {
                "term": term,
                "segment": self._number,
                "provisions": provisions.tobytes(),
                "weights": kept.tobytes(),
            }
            for term, (provisions, kept) in self._postings.items()
        )
        self._number += 1
        self._size = 0
        self._postings = {}


class _Columns:
    """One number per provision and column, for all provisions."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._columns = {name: array("i") for name in ("age", "document", "provision", "parent", "holds")}

    def add(self, entry: "Entry") -> None:
        """Add the values of a provision."""
        values = (entry.age, entry.document, entry.provision, entry.parent, int(entry.contents.holds))
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)

    def flush(self) -> None:
        """Write all columns."""
        self._database.table("search_columns").insert_all(
            {"name": name, "content": np.array(column, dtype="<i4").tobytes()}
            for name, column in self._columns.items()
        )
