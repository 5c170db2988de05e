"""A crowd of people who write to a bot in another process, and measures of its answers."""

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import NamedTuple

from standin import Person, Standin

QUESTIONS = (
    "¿Cuándo es el taller de pasaportes?",
    "¿Qué debe hacer Belice?",
    "16a",
    "¿Quién apoya a la OIM?",
    "/pendientes México",
    "¿Qué plazo tiene la ST?",
)
_PATIENCE = 30.0
"""Seconds without any answer after which unanswered messages count as lost."""

_TICKS = os.sysconf("SC_CLK_TCK")


class Measured(NamedTuple):
    """The number of answers in `seconds`, their latencies, and the processor time and memory of the process.

    `by_chat` has the median latency of each chat; `lost` counts messages never answered, and `doubled`
    answers to no message.
    """

    answers: int
    seconds: float
    latencies: list[float]
    processor: float
    megabytes: int
    by_chat: list[float]
    lost: int
    doubled: int

    def percentile(self, share: float) -> float:
        """Return the latency, in milliseconds, that a share of the answers stays below."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0


class Crowd:
    """People who write to a bot, and how long each waited for answers."""

    def __init__(
        self,
        standin: Standin,
        process: subprocess.Popen[bytes],
        chats: int,
        first: int,
        questions: Sequence[str] = QUESTIONS,
    ) -> None:
        self._world = standin.world
        self._process = process
        self._people = {
            first + number: standin.person(first + number, "Ana", "es") for number in range(chats)
        }
        self._turns = cycle(self._people.values())
        self._questions = cycle(questions)
        self._waiting: dict[int, deque[float]] = {number: deque() for number in self._people}
        self._waited: dict[int, list[float]] = {number: [] for number in self._people}
        self._doubled = 0
        self._read = len(self._world.transcript)

    def at_will(self, seconds: float) -> Measured:
        """Let each person write again once answered."""
        end = time.monotonic() + seconds
        return self._measure(lambda _: time.monotonic() >= end, rate=None)

    def until_answered(self, answers: int, until: float) -> Measured:
        """Let each person write again once answered, until a number of answers or a moment is reached."""
        return self._measure(lambda given: given >= answers or time.monotonic() >= until, rate=None)

    def at_rate(self, seconds: float, rate: float) -> Measured:
        """Let people write in turn, `rate` messages a second."""
        end = time.monotonic() + seconds
        return self._measure(lambda _: time.monotonic() >= end, rate)

    def until(self, is_done: Callable[[], bool], seconds: float, rate: float) -> Measured:
        """Let people write in turn, `rate` messages a second, until `is_done` or the time is over."""
        end = time.monotonic() + seconds
        return self._measure(lambda _: is_done() or time.monotonic() >= end, rate)

    def _measure(self, is_over: Callable[[int], bool], rate: float | None) -> Measured:
        self._doubled, answers = 0, 0
        self._waited = {number: [] for number in self._people}
        used, start = _processor(self._process.pid), time.monotonic()
        due = start
        for person in self._people.values() if rate is None else ():
            self._ask(person)
        while not is_over(answers):
            answered = self._look()
            answers += len(answered)
            for person in answered if rate is None else ():
                self._ask(person)
            while rate and time.monotonic() >= due:
                due += 1 / rate
                self._ask(next(self._turns))
            time.sleep(0.005)
        seconds = time.monotonic() - start
        self._wait_for_the_rest()
        waited = [each for each in self._waited.values() if each]
        return Measured(
            answers,
            seconds,
            [latency for each in waited for latency in each],
            _processor(self._process.pid) - used,
            _megabytes(self._process.pid),
            by_chat=[median(each) for each in waited],
            lost=sum(map(len, self._waiting.values())),
            doubled=self._doubled,
        )

    def _wait_for_the_rest(self) -> None:
        patience = time.monotonic() + _PATIENCE
        while any(self._waiting.values()) and time.monotonic() < patience:
            if self._look():
                patience = time.monotonic() + _PATIENCE
            time.sleep(0.005)

    def _ask(self, person: Person) -> None:
        self._waiting[person.id].append(time.monotonic())
        person.writes(next(self._questions))

    def _look(self) -> list[Person]:
        """Return the people answered since the last look."""
        answered, now = [], time.monotonic()
        with self._world.changed:
            new = self._world.transcript[self._read :]
            self._read += len(new)
        for event in new:
            if event.kind != "message" or event.chat_id not in self._people:
                continue
            if waiting := self._waiting[event.chat_id]:
                self._waited[event.chat_id].append(now - waiting.popleft())
                answered.append(self._people[event.chat_id])
            else:
                self._doubled += 1
        return answered


def _processor(process: int) -> float:
    """Return the processor time a process has used, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _megabytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@contextmanager
def running(standin: Standin, command: list[str], **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a Python program, and wait until it polls the stand-in."""
    root = str(Path(__file__).parents[1])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": root} | settings
    with subprocess.Popen([sys.executable, *command], env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            standin.waits_until(lambda: any(call.method == "getUpdates" for call in standin.calls), 60)
            yield process
        finally:
            process.terminate()
