"""Limit calls per second, first come, first served."""

import asyncio

from aiolimiter import AsyncLimiter
from telegram.constants import FloodLimit

MOST_A_SECOND = float(FloodLimit.MESSAGES_PER_SECOND)
"""Messages per second that Telegram allows one bot."""


class Pace:
    """Let calls through as fast as Telegram allows, in their order of arrival.

    The limiter alone lets a call that arrives at the right moment overtake waiting ones, which then wait
    behind all others again.
    """

    def __init__(self) -> None:
        self._limiter = AsyncLimiter(MOST_A_SECOND, 1)
        self._turn = asyncio.Lock()

    @property
    def is_full(self) -> bool:
        """Whether calls wait for their turn."""
        return self._turn.locked()

    async def keep(self) -> None:
        """Wait for the turn of a call."""
        async with self._turn:
            await self._limiter.acquire()
