"""Limit how long a step of a handler may block the loop, since everybody else waits for it.

Answers are worked out in the loop itself. Whatever a message does to a pattern or loop of ours, it ends after
a while with TookTooLong, raised from a signal: Python checks for these even within a regular expression.
"""

import inspect
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import FrameType
from typing import Any, TypeVar

from handlers.errors import TookTooLong

T = TypeVar("T")

LONGEST_STEP = 2.0
"""Seconds of processor time; people's messages take .02, and half a second at worst."""


class Limited:
    """An awaitable that runs a coroutine, limiting the processor time of each step.

    A step is the code between two waits. Only the main thread gets signals: elsewhere there is no limit.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, Any], seconds: float = LONGEST_STEP) -> None:
        self._coroutine = coroutine
        self._seconds = seconds

    def __await__(self) -> Generator[Any, Any, Any]:
        """Do one step after the other."""
        step: Callable[[], Any] = partial(self._coroutine.send, None)
        while True:
            try:
                awaited = self._do(step)
            except StopIteration as end:
                return end.value
            try:
                sent = yield awaited
            except BaseException as error:  # noqa: BLE001  even a cancellation is for the coroutine to handle
                step = partial(self._coroutine.throw, error)
            else:
                step = partial(self._coroutine.send, sent)

    def _do(self, step: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever the loop is to wait for
        try:
            with limited(self._seconds):
                return step()
        except TookTooLong as error:
            if inspect.getcoroutinestate(self._coroutine) != inspect.CORO_SUSPENDED:
                raise
            # Its step had just ended: the awaitable that it returned is lost, so tell the coroutine.
            return self._coroutine.throw(error)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TookTooLong within the block each time this thread has worked for so many seconds.

    It is repeated, since exceptions may be ignored where it is raised, e.g. in `__del__`.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if not _limit.is_heard:
        # Never uninstalled: a late signal without a handler would end the process.
        signal.signal(signal.SIGVTALRM, _end)
        _limit.is_heard = True
    _limit.seconds, _limit.until = seconds, time.thread_time() + seconds
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds / 4)
    try:
        yield
    finally:
        _limit.until = None
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@dataclass
class _Limit:
    """The limit of the current step: its seconds, and its end by the thread's clock, None between steps.

    `is_heard` tells whether the signal handler is installed.
    """

    seconds: float = LONGEST_STEP
    until: float | None = None
    is_heard: bool = False


_limit = _Limit()


def _end(_signal: int, _frame: FrameType | None) -> None:
    # The timer also counts the time of other threads.
    if _limit.until is not None and time.thread_time() >= _limit.until:
        _limit.until += _limit.seconds
        raise TookTooLong
