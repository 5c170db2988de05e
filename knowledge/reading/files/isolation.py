"""Read acts in a process of its own, with limits of memory and time: files may be made to do harm."""

import atexit
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from knowledge.reading.files.limits import MAX_SECONDS, START_SECONDS
from knowledge.reading.files.requests import Refusal, Request, Step, failed, too_much
from knowledge.values.acts import Act
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import mark, notice
from knowledge.values.progress import Progress, show_nothing

_ROOT = Path(__file__).parents[3]
_ENDING_SECONDS = 10.0
"""How long a process that hung up is given to end."""

_OUT_OF_MEMORY = frozenset({-signal.SIGKILL, -signal.SIGABRT})
"""How a process ends that the system, or a library that got no memory, puts an end to."""

_log = logging.getLogger(__name__)
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


class _AtRest(Exception):
    """The process had had nothing to do for so long that it ended, just as a file was handed to it."""


class IsolatedReader:
    """Hand files to a process that is started when needed, and killed when it takes too long.

    One file is read at a time, others wait. The process doesn't get our settings, so no token either.
    """

    def __init__(self, seconds: float = MAX_SECONDS, start_seconds: float = START_SECONDS) -> None:
        self._seconds = seconds
        self._start_seconds = start_seconds
        self._lock = threading.Lock()
        self._running: tuple[subprocess.Popen[bytes], Connection] | None = None

    def read(self, request: Request, progress: Progress = show_nothing) -> Act:
        """Return the act that a file holds; `progress` is told how far reading is, if the file is a long one.

        Raises:
            UnreadableAct: the file is refused, or reading it takes too much time or memory.
            FaultyData: a data file has a mistake.
        """
        with self._lock:
            try:
                answer = self._ask(request, progress)
            except _AtRest:
                answer = self._ask(request, progress)
        if isinstance(answer, Refusal):
            raise answer.error(answer.notice)
        return answer

    def close(self) -> None:
        """End the process, if it runs; the next file starts another."""
        with self._lock:
            self._stop()

    def _ask(self, request: Request, progress: Progress) -> Act | Refusal:
        try:
            connection = self._connection()
            connection.send(request)
            end = time.monotonic() + self._seconds
            while connection.poll(max(0, end - time.monotonic())):
                answer: Act | Refusal | Step = connection.recv()
                if not isinstance(answer, Step):
                    return answer
                progress(*answer)
        except TimeoutError:
            self._stop()
            sentence = mark("{file} no se pudo abrir: el equipo está muy ocupado. Inténtelo otra vez.")
            return Refusal(UnreadableAct, notice(sentence, file=request.name))
        except (EOFError, ConnectionError) as error:
            status = self._stop(_ENDING_SECONDS)
            if status == 0:
                raise _AtRest from error
            if status in _OUT_OF_MEMORY:
                return too_much(request.name)
            _log.exception("the process that reads acts ended with status %s", status)
            return failed(request.name)
        self._stop()
        sentence = mark("{file} tarda demasiado en leerse. Envíe solo el texto del acta.")
        return Refusal(UnreadableAct, notice(sentence, file=request.name))

    def _connection(self) -> Connection:
        if self._running and self._running[0].poll() is not None:
            self._stop()
        if self._running is None:
            self._running = _start()
            if not self._running[1].poll(self._start_seconds):
                raise TimeoutError
            self._running[1].recv()
        return self._running[1]

    def _stop(self, patience: float = 0) -> int | None:
        """End the process, if it runs; return its status, 0 if it ended by itself in time."""
        if self._running is None:
            return None
        process, connection = self._running
        self._running = None
        connection.close()
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _start() -> tuple[subprocess.Popen[bytes], Connection]:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            # -P: whatever the current folder holds is none of ours.
            [sys.executable, "-P", "-m", "knowledge.reading.files.reader_process", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ}
            | {"PYTHONPATH": str(_ROOT)},
        )
    return process, Connection(ours.detach())


SHARED = IsolatedReader()
"""The one process that acts are read in; it ends by itself when it is idle."""

atexit.register(SHARED.close)
