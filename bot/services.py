"""Open what commands and handlers ask: the loader of acts, the knowledge base, the state, the words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from bot.settings import Settings
from handlers.catalogue import load_catalogues
from handlers.services import Services
from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.language.parties import PartyRegister
from knowledge.loading import Loader
from knowledge.reading import read_act
from knowledge.search.writing import write_index
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.state_store import StateStore


def open_loader(settings: Settings) -> Loader:
    """Open the data folder for loading acts into it; raise KnowledgeError if it is unusable."""
    folder, register = DataFolder.open(settings.data), PartyRegister.load(BUILT_IN)
    index = partial(write_index, register=register, synonyms=(folder.thesaurus,))
    return Loader(folder, partial(read_act, register=register), index)


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Open the stores in the data folder, and close them at the end; raise KnowledgeError if unusable."""
    loader = open_loader(settings)
    base = KnowledgeBase(loader)
    state = StateStore.open(loader.folder.state)
    try:
        yield Services(
            base=base,
            state=state,
            catalogues=load_catalogues(BUILT_IN),
            today=settings.today,
            now=lambda: datetime.now(UTC),
            admins=settings.admins,
        )
    finally:
        state.close()
        base.close()
