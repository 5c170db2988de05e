"""How much load the bot bears: the real process over HTTP, beside a bare echo bot of the same library.

`python -m benchmarks.load [--seconds 20] [--chats 200] [--rate 30]` prints, for both: answers a second when
each chat writes again once it is answered; latency from the message in to the reply out at a steady rate;
processor time per answer; memory. For the bot it also prints the latency while acts are reloaded, the waits
at twice the rate that Telegram allows, and those of others while one person floods it. Its top speed is
measured without the limits that it keeps for Telegram's sake, which the echo bot lacks: with common
questions, and with questions not asked before. Both talk to the strict stand-in, which takes most of a core.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowd import QUESTIONS, Crowd, Measured, running
from benchmarks.labelled import load_all
from bot.pace import MOST_A_SECOND
from bot.services import open_services
from bot.settings import Settings
from standin import Standin, StandinServer

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
UNPACED = """
import sys
from bot import pace
from handlers import manners
pace.MOST_A_SECOND, manners.MOST = 10_000.0, 10_000
from bot.command_line import main
sys.exit(main(sys.argv[1:]))
"""
"""The bot without the limits on its own sending and on each person's messages."""


def _print(name: str, measured: Measured) -> None:
    print(
        f"{name:44} {measured.answers / measured.seconds:7.1f}/s"
        f"  p50 {measured.percentile(0.5):6.0f}  p95 {measured.percentile(0.95):6.0f}"
        f"  p99 {measured.percentile(0.99):6.0f} ms"
        f"  {1000 * measured.processor / max(len(measured.latencies), 1):5.1f} ms of processor an answer"
        f"  {measured.megabytes} MB  lost {measured.lost}  doubled {measured.doubled}"
    )


def measure_echo(given: argparse.Namespace) -> None:
    """Measure the echo bot."""
    standin = Standin(time.time)
    with StandinServer(standin) as server:
        command = ["-c", _ECHO, server.origin, standin.token]
        with running(standin, command) as echo:
            fast = Crowd(standin, echo, given.chats, 10_000).at_will(given.seconds)
            _print("echo, as fast as it goes", fast)
            steady = Crowd(standin, echo, given.chats, 20_000).at_rate(given.seconds, given.rate)
            _print(f"echo, {given.rate}/s", steady)


@contextmanager
def serving(folder: Path, *program: str) -> Iterator[tuple[Standin, subprocess.Popen[bytes]]]:
    """Run the bot against a stand-in; `program` has the Python arguments that start it."""
    standin = Standin(time.time)
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_ADMINS": str(ADMIN), "ACUERDOS_LOG": "text:ERROR"}
    with StandinServer(standin) as server:
        command = [*program, "run", "--data", str(folder)]
        with running(standin, command, TELEGRAM_API_URL=server.origin, **settings) as bot:
            yield standin, bot


def measure_unpaced(given: argparse.Namespace, folder: Path) -> None:
    """Measure how fast the bot goes when nothing limits its sending."""
    with serving(folder, "-c", UNPACED) as (standin, bot):
        _print(
            "acuerdos, as fast as it goes", Crowd(standin, bot, given.chats, 10_000).at_will(given.seconds)
        )
        new = Crowd(standin, bot, given.chats, 20_000, new_questions()).at_will(given.seconds)
        _print("acuerdos, as fast as it goes, new questions", new)


def measure_bot(given: argparse.Namespace, folder: Path) -> None:
    """Measure the bot at a steady rate, while it reloads acts, and overloaded."""
    with serving(folder, "-m", "bot") as (standin, bot):
        steady = Crowd(standin, bot, given.chats, 10_000).at_rate(given.seconds, given.rate)
        _print(f"acuerdos, {given.rate}/s", steady)
        new = Crowd(standin, bot, given.chats, 20_000, new_questions()).at_rate(given.seconds, given.rate)
        _print(f"acuerdos, {given.rate}/s, new questions", new)
        measure_reload(given, standin, bot)
        measure_overload(given, standin, bot)


def measure_reload(given: argparse.Namespace, standin: Standin, bot: subprocess.Popen[bytes]) -> None:
    """Measure the bot at a steady rate during one reload of its acts."""
    admin = standin.person(ADMIN, "Ana", "es")
    admin.writes("/recargar")

    def is_done() -> bool:
        return any("recargada" in message.text for message in admin.inbox)

    reloading = Crowd(standin, bot, given.chats, 30_000).until(is_done, 10 * given.seconds, given.rate)
    _print(f"acuerdos, {given.rate}/s, reloading", reloading)
    print(f"reloaded in {reloading.seconds:.0f} s" if is_done() else "the reload isn't done")


def measure_overload(given: argparse.Namespace, standin: Standin, bot: subprocess.Popen[bytes]) -> None:
    """Measure the waits at twice the rate that Telegram allows, and those beside one person's flood."""
    twice = Crowd(standin, bot, given.chats, 40_000).at_rate(given.seconds, 2 * MOST_A_SECOND)
    _print(f"acuerdos, {2 * MOST_A_SECOND:.0f}/s, twice as much as is taken", twice)
    print(f"the median of a chat's waits: {min(twice.by_chat):.1f} to {max(twice.by_chat):.1f} s")
    flood = standin.person(ADMIN + 1, "Ana", "es")
    for _ in range(200):
        flood.writes(QUESTIONS[0])
    # Under the limit, so that others can only be waiting because of the flood.
    others = Crowd(standin, bot, given.chats, 50_000).at_rate(given.seconds / 2, given.rate / 2)
    _print(f"acuerdos, {given.rate / 2}/s beside a flood", others)


def new_questions() -> list[str]:
    """List the first question of every labelled chat, without repetitions."""
    return list(dict.fromkeys(chat.turns[0].q for chats in load_all().values() for chat in chats))


def main() -> None:
    """Measure both bots, one after the other."""
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
        measure_unpaced(given, folder)
        measure_bot(given, folder)


if __name__ == "__main__":
    main()
