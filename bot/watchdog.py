"""Stop the process when the sign of life is gone, so that a supervisor starts it again."""

import logging
import time
from pathlib import Path

from telegram.error import TelegramError

from bot.heartbeat import is_fresh
from handlers.context import App, Context

_log = logging.getLogger(__name__)

_SECONDS = 30.0


class Watchdog:
    """Look at the heartbeat now and then; `has_barked` tells that it was gone.

    PTB goes on running after polling has died (one 401 or 404 is enough), and nobody is answered.
    """

    def __init__(self, application: App, heartbeat: Path, *, by_webhook: bool = False) -> None:
        self.has_barked = False
        self._heartbeat = heartbeat
        self._by_webhook = by_webhook
        heartbeat.touch()
        if application.job_queue is None:
            message = "the application has no job queue"
            raise ValueError(message)
        # A tick that the busy loop delays still counts: the default drops it after a second.
        application.job_queue.run_repeating(self._look, _SECONDS, job_kwargs={"misfire_grace_time": None})

    async def _look(self, context: Context) -> None:
        if self._by_webhook:  # nobody polls: a call that succeeds is the sign of life
            try:
                await context.bot.get_webhook_info()
            except TelegramError as error:
                _log.warning("Telegram does not answer: %s", type(error).__name__)
            else:
                self._heartbeat.touch()
        if not is_fresh(self._heartbeat, time.time()):
            _log.critical("no answer from Telegram for two minutes: stopping")
            self.has_barked = True
            context.application.stop_running()
