"""acuerdos backup and restore, with real acts: what is restored answers the golden questions."""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.loading.golden import GOLDEN, GoldenQuestion, add_golden
from knowledge.stores.data_folder import DataFolder
from knowledge.values.references import Reference
from standin import Standin, StandinServer
from tests.bot.conftest import Run
from tests.support.processes import environment

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture
def second_act() -> Path:
    return CORPUS / "development" / "grcm-2019-05-santo-domingo.docx"


def test_a_restored_backup_answers_the_golden_questions(
    run: Run, data_folder: Path, tmp_path: Path, second_act: Path
) -> None:
    status, *_ = run("load", second_act)
    assert status == 0
    passport = GoldenQuestion(
        text="¿Cuándo es el taller sobre integridad del pasaporte?",
        document="grcm-2017-06-san-salvador",
        reference=Reference.parse("C24"),
    )
    add_golden(data_folder / GOLDEN, passport)
    file = tmp_path / "copia.zip"
    status, made, _ = run("backup", file, "--json")
    assert (status, json.loads(made)["file"]) == (0, str(file))
    shutil.rmtree(data_folder)

    status, restored, complaint = run("restore", file, "--json")

    assert (status, complaint) == (0, "")
    told = json.loads(restored)
    assert (told["acts"], told["aside"]) == (2, None)
    assert told["golden"]["asked"] >= 1
    assert told["golden"]["missed"] == []
    _, answer, _ = run("ask", passport.text)
    assert "Conclusión 24" in answer


def test_a_question_that_is_not_answered_any_more_is_named(run: Run, data_folder: Path) -> None:
    wrong = GoldenQuestion(
        text="¿Quién paga la merienda?",
        document="grcm-2017-06-san-salvador",
        reference=Reference.parse("C24"),
    )
    add_golden(data_folder / GOLDEN, wrong)
    run("backup")
    (backup,) = DataFolder(data_folder).backups.glob("*.zip")

    status, said, _ = run("restore", backup)

    assert status == 1
    assert "⚠️ ¿Quién paga la merienda?" in said
    assert str(data_folder / "replaced") in said


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        pytest.param(lambda path: path.unlink(), "no existe", id="missing"),
        pytest.param(lambda path: path.write_text("apuntes"), "no es una copia", id="no archive"),
    ],
)
def test_a_bad_file_is_a_line_and_changes_nothing(
    run: Run, data_folder: Path, break_it: Callable[[Path], object], said: str
) -> None:
    run("backup")
    (backup,) = DataFolder(data_folder).backups.glob("*.zip")
    break_it(backup)

    status, _, complaint = run("restore", backup)

    assert (status, complaint.count("\n")) == (1, 1)
    assert said in complaint
    assert not DataFolder(data_folder).replaced.exists()


def test_backups_are_made_next_to_a_running_bot_and_restored_when_it_is_gone(
    run: Run, data_folder: Path
) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", "es")
    with StandinServer(standin) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--data", str(data_folder)],
            cwd=data_folder.parent,
            env=environment(TELEGRAM_TOKEN=standin.token, TELEGRAM_API_URL=server.origin),
            stderr=subprocess.DEVNULL,
        )
        ana.writes("/idioma en")
        standin.waits_until(lambda: ana.inbox, 20)

        made, *_ = run("backup")
        (backup,) = DataFolder(data_folder).backups.glob("*.zip")
        refused, _, complaint = run("restore", backup)
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        restored, *_ = run("restore", backup)

    assert (made, refused, restored) == (0, 1, 0)
    assert "Hay un bot en marcha" in complaint
