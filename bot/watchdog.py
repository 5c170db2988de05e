"""Stop the process when the heartbeat fails, so that a supervisor restarts it."""

import asyncio
import faulthandler
import logging
import sys
from typing import NamedTuple

from telegram.error import TelegramError

from bot.chat_order import ChatOrderProcessor
from bot.heartbeat import FRESH_SECONDS, Heartbeat
from handlers.context import App
from handlers.upkeep import pull_forward

_log = logging.getLogger(__name__)

EVERY = 10.0
"""Seconds between two checks."""

LONGEST_HANDLING = 15 * 60.0
"""Seconds after which an update counts as stuck: an act of 300 pages takes two minutes."""

_LONGEST_POLL = 30.0

_LONGEST_SILENCE = 300.0
"""Seconds without a check, as the loop is busy or hangs, after which the process ends itself."""


class _Queue(NamedTuple):
    """The numbers of updates waiting, and of those whose handling has begun."""

    waiting: int = 0
    begun: int = 0


class Watchdog:
    """Check periodically whether updates are fetched and handled; `has_barked` is set if they aren't.

    PTB keeps running after polling or handling has died, without answering anybody.
    """

    def __init__(
        self,
        application: App,
        heartbeat: Heartbeat,
        *,
        by_webhook: bool = False,
        guard_loop: bool = True,
    ) -> None:
        self.has_barked = False
        self._application = application
        self._heartbeat = heartbeat
        self._by_webhook = by_webhook
        self._guard_loop = guard_loop
        self._queue = _Queue()
        self._looks_without_progress = 0
        self._watching: asyncio.Task[None] | None = None
        self._post_init = application.post_init
        application.post_init, application.post_stop = self._begin, self._end

    async def _begin(self, application: App) -> None:
        # Not a job of the queue: jobs follow the wall clock, which may be set back by hours.
        self._watching = asyncio.create_task(self._watch())
        if self._post_init:
            await self._post_init(application)

    async def _watch(self) -> None:
        while not self.has_barked:
            await self.look()
            await asyncio.sleep(EVERY)

    async def _end(self, _application: App) -> None:
        faulthandler.cancel_dump_traceback_later()
        if self._watching:
            self._watching.cancel()

    async def look(self) -> None:
        """Stamp the heartbeat if all is well, else stop the process; also run postponed jobs."""
        pull_forward(self._application)
        if self._guard_loop and sys.__stderr__:
            faulthandler.dump_traceback_later(_LONGEST_SILENCE, exit=True, file=sys.__stderr__)
        # With a webhook there is no polling, so a successful call is the heartbeat.
        if self._by_webhook and self._heartbeat.silence > _LONGEST_POLL:
            await self._call()
        fault = self._fault()
        if fault is None:
            await asyncio.to_thread(self._heartbeat.stamp)
            return
        _log.critical("%s: stopping", fault)
        self.has_barked = True
        self._application.stop_running()

    async def _call(self) -> None:
        try:
            await self._application.bot.get_webhook_info()
        except TelegramError as error:
            _log.warning("Telegram does not answer: %s", type(error).__name__)
        else:
            self._heartbeat.hear()

    def _fault(self) -> str | None:
        """Return the fault that keeps people from being answered, if any."""
        processor = self._application.update_processor
        if not isinstance(processor, ChatOrderProcessor):
            raise TypeError(processor)
        before, self._queue = self._queue, _Queue(self._application.update_queue.qsize(), processor.begun)
        stands_still = bool(self._queue.waiting and before.waiting and self._queue.begun == before.begun)
        self._looks_without_progress = self._looks_without_progress + 1 if stands_still else 0
        if not self._heartbeat.is_fresh:
            return "no answer from Telegram for two minutes"
        if self._looks_without_progress * EVERY >= FRESH_SECONDS:
            return "updates have been fetched and not handled for two minutes"
        if processor.longest > LONGEST_HANDLING:
            return "an update has been handled for a quarter of an hour"
        return None
