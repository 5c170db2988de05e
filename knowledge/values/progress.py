"""How far a long piece of work is."""

from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


def show_nothing(_done: int, _total: int) -> None:
    """Show no progress."""


class Telling(NamedTuple):
    """Who is told how far a load is: how many acts are read, and how many provisions encoded."""

    reading: Progress = show_nothing
    encoding: Progress = show_nothing


def part_of(progress: Progress, start: int, end: int) -> Progress:
    """Return what tells the progress of a part that goes from `start` to `end` percent of the whole."""

    def tell(done: int, total: int) -> None:
        """Tell how far the part is, as percent of the whole."""
        progress(start + (end - start) * done // max(total, 1), 100)

    return tell
