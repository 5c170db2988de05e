"""The real process: polling over HTTP from the stand-in, signals, exit statuses, and no token anywhere."""

import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.stores.backups import Backups
from knowledge.stores.data_folder import DataFolder
from knowledge.stores.forgetting import people_in
from knowledge.stores.state_store import StateStore
from standin import Standin, StandinServer, bad_request, unauthorized
from tests.bot.conftest import Run
from tests.support.processes import SECONDS, environment
from tests.support.started_again import started

WRONG_TOKEN = "123456789:" + "B" * 35


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--data", str(folder)],
        cwd=folder.parent,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def real_time_standin() -> Standin:
    return Standin(time.time)


def test_the_process_answers_over_polling_and_leaves_cleanly_at_sigterm(
    data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    ana = standin.person(7, "Ana", "es")
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_LOG": "json:DEBUG"}
    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, **settings) as process,
    ):
        ana.writes("¿Cuándo es el taller sobre integridad del pasaporte?")
        standin.waits_until(lambda: ana.inbox, SECONDS)
        assert (data_folder / "heartbeat").exists()
        process.send_signal(signal.SIGTERM)
        output = "".join(process.communicate(timeout=SECONDS))
    assert "Conclusión 24" in ana.inbox[-1].text
    assert process.returncode == 0
    assert standin.token not in output
    assert "pasaporte" not in output
    assert "ACUERDOS_ADMINS is empty: admin functions are off" in output


@pytest.mark.parametrize("log", ["text:DEBUG", "json:DEBUG", "text:INFO", "text:ERROR"])
def test_the_token_is_nowhere_after_a_hundred_questions_and_a_crash(
    data_folder: Path, real_time_standin: Standin, log: str
) -> None:
    standin = real_time_standin
    people = [standin.person(number, "Ana", "es") for number in range(7, 27)]
    standin.fails("sendMessage", bad_request("can't parse entities"))
    settings = {"TELEGRAM_TOKEN": standin.token, "ACUERDOS_LOG": log, "ACUERDOS_ADMINS": "7"}
    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, **settings) as process,
    ):
        for _ in range(5):
            for person in people:
                person.writes("/conclusion 24")
        people[0].writes("/respaldo")
        standin.waits_until(lambda: any("Copia hecha" in each.text for each in people[0].inbox), 3 * SECONDS)
        standin.waits_until(lambda: all(len(person.inbox) >= 5 for person in people), 3 * SECONDS)
        process.send_signal(signal.SIGTERM)
        output = "".join(process.communicate(timeout=SECONDS))
    assert any("Código: " in message.text for person in people for message in person.inbox)
    assert "a handler failed" in output
    written = [path for path in data_folder.rglob("*") if path.is_file()]
    with zipfile.ZipFile(next(path for path in written if path.suffix == ".zip")) as backup:
        kept = [backup.read(name) for name in backup.namelist()]
    secret = standin.token.partition(":")[2]
    assert secret not in output
    assert [path for path in written if secret.encode() in path.read_bytes()] == []
    assert not any(secret.encode() in content for content in kept)


def test_who_was_forgotten_stays_so_after_a_restart_and_a_restore(
    run: Run, data_folder: Path, real_time_standin: Standin
) -> None:
    standin = real_time_standin
    ana = standin.person(7, "Ana", "es")
    with StandinServer(standin) as server:
        settings = {"TELEGRAM_TOKEN": standin.token, "TELEGRAM_API_URL": server.origin}
        with started(data_folder, **settings) as process:
            ana.writes("/mi_pais Belice")
            standin.waits_until(lambda: ana.inbox, SECONDS)
            backup = Backups(DataFolder(data_folder)).make(datetime.now(UTC))
            ana.writes("/borrar_mis_datos")
            standin.waits_until(lambda: len(ana.inbox) > 1, SECONDS)
            ana.taps("Sí, borrar")
            standin.waits_until(lambda: ana.inbox[-1].text.startswith("Listo"), SECONDS)
            process.terminate()
            process.join(SECONDS)
        known = [people(data_folder)]
        status, restored, _ = run("restore", backup.path)
        with started(data_folder, **settings) as process:
            ana.writes("/privacidad")
            standin.waits_until(lambda: "identificador" in ana.inbox[-1].text, SECONDS)
            process.terminate()
            process.join(SECONDS)
        known.append(people(data_folder))
    assert known == [frozenset(), frozenset()]
    assert (status, "siguen borradas: 1" in restored) == (0, True)


def people(folder: Path) -> frozenset[int]:
    with closing(StateStore.open(folder / "state.db")) as state:
        return people_in(state)


@pytest.mark.parametrize(
    ("settings", "status", "said"),
    [
        pytest.param({}, 78, "Falta TELEGRAM_TOKEN", id="no-token"),
        pytest.param({"TELEGRAM_TOKEN": "abc"}, 78, "TELEGRAM_TOKEN: ", id="no-token-at-all"),
        pytest.param({"TELEGRAM_TOKEN": WRONG_TOKEN}, 78, "no acepta", id="wrong-token"),
    ],
)
def test_a_bad_token_is_one_clear_line(
    data_folder: Path, real_time_standin: Standin, settings: dict[str, str], status: int, said: str
) -> None:
    real_time_standin.fails("getMe", unauthorized())
    with StandinServer(real_time_standin) as server:
        ended = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--data", str(data_folder)],
            cwd=data_folder.parent,
            env=environment(TELEGRAM_API_URL=server.origin, ACUERDOS_LOG="text:ERROR", **settings),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    assert ended.returncode == status
    assert said in ended.stderr
    assert ended.stderr.count("\n") <= 2
    assert "BBBB" not in ended.stderr + ended.stdout


def test_the_encoder_is_loaded_before_anybody_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setenv("TELEGRAM_TOKEN", Standin(time.time).token)
    monkeypatch.setattr("knowledge.base.KnowledgeBase.encode_questions", lambda *_: order.append("encoder"))
    monkeypatch.setattr("bot.commands.run._serve", lambda *_: order.append("serving"))
    run("run")
    assert order == ["encoder", "serving"]


def test_a_question_is_answered_without_the_libraries_that_answering_does_not_need(data_folder: Path) -> None:
    unneeded = {"telegram", "docx", "lxml", "pypdfium2", "onnxruntime", "knowledge.reading.duties"}
    program = (
        "import sys; from bot.command_line import main; "
        f"main(['ask', 'pasaportes', '--data', {str(data_folder)!r}]); "
        f"print(*{unneeded!r} & sys.modules.keys())"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=data_folder.parent,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert "Conclusión 24" in ended.stdout
    assert ended.stdout.splitlines()[-1] == ""
