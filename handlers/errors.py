"""Handle errors: log them without what people wrote, and apologise with the code from the log."""

import logging
import secrets
import traceback
from collections.abc import Iterator

from telegram import Update
from telegram.error import Conflict, Forbidden, NetworkError, TelegramError

from handlers.context import Context, catalogue_for
from handlers.desk.officers import role_of
from handlers.markup import escape
from handlers.mending import begin_mending
from knowledge.stores.connections import DAMAGE
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_TOO_LONG = mark("Eso me llevó demasiado tiempo y lo dejé sin contestar. Escríbalo más corto, por favor.")
_SORRY = mark("Disculpe: algo falló de nuestro lado. Intente de nuevo en un momento. Código: {code}")
_REASON = mark("No se pudo hacer. {reason} Código: {code}")


class TookTooLong(Exception):
    """A message took so long to answer that all others would have had to wait."""


async def handle_error(update: object, context: Context) -> None:
    """Log an exception and tell the person who waits, unless they blocked the bot."""
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
    code = secrets.token_hex(3).upper()
    _log.error("a handler failed, code %s: %s", code, "".join(told(error)))
    if isinstance(error, DAMAGE):
        begin_mending(context)
    if isinstance(update, Update) and update.effective_chat:
        said = _apology(update, context, error, code)
        try:
            await context.bot.send_message(update.effective_chat.id, said)
        except TelegramError as failure:
            _log.warning("the apology could not be sent: %s", failure)


def _apology(update: Update, context: Context, error: Exception | None, code: str) -> str:
    """Say that something failed, and to officers, who can have it fixed, why."""
    catalogue = catalogue_for(update, context)
    if isinstance(error, TookTooLong):
        return escape(catalogue.text(_TOO_LONG))
    if isinstance(error, KnowledgeError) and role_of(update, context):
        return escape(catalogue.text(_REASON, reason=error.notice, code=code))
    return escape(catalogue.text(_SORRY, code=code))


def told(error: BaseException | None) -> Iterator[str]:
    """Yield the tracebacks of an error and its causes, without messages that may contain people's words."""
    while error is not None:
        words = f": {error}" if isinstance(error, TelegramError | OSError) else ""
        yield f"{type(error).__qualname__}{words}\n"
        yield from traceback.format_tb(error.__traceback__)
        error = error.__cause__ or error.__context__
