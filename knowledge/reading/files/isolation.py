"""Read acts in a separate process with memory and time limits, because files may be malicious."""

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
"""How long to wait for a process that closed its connection to end."""

_OUT_OF_MEMORY = frozenset({-signal.SIGKILL, -signal.SIGABRT})
"""Exit statuses of a process killed by the system, or aborted by a library that got no memory."""

_log = logging.getLogger(__name__)
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


class _AtRest(Exception):
    """The idle process ended just as a file was sent to it."""


class IsolatedReader:
    """Hand files to a process that is started when needed and killed when it takes too long.

    One file is read at a time; others wait. The process doesn't get our settings, and so no token.
    """

    def __init__(self, seconds: float = MAX_SECONDS, start_seconds: float = START_SECONDS) -> None:
        self._seconds = seconds
        self._start_seconds = start_seconds
        self._lock = threading.Lock()
        self._running: tuple[subprocess.Popen[bytes], Connection] | None = None

    def read(self, request: Request, progress: Progress = show_nothing) -> Act:
        """Return the act in a file; report to `progress` if the file is long.

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
        """End the process if it is running; the next file starts another."""
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
        """End the process if it is running; return its exit status, 0 if it ended by itself in time."""
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
            # -P: import nothing from the current folder.
            [sys.executable, "-P", "-m", "knowledge.reading.files.reader_process", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ}
            | {"PYTHONPATH": str(_ROOT)},
        )
    return process, Connection(ours.detach())


SHARED = IsolatedReader()
"""The reader that everyone shares; its process ends by itself when idle."""

atexit.register(SHARED.close)
