"""How long acts take to load: python -m benchmarks.loading [--acts 60].

Writes as many acts, as long as the shipped one and of its words, and prints, for loading all of them into an
empty folder, one more, and a reload: the seconds that passed, those that the processors worked for us in all
our processes, and the memory of the largest of these. On Linux.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.labelled import BUILT_IN_ACT
from benchmarks.synthetic import make_texts
from benchmarks.tables import measures
from knowledge.language.datafiles import BUILT_IN

COLUMNS = ("s", "worked s", "memory MB")


class Loading(NamedTuple):
    """Seconds passed and worked, and megabytes that were resident at most."""

    passed: float
    worked: float
    resident: float


def main() -> None:
    """Print a table of the loads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=60, help="acts that are loaded at once")
    count = parser.parse_args().acts
    shipped = (BUILT_IN.forum / "acts" / f"{BUILT_IN_ACT}.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(make_texts(shipped, count + 1)):
            paths.append(Path(folder) / f"{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        data = Path(folder) / "data"
        lines = {
            f"{count} acts from nothing": _run("load", *map(str, paths[:-1]), "--data", str(data)),
            "One more": _run("load", str(paths[-1]), "--data", str(data)),
            "Reload": _run("reload", "--data", str(data)),
        }
    print(measures(f"{len(os.sched_getaffinity(0))} cores", COLUMNS, lines))


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
