"""Send messages as replies, in a chat where the reader sees them."""

from collections.abc import Iterable

from telegram import Message as TelegramMessage
from telegram.constants import ChatType

from handlers.keyboards import keyboard_of
from handlers.messages import Message


async def reply(to: TelegramMessage, messages: Iterable[Message]) -> None:
    """Answer a message; in a group the first of ours quotes it, so that everyone sees whom it answers."""
    for number, message in enumerate(messages):
        await to.reply_text(
            message.markup,
            reply_markup=keyboard_of(message),
            do_quote=number == 0 and to.chat.type != ChatType.PRIVATE,
        )
