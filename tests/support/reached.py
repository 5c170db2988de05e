"""The bot as a process that gets Telegram's updates in either way, by polling or by webhook."""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from standin import Standin, StandinServer
from tests.support.processes import SECONDS
from tests.support.started_again import started

SECRET = "a-secret-of-the-test"

Post = Callable[..., int]
"""Posts a body to the bot, with a secret, and returns the status."""

Deliver = Callable[[], None]
"""Delivers pending updates to the bot."""


@contextmanager
def by_polling(standin: Standin, folder: Path, **settings: str) -> Iterator[Deliver]:
    """Run the bot, which polls for updates by itself."""
    with (
        StandinServer(standin) as server,
        started(folder, TELEGRAM_API_URL=server.origin, TELEGRAM_TOKEN=standin.token, **settings),
    ):
        yield lambda: None


@contextmanager
def by_webhook(standin: Standin, folder: Path, **settings: str) -> Iterator[Deliver]:
    """Run the bot, and post updates to it."""
    with listening(standin, folder, **settings) as post:
        yield lambda: deliver(standin, post)


def deliver(standin: Standin, post: Post) -> None:
    """Post pending updates to the bot."""
    for update in standin.take_updates():
        assert post(json.dumps(update).encode()) == 200


@contextmanager
def listening(standin: Standin, folder: Path, **settings: str) -> Iterator[Post]:
    """Run the bot, and wait until it has set its webhook and listens."""
    port = _free_port()
    listens = {
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

    with (
        StandinServer(standin) as server,
        started(folder, TELEGRAM_API_URL=server.origin, **listens, **settings),
    ):
        standin.waits_until(lambda: standin.world.webhook_url, SECONDS)
        _wait_for(port)
        yield post


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    """Wait until a process listens on a port: the webhook is set a moment before."""
    patience = time.monotonic() + SECONDS
    while time.monotonic() < patience:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError
