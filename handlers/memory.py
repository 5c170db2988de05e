"""What the chat remembers helps to answer, but an answer never waits for it or fails without it."""

import logging
from collections.abc import Callable
from typing import TypeVar

from knowledge.values.errors import StoreUnusable

_log = logging.getLogger(__name__)

T = TypeVar("T")


def recall(ask: Callable[[], T]) -> T | None:
    """Ask the state for something, or let it be something to keep; None if the state cannot be used now."""
    try:
        return ask()
    except StoreUnusable as error:
        _log.warning("going on without what the chat remembers: %s", error)
        return None
