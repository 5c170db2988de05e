"""Acts are loaded in a process of their own, as they would be in this one."""

import os
import signal
import subprocess
import threading
import time
from contextlib import closing
from operator import methodcaller
from pathlib import Path

import pytest

from bot.loading_apart import NICENESS, LoadingApart
from bot.services import open_loader
from bot.settings import Settings
from knowledge.loading import Loader
from knowledge.stores.loads_under_way import LoadsUnderWay
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import ReloadRefused, UnreadableAct
from knowledge.values.progress import Telling
from standin import Standin, StandinServer
from tests.support.started_again import started


@pytest.fixture
def settings(data_folder: Path) -> Settings:
    return Settings(_env_file=None, data=data_folder, encoder=False)


@pytest.fixture
def apart(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> LoadingApart:
    monkeypatch.setenv("ACUERDOS_ENCODER", "off")
    return LoadingApart(settings)


def test_what_comes_of_it_is_the_same(settings: Settings, apart: LoadingApart) -> None:
    told = []
    report = apart(Loader.rebuild, Telling(reading=lambda *steps: told.append(steps)))
    assert report == open_loader(settings).rebuild()


def test_what_is_refused_is_raised_here(apart: LoadingApart, tmp_path: Path) -> None:
    no_act = tmp_path / "no act.txt"
    no_act.write_text("Nada.", encoding="utf-8")
    with pytest.raises(UnreadableAct):
        apart(methodcaller("add", no_act), Telling())


def test_a_process_that_is_killed_changes_nothing(apart: LoadingApart, data_folder: Path) -> None:
    before = (data_folder / "knowledge.db").stat()
    killing = threading.Thread(target=kill_the_loading_process)
    killing.start()
    with pytest.raises(ReloadRefused, match="-9"):
        apart(Loader.rebuild, Telling())
    killing.join()
    assert (data_folder / "knowledge.db").stat() == before


def kill_the_loading_process() -> None:
    patience = time.monotonic() + 20
    while time.monotonic() < patience:
        found = subprocess.run(
            ["/usr/bin/pgrep", "--parent", str(os.getpid()), "--full", "bot.loading_process"],
            capture_output=True,
            text=True,
            check=False,
        )
        for process in found.stdout.split():
            os.kill(int(process), signal.SIGKILL)
            return
        time.sleep(0.01)


def niceness(_loader: Loader) -> int:
    return os.nice(0)


def test_everything_else_goes_first(apart: LoadingApart) -> None:
    assert apart(niceness, Telling()) >= NICENESS


def test_no_secret_goes_there(settings: Settings) -> None:
    secret = "123456789:" + "A" * 35
    known = settings.model_copy(update={"token": secret, "webhook_secret": secret})
    assert secret not in repr(vars(LoadingApart(known)))


def wait_until_noted(folder: Path) -> None:
    patience = time.monotonic() + 20
    with closing(StateStore.open(folder / "state.db")) as state:
        while not LoadsUnderWay(state).listed():
            assert time.monotonic() < patience
            time.sleep(0.01)


def test_whoever_asked_for_a_load_that_a_crash_cut_off_hears_of_it(data_folder: Path) -> None:
    standin = Standin(time.time)
    admin = standin.person(1, "Admin", "es")
    with StandinServer(standin) as server:
        known = {
            "TELEGRAM_API_URL": server.origin,
            "TELEGRAM_TOKEN": standin.token,
            "ACUERDOS_ADMINS": "1",
        }
        with started(data_folder, **known):
            admin.writes("/recargar")
            standin.waits_until(lambda: admin.inbox and not len(standin.world.updates), 20)
            wait_until_noted(data_folder)  # killed here
        with started(data_folder, **known):
            standin.waits_until(lambda: len(admin.inbox) > 1, 20)
        with started(data_folder, **known):
            admin.writes("/ayuda")
            standin.waits_until(lambda: len(admin.inbox) > 2, 20)
    begun, told, helped = admin.inbox
    assert begun.text.startswith("Recargando")
    assert "Me interrumpí" in told.text
    assert told.reply_to == begun
    assert "interrumpí" not in helped.text
