import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.audit import AuditEntry, AuditOutcome, AuditTrail
from knowledge.stores.state_store import StateStore

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def test_the_last_actions_come_first(state: StateStore) -> None:
    trail = AuditTrail(state)
    entries = [
        AuditEntry(
            at=NOON + number * MINUTE, user_id=7, action="reload", outcome=outcome, subject="s", before="b"
        )
        for number, outcome in enumerate(AuditOutcome)
    ]
    for entry in entries:
        trail.record(entry)

    assert trail.entries(limit=2) == (entries[1], entries[0])
    assert trail.entries(limit=2, offset=1) == (entries[0],)


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
def test_what_was_written_stays_as_it_is(state: StateStore, change: str) -> None:
    AuditTrail(state).record(AuditEntry(at=NOON, user_id=7, action="reload"))

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        state.database.execute(change)


def test_refusals_are_counted_not_kept(state: StateStore) -> None:
    trail = AuditTrail(state)
    for day in (date(2017, 6, 1), date(2017, 6, 20), date(2017, 6, 20), date(2017, 6, 21)):
        trail.count_refusal("reload", day)

    assert trail.refusals(date(2017, 6, 20)) == {"reload": 3}
    assert state.database.table("refusals").count == 3
