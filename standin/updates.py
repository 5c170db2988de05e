"""The queue of updates: numbered, confirmed by offset, delivered to one poll at a time."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from standin.refusals import Json, conflict

KEPT_SECONDS = 24 * 60 * 60
MAX_UPDATES = 100
# Telegram sends these only to a bot that asks for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """A numbered update; `kind` is its field in the Bot API, such as "message"."""

    id: int
    kind: str
    content: Json
    date: float

    def as_json(self) -> Json:
        """Return the update as the Bot API writes it."""
        return {"update_id": self.id, self.kind: self.content}


@dataclass
class _Poll:
    """A long poll that waits for its updates."""

    limit: int
    future: Future[list[Json]] = field(default_factory=Future)


@dataclass
class UpdateQueue:
    """Holds updates until the bot confirms them by asking for later ones."""

    clock: Callable[[], float]
    allowed: frozenset[str] | None = None
    _next_id: int = 1
    _waiting: list[Update] = field(default_factory=list)
    _poll: _Poll | None = None

    def add(self, kind: str, content: Json) -> None:
        """Append an update if the bot asks for its kind, and answer a waiting poll."""
        asked_for = kind not in _ON_REQUEST if self.allowed is None else kind in self.allowed
        if not asked_for:
            return
        self._waiting.append(Update(self._next_id, kind, content, self.clock()))
        self._next_id += 1
        poll, self._poll = self._poll, None
        if poll and poll.future.set_running_or_notify_cancel():
            poll.future.set_result(self._first(poll.limit))

    def allow(self, kinds: Sequence[str]) -> None:
        """Choose the kinds of later updates; an empty list means Telegram's default set."""
        self.allowed = frozenset(kinds) or None

    def poll(self, offset: int, limit: int) -> Future[list[Json]]:
        """Confirm the updates before the offset and ask for the rest; the result may be pending.

        A negative offset keeps that many from the end. An earlier poll still waiting ends in a conflict.
        """
        self.end_poll(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        self._confirm(offset)
        poll = _Poll(limit if 1 <= limit <= MAX_UPDATES else MAX_UPDATES)
        if self._waiting:
            poll.future.set_result(self._first(poll.limit))
        else:
            self._poll = poll
        return poll.future

    def end_poll(self, reason: str) -> None:
        """End a waiting poll, if there is one, with a conflict."""
        poll, self._poll = self._poll, None
        if poll and poll.future.set_running_or_notify_cancel():
            poll.future.set_exception(conflict(reason))

    def take(self) -> list[Json]:
        """Return all pending updates, and confirm them."""
        taken = [update.as_json() for update in self._waiting]
        self._waiting.clear()
        return taken

    def clear(self) -> None:
        """Drop all pending updates."""
        self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)

    def _confirm(self, offset: int) -> None:
        oldest = self.clock() - KEPT_SECONDS
        kept = [update for update in self._waiting if update.id >= offset and update.date >= oldest]
        self._waiting = kept if offset >= 0 else kept[offset:]

    def _first(self, limit: int) -> list[Json]:
        return [update.as_json() for update in self._waiting[:limit]]
