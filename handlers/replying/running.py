"""Run a command with words from elsewhere: a tapped example, or the answer to a prompt."""

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
    """Return the command with this name in any language, if it is for everybody or for the role."""
    command = next((each for each in COMMANDS if name in each.es + each.en), None)
    if command is None or command.role is None:
        return command
    return command if role is not None and role >= command.role else None


async def run(update: Update, context: Context, command: Command, words: str) -> None:
    """Run a command as if these words followed it."""
    context.args = words.split()
    await command.callback(update, context)


async def tap_run(update: Update, context: Context) -> None:
    """Run the command in a button's data."""
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
