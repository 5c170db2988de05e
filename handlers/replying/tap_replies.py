"""What every tap gets: an answer to Telegram at once, then messages, or the reason why nothing is done."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import Bot, CallbackQuery
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.keyboards import keyboard_of
from handlers.messages import Message, within_limit
from handlers.replying.sending import asked_in, send
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

INVALID = mark("Este botón ya no es válido. Escriba de nuevo su pregunta.")
GONE = mark("Este botón ya no es válido: lo que abría ya no está cargado. Pida de nuevo la lista.")
# Telegram's own words, lower-cased as PTB passes them on: each means that nothing is left to do.
_HARMLESS = ("message is not modified", "query is too old")
# Likewise: the message was deleted meanwhile, or is too old to be changed.
_OUT_OF_REACH = ("message to edit not found", "message can't be edited", "message_id_invalid")


class NoLongerLoaded(Exception):
    """What a button opened is no longer loaded."""


@contextlib.contextmanager
def still_loaded() -> Iterator[None]:
    """Look up what a button names; a lookup of ours that fails later is a fault, and no old button."""
    try:
        yield
    except LookupError as error:
        raise NoLongerLoaded from error


async def show(query: CallbackQuery, messages: list[Message], *, in_place: bool) -> None:
    """Answer a tap with messages, the first in place of the old one if it should be and is within reach.

    Telegram is answered before the person, so that the button stops spinning.
    """
    with harmless():
        await query.answer()
    messages = [part for each in messages for part in within_limit(each)]
    if in_place:
        first, *messages = messages
        await put_in_place(query, first)
    for message in messages:
        await add_below(query, message)


async def put_in_place(query: CallbackQuery, message: Message) -> None:
    """Change the message that bore the button, or write a new one if nobody can reach it any more."""
    old = query.message
    # PTB reads a message that is out of reach as any other, of the year 1970.
    is_there = isinstance(old, TelegramMessage) and old.is_accessible
    if old and is_there and await change(query.get_bot(), old.chat.id, old.message_id, message):
        return
    await add_below(query, message)


async def add_below(query: CallbackQuery, message: Message) -> None:
    """Write a new message where a button was tapped, in the same topic."""
    old = query.message
    topic = old.message_thread_id if isinstance(old, TelegramMessage) and old.is_topic_message else None
    quoted = asked_in(old) if isinstance(old, TelegramMessage) and message.buttons else None
    await send(
        query.get_bot(), old.chat.id if old else query.from_user.id, message, topic=topic, quoting=quoted
    )


async def change(bot: Bot, chat_id: int, message_id: int, message: Message) -> bool:
    """Change a message of ours, and tell whether it could be reached."""
    try:
        with harmless():
            await bot.edit_message_text(
                message.markup, chat_id, message_id, reply_markup=keyboard_of(message)
            )
    except BadRequest as error:
        if not error.message.lower().startswith(_OUT_OF_REACH):
            raise
        return False
    return True


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
