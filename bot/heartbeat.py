"""The sign of life: a file stamped by every successful getUpdates, and the check that reads it.

`python -m bot.heartbeat` exits 0 while the stamp is fresh: for the container's HEALTHCHECK. A live process
is no sign of life: polling may have died in it.
"""

import sys
import time
from http import HTTPStatus
from pathlib import Path

from telegram._utils.types import ODVInput
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.readable import readable
from bot.settings import SettingsUnusable, load_settings

FILE_NAME = "heartbeat"
FRESH_SECONDS = 120.0
"""A poll lasts 30 s at most, and a short outage is no illness."""


class PollingRequest(HTTPXRequest):
    """Fetch updates that can be read, and stamp the heartbeat each time Telegram gives an answer."""

    def __init__(self, heartbeat: Path) -> None:
        super().__init__(connection_pool_size=1)
        self._heartbeat = heartbeat

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make the request; see BaseRequest.do_request."""
        status, content = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if status != HTTPStatus.OK:
            return status, content
        self._heartbeat.touch()
        return status, readable(content)


def is_fresh(heartbeat: Path, now: float) -> bool:
    """Tell whether the stamp is recent; `now` is in seconds since the epoch."""
    try:
        return now - heartbeat.stat().st_mtime < FRESH_SECONDS
    except FileNotFoundError:
        return False


def main() -> int:
    """Check the heartbeat of the data folder in the settings; return 0 if it is fresh, else 1."""
    try:
        settings = load_settings()
    except SettingsUnusable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0 if is_fresh(settings.data / FILE_NAME, time.time()) else 1


if __name__ == "__main__":
    sys.exit(main())
