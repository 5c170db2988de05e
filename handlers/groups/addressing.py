"""Addressees of messages: in a group the bot answers only replies and mentions."""

import re

from telegram import Message
from telegram.constants import ChatID, MessageEntityType
from telegram.ext import filters

from knowledge.language.folding import fold_space


class FromPeople(filters.MessageFilter):
    """Accept messages from people, not from other bots or posts of a linked channel."""

    def filter(self, message: Message) -> bool:
        """Tell whether a person wrote the message; an anonymous admin counts as one."""
        user = message.from_user
        is_bot = user is not None and user.is_bot and user.id != ChatID.ANONYMOUS_ADMIN
        return not (is_bot or message.via_bot or message.is_automatic_forward)


class AddressedToBot(filters.MessageFilter):
    """Take private messages, and those in a group that reply to the bot or mention it."""

    def filter(self, message: Message) -> bool:
        """Tell whether the message is for the bot."""
        if message.chat.type == message.chat.PRIVATE:
            return True
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == message.get_bot().id:
            return True
        return is_named(message)


FROM_PEOPLE = FromPeople(name="from people")

NEW = filters.UpdateType.MESSAGE & FROM_PEOPLE
"""New messages from people: an edited /recargar must not run again."""

ADDRESSED_TO_BOT = AddressedToBot(name="addressed to the bot")


def concerns_bot(message: Message) -> bool:
    """Tell whether the bot may answer a message, unlike people's talk in a group."""
    if not FROM_PEOPLE.filter(message):
        return False
    return ADDRESSED_TO_BOT.filter(message) or (message.text or "").startswith("/")


def is_named(message: Message) -> bool:
    """Tell whether a message mentions the bot, also after a command: «/pendientes@AcuerdosBot»."""
    sorts: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.BOT_COMMAND]
    entities = [*message.parse_entities(sorts).values(), *message.parse_caption_entities(sorts).values()]
    return any(text.lower().endswith(_mention(message).lower()) for text in entities)


def question_in(message: Message) -> str:
    """Return the text or caption of a message, folded and without the mention of the bot."""
    return fold_space(without_mention(message.text or message.caption or "", message))


def without_mention(text: str, message: Message) -> str:
    """Remove mentions of the bot from a text."""
    return re.sub(rf"{re.escape(_mention(message))}\b[,:]?", "", text, flags=re.IGNORECASE).strip()


def _mention(message: Message) -> str:
    return f"@{message.get_bot().username}"
