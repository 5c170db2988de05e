"""Send messages and files as replies, in a chat where the reader sees them."""

from collections.abc import Iterable

from telegram import Message as TelegramMessage
from telegram import Update
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


async def send_document(update: Update, content: bytes, name: str, caption: str) -> None:
    """Answer with a file, words under it; in a group it quotes what somebody asked."""
    message = update.effective_message
    if message:
        await message.reply_document(content, filename=name, caption=caption, do_quote=_is_to_quote(message))
    elif chat := update.effective_chat or update.effective_user:  # a tap on a message that is gone
        await update.get_bot().send_document(chat.id, content, filename=name, caption=caption)


def _is_to_quote(message: TelegramMessage) -> bool:
    """Tell whether a message is somebody's question in a group, not one of ours whose button was tapped."""
    is_ours = message.from_user is not None and message.from_user.id == message.get_bot().id
    return message.chat.type != ChatType.PRIVATE and not is_ours
