"""Let no step of a handler keep the loop for long: all others wait for it.

Answers are worked out on the loop itself. Whatever a message makes of some pattern or loop of ours, it ends
after a while with TookTooLong, raised from a signal: Python looks for these also within a regular expression.
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
"""Seconds of the processor; what people write takes .02, and half a second at worst."""


class Limited:
    """An awaitable that does what a coroutine does, with each of its steps limited in processor time.

    A step is what lies between two waits. Only the main thread gets signals: elsewhere nothing is limited.
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
            except BaseException as error:  # noqa: BLE001  a cancellation, too, is the coroutine's to handle
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
            # Its step had just ended: what it waits for now is lost, so it is to know.
            return self._coroutine.throw(error)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TookTooLong from within once this thread has worked for so many seconds, and each as long again.

    Again, since what happens to run at that moment may be what nothing can be raised from, such as `__del__`.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if not _limit.is_heard:
        # Left in place: a late signal would end the process if nobody took it.
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
    """How long the step under way may take, and until when by the thread's own clock; None outside of one.

    `is_heard` tells whether this process takes the signal yet.
    """

    seconds: float = LONGEST_STEP
    until: float | None = None
    is_heard: bool = False


_limit = _Limit()


def _end(_signal: int, _frame: FrameType | None) -> None:
    # The timer counts what other threads do, too.
    if _limit.until is not None and time.thread_time() >= _limit.until:
        _limit.until += _limit.seconds
        raise TookTooLong
