"""Run an application without polling: hand it pending updates until there are none."""

from typing import Any

from telegram import Update
from telegram.ext import Application

from standin.api import Standin


async def settle(
    application: Application[Any, Any, Any, Any, Any, Any],
    standin: Standin,
) -> int:
    """Let an initialized application handle all pending updates, in order; return how many there were."""
    handled = 0
    while updates := standin.take_updates():
        for update in updates:
            await application.process_update(Update.de_json(update, application.bot))
        handled += len(updates)
    return handled
