"""Send a message, also where Telegram refuses the place it was meant for."""

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
    """Send a message to a chat, or to one of its topics, in reply to the message that it is `quoting`.

    A group whose topic was closed gets it outside of topics.
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
    """Return which message in a group an answer to this one is to quote; in private, none.

    That is somebody's question, or, if this is one of ours whose button was tapped, what that one answers.
    """
    if message.chat.type == ChatType.PRIVATE:
        return None
    is_ours = message.from_user is not None and message.from_user.id == message.get_bot().id
    asked = message.reply_to_message if is_ours else message
    return asked.message_id if asked else None
