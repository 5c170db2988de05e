"""A strict stand-in of the Telegram Bot API, for the chat in the terminal and for tests.

In the bot's process: `StandinRequest` carries the calls of python-telegram-bot, `settle` hands the
application what people did. Over HTTP on loopback: `StandinServer`. Both stand on one `Standin`, whose people
write, tap and send files, and whose transcript tells what the bot did.
"""

from bot.standin.api import Standin
from bot.standin.conversation import settle
from bot.standin.entities import Entity, FormattedText
from bot.standin.keyboards import Button
from bot.standin.markup import parse_html
from bot.standin.people import Group, Person
from bot.standin.refusals import (
    RefusalError,
    bad_request,
    flood,
    forbidden,
    migrated,
    not_found,
    outage,
    unauthorized,
)
from bot.standin.request import StandinRequest
from bot.standin.server import StandinServer
from bot.standin.values import Document, Message
from bot.standin.world import Event, Tap

__all__ = [
    "Button",
    "Document",
    "Entity",
    "Event",
    "FormattedText",
    "Group",
    "Message",
    "Person",
    "RefusalError",
    "Standin",
    "StandinRequest",
    "StandinServer",
    "Tap",
    "bad_request",
    "flood",
    "forbidden",
    "migrated",
    "not_found",
    "outage",
    "parse_html",
    "settle",
    "unauthorized",
]
