"""What every tap gets: an answer to Telegram at once, then messages, or a reason where nothing is to do."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import CallbackQuery
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.keyboards import keyboard_of
from handlers.messages import Message
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

INVALID = mark("Este botón ya no es válido. Escriba de nuevo su pregunta.")
GONE = mark("Este botón ya no es válido: lo que abría ya no está cargado. Pida de nuevo la lista.")
# Telegram's own words, lower-cased as PTB passes them on: each means that nothing is left to do.
_HARMLESS = ("message is not modified", "query is too old")


async def show(query: CallbackQuery, messages: list[Message], *, in_place: bool) -> None:
    """Answer a tap with messages, the first in place of the old one if it should be and is within reach.

    Telegram is answered before the person, so that the button stops spinning.
    """
    with harmless():
        await query.answer()
    old = query.message if isinstance(query.message, TelegramMessage) else None
    if in_place and old:
        first, *messages = messages
        with harmless():
            await old.edit_text(first.markup, reply_markup=keyboard_of(first))
    chat = query.message.chat.id if query.message else query.from_user.id
    for message in messages:
        await query.get_bot().send_message(chat, message.markup, reply_markup=keyboard_of(message))


async def refuse(query: CallbackQuery, why: str) -> None:
    """Say in an alert why a tap does nothing."""
    with harmless():
        await query.answer(why, show_alert=True)


@contextlib.contextmanager
def harmless() -> Iterator[None]:
    """Pass over what Telegram says when nothing is left to do: the message is as it should be, or too old."""
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
