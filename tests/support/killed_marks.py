"""Kill a process at points throughout the making of marks, and print what is left of the state.

Run as a program of its own, since it forks, with a working folder, the kind of change and how many points to
try: prints a line of JSON per point; at the last one the process isn't killed.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from knowledge.stores.audit import AuditEntry, AuditTrail
from knowledge.stores.marks import MarkStore
from knowledge.stores.state_store import StateStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark

NOON = datetime(2017, 7, 1, 12, tzinfo=UTC)
BATCH = 12


def mark(number: int) -> Mark:
    key = CommitmentKey.parse(f"crm-2017#C{number}")
    return Mark(key=key, quote="Algo.", fulfilment=Fulfilment.DONE, day=date(2017, 7, 1))


def change(state: StateStore, kind: str) -> None:
    """Make a batch of marks, or undo the first change; then record it in the audit trail."""
    store = MarkStore(state)
    if kind == "undo":
        store.undo(1, user_id=7, at=NOON)
    else:
        store.make([mark(number) for number in range(2, BATCH + 2)], user_id=7, at=NOON, nonce="n")
    AuditTrail(state).record(AuditEntry(at=NOON, user_id=7, action="track"))


def count_steps(state: StateStore, told: Callable[[int], None]) -> None:
    """Call `told` with the number of each instruction of SQLite's virtual machine."""
    steps = count()

    def step() -> int:
        told(next(steps))
        return 0

    state.database.conn.set_progress_handler(step, 1)


def prepare(path: Path) -> None:
    with closing(StateStore.open(path)) as state:
        state.choose_language(1, 7, "es")
        MarkStore(state).make([mark(1)], user_id=7, at=NOON)


def steps_of(path: Path, kind: str) -> int:
    prepare(path)
    steps: list[int] = []
    with closing(StateStore.open(path)) as state:
        count_steps(state, steps.append)
        change(state, kind)
    return len(steps)


def change_and_die(path: Path, kind: str, at: int) -> bool:
    """Change the state in a child process that is killed at a step; tell whether it came that far."""

    def die(step: int) -> None:
        if step == at:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        state = StateStore.open(path)
        count_steps(state, die)
        change(state, kind)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder: Path, kind: str, points: int) -> None:
    steps = steps_of(folder / "counted.db", kind)
    for point in range(points + 1):
        path = folder / f"{point}.db"
        prepare(path)
        killed = change_and_die(path, kind, steps * point // points)
        with closing(StateStore.open(path)) as state:
            left = {
                "killed": killed,
                "standing": len(MarkStore(state).marks().standing),
                "audit": len(AuditTrail(state).entries(9)),
                "language": state.language(1, 7),
                "whole": [row["integrity_check"] for row in state.database.query("PRAGMA integrity_check")],
            }
            change(state, kind)  # the killed process leaves no lock, and its change isn't made twice
            left["again"] = len(MarkStore(state).marks().standing)
        print(json.dumps(left))  # noqa: T201 the program's output


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
