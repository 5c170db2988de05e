"""The services for handlers and commands; nothing here depends on Telegram."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from handlers.answers.rendering import AnswerRenderer
from handlers.catalogue import Catalogue, catalogues_of
from knowledge.base import KnowledgeBase
from knowledge.loading.staging import Staging
from knowledge.stores.backups import Backups
from knowledge.stores.connections import BUSY_SECONDS, held
from knowledge.stores.forgotten import ForgottenPeople
from knowledge.stores.live_state import LiveState
from knowledge.stores.state_store import StateStore
from knowledge.stores.state_writer import StateWriter
from knowledge.values.errors import StoreUnusable

T = TypeVar("T")

_WRITTEN_SECONDS = 0.25
"""Time within which a note is usually written; after that, readers use the copy in memory."""


@dataclass(frozen=True)
class Services:
    """Services for handlers: the knowledge base, people's state, the clock, and the officers.

    `state` can be read directly, but is written only through `change` and `note`; `forgotten` are people who
    asked for deletion, so that no backup brings them back. `zone` is the secretariat's time zone. `staging`
    keeps files from officers until they are confirmed. Only differences between values of `stopwatch` are
    meaningful; `free_bytes` returns the free space on the data's disk.
    """

    base: KnowledgeBase
    state: LiveState
    writer: StateWriter
    staging: Staging
    today: Callable[[], date]
    now: Callable[[], datetime]
    forgotten: ForgottenPeople
    backups: Backups
    started_at: datetime
    zone: str
    stopwatch: Callable[[], float]
    free_bytes: Callable[[], int]
    admins: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()

    async def change(self, work: Callable[[StateStore], T]) -> T:
        """Change the state in a thread, and return once it is written.

        Raises:
            StoreUnusable: the file refuses it, or another process holds it for too long; nothing was done.
        """
        under_way = self.writer.submit(work)
        waiting = asyncio.wrap_future(under_way)
        await asyncio.wait([waiting], timeout=BUSY_SECONDS)
        if not waiting.done() and under_way.cancel():  # still queued, and now won't begin any more
            raise held(self.state.path)
        done = await waiting
        self.state.changed()
        return done

    async def note(self, work: Callable[[StateStore], object]) -> None:
        """Store something in the state without confirming it to anybody.

        If another process locks the file, it is written later, and read from memory until then.
        """
        noted = self.state.note(work)
        if self.state.is_ahead:
            return
        try:
            await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(noted)), _WRITTEN_SECONDS)
        except TimeoutError:
            self.state.read_ahead()
        except StoreUnusable:  # already logged; nobody else needs to know
            pass

    def leave(self, work: Callable[[StateStore], object]) -> None:
        """Store something in the state without waiting for it, since no answer depends on it."""
        self.state.note(work)

    def here(self, moment: datetime) -> datetime:
        """Convert a moment to the secretariat's time zone, where Friday night isn't Saturday yet."""
        return moment.astimezone(ZoneInfo(self.zone))

    @property
    def catalogues(self) -> dict[str, Catalogue]:
        """The catalogues of all languages of the interface, with the forum's names as last loaded."""
        return catalogues_of(self.base.register, self.base.forum)

    def renderer(self, language: str, today: date | None = None) -> AnswerRenderer:
        """Build a renderer in a language, as of today or another day."""
        several_acts = len(self.base.documents()) > 1
        return AnswerRenderer(self.catalogues[language], today or self.today(), several_acts=several_acts)
