"""A person who asks to be forgotten is in no table any more, nor in the bytes of the file."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.stores.forgetting import (
    KEPT,
    NAMING,
    Fading,
    forget_faded,
    forget_person,
    naming_columns,
    people_in,
)
from knowledge.stores.forgotten import ForgottenPeople, forgotten_after
from knowledge.stores.people import PeopleStore
from knowledge.stores.state_store import StateStore

ANA, LUIS, GROUP = 7, 8, -100
NOON = datetime(2017, 6, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateStore]:
    store = StateStore.open(tmp_path / "state.db")
    yield store
    store.close()


def fill(state: StateStore, table: str, **given: object) -> None:
    """Put a row into a table, with something in every column."""
    columns = state.database.table(table).columns
    some: dict[str, object] = {"INTEGER": 1, "TEXT": "algo", "REAL": 1.0, "BLOB": b"x"}
    row = {each.name: given.get(each.name, some[each.type]) for each in columns}
    state.database.execute("PRAGMA foreign_keys = OFF")
    state.database.table(table).insert(row)


def test_every_table_that_names_a_person_is_forgotten_or_named_as_an_exception(state: StateStore) -> None:
    tables = {
        table.name: tuple(sorted(NAMING & table.columns_dict.keys()))
        for table in state.database.tables
        if NAMING & table.columns_dict.keys()
    }
    for table, columns in tables.items():
        for column in columns:
            fill(state, table, **(dict.fromkeys(columns, LUIS) | {column: ANA}))

    forget_person(state, ANA)

    left = {
        table
        for table, columns in tables.items()
        if any(ANA in (row[column] for column in columns) for row in state.database.table(table).rows)
    }
    assert left == KEPT.keys() & tables.keys()
    assert naming_columns(state).keys() == tables.keys() - KEPT.keys()


def test_every_exception_is_a_table_with_a_reason(state: StateStore) -> None:
    assert KEPT.keys() <= set(state.database.table_names())
    assert all(KEPT.values())


def test_others_stay_also_in_the_same_group(state: StateStore) -> None:
    state.choose_language(GROUP, ANA, "en")
    state.choose_language(GROUP, LUIS, "en")

    assert forget_person(state, ANA) == 1
    assert (state.language(GROUP, ANA), state.language(GROUP, LUIS)) == (None, "en")
    assert people_in(state) == {GROUP, LUIS}


def test_what_was_deleted_is_in_no_file(state: StateStore, tmp_path: Path) -> None:
    state.keep_focus(ANA, ANA, "palabras muy secretas", at=NOON)
    PeopleStore(state).choose_country(ANA, "Belice")

    forget_person(state, ANA)

    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"secretas" not in written
    assert b"Belice" not in written


def test_what_fades_is_deleted_when_its_time_is_over(state: StateStore, tmp_path: Path) -> None:
    state.keep_focus(ANA, ANA, "palabras muy secretas", at=NOON)
    state.keep_focus(LUIS, LUIS, "de ahora", at=NOON + HOUR)
    fading = (Fading("focus", "kept_at", HOUR),)

    assert forget_faded(state, fading, now=NOON + HOUR) == 0
    assert forget_faded(state, fading, now=NOON + HOUR + timedelta(seconds=1)) == 1
    assert people_in(state) == {LUIS}
    assert b"secretas" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("made_at", "expected"),
    [
        pytest.param(NOON - HOUR, {ANA}, id="backup made before"),
        pytest.param(NOON.replace(microsecond=900), {ANA}, id="backup made within the same second"),
        pytest.param(NOON + HOUR, set(), id="backup made after, of what they entrusted anew"),
    ],
)
def test_people_forgotten_after_a_backup_are_recognized(
    tmp_path: Path, made_at: datetime, expected: set[int]
) -> None:
    folder = tmp_path / "data" / "backups"
    folder.parent.mkdir()
    ForgottenPeople(folder).add(ANA, NOON)

    tombstones = ForgottenPeople(folder).tombstones()

    assert forgotten_after(tombstones, (ANA, LUIS), made_at) == expected


def test_the_list_names_nobody_and_keeps_all(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "backups"
    folder.parent.mkdir()
    forgotten = ForgottenPeople(folder)
    forgotten.add(123456789, NOON)
    forgotten.add(987654321, NOON)

    written = (folder / "forgotten.jsonl").read_text()
    assert len(forgotten.tombstones()) == 2
    assert "123456789" not in written
    assert "987654321" not in written
