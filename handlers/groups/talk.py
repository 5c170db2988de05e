"""Messages in a group: questions to the bot, people's talk, and thanks."""

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
    """Return the question to the bot in a group message, or None if it should say nothing.

    If it is mentioned in a reply to somebody's message, that message is the question. Replies to its own
    messages may be people's talk: it answers only questions that have an answer. Thanks get a reaction.
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
    """Tell whether a reply to the bot contains a question or a number, and isn't for somebody else."""
    if message.parse_entities([MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]):
        return False  # mentions somebody else, since the bot isn't mentioned
    if addresses_somebody(text, register):
        return False
    return "?" in text or re.search(r"\d", text) is not None


def _replied_text(message: Message) -> str:
    """Return the text of somebody else's message to which this one replies, or the quoted part of it."""
    replied = message.reply_to_message
    if replied is None or not FROM_PEOPLE.filter(replied):
        return ""
    quoted = message.quote.text if message.quote else ""
    return quoted or question_in(replied)


async def _nod(message: Message) -> None:
    """React to thanks, unless the group allows no reactions."""
    try:
        await message.set_reaction(ReactionEmoji.THUMBS_UP)
    except BadRequest as error:
        _log.info("a group takes no reaction: %s", error.message)
