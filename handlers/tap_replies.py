"""What every tap gets at once: an answer to Telegram, and a reason where there is nothing to do."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import CallbackQuery
from telegram.error import BadRequest

from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

INVALID = mark("Este botón ya no es válido. Escriba de nuevo su pregunta.")
GONE = mark("Este botón ya no es válido: lo que abría ya no está cargado. Pida de nuevo la lista.")
# Telegram's own words, lower-cased as PTB passes them on: each means that nothing is left to do.
_HARMLESS = ("message is not modified", "query is too old")


async def refuse(query: CallbackQuery, why: str) -> None:
    """Say in an alert why a tap does nothing."""
    with harmless():
        await query.answer(why, show_alert=True)


@contextlib.contextmanager
def harmless() -> Iterator[None]:
    """Pass over what Telegram says when nothing is left to do: the message is as it should be, or too old."""
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
