"""Other search engines for the same provisions, behind one protocol; libraries are imported on demand.

All get the question as it stands. Those that search by words leave out the same stop words as we do, and
those that stem use Snowball, so that each is measured at its usual best.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

import numpy as np

from knowledge.language.datafiles import BUILT_IN
from knowledge.language.folding import fold, words
from knowledge.language.lexicon import Lexicon

SHOWN = 10
"""How many positions a search returns at most."""


class Peer(Protocol):
    """A search engine over a list of texts."""

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""


class FullTextSearch:
    """SQLite's FTS5 over folded words or trigrams; any of the question's may match."""

    def __init__(self, tokenizer: str) -> None:
        # On disk, as a bot would keep it.
        self._folder = tempfile.TemporaryDirectory()
        self._database = sqlite3.connect(f"{self._folder.name}/texts.db")
        self._database.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='{tokenizer}')")
        self._by_trigram = tokenizer == "trigram"
        self._stop = Lexicon.load(BUILT_IN.language).stop

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        folded = ((place, " ".join(words(text))) for place, text in enumerate(texts))
        with self._database:
            self._database.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", folded)

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""
        asked = [word for word in words(query) if word not in self._stop]
        if self._by_trigram:
            asked = [word[start : start + 3] for word in asked for start in range(len(word) - 2)]
        if not asked:
            return []
        found = self._database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(f'"{part}"' for part in asked), SHOWN),
        )
        return [row[0] for row in found]


class Bm25Search:
    """bm25s over Snowball stems."""

    def __init__(self) -> None:
        import bm25s
        import Stemmer

        self._engine = bm25s.BM25()
        self._stem = Stemmer.Stemmer("spanish").stemWords
        self._stop = Lexicon.load(BUILT_IN.language).stop
        self._vocabulary: set[str] = set()

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        stems = [self._stems(text) for text in texts]
        self._vocabulary = set().union(*stems)
        self._shown = min(SHOWN, len(texts))
        self._engine.index(stems, show_progress=False)

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""
        stems = [stem for stem in self._stems(query) if stem in self._vocabulary]
        if not stems:
            return []
        places, scores = self._engine.retrieve([stems], k=self._shown, show_progress=False)
        return [int(place) for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    def _stems(self, text: str) -> list[str]:
        stems: list[str] = self._stem([word for word in words(text) if word not in self._stop])
        return stems


class TantivySearch:
    """tantivy with its Spanish stemmer, which also matches words within one or two edits."""

    def __init__(self) -> None:
        import tantivy

        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("place", stored=True)
        builder.add_text_field("stems", tokenizer_name="es_stem")
        builder.add_text_field("words", tokenizer_name="plain")
        self._folder = tempfile.TemporaryDirectory()
        self._index = tantivy.Index(builder.build(), path=self._folder.name)
        filters = (tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold())
        analyzers = {
            "plain": filters,
            "es_stem": (tantivy.Filter.lowercase(), tantivy.Filter.stemmer("spanish"), filters[1]),
        }
        for name, steps in analyzers.items():
            analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            for step in steps:
                analyzer = analyzer.filter(step)
            self._index.register_tokenizer(name, analyzer.build())
        self._stop = Lexicon.load(BUILT_IN.language).stop

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        for place, text in enumerate(texts):
            writer.add_document(self._tantivy.Document(place=place, stems=text, words=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""
        asked = [word for word in re.findall(r"\w+", query.lower()) if fold(word) not in self._stop]
        if not asked:
            return []
        searcher = self._index.searcher()
        found = searcher.search(self._query(asked), limit=SHOWN)
        return [searcher.doc(address)["place"][0] for _, address in found.hits]

    def _query(self, asked: Iterable[str]) -> Any:  # noqa: ANN401 - the library ships no such type
        tantivy, should = self._tantivy, self._tantivy.Occur.Should
        parts = []
        for word in asked:
            stems = self._index.parse_query(word, ["stems"])
            parts.append((should, stems))
            if len(word) > 3:  # noqa: PLR2004 - shorter words are all within one edit of each other
                fuzzy = tantivy.Query.fuzzy_term_query(
                    self._index.schema,
                    "words",
                    fold(word),
                    distance=1 if len(word) < 8 else 2,  # noqa: PLR2004
                )
                parts.append((should, tantivy.Query.boost_query(fuzzy, 0.5)))
        return tantivy.Query.boolean_query(parts)


class CharacterSearch:
    """Cosine of TF-IDF vectors of the character n-grams, 3 to 5 long, within words."""

    def __init__(self) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), preprocessor=fold, sublinear_tf=True, dtype=np.float32
        )

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        # By columns, so that a search reads only the n-grams of the question.
        self._vectors = self._vectorizer.fit_transform(texts).tocsc()

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""
        vector = self._vectorizer.transform([query])
        scores = (self._vectors[:, vector.indices] @ vector.data).ravel()
        best = (-scores).argsort(kind="stable")[:SHOWN]
        return [int(place) for place in best if scores[place] > 0]


class FuzzySearch:
    """rapidfuzz's token_set_ratio against every text."""

    def build(self, texts: Sequence[str]) -> None:
        """Index the texts."""
        self._texts = [" ".join(words(text)) for text in texts]

    def search(self, query: str) -> list[int]:
        """Return the positions of the texts that fit best, the best first."""
        from rapidfuzz import fuzz, process

        found = process.extract(" ".join(words(query)), self._texts, scorer=fuzz.token_set_ratio, limit=SHOWN)
        return [place for _, _, place in found]


PEERS: Mapping[str, Callable[[], Peer]] = {
    "FTS5 unicode61": partial(FullTextSearch, "unicode61"),
    "FTS5 trigram": partial(FullTextSearch, "trigram"),
    "bm25s + Snowball": Bm25Search,
    "tantivy, fuzzy": TantivySearch,
    "TF-IDF of character n-grams": CharacterSearch,
    "rapidfuzz token_set_ratio": FuzzySearch,
}
