"""Handle updates of different chats concurrently, and those of one chat in order."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Coroutine, Iterator
from time import monotonic as moment
from typing import Any

from telegram import Chat, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import BaseUpdateProcessor

from bot.step_limit import LONGEST_STEP, Limited

_AT_ONCE = 4096  # updates of one chat wait for each other, so a flood must leave room for other chats
_PATIENCE = 1.0  # seconds without an answer after which a person sees that one is under way
_SHOWN = 4.5  # seconds; Telegram shows it for five


class ChatOrderProcessor(BaseUpdateProcessor):
    """Prevent a slow reload in one chat from delaying others, and questions from overtaking earlier ones.

    After `patience` seconds, people see that the bot is typing. A step that keeps the loop busy for more than
    `longest_step` seconds of processor time ends in TookTooLong.
    """

    def __init__(self, patience: float = _PATIENCE, longest_step: float = LONGEST_STEP) -> None:
        super().__init__(max_concurrent_updates=_AT_ONCE)
        self._patience = patience
        self._longest_step = longest_step
        self.begun = 0
        self._under_way: dict[int, float] = {}
        self._locks: dict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: dict[int, int] = defaultdict(int)
        self._beginning = asyncio.Lock()
        self._showing: set[asyncio.Task[None]] = set()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the handling of an update once earlier ones of its chat are done."""
        chat, key = _place(update)
        self.begun += 1
        number = self.begun
        self._waiting[key] += 1
        try:
            async with self._locks[key]:
                await self._take_turn()
                with self._typing(chat):
                    self._under_way[number] = moment()
                    await (
                        Limited(coroutine, self._longest_step)
                        if isinstance(coroutine, Coroutine)
                        else coroutine
                    )
        finally:
            self._under_way.pop(number, None)
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key], self._locks[key]

    async def _take_turn(self) -> None:
        """Let other tasks run before the next answer is worked out, since a hundred may come at once."""
        async with self._beginning:
            await asyncio.sleep(0)

    @property
    def waiting(self) -> int:
        """The number of updates being handled, or waiting for another of their chat."""
        return sum(self._waiting.values())

    @property
    def longest(self) -> float:
        """How many seconds the longest-running update has been handled."""
        return moment() - min(self._under_way.values(), default=moment())

    async def initialize(self) -> None:
        """Do nothing: locks are made on demand."""

    async def shutdown(self) -> None:
        """Do nothing: PTB waits for what is being handled."""

    @contextlib.contextmanager
    def _typing(self, chat: Chat | None) -> Iterator[None]:
        """Show that an answer is under way for as long as it takes."""
        if chat is None:
            yield
            return
        answered = asyncio.Event()
        timer = asyncio.get_running_loop().call_later(self._patience, self._begin_typing, chat, answered)
        try:
            yield
        finally:
            timer.cancel()
            answered.set()

    def _begin_typing(self, chat: Chat, answered: asyncio.Event) -> None:
        showing = asyncio.create_task(_show_typing(chat, answered))
        self._showing.add(showing)
        showing.add_done_callback(self._showing.discard)


async def _show_typing(chat: Chat, answered: asyncio.Event) -> None:
    # Never cancel a call under way: its connection would stay taken for good, and after a few of these no
    # call could be made any more.
    with contextlib.suppress(TelegramError):  # the answer itself will run into the same error
        while not answered.is_set():
            await chat.send_action(ChatAction.TYPING)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(answered.wait(), _SHOWN)


def _place(update: object) -> tuple[Chat | None, int]:
    """Return an update's chat, and the id of the chat or, without one, of the user."""
    if not isinstance(update, Update):
        return None, 0
    chat, user = update.effective_chat, update.effective_user
    return chat, chat.id if chat else user.id if user else 0
