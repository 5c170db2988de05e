"""The commands of the bot in one table, and /ayuda, which explains them."""

from telegram import Update

from handlers.calendars.sending import send_calendar
from handlers.command import Command
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.commands import OFFICER_COMMANDS
from handlers.desk.officers import Role, role_of
from handlers.desk.provenance import show_acts
from handlers.lists import requests
from handlers.lists.lookup import show_acronym, show_conclusion, show_recommendation
from handlers.lists.overviews import (
    show_body,
    show_country,
    show_deadlines,
    show_events,
    show_meeting,
    show_pending,
)
from handlers.lists.requests import Request
from handlers.messages import Message
from handlers.pictures.sending import send_picture
from handlers.reminders.commands import set_reminders
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, harmless, put_in_place, refuse
from handlers.welcome.help import Topic, first_page, topic_page
from handlers.welcome.language import choose_language
from handlers.welcome.own_country import choose_country
from handlers.welcome.privacy import ask_to_forget, show_privacy
from handlers.welcome.start import start
from handlers.welcome.starters import questions
from knowledge.values.notices import mark


def commands_for(role: Role | None) -> tuple[Command, ...]:
    """Return the commands shown to officers with a role, or to everybody if None."""
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
    Command(start, ("start", "inicio", "menu", "menú"), ("start",)),
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
        send_picture,
        ("resumen", "grafico", "gráfico"),
        ("summary", "chart"),
        mark("una imagen: fechas, y quién ha cumplido qué, de una reunión o de un país"),
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
    Command(
        set_reminders,
        ("avisos",),
        ("reminders",),
        mark("recibir avisos de lo que vence y de los eventos"),
        "{country}",
        topic=Topic.CHOICES,
    ),
    Command(show_help, ("ayuda",), ("help",), mark("esta explicación"), topic=Topic.CHOICES),
    *OFFICER_COMMANDS,
)


def request_in(text: str) -> tuple[Request, str] | None:
    """Return the request of a message that is a command, and the words after it, or None."""
    name, _, words = text.strip().partition(" ")
    for command in COMMANDS:
        if command.request and name.removeprefix("/").lower() in command.es + command.en:
            return (command.request, words) if name.startswith("/") else None
    return None
