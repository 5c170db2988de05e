"""What stays loaded is hidden from the garbage collector, and what is no longer used is freed."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.collector import settle


class Loaded:
    """Something that refers to itself, as a base does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_in_use_is_hidden_and_what_took_its_place_frees_it() -> None:
    loaded = Loaded()
    settle()
    gone = weakref.ref(loaded)
    assert gc.get_freeze_count() > 0

    loaded = Loaded()
    gc.collect()
    assert gone() is not None  # hidden, though nobody uses it

    settle()
    assert gone() is None
    assert loaded.itself is loaded
