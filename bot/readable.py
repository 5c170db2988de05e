"""Leave out updates from Telegram that cannot be parsed.

PTB would fetch the same ones again and again, log them in full each time, and answer nobody any more.
"""

import json
import logging
from typing import Any

from telegram import Update

_log = logging.getLogger(__name__)


class Unreadable:
    """Counts the updates that cannot be parsed; their content is never logged."""

    def __init__(self) -> None:
        self.count = 0

    def leave_out(self, content: bytes) -> bytes:
        """Return the answer to getUpdates, reducing each update that cannot be parsed to its number."""
        try:
            answer = json.loads(content)
            updates: list[dict[str, Any]] = answer["result"]
            read = [each if self.is_readable(each) else {"update_id": each["update_id"]} for each in updates]
        except (ValueError, LookupError, TypeError, RecursionError):
            return content  # not a list of updates; PTB reports that better
        return content if read == updates else json.dumps({**answer, "result": read}).encode()

    def is_readable(self, update: dict[str, Any]) -> bool:
        """Tell whether PTB can read an update."""
        try:
            Update.de_json(update, None)
        except Exception:  # noqa: BLE001 -- whatever is wrong with it
            self.count += 1
            kinds = ", ".join(kind for kind in Update.ALL_TYPES if kind in update)
            _log.error("an update cannot be read and is left out (%d so far): %s", self.count, kinds or "?")
            return False
        return True
