"""A process that no longer hears from Telegram, or handles nothing any more, ends to be started again."""

import asyncio
import time
from pathlib import Path

import pytest

from bot import chat_order
from bot.chat_order import ChatOrderProcessor
from bot.heartbeat import FRESH_SECONDS, Heartbeat
from bot.watchdog import EVERY, LONGEST_HANDLING, Watchdog
from handlers.context import App
from tests.support.clock import Clock

LOOKS = int(FRESH_SECONDS / EVERY) + 2


@pytest.fixture
def heartbeat(tmp_path: Path, clock: Clock) -> Heartbeat:
    return Heartbeat(tmp_path / "heartbeat", clock)


@pytest.fixture
def watchdog(application: App, heartbeat: Heartbeat) -> Watchdog:
    return Watchdog(application, heartbeat, guard_loop=False)


@pytest.mark.parametrize(
    ("silence", "barks"),
    [pytest.param(FRESH_SECONDS - 1, False, id="fresh"), pytest.param(FRESH_SECONDS, True, id="stale")],
)
async def test_without_an_answer_from_telegram_the_process_ends(
    watchdog: Watchdog, clock: Clock, silence: float, *, barks: bool
) -> None:
    await clock.sleep(silence)
    await watchdog.look()
    assert watchdog.has_barked is barks


async def test_a_clock_that_is_set_ends_nothing(watchdog: Watchdog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 4e9)
    await watchdog.look()
    assert not watchdog.has_barked


@pytest.mark.parametrize("handled", [pytest.param(True, id="slowly"), pytest.param(False, id="never")])
async def test_updates_that_are_fetched_and_never_handled_end_the_process(
    application: App, watchdog: Watchdog, heartbeat: Heartbeat, *, handled: bool
) -> None:
    processor = application.update_processor
    assert isinstance(processor, ChatOrderProcessor)
    await application.update_queue.put("an update that nobody takes")
    for _ in range(LOOKS):
        heartbeat.hear()
        processor.begun += handled
        await watchdog.look()
    assert watchdog.has_barked is not handled


async def test_an_update_that_is_never_done_ends_the_process(
    application: App, watchdog: Watchdog, monkeypatch: pytest.MonkeyPatch
) -> None:
    processor = application.update_processor
    handling = asyncio.create_task(processor.do_process_update("an update", asyncio.Event().wait()))
    await asyncio.sleep(0.01)  # until it is begun
    looked = []
    for later in (LONGEST_HANDLING - 5, LONGEST_HANDLING + 5):
        now = time.monotonic() + later
        with monkeypatch.context() as patched:
            patched.setattr(chat_order, "moment", lambda now=now: now)
            await watchdog.look()
        looked.append(watchdog.has_barked)
    handling.cancel()
    assert looked == [False, True]


async def test_a_disk_that_refuses_the_stamp_ends_nothing(
    application: App, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watchdog = Watchdog(application, Heartbeat(tmp_path / "gone" / "heartbeat", clock), guard_loop=False)
    for _ in range(3):
        await watchdog.look()
    assert not watchdog.has_barked
    assert [each.message for each in caplog.records if "sign of life" in each.message] == [
        "the sign of life cannot be written: No such file or directory"
    ]
