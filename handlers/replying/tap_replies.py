"""Answer taps: Telegram at once, then the person with messages, or with the reason for a refusal."""

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
# Telegram's wording, in PTB's lower case: each means that nothing is left to do.
_HARMLESS = ("message is not modified", "query is too old")
# Likewise: the message was deleted meanwhile, or is too old to be changed.
_OUT_OF_REACH = ("message to edit not found", "message can't be edited", "message_id_invalid")


class NoLongerLoaded(Exception):
    """The target of a button is no longer loaded."""


@contextlib.contextmanager
def still_loaded() -> Iterator[None]:
    """Guard the lookup of a button's target; a LookupError elsewhere is a bug, not an old button."""
    try:
        yield
    except LookupError as error:
        raise NoLongerLoaded from error


async def show(query: CallbackQuery, messages: list[Message], *, in_place: bool) -> None:
    """Answer a tap with messages; the first replaces the old one if `in_place` and it can be edited.

    Telegram is answered first, so that the button stops spinning.
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
    """Edit the message of the button, or send a new one if it can't be edited any more."""
    old = query.message
    # PTB parses an inaccessible message like any other, dated 1970.
    is_there = isinstance(old, TelegramMessage) and old.is_accessible
    if old and is_there and await change(query.get_bot(), old.chat.id, old.message_id, message):
        return
    await add_below(query, message)


async def add_below(query: CallbackQuery, message: Message) -> None:
    """Send a new message to the chat and topic where a button was tapped."""
    old = query.message
    topic = old.message_thread_id if isinstance(old, TelegramMessage) and old.is_topic_message else None
    quoted = asked_in(old) if isinstance(old, TelegramMessage) and message.buttons else None
    await send(
        query.get_bot(), old.chat.id if old else query.from_user.id, message, topic=topic, quoting=quoted
    )


async def change(bot: Bot, chat_id: int, message_id: int, message: Message) -> bool:
    """Edit a message of ours, and tell whether it was accessible."""
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
    """Ignore errors that leave nothing to do: the message is already as it should be, or the tap too old."""
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
