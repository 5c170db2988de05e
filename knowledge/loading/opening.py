"""Open a responder for a base that is not in use: a newly built one, or the previous one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from knowledge.answering.responder import Responder
from knowledge.language.datafiles import DataFolders
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.vectors import PassageVectors
from knowledge.stores.knowledge_store import KnowledgeStore


@contextmanager
def opened(
    path: Path, data: DataFolders, encoder: Encoder | None = None
) -> Iterator[tuple[KnowledgeStore, Responder]]:
    """Open a base and its responder, for the thread that asks; raise StoreUnusable if it can't be read."""
    with closing(KnowledgeStore.open(path)) as store:
        vectors = PassageVectors.open(store.database, encoder.version if encoder else None)
        yield store, Responder(store, data, encoder=encoder, vectors=vectors)
