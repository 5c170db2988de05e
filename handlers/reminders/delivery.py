"""Send a message that nobody asked for, and tell what became of it."""

import logging
from enum import StrEnum
from typing import NamedTuple

import httpx
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from handlers.keyboards import keyboard_of
from handlers.messages import Message

_log = logging.getLogger(__name__)

# Telegram's own words, lower-cased as PTB passes them on.
_NOWHERE = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "user is deactivated",
)
_NO_THREAD = ("message thread not found", "topic_closed", "topic_deleted")
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Outcome(StrEnum):
    """What became of a message: UNKNOWN may have arrived, LATER has not and is to be sent again."""

    SENT = "sent"
    UNKNOWN = "unknown"
    LATER = "later"
    GONE = "gone"
    REFUSED = "refused"


class Delivery(NamedTuple):
    """What became of a message, and where the chat is now if it moved."""

    outcome: Outcome
    moved_to: int | None = None


async def deliver(bot: Bot, chat_id: int, message: Message, thread_id: int | None = None) -> Delivery:
    """Send a message once; where its topic is gone or the group moved, to where it would be read."""
    try:
        await bot.send_message(
            chat_id, message.markup, reply_markup=keyboard_of(message), message_thread_id=thread_id
        )
    except ChatMigrated as error:
        moved = await deliver(bot, error.new_chat_id, message)
        return moved._replace(moved_to=error.new_chat_id)
    except Forbidden:
        return Delivery(Outcome.GONE)
    except BadRequest as error:
        return await _refused(bot, chat_id, message, thread_id, error)
    except RetryAfter:
        return Delivery(Outcome.LATER)
    except NetworkError as error:
        return Delivery(_lost(error))
    return Delivery(Outcome.SENT)


async def _refused(
    bot: Bot, chat_id: int, message: Message, thread_id: int | None, error: BadRequest
) -> Delivery:
    why = error.message.lower()
    if thread_id and any(words in why for words in _NO_THREAD):
        return await deliver(bot, chat_id, message)
    if any(words in why for words in _NOWHERE):
        return Delivery(Outcome.GONE)
    _log.error("Telegram refuses a reminder: %s", error.message)
    return Delivery(Outcome.REFUSED)


def _lost(error: NetworkError) -> Outcome:
    """Tell a message that may have arrived from one that has not: Telegram wasn't reached, or was down."""
    cause = error.__cause__
    _log.warning("a reminder was not confirmed: %s", type(cause or error).__name__)
    if isinstance(cause, _NEVER_LEFT):
        return Outcome.LATER
    may_have_arrived = isinstance(error, TimedOut) or isinstance(cause, httpx.HTTPError)
    return Outcome.UNKNOWN if may_have_arrived else Outcome.LATER
