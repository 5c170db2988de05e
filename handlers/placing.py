"""Show a message in place of the one whose button was tapped, or as a new one if that is out of reach."""

from telegram import Bot, CallbackQuery
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.keyboards import keyboard_of
from handlers.messages import Message
from handlers.sending import send
from handlers.tap_replies import harmless

# Telegram's own words, lower-cased: the message was deleted meanwhile, or is too old to be changed.
_OUT_OF_REACH = ("message to edit not found", "message can't be edited", "message_id_invalid")


async def put_in_place(query: CallbackQuery, message: Message) -> None:
    """Change the message that bore the button, or write a new one if nobody can reach it any more."""
    old = query.message
    if isinstance(old, TelegramMessage) and old.is_accessible and await _change(old, message):
        return
    await add_below(query, message)


async def add_below(query: CallbackQuery, message: Message) -> None:
    """Write a new message where a button was tapped, in the same topic."""
    bot: Bot = query.get_bot()
    old = query.message
    topic = old.message_thread_id if isinstance(old, TelegramMessage) and old.is_topic_message else None
    await send(bot, old.chat.id if old else query.from_user.id, message, topic=topic)


async def _change(old: TelegramMessage, message: Message) -> bool:
    """Change a message, and tell whether it could be reached."""
    try:
        with harmless():
            await old.edit_text(message.markup, reply_markup=keyboard_of(message))
    except BadRequest as error:
        if not error.message.lower().startswith(_OUT_OF_REACH):
            raise
        return False
    return True
