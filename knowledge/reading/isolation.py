"""Read files that can do harm in a process of its own, with limits of memory and time."""

import atexit
import os
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from knowledge.reading.files import FileKind
from knowledge.reading.limits import MAX_SECONDS, START_SECONDS
from knowledge.values.errors import UnreadableAct
from knowledge.values.notices import Notice, mark, notice

_ROOT = Path(__file__).parent.parent.parent
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


class IsolatedReader:
    """Hand files to a process that is started when needed, and killed when it takes too long.

    One file is read at a time, others wait. The process doesn't get our settings, so no token either.
    """

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._running: tuple[subprocess.Popen[bytes], Connection] | None = None

    def read(self, kind: FileKind, content: bytes, name: str) -> str:
        """Return a file's text.

        Raises:
            UnreadableAct: the file is refused, or reading it takes too much time or memory.
        """
        with self._lock:
            answer = self._ask(kind, content, name)
        if isinstance(answer, Notice):
            raise UnreadableAct(answer)
        return answer

    def close(self) -> None:
        """End the process, if it runs; the next file starts another."""
        with self._lock:
            self._stop()

    def _ask(self, kind: FileKind, content: bytes, name: str) -> str | Notice:
        try:
            connection = self._connection()
            connection.send((kind, content, name))
            if connection.poll(self._seconds):
                answer: str | Notice = connection.recv()
                return answer
        except (EOFError, ConnectionError):
            self._stop()
            return notice(mark("{file} ocupa demasiado al abrirse. Envíe solo el texto del acta."), file=name)
        self._stop()
        return notice(mark("{file} tarda demasiado en leerse. Envíe solo el texto del acta."), file=name)

    def _connection(self) -> Connection:
        if self._running and self._running[0].poll() is not None:
            self._stop()
        if self._running is None:
            self._running = _start()
        return self._running[1]

    def _stop(self) -> None:
        if self._running:
            process, connection = self._running
            connection.close()
            process.kill()
            process.wait()
            self._running = None


def _start() -> tuple[subprocess.Popen[bytes], Connection]:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            [sys.executable, "-m", "knowledge.reading.reader_process", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ}
            | {"PYTHONPATH": str(_ROOT)},
        )
    connection = Connection(ours.detach())
    if connection.poll(START_SECONDS):
        connection.recv()
    return process, connection


SHARED = IsolatedReader()
"""The one process that acts are read in; it ends by itself when it is idle."""

atexit.register(SHARED.close)
