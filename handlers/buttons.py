"""Taps on the buttons under an answer: the whole text, the provision before, the one after."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.callbacks import Action, Tap
from handlers.context import Context, language_of
from handlers.messages import Message
from knowledge.values.answers import Outcome
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_INVALID = mark("Este botón ya no es válido. Escriba de nuevo su pregunta.")
# Telegram's own words, lower-cased as PTB passes them on: each means that nothing is left to do.
_HARMLESS = ("message is not modified", "query is too old")


async def tap(update: Update, context: Context) -> None:
    """Answer a tap: first Telegram, so that the button stops spinning, then the person."""
    query = update.callback_query
    if query is None:
        return
    catalogue = context.services.catalogues[language_of(update)]
    try:
        wanted = Tap.parse(query.data or "")
        answer = context.services.base.show(
            wanted.document, wanted.reference, language=wanted.language, whole=wanted.action is Action.WHOLE
        )
    except ValueError:
        _log.warning("a tap with data that is not ours")
        with _harmless():
            await query.answer(catalogue.text(_INVALID), show_alert=True)
        return
    if answer.outcome is not Outcome.FOUND:
        with _harmless():
            await query.answer(catalogue.text(_INVALID), show_alert=True)
        return
    with _harmless():
        await query.answer()
    surroundings = context.services.base.surroundings(answer)
    await _show(query, context.services.renderer(answer.language).messages(answer, surroundings))


async def _show(query: CallbackQuery, messages: list[Message]) -> None:
    """Put the first message in place of the old one, or send it where the old one is out of reach."""
    if not isinstance(query.message, TelegramMessage):
        await query.get_bot().send_message(
            query.from_user.id, messages[0].markup, reply_markup=messages[0].keyboard
        )
        return
    with _harmless():
        await query.edit_message_text(messages[0].markup, reply_markup=messages[0].keyboard)
    for message in messages[1:]:
        await query.message.reply_text(message.markup, reply_markup=message.keyboard)


@contextlib.contextmanager
def _harmless() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
