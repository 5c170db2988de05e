"""The services that handlers and commands ask; nothing here needs Telegram."""

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
"""Within which a note is written as a rule; after them readers go on from memory."""


@dataclass(frozen=True)
class Services:
    """What handlers ask: knowledge, what people entrusted to us, the clock, and who the officers are.

    `state` is read where it is needed, and written to through `change` and `note` only; `forgotten` are those
    who asked to be, lest a backup brings them back. `zone` is where the secretariat works. `staging` keeps
    what officers sent and nobody has confirmed yet. Of the seconds of `stopwatch` only differences mean
    anything; `free_bytes` tells how much room the disk of the data has left.
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
        """Do what changes the state, beside the loop, and return once it is written.

        Raises:
            StoreUnusable: the file refuses it, or another process holds it for too long; nothing was done.
        """
        under_way = self.writer.submit(work)
        waiting = asyncio.wrap_future(under_way)
        await asyncio.wait([waiting], timeout=BUSY_SECONDS)
        if not waiting.done() and under_way.cancel():  # it still waits for others, and isn't begun any more
            raise held(self.state.path)
        done = await waiting
        self.state.changed()
        return done

    async def note(self, work: Callable[[StateStore], object]) -> None:
        """Let the state keep something that nobody is told of.

        Where another process holds the file it is written later, and read from memory until then.
        """
        noted = self.state.note(work)
        if self.state.is_ahead:
            return
        try:
            await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(noted)), _WRITTEN_SECONDS)
        except TimeoutError:
            self.state.read_ahead()
        except StoreUnusable:  # the log tells of it, and nobody else needs to know
            pass

    def leave(self, work: Callable[[StateStore], object]) -> None:
        """Let the state keep something that no answer depends on, whenever it is written."""
        self.state.note(work)

    def here(self, moment: datetime) -> datetime:
        """Return a moment by the clocks of the secretariat, where Friday night isn't Saturday yet."""
        return moment.astimezone(ZoneInfo(self.zone))

    @property
    def catalogues(self) -> dict[str, Catalogue]:
        """The words in every language of the interface, with the names of the forum as it was loaded last."""
        return catalogues_of(self.base.register, self.base.forum)

    def renderer(self, language: str, today: date | None = None) -> AnswerRenderer:
        """Build a renderer in a language, as of today or another day."""
        several_acts = len(self.base.documents()) > 1
        return AnswerRenderer(self.catalogues[language], today or self.today(), several_acts=several_acts)
