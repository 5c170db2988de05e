"""acuerdos track, import and export: the same as in the chat, for scripts, next to a bot that runs."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.command_line import main
from knowledge.stores.marks import MarkStore
from knowledge.stores.state_store import StateStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark

KEY = "grcm-2017-06-san-salvador#C16.a"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("ACUERDOS_ENCODER", "off")
    monkeypatch.chdir(data_folder)

    def execute(*arguments: str) -> tuple[int, str, str]:
        status = main([*arguments, "--data", str(data_folder)])
        return status, *capsys.readouterr()

    return execute


def test_a_commitment_is_marked_and_listed(run: Run) -> None:
    status, output, _ = run("track", "16a", "--done", "--date", "2017-07-03", "--note", "nota 3")
    assert (status, output) == (0, f"{KEY}: antes ⬜ pendiente; ahora ✅ cumplido.\n")
    assert run("track", "--list")[1] == f"{KEY}: ✅ Cumplido el 3 de julio de 2017\n"
    listed = json.loads(run("track", "--list", "--json")[1])
    assert listed["commitments"][KEY] == {
        "fulfilment": "done",
        "day": "2017-07-03",
        "note": "nota 3",
        "parties": [],
        "bound": 11,
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("16a", "--in-progress"), {"before": "open", "after": "in_progress"}, id="in progress"),
        pytest.param((KEY, "--done"), {"before": "open", "after": "done"}, id="by its key"),
        pytest.param(
            ("16a", "--done", "--party", "panma"), {"before": "open", "after": "in_progress"}, id="of a party"
        ),
        pytest.param(("16a", "--reopen"), {"before": "open", "after": "open"}, id="reopened"),
        pytest.param(
            ("16a", "--done", "--act", "grcm-2017-06-san-salvador"),
            {"before": "open", "after": "done"},
            id="in an act",
        ),
    ],
)
def test_scripts_are_told_in_json(run: Run, arguments: tuple[str, ...], told: dict[str, str]) -> None:
    status, output, _ = run("track", *arguments, "--json")
    assert status == 0
    assert json.loads(output) == {"commitment": KEY, "change": 1, **told}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(("99", "--done"), "Ningún acta cargada tiene un compromiso en 99", id="unknown"),
        pytest.param(("16", "--done"), "Hay varios compromisos así", id="several"),
        pytest.param(("x#C1", "--done"), "Ningún acta cargada tiene el compromiso x#C1", id="no such key"),
        pytest.param(("#", "--done"), "Ningún acta cargada tiene el compromiso #", id="no key"),
        pytest.param(("16a", "--done", "--act", "crm-1999"), "el compromiso crm-1999#16a", id="no such act"),
        pytest.param(("16a", "--done", "--party", "OIM"), "«OIM» no es de los responsables", id="party"),
        pytest.param(("16a", "--done", "--date", "2999-01-01"), "todavía no llega", id="a day ahead"),
        pytest.param(("16a", "--done", "--note", "x" * 301), "pasa de 300 caracteres", id="a long note"),
    ],
)
def test_what_cannot_be_marked_is_said_in_a_line(
    run: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    status, output, error = run("track", *arguments)
    assert (status, output, error.count("\n")) == (1, "", 1)
    assert complaint in error
    assert run("track", "--list")[1] == ""


@pytest.mark.parametrize("arguments", [("--done",), ("16a",), ("16a", "--done", "--reopen")])
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as exit_:
        run("track", *arguments)
    assert exit_.value.code == 2


def test_exports_say_how_far_all_has_come(run: Run) -> None:
    run("track", "16a", "--done", "--party", "México", "--date", "2017-07-03")
    rows = [*csv.DictReader(io.StringIO(run("export", "--csv")[1]))]
    mine = [row for row in rows if row["reference"] == "C16.a"]
    assert [(row["party"], row["status"], row["status_date"]) for row in mine] == [
        ("", "in_progress", "2017-07-03"),
        ("México", "done", "2017-07-03"),
    ]
    (document,) = json.loads(run("export", "--json")[1])["documents"]
    statuses = {each["reference"]: each["status"] for each in document["commitments"]}
    assert statuses["C16.a"]["parties"][0]["party"] == "México"
    assert statuses["C16.b"] is None


def test_an_edited_table_is_shown_and_applied_when_asked_to(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "tabla.csv"
    exported = run("export", "--csv")[1]
    table.write_text(exported, encoding="utf-8")
    assert run("import", str(table)) == (0, "", "")

    rows = [*csv.reader(io.StringIO(exported))]
    for row in rows:
        if row[1] == "C16.a":
            row[-3:] = ["done", "2017-07-03", "nota"]
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    status, output, error = run("import", str(table))
    assert (status, output.count("\n")) == (0, 1)
    assert "Conclusión 16.a" in output
    assert error == "Aún no se anotó nada; repita la orden con --apply.\n"
    assert run("track", "--list")[1] == ""

    assert run("import", str(table), "--apply")[0] == 0
    assert "3 de julio de 2017" in run("track", "--list")[1]


def test_a_faulty_table_is_not_applied(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "tabla.csv"
    table.write_text("document,reference,status\nx,C1,done\n", encoding="utf-8")
    assert run("import", str(table), "--apply") == (1, "", "Línea 2: no hay un acta «x».\n")
    assert run("import", str(tmp_path / "no.csv"))[0] == 1


def test_a_load_names_what_was_marked_and_is_gone(run: Run, data_folder: Path) -> None:
    state = StateStore.open(data_folder / "state.db")
    made = Mark(
        key=CommitmentKey.parse("crm-1999-01-lima#C1"),
        quote="Algo.",
        fulfilment=Fulfilment.DONE,
        day=date(2017, 1, 1),
    )
    MarkStore(state).make([made], user_id=1, at=datetime(2017, 7, 1, tzinfo=UTC))
    state.close()
    assert "Lo anotado de crm-1999-01-lima#C1 ya no tiene su compromiso" in run("reload")[1]
    assert json.loads(run("track", "--list", "--json")[1])["lost"] == ["crm-1999-01-lima#C1"]
