"""Open what the handlers ask: the knowledge base, the state, words and the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bot.settings import Settings
from handlers.catalogue import load_catalogues
from handlers.context import Services
from knowledge.base import KnowledgeBase
from knowledge.language.datafiles import BUILT_IN
from knowledge.stores.state_store import StateStore

STATE_FILE = "state.db"


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Open the stores in the data folder, and close them at the end; raise KnowledgeError if unusable."""
    base = KnowledgeBase.open(settings.data)
    state = StateStore.open(settings.data / STATE_FILE)
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
