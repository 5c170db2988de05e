"""Taps on the buttons under an answer: the whole text, the provision before, the one after."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.callbacks import Action, PageTap, parse_tap, shorten
from handlers.context import Context, Services, language_of
from handlers.messages import Message
from knowledge.values.answers import Answer
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
    services = context.services
    try:
        answer, in_place = _answer(query.data or "", services)
    except (ValueError, LookupError):
        _log.warning("a tap that is not ours, or on what is no longer loaded")
        with _harmless():
            await query.answer(services.catalogues[language_of(update)].text(_INVALID), show_alert=True)
        return
    with _harmless():
        await query.answer()
    messages = services.renderer(answer.language).messages(answer, services.base.surroundings(answer))
    await _show(query, messages, in_place=in_place)


def _answer(data: str, services: Services) -> tuple[Answer, bool]:
    """Answer what a button asks for, and tell whether the answer takes the place of the message.

    Raises:
        ValueError: the data is not ours.
        LookupError: what it names is no longer loaded.
    """
    base, tap = services.base, parse_tap(data)
    if isinstance(tap, PageTap):
        names = {shorten(name): name for name in base.register.parties}
        party = names[tap.overview.party] if tap.overview.party else None
        overview = tap.overview.model_copy(update={"party": party})
        return base.overview(overview, today=services.today(), language=tap.language), True
    slugs = {shorten(document.slug): document.slug for document in base.documents()}
    whole = tap.action is Action.WHOLE
    answer = base.show(slugs[tap.document], tap.reference, language=tap.language, whole=whole)
    return answer, tap.action is not Action.SHOW


async def _show(query: CallbackQuery, messages: list[Message], *, in_place: bool) -> None:
    """Send messages, the first in place of the old one if it should be and is within reach."""
    old = query.message if isinstance(query.message, TelegramMessage) else None
    if in_place and old:
        first, *messages = messages
        with _harmless():
            await old.edit_text(first.markup, reply_markup=first.keyboard)
    chat = query.message.chat.id if query.message else query.from_user.id
    for message in messages:
        await query.get_bot().send_message(chat, message.markup, reply_markup=message.keyboard)


@contextlib.contextmanager
def _harmless() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
