"""The heartbeat: a file stamped while updates are fetched and handled, and the check that reads it.

`python -m bot.heartbeat` exits with 0 while the stamp is fresh, for the container's HEALTHCHECK. A running
process isn't enough: polling may have died in it. The stamp is a time of the machine's monotonic clock,
which all processes share and nobody sets.
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.readable import Unreadable
from bot.settings import SettingsUnusable, load_settings

_log = logging.getLogger(__name__)

FILE_NAME = "heartbeat"
FRESH_SECONDS = 120.0
"""A poll lasts 30 s at most, and a short outage is harmless."""


class Heartbeat:
    """Remembers Telegram's last answer, and stamps the file while all is well; `clock` is monotonic."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._heard_at = clock()
        self._is_refused = False
        self.unreadable = Unreadable()

    def hear(self) -> None:
        """Note that Telegram answered."""
        self._heard_at = self._clock()

    @property
    def silence(self) -> float:
        """Seconds since Telegram's last answer."""
        return self._clock() - self._heard_at

    @property
    def is_fresh(self) -> bool:
        """Tell whether Telegram answered recently."""
        return self.silence < FRESH_SECONDS

    def stamp(self) -> None:
        """Stamp the file; if the disk refuses, the heartbeat stops, but answers go on."""
        try:
            self._path.write_text(f"{self._clock():.0f}\n", encoding="ascii")
        except OSError as error:
            if not self._is_refused:
                _log.error("the sign of life cannot be written: %s", error.strerror)
            self._is_refused = True
        else:
            self._is_refused = False


def is_fresh(heartbeat: Path, now: float) -> bool:
    """Tell whether the stamp is recent; `now` is a time of the monotonic clock."""
    try:
        return 0 <= now - float(heartbeat.read_text(encoding="ascii")) < FRESH_SECONDS
    except (OSError, ValueError):
        return False


def main() -> int:
    """Check the heartbeat of the data folder in the settings; return 0 if it is fresh, else 1."""
    try:
        settings = load_settings()
    except SettingsUnusable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0 if is_fresh(settings.data / FILE_NAME, time.monotonic()) else 1


if __name__ == "__main__":
    sys.exit(main())
