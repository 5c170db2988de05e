"""Use the state as memory that helps to answer, but never makes an answer wait or fail."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from knowledge.values.errors import StoreUnusable

_log = logging.getLogger(__name__)

T = TypeVar("T")


async def entrust(keep: Awaitable[T]) -> T | None:
    """Store something in the state, or go on without: return None if it cannot be used now."""
    try:
        return await keep
    except StoreUnusable as error:
        _log.warning("going on without what the chat entrusted to us: %s", error)
        return None


def recall(ask: Callable[[], T]) -> T | None:
    """Read something from the state; return None if it cannot be used now."""
    try:
        return ask()
    except StoreUnusable as error:
        _log.warning("going on without what the chat remembers: %s", error)
        return None
