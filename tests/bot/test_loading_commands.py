"""The commands that change which acts are in the base: what they print, in words and as JSON."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.language.datafiles import BUILT_IN as BUILT_IN_DATA
from knowledge.loading import GOLDEN, load_golden
from knowledge.loading.staging import Staging
from knowledge.stores.audit import AuditTrail
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.originals import Originals
from knowledge.stores.state_store import StateStore

Run = Callable[..., tuple[int, str, str]]

CORPUS = Path(__file__).parents[1] / "corpus"
BUILT_IN = "grcm-2017-06-san-salvador"
OTHER = CORPUS / "unseen" / "grcm-2010-04-veracruz.html"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "Acta de Veracruz.html"
    path.write_bytes(OTHER.read_bytes())
    return path


def slugs(run: Run) -> list[str]:
    return [each["slug"] for each in json.loads(run("export", "--json")[1])["documents"]]


def test_an_act_is_loaded_taken_out_and_brought_back(run: Run, other: Path) -> None:
    status, output, _ = run("load", other, "--json")
    report = json.loads(output)
    slug = report["loaded"][0]["slug"]
    assert (status, report["acts"], report["loaded"][0]["name"]) == (0, 2, other.name)
    assert report["news"] == [f"Nueva: {slug} ({other.name})"]
    status, output, _ = run("retire", slug)
    assert (status, output.splitlines()[1]) == (0, f"Retirada: {slug}")
    assert slugs(run) == [BUILT_IN]
    status, output, _ = run("revert", "--json")
    assert (status, json.loads(output)["acts"]) == (0, 2)
    assert sorted(slugs(run)) == sorted([slug, BUILT_IN])


def test_who_loaded_an_act_and_what_was_done_is_kept(run: Run, data_folder: Path, other: Path) -> None:
    _, output, _ = run("load", other, "--json")
    (loaded,) = json.loads(output)["loaded"]
    run("reload", "--json")
    with closing(StateStore.open(DataFolder(data_folder).state)) as state:
        provenance = Originals(state).provenance(loaded["sha256"])
        entries = AuditTrail(state).entries(5)
    assert provenance
    assert (provenance.slug, provenance.file_name, provenance.user_id) == (loaded["slug"], other.name, 0)
    assert [(each.action, each.subject) for each in entries] == [("reload", ""), ("load", loaded["slug"])]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        pytest.param(["retire", "crm-1999"], "No hay un acta crm-1999 cargada.", id="no such act"),
        pytest.param(
            ["revert"],
            "Todavía no hay nada a lo que volver: lo habrá en cuanto se cargue, retire o corrija algo.",
            id="nothing before",
        ),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run: Run, command: list[str], said: str) -> None:
    assert run(*command) == (1, "", f"{said}\n")


@pytest.mark.parametrize("command", [["retire", BUILT_IN], ["reload"], ["load", OTHER], ["revert"]])
def test_while_another_load_is_under_way_nothing_is_done(
    run: Run, data_folder: Path, command: list[str]
) -> None:
    with DataFolder(data_folder).locked():
        status, _, complaint = run(*command)
    assert (status, complaint.count("\n")) == (1, 1)
    assert "otra carga en curso" in complaint


def test_one_file_of_several_that_is_left_out_is_told_in_the_json(
    run: Run, tmp_path: Path, other: Path
) -> None:
    empty = tmp_path / "vacía.txt"
    empty.touch()
    status, output, _ = run("load", other, empty, "--json")
    report = json.loads(output)
    assert (status, len(report["loaded"]), len(report["left_out"])) == (1, 1, 1)


def test_what_was_done_stands_where_it_cannot_be_written_down(run: Run, data_folder: Path) -> None:
    DataFolder(data_folder).state.write_text("esto no es una base de datos" * 100)
    status, output, complaint = run("reload")
    assert (status, output.startswith("Base recargada")) == (0, True)
    assert complaint.startswith("⚠ No se puede usar state.db")


def test_a_reload_tells_in_json_what_changed_by_reference(run: Run, data_folder: Path) -> None:
    assert json.loads(run("reload", "--json")[1])["changes"] == {"came": [], "went": [], "changed": []}
    review = "commitments:\n  - reference: C2.a\n    quote: invitar a los Países\n    responsible: [Canadá]\n"
    (data_folder / "acts" / f"{BUILT_IN}.review.yaml").write_text(review, encoding="utf-8")
    report = json.loads(run("reload", "--json")[1])
    unchanged: dict[str, list[str]] = {"came": [], "went": [], "changed": []}
    assert report["changes"]["changed"] == [
        {"slug": BUILT_IN, "provisions": unchanged, "commitments": {**unchanged, "changed": ["C2.a"]}}
    ]
    assert report["worse"] == []


def test_the_forum_s_own_golden_questions_are_answered(run: Run) -> None:
    assert load_golden(BUILT_IN_DATA.forum / GOLDEN)
    assert json.loads(run("reload", "--json")[1])["worse"] == []


def test_what_nobody_confirmed_is_swept_at_the_next_start(run: Run, data_folder: Path) -> None:
    staging = Staging(DataFolder(data_folder).staged)
    staging.add(900, "acta.pdf", b"%PDF-", "id", now=datetime(2017, 6, 23, tzinfo=UTC))
    run("ask", "pasaportes")
    assert staging.batch_of(900) is None
