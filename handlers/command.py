"""The definition of a command, and its handlers."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, PrefixHandler

from handlers.catalogue import Catalogue
from handlers.context import Context, message_in
from handlers.desk.officers import Callback, Role, for_officers
from handlers.groups.addressing import NEW, without_mention
from handlers.lists.requests import Request
from handlers.welcome.help import Entry, Topic

OF_A_COUNTRY = "{country}"
"""The example of a command that takes a country."""


class Command(NamedTuple):
    """A command: its names by language (the first of each is shown in the menu), and its description.

    Names with accents are plain text to Telegram, but people type them. A command without description appears
    in no menu or help. `example` shows words that may follow; the forum fills its placeholders. `request` is
    its query to the knowledge base, if that is all it does. A command with a `role` is for officers only. The
    help lists it under its `topic`; unless it is `in_groups`, it is left out of the menus of groups.
    """

    callback: Callable[[Update, Context], Coroutine[Any, Any, None]]
    es: tuple[str, ...]
    en: tuple[str, ...]
    description: str | None = None
    example: str = ""
    request: Request | None = None
    role: Role | None = None
    topic: Topic = Topic.MORE
    in_groups: bool = True

    @property
    def takes_party(self) -> bool:
        """Whether the command takes a party and no question can replace it."""
        return self.request is None and self.example == OF_A_COUNTRY

    def name(self, language: str) -> str:
        """Return the name that the menu shows in a language."""
        return (self.es if language == "es" else self.en)[0]

    def entry(self, catalogue: Catalogue) -> Entry:
        """Return its entry in the help."""
        return Entry(
            self.en[0],
            self.name(catalogue.language),
            catalogue.text(self.example) if self.example else "",
            catalogue.text(self.description or ""),
            Topic.DESK if self.role else self.topic,
        )


def command_handlers(command: Command) -> list[BaseHandler[Update, Context, None]]:
    """Build the handlers that answer a command under all its names, in new messages only."""
    names = dict.fromkeys(command.es + command.en)
    callback = _without_mention(command.callback)
    if command.role:
        callback = for_officers(command.role, command.name("en"), callback)
    plain = [name for name in names if name.isascii()]
    accented = [name for name in names if not name.isascii()]
    handlers: list[BaseHandler[Update, Context, None]] = [CommandHandler(plain, callback, NEW)]
    if accented:
        handlers.append(PrefixHandler("/", accented, callback, NEW))
    return handlers


def _without_mention(callback: Callback) -> Callback:
    """Hide mentions of the bot from a command: «/pendientes Belice @AcuerdosBot»."""

    async def answer(update: Update, context: Context) -> None:
        """Run the command with the words that are left."""
        context.args = without_mention(" ".join(context.args or ()), message_in(update)).split()
        await callback(update, context)

    return answer
