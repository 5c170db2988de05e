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
from knowledge.stores.forgotten import ForgottenPeople
from knowledge.stores.state_store import StateStore
from knowledge.stores.state_writer import StateWriter

T = TypeVar("T")


@dataclass(frozen=True)
class Services:
    """What handlers ask: knowledge, what people entrusted to us, the clock, and who the officers are.

    `state` is read where it is needed, and written to through `change` only; `forgotten` are those who asked
    to be, lest a backup brings them back. `zone` is where the secretariat works. `staging` keeps what
    officers sent and nobody has confirmed yet. Of the seconds of `stopwatch` only differences mean anything;
    `free_bytes` tells how much room the disk of the data has left.
    """

    base: KnowledgeBase
    state: StateStore
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
        """Do what changes the state, beside the loop; raise StoreUnusable if the file refuses it."""
        return await asyncio.wrap_future(self.writer.submit(work))

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
