"""Helpers for every handler: the update's message and reader, and the application's services."""

from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.ext import Application, CallbackContext, ExtBot

from handlers.catalogue import LANGUAGES, Catalogue
from handlers.replying.memory import recall
from handlers.services import Services


class Context(CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with typed access to our services."""

    @property
    def services(self) -> Services:
        """The services provided by the application."""
        services: Services = self.bot_data["services"]
        return services


App = Application[ExtBot[int], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]


EVERYBODY = 0
"""Stands for a person's id in choices for a whole group."""


def message_in(update: Update) -> TelegramMessage:
    """Return the message that a message handler was called for."""
    message = update.effective_message
    if message is None:
        raise LookupError("an update without a message reached a message handler")  # noqa: EM101, TRY003
    return message


def conversation_of(update: Update) -> tuple[int, int]:
    """Return the conversation of an update, as chat and person: in a group each person has their own.

    Inline queries come without a chat, so the choices made in the private chat apply.
    """
    chat, user = update.effective_chat, update.effective_user
    ids = [each.id for each in (chat, user) if each]
    return (ids[0], ids[-1]) if ids else (0, 0)


def reader_of(update: Update) -> tuple[int, int]:
    """Return the chat and person whose language applies: in a group, everybody."""
    chat, user = conversation_of(update)
    return (chat, user) if alone(update) or update.effective_chat is None else (chat, EVERYBODY)


def alone(update: Update) -> bool:
    """Tell whether an update comes from a private chat."""
    return update.effective_chat is not None and update.effective_chat.type == ChatType.PRIVATE


def language_of(update: Update, context: Context) -> str:
    """Return the language chosen in this chat, else that of the reader's Telegram if we have it."""
    chosen = recall(lambda: context.services.state.language(*reader_of(update)))
    code = (update.effective_user.language_code or "") if update.effective_user else ""
    return chosen or (code[:2] if code[:2] in LANGUAGES else LANGUAGES[0])


def catalogue_for(update: Update, context: Context) -> Catalogue:
    """Return the catalogue in the reader's language."""
    return context.services.catalogues[language_of(update, context)]
