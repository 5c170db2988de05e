"""The words of the acts and the thesaurus, stored next to the index by spelling and sound."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database

from knowledge.language.sounds import sound
from knowledge.stores.scripts import Script

MIN_SOUNDED = 3
"""Fewest letters of a word found by its sound: no error turns four letters into two."""

_KEPT = 4096


class Known(NamedTuple):
    """A known word, and whether any act uses it."""

    word: str
    is_used: bool


class Vocabulary:
    """Read known words on demand, so that a fresh process corrects its first typing error at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Bound here, since a cached method would keep every vocabulary alive; `has` tells if a word is known.
        self.has = lru_cache(maxsize=_KEPT)(self._has)

    @staticmethod
    def write(database: Database, counts: Mapping[str, int]) -> None:
        """Create the tables of words, with how many provisions use each, and of their sounds."""
        Script("""
            CREATE TABLE search_words (
                word TEXT PRIMARY KEY,
                sound TEXT,
                provisions INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX search_words_by_sound ON search_words (sound);
            CREATE TABLE search_sounds (first TEXT PRIMARY KEY, sounds TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """).run(database)
        heard = {word: sound(word) for word in counts if len(word) >= MIN_SOUNDED}
        database.table("search_words").insert_all(
            {"word": word, "sound": heard.get(word), "provisions": count} for word, count in counts.items()
        )
        by_first = defaultdict[str, set[str]](set)
        for form in heard.values():
            by_first[form[:1]].add(form)
        # All sounds with one first letter in one row: reading a row for each would take longer than the rest.
        database.table("search_sounds").insert_all(
            {"first": first, "sounds": " ".join(sorted(forms))} for first, forms in by_first.items()
        )

    def sounds(self, first: str) -> list[str]:
        """List the sounds of words that begin with a letter."""
        found = self._database.execute(
            "SELECT sounds FROM search_sounds WHERE first = ?", (first,)
        ).fetchone()
        return found[0].split() if found else []

    def sounding(self, form: str) -> list[Known]:
        """List the words with a sound."""
        found = self._database.execute(
            "SELECT word, provisions > 0 FROM search_words WHERE sound = ? ORDER BY word", (form,)
        )
        return [Known(word, bool(is_used)) for word, is_used in found]

    def used(self, prefix: str) -> list[str]:
        """List the words of the acts that begin with a prefix, in order."""
        found = self._database.execute(
            "SELECT word FROM search_words "
            "WHERE word >= :prefix AND word < :prefix || char(0x10FFFF) AND provisions > 0 ORDER BY word",
            {"prefix": prefix},
        )
        return [word for (word,) in found]

    def _has(self, word: str) -> bool:
        found = self._database.execute("SELECT 1 FROM search_words WHERE word = ?", (word,)).fetchone()
        return found is not None
