"""The services that handlers and commands ask; nothing here needs Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from handlers.catalogue import Catalogue
from handlers.rendering import AnswerRenderer
from knowledge.base import KnowledgeBase
from knowledge.stores.state_store import StateStore


@dataclass(frozen=True)
class Services:
    """What handlers ask: knowledge, what people entrusted to us, words, the clock, and who the admins are."""

    base: KnowledgeBase
    state: StateStore
    catalogues: dict[str, Catalogue]
    today: Callable[[], date]
    now: Callable[[], datetime]
    admins: frozenset[int]

    def renderer(self, language: str, today: date | None = None) -> AnswerRenderer:
        """Build a renderer in a language, as of today or another day."""
        return AnswerRenderer(self.catalogues[language], today or self.today())
