"""Send the file of an act as it was loaded, with the page of a provision."""

import asyncio
import logging
from pathlib import Path

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.error import BadRequest

from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for
from handlers.markup import escape
from handlers.provision_taps import ProvisionTap
from handlers.replying.memory import recall
from handlers.replying.replies import send_document
from handlers.replying.tap_replies import GONE, INVALID, harmless, refuse
from handlers.services import Services
from knowledge.stores.documents import Document
from knowledge.stores.originals import Originals
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_LOST = mark("El archivo del acta ya no está; avise a la secretaría.")


async def tap_original(update: Update, context: Context) -> None:
    """Send the act of the provision whose button was tapped."""
    query = update.callback_query
    if query is None:
        return
    base = context.services.base
    try:
        tap = ProvisionTap.parse(query.data or "")
        document = {shorten(each.slug): each for each in base.documents()}[tap.document]
        page = base.page_of(document.slug, tap.reference)
    except LookupError:
        await refuse(query, catalogue_for(update, context).text(GONE))
        return
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    catalogue = context.services.catalogues[tap.language]
    citation = escape(catalogue.citation(document.cite(tap.reference)))
    caption = catalogue.text(mark("{citation}: página {page}."), citation=citation, page=page)
    await _send(update, query, context.services, document, caption, catalogue)


async def _send(
    update: Update,
    query: CallbackQuery,
    services: Services,
    document: Document,
    caption: str,
    catalogue: Catalogue,
) -> None:
    """Send an act by the id of Telegram's copy, or, if there is none, its file."""
    known = recall(lambda: Originals(services.state).file_id(document.sha256))
    if known:
        try:
            await send_document(update, known, document.source, caption)
        except BadRequest as error:
            _log.info("Telegram has lost its copy of an act: %s", error.message)
        else:
            with harmless():
                await query.answer()
            return
    original = await asyncio.to_thread(services.base.original, document)
    if original is None:
        _log.error("the file of %s is gone", document.slug)
        await refuse(query, catalogue.text(_LOST))
        return
    with harmless():
        await query.answer()
    await _send_file(update, services, document, original, caption)


async def _send_file(
    update: Update, services: Services, document: Document, original: Path, caption: str
) -> None:
    content = await asyncio.to_thread(original.read_bytes)
    sent = await send_document(update, content, document.source, caption)
    await keep_file_id(services, document.sha256, sent)


async def keep_file_id(services: Services, sha256: str, message: TelegramMessage | None) -> None:
    """Remember Telegram's id of the file in a message, so that it is uploaded only once."""
    attached = message.document if message else None
    if attached is None:
        return
    file_id = attached.file_id
    await services.note(lambda state: Originals(state).keep_file_id(sha256, file_id))
