"""The real process sends a picture over HTTP, and takes the plotting library only then."""

import signal
import time
from pathlib import Path

import pytest

from standin import Standin, StandinServer
from tests.bot.test_process import running
from tests.support.processes import SECONDS
from tests.support.reached import by_webhook


def has_plotting_library(process_id: int) -> bool:
    return "matplotlib" in Path(f"/proc/{process_id}/maps").read_text()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="tells what is loaded on Linux only")
@pytest.mark.parametrize(("language", "asked"), [("es", "/resumen"), ("en", "/summary")])
def test_a_picture_is_sent(data_folder: Path, language: str, asked: str) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", language)
    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token) as process,
    ):
        ana.writes("/start")
        standin.waits_until(lambda: ana.inbox, SECONDS)
        assert not has_plotting_library(process.pid)
        ana.writes(asked)
        standin.waits_until(lambda: ana.inbox[-1].photo, SECONDS)
        assert has_plotting_library(process.pid)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert standin.refusals == []


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("es", "/resumen México", "13 compromisos"),
        ("en", "/summary Mexico", "13 commitments"),
    ],
)
def test_a_picture_is_sent_by_webhook(data_folder: Path, language: str, asked: str, said: str) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", language)
    with by_webhook(standin, data_folder) as deliver:
        ana.writes(asked)
        deliver()
        standin.waits_until(lambda: ana.inbox and ana.inbox[-1].photo, SECONDS)
    photo = ana.inbox[-1].photo
    assert photo
    assert photo.content.startswith(b"\x89PNG")
    assert said in ana.inbox[-1].text
    assert standin.refusals == []
