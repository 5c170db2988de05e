"""For how long Telegram wants no calls, from one chat or from the bot as a whole.

Its refusals do not tell which of the two is meant. Whoever takes each for the whole bot's lets one busy group
silence everybody; so it counts for its chat alone, until several chats were refused and nothing came through
between.
"""

from collections.abc import Callable

IN_A_ROW = 3
"""Chats refused one after the other from which on nobody is written to until all of them may be."""


class FloodLimits:
    """Remember until when calls are to wait; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}
        self._in_a_row: set[str] = set()
        self._all_until = 0.0

    def left(self, chat: str) -> float:
        """Return how many seconds a call to a chat is to wait; none or fewer if it may go now."""
        return max(self._until.get(chat, 0.0), self._all_until) - self._clock()

    def refuse(self, chat: str, seconds: float) -> None:
        """Note that a call to a chat was refused, and for how long it is to wait."""
        now = self._clock()
        self._until = {each: until for each, until in self._until.items() if until > now}
        self._until[chat] = max(self._until.get(chat, 0.0), now + seconds)
        self._in_a_row.add(chat)
        if len(self._in_a_row) >= IN_A_ROW:
            self._all_until = max(self._until.values())

    def take(self) -> None:
        """Note that a call came through."""
        self._in_a_row.clear()
