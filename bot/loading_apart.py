"""Load acts in a separate process: building takes seconds of processor time, and answers go first."""

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from bot.settings import Settings
from knowledge.loading import Loader
from knowledge.values.errors import ReloadRefused
from knowledge.values.notices import mark, notice
from knowledge.values.progress import Telling

_log = logging.getLogger(__name__)

T = TypeVar("T")

NICENESS = 5
"""Niceness of the process; on a busy machine it still gets a quarter of a core."""

PROCESS = "bot.loading_process"
"""The module that is run."""

_ENDED = mark("El proceso que lee las actas se interrumpió ({reason}). No cambió nada.")
_SECRETS = ("token", "webhook_secret")


class LoadingApart:
    """Does work in a process that opens its own loader with the same settings, except secrets.

    The work must be picklable: a method of Loader, or an operator.methodcaller.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.model_copy(update=dict.fromkeys(_SECRETS))

    def __call__(self, work: Callable[[Loader], T], telling: Telling) -> T:
        """Do some work, and report its progress to `telling`.

        Raises:
            KnowledgeError: what the work raises.
            ReloadRefused: the process was killed, e.g. for lack of memory.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
                [sys.executable, "-P", "-m", PROCESS, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                # Not interrupted together with the bot at a terminal: the bot waits for it.
                start_new_session=True,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        with process, Connection(ours.detach()) as connection:
            try:
                connection.send((self._settings, work))
                result: T = _result(connection, telling)
            except (EOFError, ConnectionError):
                process.kill()
                reason = str(process.wait())
                _log.error("the process that loads ended: %s", reason)
                raise ReloadRefused(notice(_ENDED, reason=reason)) from None
        return result


def _result(connection: Connection, telling: Telling) -> Any:  # noqa: ANN401  whatever the work returns
    while True:
        sort, *said = connection.recv()
        if sort == "done":
            return said[0]
        if sort == "refused":
            kind, reason = said
            raise kind(reason)
        if sort == "failed":
            raise RuntimeError(said[0])
        progress = telling.reading if sort == "reading" else telling.encoding
        progress(*said)
