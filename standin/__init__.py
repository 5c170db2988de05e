"""A strict stand-in for the Telegram Bot API, used by the chat in the terminal and by tests.

In the bot's process, `StandinRequest` carries the calls of python-telegram-bot, and `settle` hands pending
updates to the application. `StandinServer` serves HTTP on loopback. Both use a `Standin`, whose people write,
tap and send files, and whose transcript records what the bot did.
"""

from standin.api import Standin
from standin.conversation import settle
from standin.entities import Entity, FormattedText
from standin.keyboards import Button
from standin.markup import parse_html
from standin.people import Group, Person
from standin.refusals import (
    RefusalError,
    bad_request,
    conflict,
    flood,
    forbidden,
    migrated,
    not_found,
    outage,
    unauthorized,
)
from standin.request import StandinRequest
from standin.server import StandinServer
from standin.values import Document, Message, Photo
from standin.world import Event, InlineQuery, InlineResult, Tap

__all__ = [
    "Button",
    "Document",
    "Entity",
    "Event",
    "FormattedText",
    "Group",
    "InlineQuery",
    "InlineResult",
    "Message",
    "Person",
    "Photo",
    "RefusalError",
    "Standin",
    "StandinRequest",
    "StandinServer",
    "Tap",
    "bad_request",
    "conflict",
    "flood",
    "forbidden",
    "migrated",
    "not_found",
    "outage",
    "parse_html",
    "settle",
    "unauthorized",
]
