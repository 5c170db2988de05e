"""Leave out of what Telegram answers the updates that cannot be read.

PTB would ask for the same ones again and again, print them whole each time, and answer nobody any more.
"""

import json
import logging
from typing import Any

from telegram import Update

_log = logging.getLogger(__name__)


def readable(content: bytes) -> bytes:
    """Return the answer to getUpdates with only its number left of each update that PTB cannot read."""
    try:
        answer = json.loads(content)
        updates: list[dict[str, Any]] = answer["result"]
        read = [each if _is_readable(each) else {"update_id": each["update_id"]} for each in updates]
    except (ValueError, LookupError, TypeError):
        return content  # it is no list of updates, which PTB says better
    return content if read == updates else json.dumps({**answer, "result": read}).encode()


def _is_readable(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update, None)
    except Exception:  # noqa: BLE001 -- whatever is wrong with it
        kinds = ", ".join(name for name in update if name != "update_id")
        _log.error("an update cannot be read and is left out: %s", kinds)
        return False
    return True
