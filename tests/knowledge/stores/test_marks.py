"""Marks of commitments: kept together, never edited, undone once, found again after an act is read anew."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.stores.marks import MarkReader, MarkStore
from knowledge.stores.state_store import StateStore
from knowledge.values.references import Reference
from knowledge.values.tracking import CommitmentKey, Evidence, Fulfilment, Mark

NOON = datetime(2017, 7, 1, 12, tzinfo=UTC)
KEY = CommitmentKey.parse("grcm-2017-06-san-salvador#C16.a")
DONE = Mark(key=KEY, quote="Remitir.", fulfilment=Fulfilment.DONE, day=date(2017, 6, 30))
OF_MEXICO = Mark(
    key=KEY.model_copy(update={"ordinal": 2}),
    quote="Enviar.",
    fulfilment=Fulfilment.IN_PROGRESS,
    day=date(2017, 7, 1),
    party="México",
    note="nota verbal 3",
    evidence=Evidence(name="nota.pdf", file_id="f1", kept="evidence/1.pdf"),
)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


@pytest.mark.parametrize("printed", ["a-2017#C16.a", "a-2017#C16.a~2", "a-2017#ENC"])
def test_a_key_is_read_as_it_is_printed(printed: str) -> None:
    assert str(CommitmentKey.parse(printed)) == printed


@pytest.mark.parametrize("printed", ["C16.a", "a#", "a#C16.a~0", "a#C16.a~", "a#X1", "a#b#C1"])
def test_other_words_are_no_key(printed: str) -> None:
    with pytest.raises(ValueError, match="not"):
        CommitmentKey.parse(printed)


def test_what_goes_in_comes_out_equal(state: StateStore) -> None:
    store = MarkStore(state)
    number = store.make([DONE, OF_MEXICO], user_id=7, at=NOON).number

    change = store.change(number)

    assert change is not None
    assert (change.marks, change.user_id, change.at) == ((DONE, OF_MEXICO), 7, NOON)
    assert store.marks().standing == (DONE, OF_MEXICO)


def test_undoing_counts_once_and_stays_in_the_history(state: StateStore) -> None:
    store = MarkStore(state)
    number = store.make([DONE], user_id=7, at=NOON).number

    assert [store.undo(number, user_id=8, at=NOON) for _ in range(2)] == [True, False]
    assert not store.undo(99, user_id=8, at=NOON)
    assert store.marks().standing == ()
    assert [each.is_undone for each in store.history(KEY.document, KEY.reference)] == [True]


def test_the_same_nonce_changes_something_once(state: StateStore) -> None:
    store = MarkStore(state)

    first, second = (store.make([DONE], user_id=7, at=NOON, nonce="n1") for _ in range(2))

    assert (first.is_new, second.is_new) == (True, False)
    assert first.number == second.number
    assert store.marks().standing == (DONE,)


@pytest.mark.parametrize("change", ["UPDATE marks SET note = 'x'", "DELETE FROM marks"])
def test_what_was_marked_stays_as_it_is(state: StateStore, change: str) -> None:
    MarkStore(state).make([DONE], user_id=7, at=NOON)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        state.database.execute(change)


def test_a_reader_sees_what_another_connection_marks_and_undoes(state: StateStore) -> None:
    read = MarkReader(state)
    other = StateStore.open(state.path)
    before = read()
    number = MarkStore(other).make([DONE], user_id=7, at=NOON).number

    assert before.standing == ()
    assert read().standing == (DONE,)
    assert read() is read()
    MarkStore(other).undo(number, user_id=7, at=NOON)
    assert read().standing == ()
    other.close()


@pytest.mark.parametrize(
    ("kind", "old", "new"), [pytest.param("make", 1, 13, id="marks"), pytest.param("undo", 1, 0, id="undo")]
)
def test_a_killed_process_leaves_the_old_marks_or_the_new_ones(
    tmp_path: Path, kind: str, old: int, new: int
) -> None:
    """Each line is a change that was killed at another point, and what was left of the state."""
    points = 30
    program = [sys.executable, "-m", "tests.support.killed_marks", str(tmp_path), kind, str(points)]
    printed = subprocess.run(program, check=True, capture_output=True, text=True)
    changes = [json.loads(line) for line in printed.stdout.splitlines()]

    assert [each["killed"] for each in changes] == [True] * points + [False]
    standing = [each["standing"] for each in changes]
    assert set(standing) == {old, new}
    first_new = standing.index(new)
    assert standing == [old] * first_new + [new] * (points + 1 - first_new)
    assert {each["again"] for each in changes} == {new}
    assert {each["language"] for each in changes} == {"es"}
    assert [each["whole"] for each in changes] == [["ok"]] * (points + 1)
    assert changes[-1]["audit"] == 1


def test_two_processes_that_mark_at_once_lose_nothing(tmp_path: Path) -> None:
    """The bot and a command at the server write into the same file."""
    path = tmp_path / "state.db"
    StateStore.open(path).close()
    program = (
        "import sys; from pathlib import Path; from tests.support.killed_marks import NOON, mark; "
        "from knowledge.stores.marks import MarkStore; from knowledge.stores.state_store import StateStore; "
        "state = StateStore.open(Path(sys.argv[1])); "
        "[MarkStore(state).make([mark(1)], user_id=int(sys.argv[2]), at=NOON) for _ in range(25)]"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, str(path), user]) for user in "78"]
    assert [process.wait(60) for process in both] == [0, 0]
    with closing(StateStore.open(path)) as state:
        changes = MarkStore(state).history("crm-2017", Reference.parse("C1"))
    assert sorted(each.user_id for each in changes) == [7] * 25 + [8] * 25
