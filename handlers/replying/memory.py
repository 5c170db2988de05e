"""What the chat remembers helps to answer, but an answer never waits for it or fails without it."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from knowledge.values.errors import StoreUnusable

_log = logging.getLogger(__name__)

T = TypeVar("T")


async def entrust(keep: Awaitable[T]) -> T | None:
    """Let the state keep something, or go on without; None if the state cannot be used now."""
    try:
        return await keep
    except StoreUnusable as error:
        _log.warning("going on without what the chat entrusted to us: %s", error)
        return None


def recall(ask: Callable[[], T]) -> T | None:
    """Ask the state for something; None if the state cannot be used now."""
    try:
        return ask()
    except StoreUnusable as error:
        _log.warning("going on without what the chat remembers: %s", error)
        return None
