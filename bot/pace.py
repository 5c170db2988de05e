"""So many calls a second, and first come, first served."""

import asyncio

from aiolimiter import AsyncLimiter
from telegram.constants import FloodLimit

MOST_A_SECOND = float(FloodLimit.MESSAGES_PER_SECOND)
"""Messages a second that Telegram lets one bot send."""


class Pace:
    """Let calls through as fast as Telegram takes them, in the order in which they came.

    The limiter alone lets a call that comes at the right moment pass those that wait; who is passed waits
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
        """Wait for one's turn."""
        async with self._turn:
            await self._limiter.acquire()
