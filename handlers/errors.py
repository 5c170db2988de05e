"""What went wrong in a handler: log it without the user's text, then apologise."""

import logging

from telegram import Update
from telegram.error import Conflict, Forbidden, NetworkError, TelegramError

from handlers.context import Context, catalogue_for
from handlers.markup import escape
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_SORRY = mark("Disculpe: algo falló de nuestro lado. Intente de nuevo en un momento.")


async def handle_error(update: object, context: Context) -> None:
    """Log an exception and tell the person who waits; one who blocked the bot isn't written to."""
    error = context.error
    if isinstance(error, Forbidden):
        _log.info("a chat no longer takes our messages")
        return
    if isinstance(error, Conflict):
        _log.error("another program polls with this token: stop one of the two")
        return
    if isinstance(error, NetworkError) and update is None:
        _log.warning("Telegram does not answer: %s", type(error).__name__)
        return
    _log.error("a handler failed", exc_info=error)
    if isinstance(update, Update) and update.effective_chat:
        catalogue = catalogue_for(update, context)
        try:
            await context.bot.send_message(update.effective_chat.id, escape(catalogue.text(_SORRY)))
        except TelegramError as failure:
            _log.warning("the apology could not be sent: %s", failure)
