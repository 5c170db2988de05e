"""The commands of the bot in one table: names, what the menu says of each, and what each does."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, PrefixHandler, filters

from handlers.context import Context
from handlers.language import choose_language
from handlers.lookup import show_acronym, show_conclusion, show_meeting, show_recommendation
from handlers.overviews import show_body, show_country, show_deadlines, show_events, show_pending
from handlers.reload import add_synonyms, reload
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
    Command(
        show_pending,
        ("pendientes",),
        ("pending",),
        mark("Qué está pendiente, de todos o de uno: /pendientes México"),
    ),
    Command(show_country, ("pais", "país"), ("country",), mark("Todo sobre un país: /pais Panamá")),
    Command(show_body, ("organismo",), ("body",), mark("Todo sobre un organismo: /organismo OIM")),
    Command(
        show_deadlines, ("plazos",), ("deadlines",), mark("Plazos, de siempre o de un mes: /plazos julio")
    ),
    Command(show_events, ("eventos",), ("events",), mark("Talleres, foros y reuniones")),
    Command(
        show_meeting, ("reunion", "reunión"), ("meeting",), mark("La reunión: fecha, lugar y participantes")
    ),
    Command(show_acronym, ("siglas",), ("acronym",), mark("Qué significa una sigla: /siglas RROCM")),
    Command(choose_language, ("idioma",), ("language",), mark("Cambiar de idioma · Change language")),
    Command(show_help, ("ayuda",), ("help",), mark("Qué puedo preguntar")),
    Command(reload, ("recargar",), ("reload",)),
    Command(add_synonyms, ("sinonimo", "sinónimo"), ("synonym",)),
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
