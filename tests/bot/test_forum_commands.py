"""Commands for another forum: its folder is found, read anew, and its faults are named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.forums import FISHERIES, FISHERIES_ACT, forum_folder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def forum(data_folder: Path) -> Path:
    """The folder of the fisheries commission, in the data folder."""
    return forum_folder(data_folder / "forum", FISHERIES).forum


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "acta.txt"
    path.write_text(FISHERIES_ACT, encoding="utf-8")
    return path


def loaded(run: Run) -> list[str]:
    return [document["slug"] for document in json.loads(run("export")[1])["documents"]]


@pytest.mark.usefixtures("forum")
def test_a_forum_in_the_data_folder_replaces_the_shipped_one(run: Run, act: Path) -> None:
    assert loaded(run) == []
    assert run("load", act)[0] == 0
    assert loaded(run) == ["cipa-2018-05-la-ceiba"]
    assert "SE" in run("ask", "¿Qué debe hacer la Secretaría?")[1]
    assert "Estados Miembros" in run("check", act, "--json")[1]


def test_a_setting_says_where_the_forum_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forum_folder(tmp_path / "elsewhere", FISHERIES, acta=FISHERIES_ACT)
    monkeypatch.setenv("ACUERDOS_FORUM", str(tmp_path / "elsewhere"))
    assert loaded(run) == ["cipa-2018-05-la-ceiba"]
    monkeypatch.delenv("ACUERDOS_FORUM")
    assert loaded(run) == ["grcm-2017-06-san-salvador"]


def test_a_setting_that_names_no_forum_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACUERDOS_FORUM", str(tmp_path))
    status, _, complaint = run("ask", "hola")
    assert status == 78
    assert complaint.startswith("ACUERDOS_FORUM: debe ser una carpeta con un forum.yaml")


def test_a_changed_description_takes_effect_at_the_next_start(run: Run, forum: Path, act: Path) -> None:
    run("load", act)
    renamed = FISHERIES.replace("acronym_es: SE\n", "acronym_es: SEJ\n")
    (forum / "forum.yaml").write_text(renamed, encoding="utf-8")
    commitments = json.loads(run("export")[1])["documents"][0]["commitments"]
    assert commitments[0]["responsible"] == ["SEJ"]


@pytest.mark.parametrize("command", [("load",), ("check",), ("reload",), ("ask", "hola"), ("export",)])
def test_a_fault_is_named_and_changes_nothing(
    run: Run, forum: Path, act: Path, data_folder: Path, command: tuple[str, ...]
) -> None:
    run("reload")
    before = (data_folder / "knowledge.db").read_bytes()
    (forum / "forum.yaml").write_text("name: Liga\nsede: Lima\n", encoding="utf-8")
    files = [act] if command[0] in {"load", "check"} else []
    assert run(*command, *files) == (1, "", "forum.yaml, línea 2: «sede» no se conoce aquí\n")
    assert (data_folder / "knowledge.db").read_bytes() == before


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize(
    "question", ["hola", "¿Qué debe hacer Honduras?", "conclusión 3", "¿qué plazos hay?", "y la 4?", "🐟"]
)
def test_without_acts_every_question_is_told_so(run: Run, question: str) -> None:
    status, output, _ = run("ask", question, "--json")
    answer = json.loads(output)
    assert (status, answer["outcome"]) == (0, "nothing")
    assert answer["text"].startswith("Todavía no hay actas cargadas.")


@pytest.mark.usefixtures("forum")
def test_without_acts_there_is_nothing_to_export(run: Run) -> None:
    assert json.loads(run("export", "--json")[1]) == {"documents": []}
    assert len(run("export", "--csv")[1].splitlines()) == 1


def test_a_load_says_what_is_missing_in_the_description(run: Run, data_folder: Path) -> None:
    forum_folder(data_folder / "forum", "name: Liga")
    status, output, _ = run("reload")
    assert status == 0
    assert "⚠️ forum.yaml: no dice qué países son miembros" in output


def test_a_new_description_is_written_once(run: Run, data_folder: Path) -> None:
    folder = data_folder / "forum"
    status, output, _ = run("forum", "new", folder)
    assert status == 0
    assert output.startswith(f"Se escribió {folder / 'forum.yaml'}.")
    status, _, complaint = run("forum", "new", folder)
    assert (status, complaint) == (1, f"Ya existe {folder / 'forum.yaml'}: no se ha cambiado.\n")


def test_the_doctor_finds_a_sound_set_up_sound(run: Run) -> None:
    status, output, _ = run("doctor")
    assert status == 0
    assert "✗" not in output
    assert "✓ La base está bien. Actas: 1." in output


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        pytest.param("forum/forum.yaml", "", "✗ forum.yaml, línea 1: el archivo está vacío", id="forum"),
        pytest.param("knowledge.db", "nada", "✗ ", id="base"),
        pytest.param("state.db", "nada" * 999, "✗ ", id="state"),
    ],
)
def test_the_doctor_names_what_is_wrong(
    run: Run, data_folder: Path, file: str, content: str, said: str
) -> None:
    path = data_folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    status, output, _ = run("doctor")
    assert status == 1
    [line] = [line for line in output.splitlines() if line.startswith("✗")]
    assert line.startswith(said)
    assert path.name in line


def test_the_doctor_changes_nothing_where_nothing_is_yet(run: Run, data_folder: Path) -> None:
    (data_folder / "knowledge.db").unlink()
    status, output, _ = run("doctor")
    assert status == 0
    assert "⚠ Aún no hay base: se hace al arrancar." in output
    assert not (data_folder / "knowledge.db").exists()


def test_a_check_says_what_is_missing_in_the_description(run: Run, data_folder: Path, act: Path) -> None:
    forum_folder(data_folder / "forum", "name: Liga")
    output = run("check", act)[1]
    assert output.startswith("⚠ forum.yaml: no dice qué países son miembros («member_countries»).")
    assert "se titula como de «COMISIÓN ÍSTMICA DE PESCA Y ACUICULTURA»" in output
