"""/avisos: set a chat's reminders, with buttons or in words: «/avisos Panamá», «/avisos 7:30»."""

import logging
from collections.abc import Iterator
from datetime import time
from textwrap import shorten as shorten_text

from telegram import Update

from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.reminders.digest import next_days
from handlers.reminders.menu import (
    SHORT_NAME,
    choose_parties,
    choose_time,
    choose_zone,
    offer_reminders,
    show_reminders,
)
from handlers.reminders.taps import Action, ReminderTap
from handlers.reminders.words import read_wish
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, harmless, put_in_place, refuse
from handlers.services import Services
from handlers.welcome.own_country import country_of
from knowledge.language.folding import fold
from knowledge.language.zones import find_zones
from knowledge.stores.subscriptions import SubscriptionStore
from knowledge.values.notices import mark
from knowledge.values.subscriptions import DAYS_BEFORE, Subscription

_log = logging.getLogger(__name__)

SOON = 3
"""Upcoming entries shown in the menu."""

_ECHO = 60
_OFF = frozenset({"no", "nada", "quitar", "off", "none", "stop", "basta"})
_STOPPED = mark("De acuerdo: este chat ya no recibe avisos. /avisos los vuelve a poner.")
_UNKNOWN = mark(
    "No entiendo «{words}»: escriba un país u organismo, «todo», cuántos días antes ({days}), una hora "
    "(7:30) o una zona (hora de Bogotá)."
)


async def set_reminders(update: Update, context: Context) -> None:
    """Show the reminders of this chat, or change them as the words after the command say."""
    words = " ".join(context.args or ()).strip()
    said = await _take_words(update, context, words) if words else None
    await reply(message_in(update), [said or _menu(update, context)])


async def tap_reminders(update: Update, context: Context) -> None:
    """Handle a tap under /avisos, updating the menu in place."""
    query = update.callback_query
    if query is None:
        return
    try:
        tap = ReminderTap.parse(query.data or "")
        message = await _do(update, context, tap)
    except (ValueError, LookupError):
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await put_in_place(query, message)


async def wake(update: Update, context: Context) -> None:
    """Resume reminders in an unreachable chat once somebody writes there."""
    services, chat = context.services, update.effective_chat
    if chat is None or not recall(lambda: SubscriptionStore(services.state).is_silent(chat.id)):
        return
    wanted = recall(lambda: SubscriptionStore(services.state).of_chat(chat.id))
    if wanted:
        anew = wanted.starting(services.now())
        await services.note(lambda state: SubscriptionStore(state).wake(anew))


async def _take_words(update: Update, context: Context, words: str) -> Message | None:
    """Make the change that words ask for; return a message if the menu isn't the reply."""
    services, catalogue = context.services, catalogue_for(update, context)
    wanted, plain = _wanted(update, context), fold(words)
    if plain in _OFF:
        return await _stop(update, context)
    changed = read_wish(words, wanted, services.base.register, services.today().year)
    if changed is None:
        echo = shorten_text(words, _ECHO, placeholder="…")
        return Message(escape(catalogue.text(_UNKNOWN, words=echo, days=", ".join(map(str, DAYS_BEFORE)))))
    await _keep(context, changed)
    return None


async def _do(update: Update, context: Context, tap: ReminderTap) -> Message:
    """Do what a tap asks for; raise ValueError or LookupError if its argument is invalid."""
    services, catalogue, wanted = context.services, catalogue_for(update, context), _wanted(update, context)
    match tap.action:
        case Action.PARTIES:
            return choose_parties(catalogue, services.base.register, wanted.parties)
        case Action.TIMES:
            return choose_time(catalogue)
        case Action.ZONES:
            return choose_zone(catalogue, _zones(services))
        case Action.OFF:
            return await _stop(update, context)
        case Action.PARTY:
            return await _toggle_party(context, wanted, tap.argument, catalogue)
        case Action.ALL:
            await _keep(context, wanted.model_copy(update={"parties": ()}))
        case Action.DAYS:
            chosen = {int(tap.argument)} & {*DAYS_BEFORE}
            days = {*wanted.days_before} ^ chosen
            await _keep(context, wanted.model_copy(update={"days_before": tuple(sorted(days, reverse=True))}))
        case Action.TIME:
            await _keep(context, wanted.model_copy(update={"at": time.fromisoformat(tap.argument)}))
        case Action.ZONE:
            zones = find_zones(tap.argument, services.today().year)
            await _keep(context, wanted.model_copy(update={"zone": zones[0]}))
        case _:
            pass
    return _menu(update, context)


async def _toggle_party(context: Context, wanted: Subscription, short: str, catalogue: Catalogue) -> Message:
    register = context.services.base.register
    party = {shorten(name, SHORT_NAME): name for name in register.parties}[short]
    had = party in wanted.parties
    others = tuple(name for name in wanted.parties if name != party)
    chosen = others if had else (*others, party)
    await _keep(context, wanted.model_copy(update={"parties": chosen}))
    return choose_parties(catalogue, register, chosen)


async def _stop(update: Update, context: Context) -> Message:
    chat = update.effective_chat
    if chat:
        await context.services.change(lambda state: SubscriptionStore(state).drop(chat.id))
    return Message(escape(catalogue_for(update, context).text(_STOPPED)))


async def _keep(context: Context, wanted: Subscription) -> None:
    await context.services.change(lambda state: SubscriptionStore(state).keep(wanted))


def _menu(update: Update, context: Context) -> Message:
    services, catalogue, chat = context.services, catalogue_for(update, context), update.effective_chat
    wanted = recall(lambda: SubscriptionStore(services.state).of_chat(chat.id)) if chat else None
    if wanted is None:
        return offer_reminders(catalogue, country_of(update, context) or None)
    coming = next_days(services, wanted, wanted.today(services.now()), SOON)
    return show_reminders(catalogue, wanted, coming)


def _wanted(update: Update, context: Context) -> Subscription:
    """Return the subscription of this chat, or its initial one."""
    services, chat, message = context.services, update.effective_chat, update.effective_message
    chat_id = chat.id if chat else 0
    kept = recall(lambda: SubscriptionStore(services.state).of_chat(chat_id))
    topic = message.message_thread_id if message and message.is_topic_message else None
    begun = Subscription(
        chat_id=chat_id,
        thread_id=topic,
        language=catalogue_for(update, context).language,
        zone=services.zone,
        told=services.today(),
    )
    return kept or begun.starting(services.now())


def _zones(services: Services) -> Iterator[str]:
    """Yield the time zones of the forum's countries, the secretariat's first, without duplicates."""
    year = services.today().year
    named = (zone for name in services.base.register.members for zone in find_zones(name, year)[:1])
    yield from dict.fromkeys((services.zone, *named))
