"""What Prometheus is told: on loopback, counted, and with nothing of what people write."""

import json
import re
import signal
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from standin import Standin, StandinServer, forbidden
from tests.bot.conftest import Run
from tests.bot.test_process import running
from tests.support.processes import SECONDS

QUESTION = "¿Cuándo es el taller de pasaportes?"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_figures_and_events_tell_what_happens_and_nothing_that_is_written(data_folder: Path) -> None:
    standin, port = Standin(time.time), free_port()
    ana, ben = standin.person(777001, "Ana", "es"), standin.person(777002, "Ben", "es")
    settings = {
        "TELEGRAM_TOKEN": standin.token,
        "ACUERDOS_METRICS_PORT": str(port),
        "ACUERDOS_LOG": "json:INFO",
        "ACUERDOS_ADMINS": "777001",
    }
    with (
        StandinServer(standin) as server,
        running(data_folder, TELEGRAM_API_URL=server.origin, **settings) as process,
    ):
        with standin.world.changed:
            standin.world.tell("callback_query", {"id": "1"})
        for text in (QUESTION, "xyzzy plugh", "/recargar"):
            before = len(ana.inbox)
            ana.writes(text)
            standin.waits_until(lambda before=before: len(ana.inbox) > before, SECONDS)  # type: ignore[misc]
        standin.waits_until(lambda: "recargada" in ana.inbox[-1].text, 3 * SECONDS)
        standin.fails("sendMessage", forbidden("bot was blocked by the user"))
        ben.writes(QUESTION)
        standin.waits_until(lambda: sum(each.method == "sendMessage" for each in standin.calls) >= 4, SECONDS)
        time.sleep(0.2)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=SECONDS) as response:
            told = response.read().decode()
        process.send_signal(signal.SIGTERM)
        output = process.communicate(timeout=SECONDS)[1]
    assert_told(figures_in(told))
    events = [line for line in map(json.loads, output.splitlines()) if line.get("event") == "answer"]
    assert (events[0]["outcome"], events[0]["kind"]) == ("found", "date")
    assert len({each["user"] for each in events}) == 2
    for secret in ("77700", "pasaportes", "xyzzy", standin.token):
        assert secret not in told + output


def figures_in(told: str) -> dict[str, float]:
    return {name: float(value) for name, value in re.findall(r"^(acuerdos_\S+) (\S+)$", told, re.MULTILINE)}


def assert_told(figures: dict[str, float]) -> None:
    """Assert that the figures are those of three answers, a load and a refused message."""
    assert figures['acuerdos_answers_total{outcome="found"}'] == 2
    assert figures['acuerdos_answers_total{outcome="nothing"}'] == 1
    assert figures["acuerdos_answer_seconds_count"] == 3
    assert figures['acuerdos_loads_total{outcome="done"}'] == 1
    assert figures['acuerdos_telegram_errors_total{kind="Forbidden"}'] >= 1
    assert figures["acuerdos_unreadable_updates"] == 1
    assert figures["acuerdos_updates"] >= 5
    assert figures["acuerdos_queue"] == 0
    assert figures["acuerdos_silence_seconds"] < SECONDS


def test_a_port_that_is_taken_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("ACUERDOS_METRICS_PORT", str(taken.getsockname()[1]))
        monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:" + "A" * 35)
        status, _, complaint = run("run")
    assert (status, "ACUERDOS_METRICS_PORT" in complaint) == (78, True)
