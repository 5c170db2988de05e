"""A process that no longer hears from Telegram ends, so that a supervisor starts it again."""

import os
from pathlib import Path

import pytest

from bot.heartbeat import FRESH_SECONDS
from bot.watchdog import Watchdog
from handlers.context import App, Context


@pytest.mark.parametrize(
    ("age", "barks"),
    [pytest.param(0.0, False, id="fresh"), pytest.param(FRESH_SECONDS + 1, True, id="stale")],
)
async def test_a_stale_heartbeat_ends_the_process(
    application: App, tmp_path: Path, age: float, *, barks: bool
) -> None:
    heartbeat = tmp_path / "heartbeat"
    watchdog = Watchdog(application, heartbeat)
    stamped = heartbeat.stat().st_mtime - age
    os.utime(heartbeat, (stamped, stamped))
    await watchdog._look(Context(application))
    assert watchdog.has_barked is barks
