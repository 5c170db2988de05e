"""The commands of the bot in one table, and /ayuda, which lists them."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, PrefixHandler, filters

from handlers import requests
from handlers.calendars.sending import send_calendar
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, for_officers
from handlers.desk.reloading import add_synonyms, reload
from handlers.language import choose_language
from handlers.lookup import show_acronym, show_conclusion, show_recommendation
from handlers.markup import escape
from handlers.messages import fill_messages
from handlers.overviews import (
    show_body,
    show_country,
    show_deadlines,
    show_events,
    show_meeting,
    show_meetings,
    show_pending,
)
from handlers.own_country import choose_country
from handlers.replies import reply
from handlers.requests import Request
from handlers.start import start
from knowledge.base import NO_ACTS
from knowledge.values.notices import mark

_HOW_TO_ASK = mark(
    "<b>Pregunte con sus palabras</b>, en español o en inglés; entiendo siglas y errores de tecleo. "
    "Si el acta no lo dice, se lo diré: no invento respuestas."
)
_COMMANDS = mark("<b>Órdenes</b>")
_ACTS = mark("<b>Actas que conozco</b>")
_MORE_ACTS = mark("Son {number} en total: /actas las muestra todas.")
_IN_GROUPS = mark("En un grupo contesto cuando una orden o una respuesta se dirige a mí.")

MAX_ACTS = 5
"""Acts that the help names, the newest."""


class Command(NamedTuple):
    """A command: its names by language (the first of each stands in the menu), and what the menu says of it.

    Names with accents are plain text to Telegram, but people type them. A command without description is in
    no menu and no help. `example` is what may follow it; the forum fills its places. `request` is what it
    asks of the knowledge base, if that is all it does. A command with a `role` is for officers only.
    """

    callback: Callable[[Update, Context], Coroutine[Any, Any, None]]
    es: tuple[str, ...]
    en: tuple[str, ...]
    description: str | None = None
    example: str = ""
    request: Request | None = None
    role: Role | None = None

    def name(self, language: str) -> str:
        """Return the name that the menu shows in a language."""
        return (self.es if language == "es" else self.en)[0]

    def line(self, catalogue: Catalogue) -> str:
        """Return the line of the help: «/conclusion 16a — una conclusión o un inciso»."""
        example = catalogue.text(self.example) if self.example else ""
        usage = f"/{self.name(catalogue.language)} {example}".rstrip()
        return f"{escape(usage)} — {escape(catalogue.text(self.description or ''))}"


async def show_help(update: Update, context: Context) -> None:
    """Explain how to ask, list the commands, and say which acts are loaded."""
    catalogue = catalogue_for(update, context)
    commands = [command.line(catalogue) for command in COMMANDS if command.description]
    known = context.services.base.documents()
    acts = [f"• {escape(catalogue.meeting(document.meeting))}" for document in known[:MAX_ACTS]]
    if len(known) > MAX_ACTS:
        acts.append(escape(catalogue.text(_MORE_ACTS, number=len(known))))
    acts = acts or [escape(catalogue.notice(NO_ACTS))]
    blocks = [
        catalogue.text(_HOW_TO_ASK),
        "\n".join([catalogue.text(_COMMANDS), *commands]),
        "\n".join([catalogue.text(_ACTS), *acts]),
        catalogue.text(_IN_GROUPS),
    ]
    await reply(message_in(update), fill_messages(blocks))


COMMANDS = (
    Command(start, ("start", "inicio"), ("start",)),
    Command(
        show_conclusion,
        ("conclusion", "conclusión"),
        ("conclusion",),
        mark("una conclusión o un inciso, de la última reunión o de otra"),
        "16a",
        requests.conclusion,
    ),
    Command(
        show_recommendation,
        ("recomendacion", "recomendación"),
        ("recommendation",),
        mark("una recomendación"),
        "2",
        requests.recommendation,
    ),
    Command(
        show_pending,
        ("pendientes",),
        ("pending",),
        mark("qué está pendiente: de todos, de uno, de una reunión o de un año"),
        "{country}",
        requests.pending,
    ),
    Command(
        show_country,
        ("pais", "país"),
        ("country",),
        mark("todo sobre un país"),
        "{country}",
        requests.party,
    ),
    Command(show_body, ("organismo",), ("body",), mark("todo sobre un organismo"), "{body}", requests.party),
    Command(
        show_deadlines,
        ("plazos",),
        ("deadlines",),
        mark("los plazos, todos o de unas fechas"),
        "2017",
        requests.deadlines,
    ),
    Command(
        show_events, ("eventos",), ("events",), mark("talleres, foros y reuniones"), request=requests.events
    ),
    Command(
        send_calendar,
        ("calendario",),
        ("calendar",),
        mark("los plazos y eventos para el calendario de su teléfono"),
        "{country}",
    ),
    Command(
        show_meeting,
        ("reunion", "reunión"),
        ("meeting",),
        mark("una reunión: fecha, lugar, participantes y plazos"),
        "2017",
        requests.meeting,
    ),
    Command(
        show_meetings,
        ("actas", "reuniones"),
        ("meetings", "acts"),
        mark("las reuniones por año"),
        request=requests.meetings,
    ),
    Command(show_acronym, ("siglas",), ("acronym",), mark("qué significa una sigla"), "{acronym}"),
    Command(
        choose_country,
        ("mi_pais", "mi_país", "mipais", "mipaís"),
        ("my_country", "mycountry"),
        mark("su país: «¿qué me toca?» y /pendientes lo usan"),
    ),
    Command(choose_language, ("idioma",), ("language",), mark("cambiar de idioma · change language")),
    Command(show_help, ("ayuda",), ("help",), mark("esta explicación")),
    Command(reload, ("recargar",), ("reload",), role=Role.ADMIN),
    Command(add_synonyms, ("sinonimo", "sinónimo"), ("synonym",), role=Role.ADMIN),
)


def request_in(text: str) -> tuple[Request, str] | None:
    """Return what a message that is a command asks of the knowledge base, and the words after it, or None."""
    name, _, words = text.strip().partition(" ")
    for command in COMMANDS:
        if command.request and name.removeprefix("/").lower() in command.es + command.en:
            return (command.request, words) if name.startswith("/") else None
    return None


def command_handlers(command: Command) -> list[BaseHandler[Update, Context, None]]:
    """Build the handlers that answer a command under all its names, in new messages only."""
    names = dict.fromkeys(command.es + command.en)
    callback = command.callback
    if command.role:
        callback = for_officers(command.role, command.name("en"), callback)
    plain = [name for name in names if name.isascii()]
    accented = [name for name in names if not name.isascii()]
    handlers: list[BaseHandler[Update, Context, None]] = [
        CommandHandler(plain, callback, filters.UpdateType.MESSAGE)
    ]
    if accented:
        handlers.append(PrefixHandler("/", accented, callback, filters.UpdateType.MESSAGE))
    return handlers
