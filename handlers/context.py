"""What every handler gets: the update's message and reader, and the services of the application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from handlers.catalogue import LANGUAGES, Catalogue
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

    def renderer(self, language: str) -> AnswerRenderer:
        """Build a renderer in a language, as of today."""
        return AnswerRenderer(self.catalogues[language], self.today())


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Services]]):
    """PTB's context with typed access to our services."""

    @property
    def services(self) -> Services:
        """The services put in by the application."""
        return self.bot_data["services"]


App = Application[
    ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Services], JobQueue[Context]
]


def message_in(update: Update) -> TelegramMessage:
    """Return the message that a message handler was called for."""
    message = update.effective_message
    if message is None:
        raise LookupError("an update without a message reached a message handler")  # noqa: EM101, TRY003
    return message


def language_of(update: Update) -> str:
    """Return the language of the reader's Telegram, or the first language we have."""
    code = (update.effective_user.language_code or "") if update.effective_user else ""
    return code[:2] if code[:2] in LANGUAGES else LANGUAGES[0]
