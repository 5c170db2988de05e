"""Handle the updates of different chats at the same time, and those of one chat in their order."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_AT_ONCE = 64


class ChatOrderProcessor(BaseUpdateProcessor):
    """Let a slow reload in one chat delay nobody else, and no question overtake the one before it."""

    def __init__(self) -> None:
        super().__init__(max_concurrent_updates=_AT_ONCE)
        self._locks: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: dict[int, int] = defaultdict(int)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the handling of an update once those before it in its chat are done."""
        chat = _chat_of(update)
        self._waiting[chat] += 1
        try:
            async with self._locks[chat]:
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._waiting[chat], self._locks[chat]

    async def initialize(self) -> None:
        """Do nothing: locks are made as chats write."""

    async def shutdown(self) -> None:
        """Do nothing: PTB waits for what is being handled."""


def _chat_of(update: object) -> int:
    """Return the chat of an update, or who sent it from a chat that isn't told, as inline queries are."""
    if not isinstance(update, Update):
        return 0
    origin = update.effective_chat or update.effective_user
    return origin.id if origin else 0
