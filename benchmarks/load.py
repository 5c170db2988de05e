"""How much the bot carries: the real process over HTTP, beside a bare echo bot of the same library.

`python -m benchmarks.load [--seconds 20] [--chats 200] [--rate 30]` prints, for both: answers a second when
each chat writes again once it is answered; latency from the message in to the reply out at a steady rate, for
the bot with acts being reloaded, too; processor time an answer; memory; how twice as much as it carries is
shared out, and what others wait while one floods it. Both speak to the strict stand-in, which takes most
of a core itself.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bot.services import open_services
from bot.settings import Settings
from standin import Person, Standin, StandinServer

QUESTIONS = (
    "¿Cuándo es el taller de pasaportes?",
    "¿Qué debe hacer Belice?",
    "16a",
    "¿Quién apoya a la OIM?",
    "/pendientes México",
    "¿Qué plazo tiene la ST?",
)
ADMIN = 900
_ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
origin, token = sys.argv[1:]
application = Application.builder().token(token).base_url(f"{origin}/bot").concurrent_updates(True).build()
application.add_handler(MessageHandler(filters.ALL, echo))
application.run_polling()
"""
_PATIENCE = 30.0
"""Seconds without any answer after which what is left counts as lost."""

_TICKS = os.sysconf("SC_CLK_TCK")


class Measured(NamedTuple):
    """Answers, the seconds that all took, each latency, and processor time and memory of the process.

    `by_chat` is how long each chat waited in the middle; `lost` are messages that were never answered, and
    `doubled` answers to none.
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
        """Return a latency in milliseconds that so many stay below."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0


class Crowd:
    """People who write to a bot, and when each was answered."""

    def __init__(self, standin: Standin, process: subprocess.Popen[bytes], chats: int, first: int) -> None:
        self._world = standin.world
        self._process = process
        self._people = {
            first + number: standin.person(first + number, "Ana", "es") for number in range(chats)
        }
        self._turns = cycle(self._people.values())
        self._questions = cycle(QUESTIONS)
        self._waiting: dict[int, deque[float]] = {number: deque() for number in self._people}
        self._waited: dict[int, list[float]] = {number: [] for number in self._people}
        self._doubled = 0
        self._read = len(self._world.transcript)

    def at_will(self, seconds: float) -> Measured:
        """Let each write again once it is answered."""
        end = time.monotonic() + seconds
        return self._measure(lambda _: time.monotonic() >= end, rate=None)

    def until_answered(self, answers: int, until: float) -> Measured:
        """Let each write again once it is answered, until there are so many answers or a moment has come."""
        return self._measure(lambda given: given >= answers or time.monotonic() >= until, rate=None)

    def at_rate(self, seconds: float, rate: float) -> Measured:
        """Let one after the other write, so many a second."""
        end = time.monotonic() + seconds
        return self._measure(lambda _: time.monotonic() >= end, rate)

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
        seconds, processor = time.monotonic() - start, _processor(self._process.pid) - used
        self._wait_for_the_rest()
        waited = [each for each in self._waited.values() if each]
        return Measured(
            answers,
            seconds,
            [latency for each in waited for latency in each],
            processor,
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
        """Note who was answered since."""
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
    """Return the seconds of the processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _megabytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@contextmanager
def running(standin: Standin, command: list[str], **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program that polls a stand-in."""
    root = str(Path(__file__).parents[1])
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": root} | settings
    with subprocess.Popen([sys.executable, *command], env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            standin.waits_until(lambda: any(call.method == "getUpdates" for call in standin.calls), 60)
            yield process
        finally:
            process.terminate()


def _print(name: str, measured: Measured) -> None:
    print(
        f"{name:34} {measured.answers / measured.seconds:7.1f}/s"
        f"  p50 {measured.percentile(0.5):6.0f}  p95 {measured.percentile(0.95):6.0f}"
        f"  p99 {measured.percentile(0.99):6.0f} ms"
        f"  {1000 * measured.processor / max(measured.answers, 1):5.1f} ms of processor an answer"
        f"  {measured.megabytes} MB  lost {measured.lost}  doubled {measured.doubled}"
    )


def measure_echo(given: argparse.Namespace) -> None:
    """Measure the bare bot."""
    standin = Standin(time.time)
    with StandinServer(standin) as server:
        command = ["-c", _ECHO, server.origin, standin.token]
        with running(standin, command) as echo:
            fast = Crowd(standin, echo, given.chats, 10_000).at_will(given.seconds)
            _print("echo, as fast as it goes", fast)
            steady = Crowd(standin, echo, given.chats, 20_000).at_rate(given.seconds, given.rate)
            _print(f"echo, {given.rate}/s", steady)


def measure_bot(given: argparse.Namespace, folder: Path) -> None:
    """Measure the bot: as fast as it goes, at a rate, and at that rate while acts are reloaded."""
    standin = Standin(time.time)
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_ADMINS": str(ADMIN), "ACUERDOS_LOG": "text:ERROR"}
    with StandinServer(standin) as server:
        command = ["-m", "bot", "run", "--data", str(folder)]
        with running(standin, command, TELEGRAM_API_URL=server.origin, **settings) as bot:
            fast = Crowd(standin, bot, given.chats, 10_000).at_will(given.seconds)
            _print("acuerdos, as fast as it goes", fast)
            steady = Crowd(standin, bot, given.chats, 20_000).at_rate(given.seconds, given.rate)
            _print(f"acuerdos, {given.rate}/s", steady)
            admin = standin.person(ADMIN, "Ana", "es")
            for _ in range(3):
                admin.writes("/recargar")  # one after the other, as those of one chat are
            reloading = Crowd(standin, bot, given.chats, 30_000).at_rate(given.seconds, given.rate)
            _print(f"acuerdos, {given.rate}/s, reloading", reloading)
            print(f"reloads done: {sum('recargada' in message.text for message in admin.inbox)}")
            measure_overload(given, standin, bot, fast.answers / fast.seconds)


def measure_overload(
    given: argparse.Namespace, standin: Standin, bot: subprocess.Popen[bytes], most: float
) -> None:
    """Measure twice what the bot carries: who waits how long; and others while one person floods it."""
    twice = Crowd(standin, bot, given.chats, 40_000).at_rate(given.seconds, 2 * most)
    _print(f"acuerdos, {2 * most:.0f}/s, twice as much", twice)
    print(f"the median of a chat's waits: {min(twice.by_chat):.1f} to {max(twice.by_chat):.1f} s")
    flood = standin.person(ADMIN + 1, "Ana", "es")
    for _ in range(200):
        flood.writes(QUESTIONS[0])
    others = Crowd(standin, bot, given.chats, 50_000).at_rate(given.seconds / 2, given.rate)
    _print(f"acuerdos, {given.rate}/s beside a flood", others)


def main() -> None:
    """Measure both, one after the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--rate", type=float, default=30)
    parser.add_argument("--acts", type=Path, nargs="*", default=[], help="acts to load beforehand")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        (folder / "acts").mkdir(parents=True)
        for act in given.acts:
            shutil.copy(act, folder / "acts")
        with open_services(Settings(_env_file=None, data=folder)) as services:
            acts, load = len(services.base.documents()), os.getloadavg()[0]
        print(f"{acts} acts, {os.cpu_count()} cores, load {load:.1f}")
        measure_echo(given)
        measure_bot(given, folder)


if __name__ == "__main__":
    main()
