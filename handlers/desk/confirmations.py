"""Buttons that change something: valid for ten minutes, for officers only, and once."""

import logging
from datetime import datetime, timedelta

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage

from handlers.context import Context, catalogue_for
from handlers.desk.officers import Role, count_refusal, may
from handlers.keyboards import keyboard_of
from handlers.messages import Message
from handlers.replying.tap_replies import INVALID, harmless, refuse
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

EXPIRED = mark("Este botón caducó y no ha cambiado nada. Empiece de nuevo, por favor.")
_COUNTS = timedelta(minutes=10)


async def officer_tap(update: Update, context: Context, role: Role, action: str) -> CallbackQuery | None:
    """Return the tap of an officer with this role; tell anyone else only that the button is invalid."""
    query = update.callback_query
    if query is None:
        return None
    if may(update, context, role):
        return query
    await count_refusal(context, action)
    await refuse_as_invalid(query, update, context)
    return None


async def refuse_as_invalid(query: CallbackQuery, update: Update, context: Context) -> None:
    """Answer a tap as if the button weren't ours."""
    _log.warning("a tap that is not ours, or of somebody who may not")
    await refuse(query, catalogue_for(update, context).text(INVALID))


def fresh_message(query: CallbackQuery, now: datetime) -> TelegramMessage | None:
    """Return the message of a tap if its buttons are still valid: it exists, and isn't too old."""
    message = query.message
    if isinstance(message, TelegramMessage) and now - message.date < _COUNTS:
        return message
    return None


async def show_in(place: TelegramMessage, message: Message) -> None:
    """Replace the text and buttons of a message of ours."""
    with harmless():
        await place.edit_text(message.markup, reply_markup=keyboard_of(message))
