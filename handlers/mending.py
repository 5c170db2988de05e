"""Notice at once if the base is damaged, emptied or deleted under the running bot, and rebuild it."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TypeVar

from telegram import Update
from telegram.error import TelegramError

from handlers.catalogue import LANGUAGES
from handlers.context import Context
from handlers.markup import escape
from handlers.replying.memory import recall
from knowledge.stores.connections import DAMAGE
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import Notice, mark

_log = logging.getLogger(__name__)

T = TypeVar("T")

_MENDED = mark("La base de las actas estaba dañada o faltaba. La rehíce y sigo contestando.")
_NOT_MENDED = mark("La base de las actas está dañada o falta, y no pude rehacerla. {reason}")
_MENDING, _TOLD, _TRY_AGAIN_AT = "mending", "told of the base", "mend again at"
_PAUSE = 60.0
"""Seconds until mending is tried again; meanwhile the rest of the base answers as far as it can."""


async def mend_first(_update: Update, context: Context) -> None:
    """Make sure that the base is whole before anything is answered."""
    is_time = context.bot_data.get(_TRY_AGAIN_AT, 0.0) <= time.monotonic()
    if _under_way(context) or (is_time and not context.services.base.is_whole):
        await mend(context)


async def soundly(context: Context, ask: Callable[[], T]) -> T:
    """Ask the base; if it turns out to be damaged, mend it and ask once more."""
    try:
        return ask()
    except DAMAGE:
        await mend(context)
        return ask()


async def mend(context: Context) -> None:
    """Rebuild the base if necessary; concurrent callers wait for the same rebuild."""
    await asyncio.shield(begin_mending(context))


def begin_mending(context: Context) -> "asyncio.Task[None]":
    """Start to rebuild the base, if necessary, as a task."""
    mending = _under_way(context) or asyncio.create_task(_mend(context))
    context.bot_data[_MENDING] = mending
    return mending


def _under_way(context: Context) -> "asyncio.Task[None] | None":
    mending: asyncio.Task[None] | None = context.bot_data.get(_MENDING)
    return None if mending is None or mending.done() else mending


async def _mend(context: Context) -> None:
    try:
        report = await asyncio.to_thread(context.services.base.mend)
    except KnowledgeError as error:
        _log.error("the base cannot be mended: %s", error)
        context.bot_data[_TRY_AGAIN_AT] = time.monotonic() + _PAUSE
        await _tell_admins(context, _NOT_MENDED, error.notice)
        return
    if report:
        _log.warning("the base was damaged or gone, and has been built anew: %d acts", report.acts)
        await _tell_admins(context, _MENDED)


async def _tell_admins(context: Context, said: str, reason: Notice | None = None) -> None:
    """Tell the admins, who can have it fixed, once per reason and not at each question."""
    services = context.services
    if context.bot_data.get(_TOLD) == (said, str(reason)):
        return
    context.bot_data[_TOLD] = (said, str(reason))
    for admin in services.admins:
        chosen = recall(lambda admin=admin: services.state.language(admin, admin))  # type: ignore[misc]
        catalogue = services.catalogues[chosen or LANGUAGES[0]]
        text = catalogue.text(said, reason=reason) if reason else catalogue.text(said)
        try:
            await context.bot.send_message(admin, escape(text))
        except TelegramError as error:  # e.g. one who never wrote to the bot
            _log.warning("an admin could not be told: %s", error)
