"""Whatever keeps the loop busy ends after a while, and everything else goes on."""

import asyncio
import re
import threading
import time
from collections.abc import Callable

import pytest

from bot.step_limit import Limited, limited
from handlers.errors import TookTooLong

SECONDS = 0.05


def loop_for_ever() -> None:
    while True:
        pass


def match_for_ever() -> None:
    re.fullmatch(r"(a+)+", "a" * 50 + "!")


def wait_in_del() -> None:
    class Slow:
        def __del__(self) -> None:
            until = time.thread_time() + 3 * SECONDS
            while time.thread_time() < until:
                pass

    slow = Slow()
    del slow
    loop_for_ever()


@pytest.mark.parametrize("work", [loop_for_ever, match_for_ever])
def test_what_takes_too_long_ends(work: Callable[[], None]) -> None:
    started = time.thread_time()
    with pytest.raises(TookTooLong), limited(SECONDS):
        work()
    assert time.thread_time() - started < 10 * SECONDS


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_nothing_can_be_raised_from_ends_after_it() -> None:
    with pytest.raises(TookTooLong), limited(SECONDS):
        wait_in_del()


def test_what_other_threads_do_does_not_count() -> None:
    done = threading.Event()
    busy = threading.Thread(target=lambda: loop_until(done))
    busy.start()
    with limited(SECONDS):
        time.sleep(4 * SECONDS)
    done.set()
    busy.join()


def loop_until(done: threading.Event) -> None:
    while not done.is_set():
        pass


async def test_waiting_does_not_count() -> None:
    async def wait() -> str:
        for _ in range(4):
            await asyncio.sleep(SECONDS)
        return "done"

    assert await Limited(wait(), SECONDS) == "done"


async def test_only_the_step_that_takes_too_long_fails() -> None:
    async def work() -> str:
        await asyncio.sleep(0)
        try:
            loop_for_ever()
        except TookTooLong:
            await asyncio.sleep(0)
        return "apologized"

    assert await Limited(work(), SECONDS) == "apologized"


async def test_what_is_cancelled_learns_of_it() -> None:
    told = []

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            told.append("cancelled")
            raise

    async def limit() -> None:
        await Limited(wait(), SECONDS)

    task = asyncio.create_task(limit())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert told == ["cancelled"]


async def test_a_step_that_ends_at_the_last_moment_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []

    async def work() -> str:
        try:
            await asyncio.sleep(60)
        except TookTooLong:
            told.append("too long")
        return "went on"

    limits = iter([_RaisesAtTheEnd(), limited(SECONDS)])
    monkeypatch.setattr("bot.step_limit.limited", lambda _seconds: next(limits))
    assert await Limited(work(), SECONDS) == "went on"
    assert told == ["too long"]


class _RaisesAtTheEnd:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        raise TookTooLong
