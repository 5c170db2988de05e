"""In a group, let only the person who opened a menu use it.

A menu replies to that person's message, and so do the menus opened from it. If the message was deleted, or
was written in the name of a chat, anybody may use the menu.
"""

import re

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatID
from telegram.ext import ApplicationHandlerStop

from handlers.answers.more import PATTERN as MORE
from handlers.context import Context, alone, catalogue_for
from handlers.reminders.taps import PATTERN as REMINDERS
from handlers.replying.run_taps import RUN
from handlers.replying.tap_replies import refuse
from handlers.welcome.help import HELP
from handlers.welcome.own_country import COUNTRY
from handlers.welcome.privacy import FORGET
from handlers.welcome.start import WELCOME_IN
from handlers.welcome.starters import STARTERS
from knowledge.values.notices import mark

_OF_LISTS = r"^1:(?:turn|whole|language|card):|^2:"
_OF_FEATURES = (RUN, COUNTRY, FORGET, MORE.pattern, STARTERS, WELCOME_IN, HELP, REMINDERS)
MENUS = re.compile("|".join((_OF_LISTS, *_OF_FEATURES)))
"""Prefixes of the data of buttons that change or open a menu; any other button is for everybody."""

_NOT_YOURS = mark("Esta lista la pidió otra persona. Escríbame y tendrá la suya.")
_NOBODY = frozenset({ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL})


async def guard_menu(update: Update, context: Context) -> None:
    """Let only the person who opened a menu use it; anybody else is told so in private."""
    query = update.callback_query
    if query is None or alone(update):
        return
    opener = _opener(query)
    if opener is not None and opener != query.from_user.id:
        await refuse(query, catalogue_for(update, context).text(_NOT_YOURS))
        raise ApplicationHandlerStop


def _opener(query: CallbackQuery) -> int | None:
    """Return the author of the message to which the menu replies."""
    message = query.message
    asked = message.reply_to_message if isinstance(message, TelegramMessage) else None
    if asked is None or asked.from_user is None or asked.sender_chat or asked.from_user.id in _NOBODY:
        return None
    return None if asked.from_user.id == query.get_bot().id else asked.from_user.id
