"""What is said in a group with the bot: what it is asked, what people say to each other, and thanks."""

import logging
import re

from telegram import Message, Update
from telegram.constants import MessageEntityType, ReactionEmoji
from telegram.error import BadRequest

from handlers.context import Context, message_in
from handlers.groups.addressing import FROM_PEOPLE, is_named, question_in
from handlers.groups.membership import introduce_here
from handlers.hearing.ask import preview
from knowledge.language.parties import PartyRegister
from knowledge.understanding.first_person import speak_for
from knowledge.understanding.talk import addresses_somebody, is_thanks

_log = logging.getLogger(__name__)


async def asked_in_group(update: Update, context: Context) -> str | None:
    """Return what the bot is asked in a group, or None if it is to say nothing.

    Named in a reply to what somebody wrote, it is asked that. Under its own messages people talk to each
    other, too: there it answers what is a question and has an answer. Thanks get a reaction.
    """
    message = message_in(update)
    text = question_in(message)
    if is_thanks(text):
        await _nod(message)
        return None
    if is_named(message):
        beside = _replied_text(message)
        if not (text or beside):
            await introduce_here(update, context)
            return None
        if not beside:
            return text
        found = bool(text) and bool(preview(update, context, text).findings)
        return text if found else beside
    if not is_asking(text, message, context.services.base.register):
        return None
    is_own = speak_for(text, "") is not None  # «¿qué me toca?» has an answer once the country is known
    return text if is_own or preview(update, context, text).findings else None


def is_asking(text: str, message: Message, register: PartyRegister) -> bool:
    """Tell whether what was said under a message of the bot is a question, or a number, and for the bot."""
    if message.parse_entities([MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]):
        return False  # of somebody else, since the bot isn't named
    if addresses_somebody(text, register):
        return False
    return "?" in text or re.search(r"\d", text) is not None


def _replied_text(message: Message) -> str:
    """Return what somebody else wrote that a message replies to, or the part of it that it quotes."""
    replied = message.reply_to_message
    if replied is None or not FROM_PEOPLE.filter(replied):
        return ""
    quoted = message.quote.text if message.quote else ""
    return quoted or question_in(replied)


async def _nod(message: Message) -> None:
    """React to thanks; a group that allows no reactions goes without."""
    try:
        await message.set_reaction(ReactionEmoji.THUMBS_UP)
    except BadRequest as error:
        _log.info("a group takes no reaction: %s", error.message)
