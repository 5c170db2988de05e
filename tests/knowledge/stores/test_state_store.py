import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.stores.audit import AuditTrail
from knowledge.stores.state_schema import STATE
from knowledge.stores.state_store import StateStore
from knowledge.stores.subscriptions import SubscriptionStore
from knowledge.values.errors import StoreUnusable

NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def test_a_language_is_kept_per_chat_and_person(state: StateStore) -> None:
    state.choose_language(-100, 7, "en")
    state.choose_language(-100, 7, "es")
    state.choose_language(-100, 8, "en")

    assert state.language(-100, 7) == "es"
    assert state.language(-100, 8) == "en"
    assert state.language(7, 7) is None


def test_two_people_in_one_group_keep_their_own_focus(state: StateStore) -> None:
    state.keep_focus(-100, 7, '{"reference": "C16"}', at=NOON)
    state.keep_focus(-100, 8, '{"reference": "C24"}', at=NOON)

    assert state.focus(-100, 7, since=NOON) == '{"reference": "C16"}'
    assert state.focus(-100, 8, since=NOON) == '{"reference": "C24"}'
    assert state.focus(7, 7, since=NOON) is None


def test_a_new_focus_takes_the_place_of_the_old(state: StateStore) -> None:
    state.keep_focus(7, 7, "old", at=NOON)
    state.keep_focus(7, 7, "new", at=NOON + MINUTE)

    assert state.focus(7, 7, since=NOON) == "new"


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(NOON, "topic", id="kept at that very moment"),
        pytest.param(NOON + MINUTE, None, id="kept before"),
        pytest.param(datetime(2017, 6, 20, 6, tzinfo=timezone(-6 * 60 * MINUTE)), "topic", id="another zone"),
    ],
)
def test_a_focus_fades(state: StateStore, since: datetime, expected: str | None) -> None:
    state.keep_focus(7, 7, "topic", at=NOON)

    assert state.focus(7, 7, since=since) == expected


def test_everything_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    first = StateStore.open(path)
    first.choose_language(7, 7, "en")
    first.close()

    second = StateStore.open(path)

    assert second.language(7, 7) == "en"
    second.close()


def test_an_older_file_is_migrated_with_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with Database(path) as database:
        STATE.apply(database, stop_before="m002_audit")
        database.table("settings").insert({"chat_id": 7, "user_id": 7, "language": "en"})

    state = StateStore.open(path)

    assert state.language(7, 7) == "en"
    assert AuditTrail(state).entries(limit=1) == ()
    state.close()


@pytest.mark.parametrize(
    ("tried", "tries", "days"),
    [
        pytest.param(None, 0, (None, None), id="never"),
        pytest.param("2017-07-08", 0, (None, None), id="postponed"),
        pytest.param("2017-07-08", 1, (date(2017, 7, 8), None), id="once"),
        pytest.param("2017-07-08", 2, (date(2017, 7, 8), date(2017, 7, 8)), id="twice"),
    ],
)
def test_tries_of_reminders_are_migrated(
    tmp_path: Path, tried: str | None, tries: int, days: tuple[date | None, date | None]
) -> None:
    path = tmp_path / "state.db"
    row = {"chat_id": 7, "language": "es", "parties": "[]", "days_before": "[7]", "at": "07:00"}
    with Database(path) as database:
        STATE.apply(database, stop_before="m011_second_tries")
        more = {"zone": "Etc/UTC", "told": "2017-07-07", "tried": tried, "tries": tries, "is_active": 1}
        database.table("subscriptions").insert(row | more)

    with closing(StateStore.open(path)) as state:
        (wanted,) = SubscriptionStore(state).active()

    assert (wanted.tried, wanted.tried_again) == days


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    StateStore.open(path).close()
    with Database(path) as database:
        database.table("_sqlite_migrations").insert({"migration_set": "state", "name": "m999"})

    with pytest.raises(StoreUnusable, match="versión más nueva"):
        StateStore.open(path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_text("apuntes de la reunión" * 100)

    with pytest.raises(StoreUnusable, match="Restaure una copia de seguridad"):
        StateStore.open(path)

    assert path.read_text().startswith("apuntes")


def test_a_file_that_another_program_keeps_locked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.stores.connections.BUSY_SECONDS", 0.05)
    state = StateStore.open(tmp_path / "state.db")
    with Database(tmp_path / "state.db") as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreUnusable, match="otro programa lo tiene ocupado"):
            state.choose_language(7, 7, "en")

        other.rollback()
    state.close()


def test_programs_that_start_together_all_open_a_new_file(tmp_path: Path) -> None:
    failures: list[Exception] = []
    together = threading.Barrier(8)

    def open_and_close() -> None:
        together.wait()
        try:
            StateStore.open(tmp_path / "state.db").close()
        except StoreUnusable as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []


def test_readers_are_not_held_up_by_a_writer(state: StateStore, tmp_path: Path) -> None:
    state.choose_language(7, 7, "en")
    with Database(tmp_path / "state.db") as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM settings")

        assert state.language(7, 7) == "en"

        other.rollback()


def test_nobody_is_told_to_put_a_file_aside_that_is_only_busy(state: StateStore, tmp_path: Path) -> None:
    state.database.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnusable) as refused:
            state.choose_language(7, 7, "en")

    told = str(refused.value)
    assert ("Inténtelo otra vez" in told, "aparte ese archivo" in told) == (True, False)
