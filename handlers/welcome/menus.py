"""Telegram's command menus: for everybody, for groups, and for each officer."""

import contextlib
import logging
from collections.abc import Iterable, Iterator

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    Update,
)
from telegram.error import TelegramError

from handlers.catalogue import LANGUAGES
from handlers.command import Command
from handlers.commands import commands_for
from handlers.context import Context
from handlers.desk.officers import Role, role_of
from handlers.services import Services

_log = logging.getLogger(__name__)


async def set_menus(bot: Bot, services: Services) -> None:
    """Set the menus of every scope in every language; an officer who never wrote to the bot has none yet."""
    everybody = commands_for(None)
    await _set(bot, services, BotCommandScopeAllPrivateChats(), everybody)
    await _set(bot, services, BotCommandScopeAllGroupChats(), [each for each in everybody if each.in_groups])
    for officer in services.editors | services.admins:
        await set_officer_menu(bot, services, officer)


async def greet_officer(update: Update, context: Context) -> None:
    """Set the menu of an officer who starts the bot: before that, there was no chat to set it for."""
    user = update.effective_user
    if user and role_of(update, context):
        await set_officer_menu(context.bot, context.services, user.id)


async def set_officer_menu(bot: Bot, services: Services, officer: int) -> None:
    """Set the menu of an officer's own chat with the bot."""
    role = Role.ADMIN if officer in services.admins else Role.EDITOR
    await _set(bot, services, BotCommandScopeChat(officer), commands_for(role))


async def _set(bot: Bot, services: Services, scope: BotCommandScope, commands: Iterable[Command]) -> None:
    for language in LANGUAGES:
        catalogue = services.catalogues[language]
        menu = [BotCommand(each.name(language), catalogue.text(each.description or "")) for each in commands]
        # The first language is also what people of any other language see.
        code = None if language == LANGUAGES[0] else language
        with unless_refused(f"a menu ({scope.type})"):
            await bot.set_my_commands(menu, scope, language_code=code)


@contextlib.contextmanager
def unless_refused(what: str) -> Iterator[None]:
    """Log a refusal by Telegram and go on, since the bot can answer all the same."""
    try:
        yield
    except TelegramError as error:
        _log.warning("Telegram did not take %s: %s", what, error)
