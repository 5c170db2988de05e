"""Taps on the buttons under an answer: the whole text, the provision before, the one after."""

import contextlib
import logging
from collections.abc import Iterator

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.callbacks import Action, LanguageTap, PageTap, parse_tap, shorten
from handlers.context import Context, catalogue_for
from handlers.keyboards import keyboard_of
from handlers.language import keep_language
from handlers.messages import Message
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
    try:
        messages, in_place = _answer(update, context, query.data or "")
    except (ValueError, LookupError):
        _log.warning("a tap that is not ours, or on what is no longer loaded")
        with _harmless():
            await query.answer(catalogue_for(update, context).text(_INVALID), show_alert=True)
        return
    with _harmless():
        await query.answer()
    await _show(query, messages, in_place=in_place)


def _answer(update: Update, context: Context, data: str) -> tuple[list[Message], bool]:
    """Answer what a button asks for, and tell whether the answer takes the place of the message.

    Raises:
        ValueError: the data is not ours.
        LookupError: what it names is no longer loaded.
    """
    services, asked = context.services, parse_tap(data)
    if isinstance(asked, LanguageTap):
        return [keep_language(update, context, asked.language)], True
    renderer = services.renderer(asked.language)
    if isinstance(asked, PageTap):
        names = {shorten(name): name for name in services.base.register.parties}
        party = names[asked.overview.party] if asked.overview.party else None
        overview = asked.overview.model_copy(update={"party": party})
        page = services.base.overview(overview, today=services.today(), language=asked.language)
        return renderer.messages(page), asked.in_place
    slugs = {shorten(document.slug): document.slug for document in services.base.documents()}
    whole = asked.action is Action.WHOLE
    reference = asked.reference.parent or asked.reference if whole else asked.reference
    answer = services.base.show(slugs[asked.document], reference, language=asked.language, whole=whole)
    messages = renderer.messages(answer, services.base.surroundings(answer), folded=not whole)
    return messages, asked.action is not Action.SHOW


async def _show(query: CallbackQuery, messages: list[Message], *, in_place: bool) -> None:
    """Send messages, the first in place of the old one if it should be and is within reach."""
    old = query.message if isinstance(query.message, TelegramMessage) else None
    if in_place and old:
        first, *messages = messages
        with _harmless():
            await old.edit_text(first.markup, reply_markup=keyboard_of(first))
    chat = query.message.chat.id if query.message else query.from_user.id
    for message in messages:
        await query.get_bot().send_message(chat, message.markup, reply_markup=keyboard_of(message))


@contextlib.contextmanager
def _harmless() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if not error.message.lower().startswith(_HARMLESS):
            raise
        _log.info("nothing left to do for a tap: %s", error.message)
