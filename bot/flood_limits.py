"""How long Telegram wants no calls, for one chat or for the whole bot.

Its refusals don't tell which of the two is meant. If each were taken for the whole bot, one busy group would
silence everybody; so each counts for its chat alone, until several chats are refused with no successful call
in between.
"""

from collections.abc import Callable

IN_A_ROW = 3
"""Consecutive refusals of different chats after which all chats wait for the longest of them."""


class FloodLimits:
    """Remember until when calls must wait; `clock` is a monotonic clock in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}
        self._in_a_row: set[str] = set()
        self._all_until = 0.0

    def left(self, chat: str) -> float:
        """Return how many seconds a call to a chat must wait; zero or less if it may be made now."""
        return max(self._until.get(chat, 0.0), self._all_until) - self._clock()

    def refuse(self, chat: str, seconds: float) -> None:
        """Note that a call to a chat was refused, and how long it must wait."""
        now = self._clock()
        self._until = {each: until for each, until in self._until.items() if until > now}
        self._until[chat] = max(self._until.get(chat, 0.0), now + seconds)
        self._in_a_row.add(chat)
        if len(self._in_a_row) >= IN_A_ROW:
            self._all_until = max(self._until.values())

    def take(self) -> None:
        """Note that a call succeeded."""
        self._in_a_row.clear()
