"""The commands of the bot in one table, and /ayuda, which explains them."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, PrefixHandler

from handlers import requests
from handlers.addressing import NEW
from handlers.calendars.sending import send_calendar
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.auditing import show_audit
from handlers.desk.backing_up import back_up
from handlers.desk.officers import Role, for_officers, role_of
from handlers.desk.provenance import show_acts
from handlers.desk.reloading import add_synonyms, reload
from handlers.desk.retiring import retire
from handlers.desk.reverting import revert
from handlers.desk.tracking.balances import show_balances
from handlers.desk.tracking.exporting import export
from handlers.desk.tracking.history import show_history
from handlers.desk.tracking.marking import marking
from handlers.help import Entry, Topic, first_page, topic_page
from handlers.language import choose_language
from handlers.lookup import show_acronym, show_conclusion, show_recommendation
from handlers.messages import Message
from handlers.overviews import (
    show_body,
    show_country,
    show_deadlines,
    show_events,
    show_meeting,
    show_pending,
)
from handlers.own_country import choose_country
from handlers.privacy import ask_to_forget, show_privacy
from handlers.replies import reply
from handlers.requests import Request
from handlers.start import start
from handlers.starters import questions
from handlers.tap_replies import INVALID, harmless, put_in_place, refuse
from knowledge.values.notices import mark
from knowledge.values.tracking import Fulfilment


class Command(NamedTuple):
    """A command: its names by language (the first of each stands in the menu), and what the menu says of it.

    Names with accents are plain text to Telegram, but people type them. A command without description is in
    no menu and no help. `example` is what may follow it; the forum fills its places. `request` is what it
    asks of the knowledge base, if that is all it does. A command with a `role` is for officers only. The help
    lists it under its `topic`; one that is not `in_groups` stands in no group's menu.
    """

    callback: Callable[[Update, Context], Coroutine[Any, Any, None]]
    es: tuple[str, ...]
    en: tuple[str, ...]
    description: str | None = None
    example: str = ""
    request: Request | None = None
    role: Role | None = None
    topic: Topic = Topic.MORE
    in_groups: bool = True

    def name(self, language: str) -> str:
        """Return the name that the menu shows in a language."""
        return (self.es if language == "es" else self.en)[0]

    def entry(self, catalogue: Catalogue) -> Entry:
        """Return what the help shows of it."""
        return Entry(
            self.en[0],
            self.name(catalogue.language),
            catalogue.text(self.example) if self.example else "",
            catalogue.text(self.description or ""),
            Topic.DESK if self.role else self.topic,
        )


def commands_for(role: Role | None) -> tuple[Command, ...]:
    """Return the commands that are shown to officers of a role, or to everybody else."""
    return tuple(
        each
        for each in COMMANDS
        if each.description and (each.role is None or (role is not None and role >= each.role))
    )


async def show_help(update: Update, context: Context) -> None:
    """Explain how to ask, and offer the topics."""
    await reply(message_in(update), [_help(update, context)])


async def tap_help(update: Update, context: Context) -> None:
    """Turn to the page of the help that a button names."""
    query = update.callback_query
    if query is None:
        return
    named = (query.data or "").partition(":")[2]
    if named and named not in set(Topic):
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await put_in_place(query, _help(update, context, Topic(named) if named else None))


def _help(update: Update, context: Context, topic: Topic | None = None) -> Message:
    services, catalogue = context.services, catalogue_for(update, context)
    entries = [each.entry(catalogue) for each in commands_for(role_of(update, context))]
    if topic:
        return topic_page(topic, entries, catalogue)
    offered = questions(services.base, catalogue, services.today())
    return first_page(entries, services.base.documents(), catalogue, offered)


COMMANDS = (
    Command(start, ("start", "inicio"), ("start",)),
    Command(
        show_conclusion,
        ("conclusion", "conclusión"),
        ("conclusion",),
        mark("una conclusión o un inciso, de la última reunión o de otra"),
        "16a",
        requests.conclusion,
        topic=Topic.FIND,
    ),
    Command(
        show_recommendation,
        ("recomendacion", "recomendación"),
        ("recommendation",),
        mark("una recomendación"),
        "2",
        requests.recommendation,
        topic=Topic.FIND,
    ),
    Command(
        show_pending,
        ("pendientes",),
        ("pending",),
        mark("qué está pendiente: de todos, de uno, de una reunión o de un año"),
        "{country}",
        requests.pending,
        topic=Topic.DUE,
    ),
    Command(
        show_country,
        ("pais", "país"),
        ("country",),
        mark("todo sobre un país"),
        "{country}",
        requests.party,
        topic=Topic.DUE,
    ),
    Command(
        show_body,
        ("organismo",),
        ("body",),
        mark("todo sobre un organismo"),
        "{body}",
        requests.party,
        topic=Topic.DUE,
    ),
    Command(
        show_deadlines,
        ("plazos",),
        ("deadlines",),
        mark("los plazos, todos o de unas fechas"),
        "2017",
        requests.deadlines,
        topic=Topic.DUE,
    ),
    Command(
        show_events,
        ("eventos",),
        ("events",),
        mark("talleres, foros y reuniones"),
        request=requests.events,
        topic=Topic.DUE,
    ),
    Command(
        send_calendar,
        ("calendario",),
        ("calendar",),
        mark("los plazos y eventos para el calendario de su teléfono"),
        "{country}",
        topic=Topic.DUE,
    ),
    Command(
        show_meeting,
        ("reunion", "reunión"),
        ("meeting",),
        mark("una reunión: fecha, lugar, participantes y plazos"),
        "2017",
        requests.meeting,
        topic=Topic.FIND,
    ),
    Command(
        show_acts,
        ("actas", "reuniones"),
        ("meetings", "acts"),
        mark("las reuniones por año"),
        request=requests.meetings,
        topic=Topic.FIND,
    ),
    Command(
        show_acronym,
        ("siglas",),
        ("acronym",),
        mark("qué significa una sigla"),
        "{acronym}",
        topic=Topic.FIND,
    ),
    Command(
        choose_country,
        ("mi_pais", "mi_país", "mipais", "mipaís"),
        ("my_country", "mycountry"),
        mark("su país: «¿qué me toca?» y /pendientes lo usan"),
        topic=Topic.CHOICES,
        in_groups=False,
    ),
    Command(
        choose_language,
        ("idioma",),
        ("language",),
        mark("cambiar de idioma · change language"),
        topic=Topic.CHOICES,
    ),
    Command(
        show_privacy,
        ("privacidad",),
        ("privacy",),
        mark("qué se guarda de usted"),
        topic=Topic.CHOICES,
    ),
    Command(
        ask_to_forget,
        ("borrar_mis_datos",),
        ("delete_my_data",),
        mark("borrar todo lo que se guarda de usted"),
        topic=Topic.CHOICES,
        in_groups=False,
    ),
    Command(show_help, ("ayuda",), ("help",), mark("esta explicación"), topic=Topic.CHOICES),
    Command(reload, ("recargar",), ("reload",), mark("leer de nuevo las actas"), role=Role.ADMIN),
    Command(
        retire,
        ("retirar",),
        ("retire",),
        mark("retirar un acta"),
        "2017",
        role=Role.ADMIN,
    ),
    Command(revert, ("revertir",), ("revert",), mark("volver a las actas de antes"), role=Role.ADMIN),
    Command(
        add_synonyms,
        ("sinonimo", "sinónimo"),
        ("synonym",),
        mark("enseñarme palabras que significan lo mismo"),
        role=Role.ADMIN,
    ),
    Command(
        marking(Fulfilment.DONE),
        ("cumplida", "cumplido"),
        ("done",),
        mark("anotar que un compromiso se cumplió"),
        "16a {country}",
        role=Role.EDITOR,
    ),
    Command(
        marking(Fulfilment.IN_PROGRESS),
        ("en_curso", "encurso"),
        ("in_progress", "inprogress"),
        mark("anotar que un compromiso está en curso"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        marking(Fulfilment.OPEN),
        ("reabrir",),
        ("reopen",),
        mark("anotar que un compromiso sigue pendiente"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        show_history,
        ("historial",),
        ("history",),
        mark("todo lo anotado de un compromiso, con sus constancias"),
        "16a",
        role=Role.EDITOR,
    ),
    Command(
        show_balances,
        ("avance",),
        ("progress",),
        mark("quién ha cumplido qué, en una tabla"),
        "2017",
        role=Role.EDITOR,
    ),
    Command(
        export,
        ("exportar",),
        ("export",),
        mark("los compromisos en una tabla, que puede editar y enviarme de vuelta"),
        role=Role.EDITOR,
    ),
    Command(
        show_audit,
        ("auditoria", "auditoría"),
        ("audit",),
        mark("quién cambió qué, y deshacerlo"),
        role=Role.ADMIN,
    ),
    Command(
        back_up,
        ("respaldo",),
        ("backup",),
        mark("hacer ahora una copia de seguridad"),
        role=Role.ADMIN,
    ),
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
    handlers: list[BaseHandler[Update, Context, None]] = [CommandHandler(plain, callback, NEW)]
    if accented:
        handlers.append(PrefixHandler("/", accented, callback, NEW))
    return handlers
