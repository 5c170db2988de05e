"""Every call to Telegram goes through here: in its time, and after a group that has another id now."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import ChatMigrated
from telegram.ext import AIORateLimiter

Result = bool | dict[str, Any] | list[dict[str, Any]]
"""What Telegram answers."""

_OF_THE_OLD_GROUP = ("message_thread_id", "reply_parameters")
"""What names things by numbers that mean others in the supergroup."""


class FollowingRateLimiter(AIORateLimiter):
    """Repeat a call to a group that became a supergroup meanwhile, there; `moved` learns of both ids."""

    def __init__(self, moved: Callable[[int, int], Awaitable[None]], *, max_retries: int) -> None:
        super().__init__(max_retries=max_retries)
        self._moved = moved

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: object,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Make a call, and once more if the group is another now."""

        async def call() -> Result:
            return await super(FollowingRateLimiter, self).process_request(
                callback, args, kwargs, endpoint, data, rate_limit_args
            )

        try:
            return await call()
        except ChatMigrated as moved:
            await self._moved(int(data["chat_id"]), moved.new_chat_id)
            # PTB's arguments hold this same dictionary.
            data["chat_id"] = moved.new_chat_id
            for name in _OF_THE_OLD_GROUP:
                data.pop(name, None)
            return await call()
