"""Write vectors into the data folder's base: while it is built, or afterwards if it lacks them."""

import logging
from contextlib import closing
from functools import partial

from knowledge.meaning.encoder import Encoder
from knowledge.meaning.encoder_crew import EncoderCrew, cores
from knowledge.meaning.vector_writing import write_vectors
from knowledge.meaning.vectors import version_in
from knowledge.stores.building import IndexWriter, extend_base
from knowledge.stores.data_folder import DataFolder, publish
from knowledge.stores.knowledge_store import KnowledgeStore
from knowledge.values.errors import StoreUnusable
from knowledge.values.progress import Progress

_log = logging.getLogger(__name__)


def vector_writer(folder: DataFolder, encoder: Encoder, progress: Progress) -> IndexWriter:
    """Return a writer of the vectors of a new base, which reuses those of the base in use."""
    crew = EncoderCrew(encoder, encoder.folder, cores())
    return partial(write_vectors, encoder=encoder, old=folder.knowledge, progress=progress, crew=crew)


def ensure_vectors(folder: DataFolder, encoder: Encoder, progress: Progress) -> None:
    """Add the vectors of this encoder to a sound base that lacks them.

    If that fails, the base is left as it is and answers by keywords. No act is read again, so that acts that
    have become unreadable don't matter.
    """
    try:
        if not _lacks_vectors(folder, encoder):
            return
        with folder.locked(wait=True):
            if _lacks_vectors(folder, encoder):
                new = folder.new_knowledge
                extend_base(folder.knowledge, new, vector_writer(folder, encoder, progress))
                publish(new, folder.knowledge)
                folder.vouch()
    except StoreUnusable as error:
        _log.warning("answering by words alone: %s", error)


def _lacks_vectors(folder: DataFolder, encoder: Encoder) -> bool:
    with closing(KnowledgeStore.open(folder.knowledge)) as store:
        return version_in(store.database) != encoder.version and encoder.is_usable
