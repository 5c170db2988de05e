"""Send an unsolicited message, and return the outcome."""

import logging
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

import aiohttp
import httpx
from telegram import Message as TelegramMessage
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot

from handlers.keyboards import keyboard_of
from handlers.messages import Message

_log = logging.getLogger(__name__)

AT_ONCE = -1
"""For the rate limiter: refuse calls that would have to wait, and don't retry."""

# Telegram's own words, lower-cased as PTB passes them on.
_NOWHERE = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "user is deactivated",
)
_NO_THREAD = ("message thread not found", "topic_closed", "topic_deleted")
_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
)


class Outcome(StrEnum):
    """The outcome of a message: UNKNOWN may have arrived; LATER has not, and must be sent again."""

    SENT = "sent"
    UNKNOWN = "unknown"
    LATER = "later"
    GONE = "gone"
    REFUSED = "refused"


class Delivery(NamedTuple):
    """The outcome of a message to a chat, with its current id; `wait` is the delay that Telegram demands."""

    outcome: Outcome
    chat_id: int
    wait: timedelta = timedelta(0)


async def deliver(bot: ExtBot[int], chat_id: int, message: Message, thread_id: int | None = None) -> Delivery:
    """Send a message once, without waiting for Telegram's limits; if its topic is gone, outside of topics.

    A group that became a supergroup gets it there.
    """
    try:
        sent = await _send(bot, chat_id, message, thread_id)
    except Forbidden:
        return Delivery(Outcome.GONE, chat_id)
    except BadRequest as error:
        why = error.message.lower()
        if thread_id and any(words in why for words in _NO_THREAD):
            return await deliver(bot, chat_id, message)
        return Delivery(_refused(error), chat_id)
    except (RetryAfter, ChatMigrated) as error:  # migrated again while the new id was tried
        return Delivery(Outcome.LATER, chat_id, _wait(error))
    except NetworkError as error:
        return Delivery(_lost(error), chat_id)
    return Delivery(Outcome.SENT, sent.chat.id)


async def is_reached(bot: ExtBot[int]) -> bool:
    """Tell whether Telegram answers a harmless call."""
    try:
        await bot.get_me(rate_limit_args=AT_ONCE)
    except TelegramError as error:
        _log.warning("Telegram does not answer: %s", type(error).__name__)
        return False
    return True


async def _send(bot: ExtBot[int], chat_id: int, message: Message, thread_id: int | None) -> TelegramMessage:
    return await bot.send_message(
        chat_id,
        message.markup,
        reply_markup=keyboard_of(message),
        message_thread_id=thread_id,
        rate_limit_args=AT_ONCE,
    )


def _refused(error: BadRequest) -> Outcome:
    if any(words in error.message.lower() for words in _NOWHERE):
        return Outcome.GONE
    _log.error("Telegram refuses a reminder: %s", error.message)
    return Outcome.REFUSED


def _wait(error: RetryAfter | ChatMigrated) -> timedelta:
    wait = error.retry_after if isinstance(error, RetryAfter) else 0
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def _lost(error: NetworkError) -> Outcome:
    """Tell a message that may have arrived from one that has not: Telegram wasn't reached, or was down."""
    cause = error.__cause__
    _log.warning("a reminder was not confirmed: %s", type(cause or error).__name__)
    if isinstance(cause, _NEVER_LEFT):
        return Outcome.LATER
    may_have_arrived = isinstance(error, TimedOut) or isinstance(cause, aiohttp.ClientError | httpx.HTTPError)
    return Outcome.UNKNOWN if may_have_arrived else Outcome.LATER
