"""Files from an admin: kept aside and previewed; nothing is loaded until confirmed."""

import asyncio
import logging
from typing import NamedTuple

from telegram import Document as TelegramDocument
from telegram import Update
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest, TelegramError
from telegram.ext import filters

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import REFUSED
from handlers.desk.officers import Role, may
from handlers.desk.previews import Shown, render_preview
from handlers.desk.progress import ProgressMessage
from handlers.hearing.unknown import answer_other
from handlers.markup import bold, escape
from handlers.messages import Message
from handlers.replying.replies import reply, send_document
from handlers.reports.page import ActPage
from handlers.services import Services
from knowledge.loading.preview import Preview
from knowledge.loading.staging import Batch
from knowledge.values.acts import Act
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_READING = mark("Recibido: {file}. Leyendo…")
_TOO_BIG = mark("{file} pesa {megabytes} MB, y Telegram me entrega hasta {limit} MB. Envíe solo el acta.")
_NOT_FETCHED = mark("No pude descargar {file} de Telegram. Envíelo otra vez, por favor.")
_BELOW = mark("Llegó otro archivo: la vista previa de todos está más abajo.")
_AS_READ = mark("{meeting}: lo leído, señalado en el acta. Ábrala en el navegador.")
_MEGABYTE = 1_000_000
_NAME_LIMIT = 60

ACT_FILES = (
    filters.Document.ALL
    & ~filters.Document.FileExtension("csv")  # CSV files are tables of marks, not acts
    & ~filters.Document.MimeType("text/csv")
)
"""Files that may be acts."""


async def receive_file(update: Update, context: Context) -> None:
    """Preview a file from an admin, together with those already waiting; anyone else can only send text."""
    message, user = message_in(update), update.effective_user
    if not may(update, context, Role.ADMIN) or message.document is None or user is None:
        await answer_other(update, context)
        return
    catalogue, sent = catalogue_for(update, context), message.document
    name = " ".join((sent.file_name or "acta").split())
    if sent.file_size and sent.file_size > FileSizeLimit.FILESIZE_DOWNLOAD:
        megabytes = -(-sent.file_size // _MEGABYTE)
        limit = FileSizeLimit.FILESIZE_DOWNLOAD // _MEGABYTE
        refusal = catalogue.text(_TOO_BIG, file=name[:_NAME_LIMIT], megabytes=megabytes, limit=limit)
        await reply(message, [Message(escape(refusal))])
        return
    doing = catalogue.text(_READING, file=name[:_NAME_LIMIT])
    progress = await ProgressMessage.begin(message, doing, catalogue)
    content = await _fetch(sent)
    if content is None:
        said = catalogue.text(_NOT_FETCHED, file=name[:_NAME_LIMIT])
        await progress.end([Message(escape(said))])
        return
    try:
        staged = await asyncio.to_thread(_stage, context.services, user.id, name, content, sent.file_id)
    except KnowledgeError as error:
        reason = escape(catalogue.notice(error.notice))
        await progress.end([Message(f"{bold(catalogue.text(REFUSED))}\n\n{reason}")])
        return
    await _show(update, context, progress, staged, catalogue)


class Staged(NamedTuple):
    """A batch and its preview."""

    batch: Batch
    preview: Preview


def preview_batch(services: Services, batch: Batch) -> Staged:
    """Preview a batch, and drop the files that bring nothing; not to be called in the loop's thread."""
    base, staging = services.base, services.staging
    against = base.edition
    preview = base.preview(*staging.paths(batch), workplace=staging.workplace(batch))
    left = staging.drop(batch, [each.path for each in preview.files if each.act is None])
    return Staged(staging.write(left.model_copy(update={"against": against})), preview)


def _stage(services: Services, owner: int, name: str, content: bytes, file_id: str) -> Staged:
    batch = services.staging.add(owner, name, content, file_id, now=services.now())
    return preview_batch(services, batch)


async def _fetch(sent: TelegramDocument) -> bytes | None:
    """Download a file; return None if Telegram doesn't deliver it."""
    try:
        file = await sent.get_file()
        return bytes(await file.download_as_bytearray())
    except TelegramError as error:  # a link that has expired looks like a wrong token
        _log.warning("a file could not be downloaded: %s", type(error).__name__)
        return None


async def _show(
    update: Update, context: Context, progress: ProgressMessage, staged: Staged, catalogue: Catalogue
) -> None:
    """Send the page of the newest act, then replace the progress by the preview."""
    services, batch = context.services, staged.batch
    newest = staged.preview.files[-1].act
    if newest:
        await _send_page(update, newest, services, catalogue)
    shown = await progress.end([render_preview(Shown(staged.preview, batch.tag, catalogue))])
    if batch.shown_in is not None:
        await _close(update, context, batch.shown_in, catalogue.text(_BELOW))
    await asyncio.to_thread(services.staging.write, batch.model_copy(update={"shown_in": shown.message_id}))


async def _send_page(update: Update, act: Act, services: Services, catalogue: Catalogue) -> None:
    """Send the page of an act; if that fails, the preview is still sent."""
    page = await asyncio.to_thread(lambda: ActPage(act, services.base.register, catalogue).html())
    meeting = catalogue.meeting(act.meeting) or act.slug
    caption = escape(catalogue.text(_AS_READ, meeting=meeting))
    try:
        await send_document(update, page.encode(), f"{act.slug}.html", caption)
    except TelegramError as error:
        _log.warning("the page of an act could not be sent: %s", type(error).__name__)


async def _close(update: Update, context: Context, message_id: int, said: str) -> None:
    """Remove the buttons of an earlier preview, if it still exists."""
    chat = update.effective_chat
    if chat is None:
        return
    try:
        await context.bot.edit_message_text(escape(said), chat.id, message_id)
    except BadRequest as error:
        _log.info("an earlier preview is gone: %s", error.message)
