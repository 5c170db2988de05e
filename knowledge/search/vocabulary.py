"""The words of the acts and of the thesaurus, kept beside the index by how they are written and sound."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database

from knowledge.search.sounds import sound

_KEPT = 4096


class Known(NamedTuple):
    """A known word, and whether any act uses it."""

    word: str
    is_used: bool


class Vocabulary:
    """Read known words as they are needed: a fresh process mends its first typing error at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Bound here, since a cached method would keep every vocabulary alive; `has` tells a known word.
        self.has = lru_cache(maxsize=_KEPT)(self._has)

    @staticmethod
    def write(database: Database, counts: Mapping[str, int]) -> None:
        """Create the table of words, with the number of provisions that use each."""
        database.executescript("""
            CREATE TABLE search_words (
                word TEXT PRIMARY KEY,
                sound TEXT NOT NULL,
                provisions INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX search_words_by_sound ON search_words (sound);
        """)
        database.table("search_words").insert_all(
            {"word": word, "sound": sound(word), "provisions": count} for word, count in counts.items()
        )

    def sounding(self, first: str) -> list[tuple[str, Known]]:
        """List the words whose sound begins with a letter, in order, each after its sound."""
        found = self._database.execute(
            "SELECT sound, word, provisions > 0 FROM search_words "
            "WHERE sound >= :first AND sound < :first || char(0x10FFFF) ORDER BY word",
            {"first": first},
        )
        return [(form, Known(word, bool(is_used))) for form, word, is_used in found]

    def used(self, prefix: str) -> list[str]:
        """List the words of the acts that begin so, in order."""
        found = self._database.execute(
            "SELECT word FROM search_words "
            "WHERE word >= :prefix AND word < :prefix || char(0x10FFFF) AND provisions > 0 ORDER BY word",
            {"prefix": prefix},
        )
        return [word for (word,) in found]

    def _has(self, word: str) -> bool:
        found = self._database.execute("SELECT 1 FROM search_words WHERE word = ?", (word,)).fetchone()
        return found is not None
