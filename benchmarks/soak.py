"""Whether the bot runs for days without leaking memory: the real process gives a hundred thousand answers.

`python -m benchmarks.soak [--answers 100000] [--chats 200] [--minutes M]` lets people ask as fast as the bot
answers. At regular intervals it prints the memory of the process and how many answers were lost or doubled,
and reloads the acts; at the end, how much memory grew since the first tenth. It exits with status 1 if
answers were lost or doubled, or if memory grew by more than a tenth.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.crowd import Crowd
from benchmarks.load import ADMIN, UNPACED, serving
from bot.services import open_services
from bot.settings import Settings
from standin import Standin

LINES = 20
"""How many lines are printed, at equal intervals of answers."""

GROWTH = 1.1
"""The factor by which memory may grow after the first tenth; more means a leak."""


def main() -> int:
    """Run until all answers are given or the time is over."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=24 * 60)
    given = parser.parse_args()
    until = time.monotonic() + 60 * given.minutes
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        with open_services(Settings(_env_file=None, data=folder)):
            pass
        with serving(folder, "-c", UNPACED) as (standin, bot):
            return _soak(Crowd(standin, bot, given.chats, 10_000), standin, given.answers, until)


def _soak(crowd: Crowd, standin: Standin, answers: int, until: float) -> int:
    admin = standin.person(ADMIN, "Ana", "es")
    memory, answered = [], 0
    while answered < answers and time.monotonic() < until:
        load = crowd.until_answered(max(answers // LINES, 1), until)
        answered += load.answers
        memory.append(load.megabytes)
        print(
            f"{answered:7} answers  {load.answers / load.seconds:6.1f}/s  {load.megabytes} MB"
            f"  lost {load.lost}  doubled {load.doubled}",
            flush=True,
        )
        if load.lost or load.doubled:
            return 1
        admin.writes("/recargar")
    first = memory[len(memory) // 10]
    print(f"memory: {first} MB after the first tenth, {memory[-1]} MB at the end")
    return int(memory[-1] > GROWTH * first)


if __name__ == "__main__":
    sys.exit(main())
