"""acuerdos status and questions: the same as /estado and /preguntas, for scripts."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import yaml

from knowledge.stores.marks import MarkStore
from knowledge.stores.misses import Fate, Miss, MissStore
from knowledge.stores.state_store import StateStore
from knowledge.values.tracking import CommitmentKey, Fulfilment, Mark

Run = Callable[..., tuple[int, str, str]]
NOON = datetime(2017, 7, 1, 12, tzinfo=UTC)
GONE = "crm-1999#C1"


def lose_a_mark(folder: Path) -> None:
    state = StateStore.open(folder / "state.db")
    gone = Mark(
        key=CommitmentKey.parse(GONE), quote="Pagar.", fulfilment=Fulfilment.DONE, day=date(2017, 7, 1)
    )
    MarkStore(state).make([gone], user_id=7, at=NOON)
    state.close()


def test_marks_without_their_commitment_are_counted(run: Run, data_folder: Path) -> None:
    assert "sin su compromiso" not in run("status")[1]
    lose_a_mark(data_folder)
    status, output, _ = run("status")
    assert status == 0
    assert "Anotados sin su compromiso en las actas: 1\n" in output
    assert output.endswith("→ acuerdos track --list\n")
    assert json.loads(run("status", "--json")[1])["lost"] == 1
    assert GONE in run("track", "--list")[1]


def test_questions_are_listed_and_written_into_a_table(run: Run, data_folder: Path, tmp_path: Path) -> None:
    state = StateStore.open(data_folder / "state.db")
    MissStore(state).keep(Miss(text="=1+1", language="es", fate=Fate.UNANSWERED), at=NOON)
    state.close()
    assert run("questions")[1] == "1  unanswered  =1+1\n"
    table = tmp_path / "preguntas.csv"
    assert run("questions", "--csv", table)[0] == 0
    (row,) = csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())
    assert row["text"] == "'=1+1"


def test_golden_questions_are_written_as_a_forum_s_folder_takes_them(run: Run, tmp_path: Path) -> None:
    status, output, _ = run("questions", "--golden")
    written = yaml.safe_load(output)
    assert status == 0
    assert {"C24", "C23", "C16.a", "C26"} == {each["reference"] for each in written}
    assert json.loads(run("questions", "--golden", "--json")[1])["golden"] == written
    table = tmp_path / "prueba.csv"
    run("questions", "--golden", "--csv", table)
    assert [*csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines())] == written
