"""Encode many passages in parallel, with one encoder process per core."""

import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Protocol, Self

from knowledge.meaning.encoder import MODEL
from knowledge.meaning.packing import Vectors

MOST_PROCESSES = 4
"""Maximum number of processes, whatever the cores: each takes 110 MB."""

WORTH_IT = 100
"""Minimum number of provisions to start processes for: starting takes as long as encoding 15."""

_AHEAD = 8
"""Lists of texts under way per process before the first of them must be done."""

_ROOT = Path(__file__).parents[2]
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH")

Texts = Sequence[str]


class PassageEncoder(Protocol):
    """Encodes passages: an Encoder, or a stand-in where only speed is measured."""

    @property
    def version(self) -> str | None:
        """The version of the model; None if there is none."""

    def encode_passages(self, texts: Texts) -> Vectors | None:
        """Encode texts, one row each; return None if that fails."""


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(eq=False)
class _Job:
    """Texts, and their vectors once `is_done`."""

    texts: Texts
    vectors: Vectors | None = None
    is_done: bool = False

    def finish(self, vectors: Vectors | None) -> None:
        """Keep the vectors; None if the texts couldn't be encoded."""
        self.vectors, self.is_done = vectors, True


@dataclass(eq=False)
class _Worker:
    """A process, and its current job, if any.

    It gets one job at a time, so that neither side ever blocks while sending.
    """

    process: subprocess.Popen[bytes]
    connection: Connection
    job: _Job | None = None

    @classmethod
    def start(cls, folder: Path) -> Self:
        """Start a process with the model in a folder."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
                [
                    sys.executable,
                    *("-P", "-m", "knowledge.meaning.encoder_process", str(theirs.fileno()), str(folder)),
                ],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,  # an interrupt at the terminal reaches only us, and we end the process
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ}
                | {"PYTHONPATH": str(_ROOT)},
            )
        return cls(process, Connection(ours.detach()))

    def give(self, job: _Job) -> bool:
        """Hand a job over; return False if the process has gone."""
        try:
            self.connection.send(job.texts)
        except OSError:
            return False
        self.job = job
        return True

    def take_back(self) -> bool:
        """Receive the vectors of the job; return False if the process has died or can't encode."""
        try:
            vectors = self.connection.recv()
        except (EOFError, OSError):
            return False
        if vectors is None or self.job is None:
            return False
        self.job.finish(vectors)
        self.job = None
        return True

    def stop(self) -> None:
        """Hang up, and end the process."""
        self.connection.close()
        self.process.kill()
        self.process.wait()


class EncoderCrew:
    """Encode lists of texts with `encoder`, or many of them in processes with the model in `folder`.

    If a process dies, its texts are encoded here. The vectors don't depend on where they are made: each text
    is encoded alone, by the same model on one thread.
    """

    def __init__(self, encoder: PassageEncoder, folder: Path = MODEL, processes: int = 0) -> None:
        self._encoder = encoder
        self._folder = folder
        self._most = min(processes, MOST_PROCESSES) if processes > 1 else 0
        self._workers: list[_Worker] = []

    def encode(self, lists: Iterable[Texts], expected: int) -> Generator[Vectors | None, None, None]:
        """Yield the vectors of each list in turn, one row per text, or None if the encoder can't be used.

        Processes are started if at least WORTH_IT lists with texts are `expected`, and ended with the
        iterator. Lists are consumed only a few ahead of the yielded vectors.
        """
        under_way: deque[_Job] = deque()
        try:
            self._start(self._most if expected >= WORTH_IT else 0)
            for texts in lists:
                job = _Job(texts)
                under_way.append(job)
                self._place(job)
                while under_way and (under_way[0].is_done or len(under_way) > _AHEAD * len(self._workers)):
                    yield self._finished(under_way.popleft())
            while under_way:
                yield self._finished(under_way.popleft())
        finally:
            while self._workers:
                self._dismiss(self._workers[-1])

    def _start(self, count: int) -> None:
        for _ in range(count):
            try:
                self._workers.append(_Worker.start(self._folder))
            except OSError:  # no memory, or too many processes: make do with the others
                break

    def _place(self, job: _Job) -> None:
        """Give a job to the next process that is idle; without processes, do it here."""
        while self._workers and job.texts:
            idle = next((worker for worker in self._workers if worker.job is None), None)
            if idle is None:
                self._await_one()
            elif idle.give(job):
                return
            else:
                self._dismiss(idle)
        job.finish(self._encoder.encode_passages(job.texts))

    def _finished(self, job: _Job) -> Vectors | None:
        while not job.is_done:
            self._await_one()
        return job.vectors

    def _await_one(self) -> None:
        """Wait until a process is done; if one has died, do its job here."""
        busy = {worker.connection: worker for worker in self._workers if worker.job}
        for connection in wait(list(busy)):
            worker = next(each for each in busy.values() if each.connection is connection)
            job = worker.job
            if not worker.take_back():
                self._dismiss(worker)
                if job:
                    job.finish(self._encoder.encode_passages(job.texts))

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.stop()
