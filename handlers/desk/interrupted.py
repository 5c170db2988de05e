"""After a restart, tell officers what became of loads that a crash interrupted."""

import contextlib
import logging
from collections.abc import AsyncIterator

from telegram import Message as TelegramMessage
from telegram.error import TelegramError

from handlers.catalogue import LANGUAGES
from handlers.context import Context
from handlers.events import tell
from handlers.markup import escape
from handlers.replying.memory import recall
from handlers.services import Services
from knowledge.stores.loads_under_way import LoadsUnderWay, LoadUnderWay
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_UNCHANGED = mark("Me interrumpí mientras hacía esto y no cambió nada. Pídamelo otra vez, por favor.")
_DONE = mark("Me interrumpí mientras hacía esto, pero quedó hecho. Actas: {acts}.")


@contextlib.asynccontextmanager
async def noted(services: Services, told_in: TelegramMessage) -> AsyncIterator[None]:
    """Record that a load is under way while it is; `told_in` is the message that shows it."""
    load = LoadUnderWay(told_in.chat.id, told_in.message_id, services.base.edition)
    await services.note(lambda state: LoadsUnderWay(state).begin(load))
    started, outcome = services.stopwatch(), "failed"
    try:
        yield
        outcome = "done"
    finally:
        tell("load", outcome=outcome, seconds=services.stopwatch() - started)
        await services.note(lambda state: LoadsUnderWay(state).end(load))


async def tell_of_interrupted(context: Context) -> None:
    """Report each load that was under way when the program ended, once."""
    services = context.services
    for load in recall(lambda: LoadsUnderWay(services.state).listed()) or ():
        await _tell(context, load)


async def _tell(context: Context, load: LoadUnderWay) -> None:
    services = context.services
    await services.note(lambda state: LoadsUnderWay(state).end(load))
    chosen = recall(lambda: services.state.language(load.chat_id, load.chat_id))
    catalogue = services.catalogues[chosen or LANGUAGES[0]]
    text = catalogue.text(_UNCHANGED)
    if load.edition != services.base.edition:
        text = catalogue.text(_DONE, acts=len(services.base.documents()))
    try:
        await context.bot.send_message(load.chat_id, escape(text), reply_to_message_id=load.message)
    except TelegramError as error:
        _log.warning("an officer could not be told of an interrupted load: %s", error)
