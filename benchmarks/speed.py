"""How fast answers are, and how much memory they take: python -m benchmarks.speed [--million] [--own].

Prints, for the shipped act alone and for bases of up to 100,000 (with --million 1,000,000) provisions made up
of its words: the seconds to build and the size of the file; the milliseconds from the text of a question to
its rendered message, as passed and as processor time; and the memory. Beside them, unless --own is given, how
long the peers take to search the same provisions, without answering. All on one core, on Linux.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.comparing import CANDIDATES, Comparing, compare
from benchmarks.labelled import BUILT_IN_ACT, load_all
from benchmarks.peers import PEERS
from benchmarks.tables import measures
from benchmarks.timing import answer_own, answer_peer, apart, build_own, first_answer

SIZES = (1, 1_000, 10_000, 100_000)
MILLION = 1_000_000
ONE_OF = 4
"""One in this many labelled questions is asked: a percentile needs a few hundred."""

COLUMNS = (
    "build s",
    "file MB",
    "questions",
    "p50 ms",
    "p99 ms",
    "worked p50 ms",
    "worked p99 ms",
    "memory MB",
)

FEW = {"TF-IDF of character n-grams", "rapidfuzz token_set_ratio"}
"""Peers that aren't asked of a million provisions: it would take hours, or more memory than there is."""


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="go up to 1,000,000 provisions (over an hour)")
    parser.add_argument("--own", action="store_true", help="leave out the peers")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    asked = [chat.turns[0].q for chat in load_all()[BUILT_IN_ACT] if not chat.is_dialogue]
    questions = asked[::ONE_OF]
    for size in (*SIZES, *([MILLION] if arguments.million else [])):
        with tempfile.TemporaryDirectory() as folder:
            print(
                _table(Path(folder) / "data", size, questions, () if arguments.own else tuple(PEERS)),
                flush=True,
            )


def _table(data: Path, size: int, questions: Sequence[str], peers: Sequence[str]) -> str:
    built = apart(build_own, data, size)
    lines: dict[str, Sequence[float | None]] = {
        "Acuerdos": (built.seconds, built.size, *apart(answer_own, data, questions, encoder=True)),
        "Acuerdos by words alone": (None, None, *apart(answer_own, data, questions, encoder=False)),
    }
    (passed, worked), (passed_by_words, worked_by_words) = (
        first_answer(data, questions[0], encoder=encoder) for encoder in (True, False)
    )
    compared = apart(compare, data, questions)
    for name in peers:
        if size < MILLION or name not in FEW:
            seconds, answering = apart(answer_peer, name, data.with_suffix(".jsonl"), questions)
            lines[name] = (seconds, None, *answering)
    return (
        f"{measures(f'{built.provisions} provisions', COLUMNS, lines)}\n"
        f"First answer of a fresh process: {passed:.0f} ms, {worked:.0f} ms worked; "
        f"by words alone: {passed_by_words:.0f} ms, {worked_by_words:.0f} ms worked. "
        f"Most memory while building: {built.resident:.0f} MB.\n\n{_steps(compared)}"
    )


def _steps(compared: Comparing) -> str:
    figures = {
        "Encoding a question": compared[:2],
        f"Its likeness to {CANDIDATES} provisions": compared[2:4],
        "The provisions nearest to it of all": compared[4:],
    }
    return measures("Meaning", ("p50 ms", "p99 ms"), figures)


if __name__ == "__main__":
    main()
