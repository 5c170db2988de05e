"""The commands of the bot in one table: names, what the menu says of each, and what each does."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, PrefixHandler, filters

from handlers.context import Context
from handlers.lookup import show_conclusion, show_recommendation
from handlers.reload import reload
from handlers.start import show_help, start
from knowledge.values.notices import mark

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Command(NamedTuple):
    """A command: its names by language (the first of each stands in the menu), and its line in the menu.

    Names with accents are plain text to Telegram, but people type them.
    """

    callback: Callback
    es: tuple[str, ...]
    en: tuple[str, ...]
    description: str | None = None


COMMANDS = (
    Command(start, ("start", "inicio"), ("start",)),
    Command(
        show_conclusion,
        ("conclusion", "conclusión"),
        ("conclusion",),
        mark("Una conclusión: /conclusion 16a"),
    ),
    Command(
        show_recommendation,
        ("recomendacion", "recomendación"),
        ("recommendation",),
        mark("Una recomendación: /recomendacion 2"),
    ),
    Command(show_help, ("ayuda",), ("help",), mark("Qué puedo preguntar")),
    Command(reload, ("recargar",), ("reload",)),
)


def command_handlers(command: Command) -> list[BaseHandler[Update, Context, None]]:
    """Build the handlers that answer a command under all its names, in new messages only."""
    names = dict.fromkeys(command.es + command.en)
    plain = [name for name in names if name.isascii()]
    accented = [name for name in names if not name.isascii()]
    handlers: list[BaseHandler[Update, Context, None]] = [
        CommandHandler(plain, command.callback, filters.UpdateType.MESSAGE)
    ]
    if accented:
        handlers.append(PrefixHandler("/", accented, command.callback, filters.UpdateType.MESSAGE))
    return handlers
