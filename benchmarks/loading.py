"""How long loading acts and answering from them takes: python -m benchmarks.loading [--acts 10 60].

Makes up as many acts, in the words and of the length of the shipped one, and prints, for loading all into an
empty folder, for one more, and for a reload: the seconds that passed, the processor time of all our
processes, and the memory of the largest. Then, with all of them loaded, the milliseconds from a question to
its message: for questions on one act, and for those that name meetings or ask across them. On Linux.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled import BUILT_IN_ACT, load_all
from benchmarks.many import MANY, questions_of
from benchmarks.synthetic import make_texts
from benchmarks.tables import measures
from benchmarks.timing import answer_own, apart
from knowledge.language.datafiles import BUILT_IN

COUNTS = (10, 60, 200)
"""Numbers of acts: those of a few years, those of twenty, and more than any forum has."""

COLUMNS = ("s", "worked s", "memory MB")
ANSWERING = ("questions", "p50 ms", "p99 ms", "worked p50 ms", "worked p99 ms", "memory MB")

ONE_OF = 4
"""One in this many questions on the shipped act is asked: a percentile needs a few hundred."""


class Loading(NamedTuple):
    """Seconds passed, seconds of processor time, and the peak of resident megabytes."""

    passed: float
    worked: float
    resident: float


def main() -> None:
    """Print two tables for each number of acts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, nargs="+", default=COUNTS, help="acts that are loaded at once")
    for count in parser.parse_args().acts:
        with tempfile.TemporaryDirectory() as folder:
            loads, data = _load(Path(folder), count)
            print(measures(f"{count} acts, {len(os.sched_getaffinity(0))} cores", COLUMNS, loads))
            print(measures(f"Answers from {count + 1} acts", ANSWERING, _answer(data)), flush=True)


def _load(folder: Path, count: int) -> tuple[dict[str, Loading], Path]:
    """Load `count` acts, then one more, then reload all; return the measures and the data folder."""
    shipped = (BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt").read_text(encoding="utf-8")
    paths = []
    for number, text in enumerate(make_texts(shipped, count + 1)):
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    data = folder / "data"
    return {
        "All from nothing": _run("load", *map(str, paths[:-1]), "--data", str(data)),
        "One more": _run("load", str(paths[-1]), "--data", str(data)),
        "Reload": _run("reload", "--data", str(data)),
    }, data


def _answer(data: Path) -> dict[str, tuple[float, ...]]:
    asked = [chat.turns[0].q for chat in load_all()[BUILT_IN_ACT] if not chat.is_dialogue][::ONE_OF]
    groups = {"On one act": asked, "On many": [*questions_of(MANY / "ten"), *questions_of(MANY / "seven")]}
    return {name: apart(answer_own, data, questions, encoder=True) for name, questions in groups.items()}


def _run(*arguments: str) -> Loading:
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "bot", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    passed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Loading(passed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


if __name__ == "__main__":
    main()
