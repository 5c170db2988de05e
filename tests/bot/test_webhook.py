"""The real process by webhook: who knows the secret is heard, once; anybody else is sent away."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from standin import Standin, StandinServer
from tests.bot.test_process import SECONDS, running

SECRET = "a-secret-of-the-test"
Post = Callable[..., int]
"""Posts a body to the bot, with a secret, and returns the status."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens: Telegram is told a moment before."""
    patience = time.monotonic() + SECONDS
    while time.monotonic() < patience:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError


@contextmanager
def listening(standin: Standin, folder: Path) -> Iterator[Post]:
    """Run the bot, and wait until it has told Telegram where it listens."""
    port = free_port()
    settings = {
        "ACUERDOS_WEBHOOK_URL": "https://acuerdos.example/hook",
        "ACUERDOS_WEBHOOK_LISTEN": "127.0.0.1",
        "ACUERDOS_WEBHOOK_PORT": str(port),
        "ACUERDOS_WEBHOOK_SECRET": SECRET,
        "TELEGRAM_TOKEN": standin.token,
    }

    def post(body: bytes, *, secret: str = SECRET, method: str = "POST") -> int:
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/hook",
            body if method == "POST" else None,
            {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code

    with StandinServer(standin) as server, running(folder, TELEGRAM_API_URL=server.origin, **settings):
        standin.waits_until(lambda: standin.world.webhook_url, SECONDS)
        wait_for(port)
        yield post


@pytest.mark.parametrize(
    ("language", "question", "cited"),
    [
        pytest.param("es", "¿Cuándo es el taller de pasaportes?", "Conclusión 24", id="spanish"),
        pytest.param("en", "When is the passport workshop?", "Conclusion 24", id="english"),
    ],
)
def test_who_knows_the_secret_is_answered_and_anybody_else_is_not(
    data_folder: Path, language: str, question: str, cited: str
) -> None:
    standin = Standin(time.time)
    ana = standin.person(7, "Ana", language)
    with listening(standin, data_folder) as post:
        ana.writes(question)
        (update,) = standin.take_updates()
        body = json.dumps(update).encode()
        assert [post(body, secret="wrong"), post(body, secret=""), post(body, method="GET")] == [
            403,
            403,
            405,
        ]
        assert post(body) == 200
        standin.waits_until(lambda: ana.inbox, SECONDS)
    assert [cited in message.text for message in ana.inbox] == [True]
