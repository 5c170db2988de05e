"""How fast answers are, and how much memory they take: python -m benchmarks.speed [--million] [--own].

Prints, for the shipped act alone and for bases of up to 100,000 (with --million 1,000,000) provisions made up
of its words: the seconds to build and the size of the file; the milliseconds from the text of a question
to its rendered message; those of a fresh process to its first answer; and the memory. Beside them, unless
--own is given, how long the peers search the same provisions, without answering. All on one core, on Linux.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from benchmarks.labelled import BUILT_IN_ACT, DELEGATES, DEVELOPMENT, load
from benchmarks.peers import PEERS
from benchmarks.tables import measures
from benchmarks.timing import answer_own, answer_peer, build_own, first_answer

P = ParamSpec("P")
R = TypeVar("R")

SIZES = (1, 1_000, 10_000, 100_000)
MILLION = 1_000_000
COLUMNS = ("build s", "file MB", "questions", "p50 ms", "p99 ms", "first answer ms", "memory MB")

TOO_SLOW: dict[str, int] = {"TF-IDF of character n-grams": 100_000, "rapidfuzz token_set_ratio": 100_000}
"""Up to how many provisions peers are measured that would take hours or more memory than there is."""


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="go up to 1,000,000 provisions (over an hour)")
    parser.add_argument("--own", action="store_true", help="leave out the peers")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    questions = [
        chat.turns[0].q
        for name in (*DEVELOPMENT, *DELEGATES)
        for chat in load(name)
        if len(chat.turns) == 1 and chat.document == BUILT_IN_ACT
    ]
    for size in (*SIZES, *([MILLION] if arguments.million else [])):
        with tempfile.TemporaryDirectory() as folder:
            print(
                _table(Path(folder) / "data", size, questions, () if arguments.own else tuple(PEERS)),
                flush=True,
            )


def _table(data: Path, size: int, questions: Sequence[str], peers: Sequence[str]) -> str:
    built = _apart(build_own, data, size)
    first = first_answer(data, questions[0])
    own = _apart(answer_own, data, questions)
    lines = {
        "Acuerdos": (built.seconds, built.size, own.questions, own.p50, own.p99, first, own.resident),
        "Acuerdos, building": (None, None, None, None, None, None, built.resident),
    }
    for name in peers:
        if built.provisions <= TOO_SLOW.get(name, MILLION) * 1.01:
            seconds, searching = _apart(answer_peer, name, data.with_suffix(".jsonl"), questions)
            lines[name] = (
                seconds,
                None,
                searching.questions,
                searching.p50,
                searching.p99,
                None,
                searching.resident,
            )
    return measures(f"{built.provisions} provisions", COLUMNS, lines)


def _apart(function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a function in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


if __name__ == "__main__":
    main()
