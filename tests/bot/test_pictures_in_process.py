"""The real process sends a picture over HTTP, and takes the plotting library only then."""

import signal
import time
from pathlib import Path

import pytest

from standin import Standin, StandinServer
from tests.bot.test_process import SECONDS, running


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
