"""The progress of long work."""

from collections.abc import Callable
from typing import NamedTuple

Progress = Callable[[int, int], None]
"""Called with the number of steps done, and of all steps."""


def show_nothing(_done: int, _total: int) -> None:
    """Show no progress."""


class Telling(NamedTuple):
    """The callbacks for the progress of a load: acts read, and provisions encoded."""

    reading: Progress = show_nothing
    encoding: Progress = show_nothing


def part_of(progress: Progress, start: int, end: int) -> Progress:
    """Return a callback for the progress of a part that goes from `start` to `end` percent of the whole."""

    def tell(done: int, total: int) -> None:
        """Report the progress of the part as a percentage of the whole."""
        progress(start + (end - start) * done // max(total, 1), 100)

    return tell
