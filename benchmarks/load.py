"""How much the bot carries: the real process over HTTP, beside a bare echo bot of the same library.

`python -m benchmarks.load [--seconds 20] [--chats 200] [--rate 30]` prints, for both: answers a second when
each chat writes again once it is answered; latency from the message in to the reply out at a steady rate, for
the bot with acts being reloaded, too; processor time an answer; memory. Both speak to the strict stand-in,
which takes most of a core itself.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
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
_TICKS = os.sysconf("SC_CLK_TCK")


class Measured(NamedTuple):
    """Answers, the seconds that all took, each latency, and processor time and memory of the process."""

    answers: int
    seconds: float
    latencies: list[float]
    processor: float
    megabytes: int

    def percentile(self, share: float) -> float:
        """Return a latency in milliseconds that so many stay below."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0


class Crowd:
    """People who write to a bot, and when each was answered."""

    def __init__(self, standin: Standin, process: subprocess.Popen[bytes], chats: int, first: int) -> None:
        self._process = process
        self._people = [standin.person(first + number, "Ana", "es") for number in range(chats)]
        self._questions = cycle(QUESTIONS)
        self._asked: dict[int, list[float]] = {person.id: [] for person in self._people}
        self._seen = dict.fromkeys(self._asked, 0)
        self._latencies: list[float] = []

    def at_will(self, seconds: float) -> Measured:
        """Let each write again once it is answered."""
        return self._measure(seconds, rate=None)

    def at_rate(self, seconds: float, rate: float) -> Measured:
        """Let one after the other write, so many a second."""
        return self._measure(seconds, rate)

    def _measure(self, seconds: float, rate: float | None) -> Measured:
        processor, start = _processor(self._process.pid), time.monotonic()
        turns, due = cycle(self._people), start
        for person in self._people if rate is None else ():
            self._ask(person)
        while (now := time.monotonic()) < start + seconds:
            answered = self._look()
            if rate is None:
                for person in answered:
                    self._ask(person)
            elif now >= due:
                due += 1 / rate
                self._ask(next(turns))
            time.sleep(0.005)
        took = time.monotonic() - start
        used = _processor(self._process.pid) - processor
        patience = time.monotonic() + 30
        while self._waiting() and time.monotonic() < patience:
            self._look()
            time.sleep(0.005)
        lost = self._waiting()
        if lost:
            print(f"{lost} messages were never answered")
        return Measured(len(self._latencies), took, self._latencies, used, _megabytes(self._process.pid))

    def _ask(self, person: Person) -> None:
        self._asked[person.id].append(time.monotonic())
        person.writes(next(self._questions))

    def _look(self) -> list[Person]:
        """Note who was answered since."""
        answered, now = [], time.monotonic()
        for person in self._people:
            while self._seen[person.id] < min(len(person.inbox), len(self._asked[person.id])):
                self._latencies.append(now - self._asked[person.id][self._seen[person.id]])
                self._seen[person.id] += 1
                answered.append(person)
        return answered

    def _waiting(self) -> int:
        return sum(len(asked) - self._seen[person] for person, asked in self._asked.items())


def _processor(process: int) -> float:
    """Return the seconds of the processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _megabytes(process: int) -> int:
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@contextmanager
def _running(standin: Standin, command: list[str], **settings: str) -> Iterator[subprocess.Popen[bytes]]:
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
        f"  {measured.megabytes} MB"
    )


def measure_echo(given: argparse.Namespace) -> None:
    """Measure the bare bot."""
    standin = Standin(time.time)
    with StandinServer(standin) as server:
        command = ["-c", _ECHO, server.origin, standin.token]
        with _running(standin, command) as echo:
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
        with _running(standin, command, TELEGRAM_API_URL=server.origin, **settings) as bot:
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
