"""Run a command with words that didn't follow it: an example that was tapped, an answer to what was asked."""

import logging

from telegram import Update

from handlers.command import Command
from handlers.commands import COMMANDS
from handlers.context import Context, catalogue_for
from handlers.desk.officers import Role, role_of
from handlers.replying.run_taps import RunTap
from handlers.replying.tap_replies import INVALID, harmless, refuse

_log = logging.getLogger(__name__)


def find_command(name: str, role: Role | None = None) -> Command | None:
    """Return the command of that name, in any language, that is for everybody or for a role, or None."""
    command = next((each for each in COMMANDS if name in each.es + each.en), None)
    if command is None or command.role is None:
        return command
    return command if role is not None and role >= command.role else None


async def run(update: Update, context: Context, command: Command, words: str) -> None:
    """Run a command as if these words followed it."""
    context.args = words.split()
    await command.callback(update, context)


async def tap_run(update: Update, context: Context) -> None:
    """Run the command that a button holds."""
    query = update.callback_query
    if query is None:
        return
    try:
        tap = RunTap.parse(query.data or "")
    except ValueError:
        command = None
    else:
        command = find_command(tap.command, role_of(update, context))
    if command is None:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await run(update, context, command, tap.words)
