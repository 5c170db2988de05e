"""acuerdos export --sqlite: a file that says what is known, with what it is, for analysts."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from sqlite_utils import Database

from knowledge.stores.analysis_schema import DESCRIPTIONS
from knowledge.stores.marks import MarkStore
from knowledge.stores.state_store import StateStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark
from tests.bot.conftest import Run

SLUG = "grcm-2017-06-san-salvador"


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "acuerdos.db"
    assert run("export", "--sqlite", path) == (0, "", "")
    return path


def rows(path: Path, query: str) -> list[dict[str, object]]:
    with closing(Database(path)) as database:
        return list(database.query(query))


def test_every_table_view_and_column_is_described(exported: Path) -> None:
    metadata = yaml.safe_load(exported.with_name("acuerdos.db.metadata.yaml").read_text(encoding="utf-8"))
    tables = metadata["databases"]["acuerdos"]["tables"]
    with closing(Database(exported)) as database:
        names = {
            name for name in database.table_names() if not name.startswith(("provisions_fts", "sqlite_"))
        }
        names |= set(database.view_names())
        columns = {name: list(database[name].columns_dict) for name in names}

    assert {name: list(described["columns"]) for name, described in tables.items()} == columns
    assert columns.keys() == DESCRIPTIONS.keys()
    assert all(described["description"] for described in tables.values())


def test_what_is_known_can_be_asked_for(exported: Path) -> None:
    counts = {name: rows(exported, f"SELECT count(*) AS n FROM {name}")[0]["n"] for name in DESCRIPTIONS}  # noqa: S608

    assert all(counts[name] for name in DESCRIPTIONS if name != "status")
    [due] = rows(
        exported,
        f"SELECT due_on, status FROM commitments_overview WHERE commitment = '{SLUG}#C16.a'",  # noqa: S608
    )
    assert due == {"due_on": "2017-07-15", "status": "open"}
    found = rows(
        exported,
        "SELECT reference FROM provisions WHERE rowid IN "
        "(SELECT rowid FROM provisions_fts WHERE provisions_fts MATCH 'politicas mujer migrante')",
    )
    assert {"reference": "C16.a"} in found
    assert rows(exported, "PRAGMA foreign_key_check") == []


def test_what_was_marked_is_in_it(run: Run, data_folder: Path, tmp_path: Path) -> None:
    key = CommitmentKey.parse(f"{SLUG}#C16.a")
    path = tmp_path / "acuerdos.db"
    run("export", "--sqlite", path)
    [found] = rows(path, f"SELECT quote FROM commitments WHERE id = '{key}'")  # noqa: S608
    marked = Mark(
        key=key,
        quote=str(found["quote"]),
        fulfilment=Fulfilment.DONE,
        day=date(2017, 7, 2),
        note="Oficio 12",
    )
    with closing(StateStore.open(data_folder / "state.db")) as state:
        MarkStore(state).make([marked], user_id=900, at=datetime(2017, 7, 2, tzinfo=UTC))

    run("export", "--sqlite", path)

    assert rows(path, "SELECT commitment, party, fulfilment, day, note FROM status") == [
        {"commitment": str(key), "party": "", "fulfilment": "done", "day": "2017-07-02", "note": "Oficio 12"}
    ]
    [due] = rows(path, f"SELECT status FROM commitments_overview WHERE commitment = '{key}'")  # noqa: S608
    assert due["status"] == "done"


def test_a_place_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    status, _, complaint = run("export", "--sqlite", tmp_path / "nada" / "acuerdos.db")

    assert status == 1
    assert "No se puede usar acuerdos.db" in complaint
