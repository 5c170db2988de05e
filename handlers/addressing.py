"""Whom a message in a group is for: the bot answers replies to it and mentions, and stays silent else."""

from telegram import Message
from telegram.constants import MessageEntityType
from telegram.ext import filters


class AddressedToBot(filters.MessageFilter):
    """Take private messages, and those in a group that reply to the bot or mention it."""

    def filter(self, message: Message) -> bool:
        """Tell whether the message is for the bot."""
        if message.chat.type == message.chat.PRIVATE:
            return True
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == message.get_bot().id:
            return True
        return any(text.lower().endswith(_mention(message).lower()) for text in _mentions(message))


ADDRESSED_TO_BOT = AddressedToBot(name="addressed to the bot")


def question_in(message: Message) -> str:
    """Return the text of a message without the mention of the bot."""
    return (message.text or "").replace(_mention(message), "").strip()


def _mention(message: Message) -> str:
    return f"@{message.get_bot().username}"


def _mentions(message: Message) -> list[str]:
    """Return whom a message mentions, also after a command: «/pendientes@AcuerdosBot»."""
    return list(message.parse_entities([MessageEntityType.MENTION, MessageEntityType.BOT_COMMAND]).values())
