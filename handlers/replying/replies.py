"""Send messages and files as replies."""

import logging
from collections.abc import Iterable

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from handlers.keyboards import keyboard_of
from handlers.messages import Keyboard, Message, within_limit
from handlers.replying.sending import asked_in, send

_log = logging.getLogger(__name__)


async def reply(to: TelegramMessage, messages: Iterable[Message]) -> tuple[int, ...]:
    """Reply to a message, and return the ids of our messages.

    In a group the first of them quotes it, so that everyone sees whom it answers; so do those with buttons,
    which are for that person.
    """
    quoted = asked_in(to)
    topic = to.message_thread_id if to.is_topic_message else None
    sent = [
        await send(
            to.get_bot(),
            to.chat.id,
            message,
            topic=topic,
            quoting=quoted if number == 0 or message.buttons else None,
        )
        for number, message in enumerate(part for each in messages for part in within_limit(each))
    ]
    return tuple(message.message_id for message in sent)


async def send_document(
    update: Update, content: bytes | str, name: str, caption: str, buttons: Keyboard = ()
) -> TelegramMessage | None:
    """Reply with a file, given as content or Telegram's id, with caption and buttons; return the message.

    In a group it quotes the question.
    """
    message, keyboard = update.effective_message, keyboard_of(Message(caption, buttons))
    if message:
        quotes = _is_to_quote(message)
        return await message.reply_document(
            content, filename=name, caption=caption, reply_markup=keyboard, do_quote=quotes
        )
    if chat := update.effective_chat or update.effective_user:  # a tap on a message that is gone
        return await update.get_bot().send_document(
            chat.id, content, filename=name, caption=caption, reply_markup=keyboard
        )
    return None


async def send_photo(update: Update, content: bytes, caption: str, buttons: Keyboard = ()) -> None:
    """Reply with a picture, caption and buttons; without the picture if the chat allows none."""
    message, shown = update.effective_message, Message(caption, buttons)
    chat = update.effective_chat or update.effective_user
    try:
        if message:
            quotes = _is_to_quote(message)
            await message.reply_photo(
                content, caption=caption, reply_markup=keyboard_of(shown), do_quote=quotes
            )
        elif chat:  # a tap on a message that is gone
            await update.get_bot().send_photo(
                chat.id, content, caption=caption, reply_markup=keyboard_of(shown)
            )
    except BadRequest as error:
        _log.info("a picture goes without itself: %s", error.message)
        if message:
            await reply(message, [shown])
        elif chat:
            await send(update.get_bot(), chat.id, shown)


def _is_to_quote(message: TelegramMessage) -> bool:
    """Tell whether a message is somebody's question in a group, not ours with a tapped button."""
    is_ours = message.from_user is not None and message.from_user.id == message.get_bot().id
    return message.chat.type != ChatType.PRIVATE and not is_ours
