"""The real process, killed by SIGKILL while a synonym is tried and added: it is there whole or not at all."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.services import open_services
from bot.settings import Settings
from knowledge.stores.state_store import StateStore
from standin import Standin, StandinServer
from tests.support.kill_points import points
from tests.support.processes import SECONDS, environment

ADMIN = 900
LINE = "pasaporte | chuspa viajera"
FAULTY = ("pasaporte", "azteca = México", "plata = una oración que nadie más dice")
POINTS = points(every=21, few=4)
NEVER = 10**9


class Left(NamedTuple):
    """Whether a process was killed, what it left of the thesaurus at once, and after the next start."""

    killed: bool
    at_once: str
    restarted: str
    steps: int


@contextmanager
def bot(folder: Path, origin: str, token: str, step: int, counted: Path) -> Iterator[subprocess.Popen[str]]:
    arguments = [str(step), str(counted), "run", "--data", str(folder)]
    settings = {"TELEGRAM_API_URL": origin, "TELEGRAM_TOKEN": token, "ACUERDOS_ADMINS": str(ADMIN)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.killed_bot", *arguments],
        cwd=folder.parent,
        env=environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def thesaurus(folder: Path) -> str:
    path = folder / "thesaurus.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def wait_for(process: subprocess.Popen[str], happened: Callable[[], object]) -> bool:
    """Wait until something happened; tell whether it did before the process was killed."""
    until = time.monotonic() + SECONDS
    while not happened():
        if process.poll() is not None:
            return False
        assert time.monotonic() < until
        time.sleep(0.02)
    return True


def teach(folder: Path, built: Path, step: int) -> Left:
    """Send lines that won't do and one that will, and add it, with a process that is killed at a step."""
    shutil.copytree(built, folder)
    counted = folder.parent / "steps"
    standin = Standin(time.time)
    admin = standin.person(ADMIN, "Ana", "es")

    def said(words: str) -> bool:
        return any(words in message.text for message in list(admin.inbox))

    with (
        StandinServer(standin) as server,
        bot(folder, server.origin, standin.token, step, counted) as process,
    ):
        admin.writes("/sinonimo")
        assert wait_for(process, lambda: said("Escriba palabras"))
        counted.touch()
        for words in FAULTY:
            admin.writes(f"/sinonimo {words}")
        admin.writes(f"/sinonimo {LINE}")
        if wait_for(process, lambda: said("¿Añadir")):
            admin.taps("Añadir")
            wait_for(process, lambda: said("Base recargada"))
        killed = process.poll() is not None
    at_once = thesaurus(folder)
    restart(folder)
    return Left(killed, at_once, thesaurus(folder), counted.stat().st_size)


def restart(folder: Path) -> None:
    """Start anew, and check that base and thesaurus agree and that both can be changed again."""
    with open_services(Settings(_env_file=None, data=folder, encoder=False)) as services:
        base = services.base
        answer, _ = base.ask("lo de la chuspa viajera", today=date(2017, 7, 1), language="es")
        cited = [str(each.citation.reference) for each in answer.findings]
        assert cited == (["C24"] if LINE in thesaurus(folder) else [])
        base.reload()
    with closing(StateStore.open(folder / "state.db")) as state:
        assert [row["integrity_check"] for row in state.database.query("PRAGMA integrity_check")] == ["ok"]


@pytest.fixture(scope="module")
def steps(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps it takes where nobody kills the process."""
    whole = teach(tmp_path_factory.mktemp("whole") / "data", built_data, NEVER)
    assert whole[:3] == (False, f"{LINE}\n", f"{LINE}\n")
    return whole.steps


@pytest.mark.parametrize("third", [0, 1, 2])
def test_a_synonym_is_added_as_a_whole_or_not_at_all(
    built_data: Path, tmp_path: Path, steps: int, third: int
) -> None:
    points = [steps * point // POINTS for point in range(third, POINTS, 3)]
    left = [teach(tmp_path / str(step) / "data", built_data, step) for step in points]
    assert all(each.killed for each in left)
    assert {each.at_once for each in left} | {each.restarted for each in left} <= {"", f"{LINE}\n"}
    assert left[0].restarted == ""
