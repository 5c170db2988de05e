"""Send a message, even if Telegram refuses the intended topic."""

import logging

from telegram import Bot, ReplyParameters
from telegram import Message as TelegramMessage
from telegram.constants import ChatType
from telegram.error import BadRequest

from handlers.keyboards import keyboard_of
from handlers.messages import Message

_log = logging.getLogger(__name__)

# Telegram's own words, lower-cased: the topic was closed or deleted while the answer was under way.
_NO_TOPIC = ("topic_closed", "topic_deleted", "message thread not found")


async def send(
    bot: Bot, chat_id: int, message: Message, *, topic: int | None = None, quoting: int | None = None
) -> TelegramMessage:
    """Send a message to a chat or to one of its topics, in reply to the message with the id `quoting`.

    If the topic is closed, the message goes to the group outside of topics.
    """
    reply = ReplyParameters(quoting, allow_sending_without_reply=True) if quoting else None
    keyboard = keyboard_of(message)
    try:
        return await bot.send_message(
            chat_id, message.markup, reply_markup=keyboard, message_thread_id=topic, reply_parameters=reply
        )
    except BadRequest as error:
        if topic is None or not error.message.lower().startswith(_NO_TOPIC):
            raise
        _log.info("a topic is closed; its answer goes to the group")
        return await bot.send_message(chat_id, message.markup, reply_markup=keyboard, reply_parameters=reply)


def asked_in(message: TelegramMessage) -> int | None:
    """Return the id of the message that a reply in a group must quote, or None in private.

    That is this message, or, if it is ours and its button was tapped, the message that it answers.
    """
    if message.chat.type == ChatType.PRIVATE:
        return None
    is_ours = message.from_user is not None and message.from_user.id == message.get_bot().id
    asked = message.reply_to_message if is_ours else message
    return asked.message_id if asked else None
