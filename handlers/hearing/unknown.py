"""Unknown commands, and messages without text."""

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from knowledge.values.notices import mark

_UNKNOWN = mark("No conozco esa orden. /ayuda las explica todas.")
_ONLY_TEXT = mark("Solo leo texto. Escriba su pregunta, por favor, o use /ayuda.")


async def answer_unknown(update: Update, context: Context) -> None:
    """Say that a command is not known."""
    await _say(update, context, _UNKNOWN)


async def answer_other(update: Update, context: Context) -> None:
    """Say that only text is read, once per album."""
    album = message_in(update).media_group_id
    if album and context.chat_data is not None:
        if context.chat_data.get("album") == album:
            return
        context.chat_data["album"] = album
    await _say(update, context, _ONLY_TEXT)


async def _say(update: Update, context: Context, msgid: str) -> None:
    catalogue = catalogue_for(update, context)
    await reply(message_in(update), [Message(escape(catalogue.text(msgid)))])
