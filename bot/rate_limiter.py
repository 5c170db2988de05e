"""Pace every call to Telegram, and follow groups that have a new id."""

import logging
import math
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.error import ChatMigrated, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.flood_limits import FloodLimits
from bot.pace import Pace
from handlers.events import tell

_log = logging.getLogger(__name__)

Result = bool | dict[str, Any] | list[dict[str, Any]]
"""Telegram's answer."""

LONGEST_WAIT = 60.0
"""Most seconds that a call waits; if Telegram demands more, calls fail at once until then."""

_SHOWING = "sendChatAction"
"""The call that shows the bot typing."""

_OF_THE_OLD_GROUP = ("message_thread_id", "reply_parameters")
"""Parameters with ids that mean something else in the supergroup."""


class _Refused(Exception):
    """Carries Telegram's refusal past PTB's limiter, which would let all chats wait for it."""

    def __init__(self, refusal: RetryAfter) -> None:
        super().__init__()
        self.refusal = refusal


class FollowingRateLimiter(AIORateLimiter):
    """Keep to Telegram's pace; if it refuses a chat, make only this chat wait as long as it says.

    A call to a group that became a supergroup is repeated there; `moved` gets both ids. `rate_limit_args` is
    the number of retries of a call; if negative, the call doesn't wait either.
    """

    def __init__(
        self,
        moved: Callable[[int, int], Awaitable[None]],
        *,
        max_retries: int,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        super().__init__(overall_max_rate=0)  # disable PTB's overall limit, which doesn't keep the order
        self._pace = Pace()
        self._moved = moved
        self._retries = max_retries
        self._limits = FloodLimits(clock)
        self._sleep = sleep

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: object,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make a call, and repeat it if the group has migrated.

        While calls wait for their turn, typing isn't shown, since that would take a turn from them.
        """
        if endpoint == _SHOWING and self._pace.is_full:
            return True
        try:
            return await self._call(callback, args, kwargs, endpoint, data, rate_limit_args)
        except ChatMigrated as moved:
            await self._moved(int(data["chat_id"]), moved.new_chat_id)
            # PTB's arguments contain this very dictionary.
            data["chat_id"] = moved.new_chat_id
            for name in _OF_THE_OLD_GROUP:
                data.pop(name, None)
            return await self._call(callback, args, kwargs, endpoint, data, rate_limit_args)

    async def _call(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: object,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make a call at PTB's pace; refused calls are retried here, not by PTB."""
        chat = str(data.get("chat_id", endpoint))
        retries = self._retries if rate_limit_args is None else rate_limit_args

        async def patiently(*args: object, **kwargs: object) -> Result:
            """Make the call in its turn, and retry temporary refusals."""
            if "chat_id" in data:
                await self._pace.keep()
            return await self._repeat(partial(callback, *args, **kwargs), chat, retries)

        try:
            return await super().process_request(patiently, args, kwargs, endpoint, data, None)
        except _Refused as refused:
            raise refused.refusal from None

    async def _repeat(self, call: Callable[[], Awaitable[Result]], chat: str, retries: int) -> Result:
        """Make a call when allowed, and retry it if Telegram asks to wait; raise _Refused in the end."""
        refusals = 0
        while True:
            await self._wait(chat, patience=LONGEST_WAIT if retries >= 0 else 0.0)
            try:
                result = await call()
            except RetryAfter as refusal:
                tell("refusal", kind=type(refusal).__name__)
                self._limits.refuse(chat, _seconds(refusal))
                refusals += 1
                if refusals > retries:
                    raise _Refused(refusal) from None
                continue
            except TelegramError as error:
                tell("refusal", kind=type(error).__name__)
                raise
            self._limits.take()
            return result

    async def _wait(self, chat: str, *, patience: float) -> None:
        """Wait until a chat may be called; raise _Refused if that takes longer than `patience` seconds."""
        while (left := self._limits.left(chat)) > 0:
            if left > patience:
                raise _Refused(RetryAfter(math.ceil(left)))
            _log.info("waiting for %.1f seconds, as Telegram asks", left)
            await self._sleep(left)


def _seconds(refusal: RetryAfter) -> float:
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
