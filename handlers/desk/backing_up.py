"""/respaldo: an admin makes a backup now, and can have it sent."""

import asyncio

from telegram import Update
from telegram.constants import FileSizeLimit

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, count_refusal, may, record
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply, send_document
from handlers.replying.tap_replies import GONE, INVALID, harmless, refuse
from knowledge.stores.audit import AuditOutcome
from knowledge.stores.backups import KEPT_DAYS
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

BACKUP = r"^bk1:"
"""Prefix of the data of the button that sends a backup; the file's name follows."""

_ACTION = "backup"
_MADE = mark(
    "Copia hecha: {file} ({kilobytes} kB), en la carpeta de datos del servidor. Se conserva la última de "
    "cada día, {days} días."
)
_FAILED = mark("No se hizo la copia. {reason}")
_CAPTION = mark("Guárdela en un lugar seguro: contiene todo lo que se confió al bot.")


async def back_up(update: Update, context: Context) -> None:
    """Make a backup in a thread, and report its place and size."""
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        made = await asyncio.to_thread(services.backups.make, services.now())
    except KnowledgeError as error:
        await record(update, context, _ACTION, outcome=AuditOutcome.FAILED)
        message = Message(escape(catalogue.text(_FAILED, reason=error.notice)))
    else:
        await record(update, context, _ACTION, made.path.name)
        place, kilobytes = f"backups/{made.path.name}", -(-made.size // 1000)
        said = escape(catalogue.text(_MADE, file=place, kilobytes=kilobytes, days=KEPT_DAYS))
        button = Button(catalogue.text(mark("Enviarme el archivo")), f"bk1:{made.path.name}")
        message = Message(said, ((button,),) if made.size < FileSizeLimit.FILESIZE_UPLOAD else ())
    await reply(message_in(update), [message])


async def tap_backup(update: Update, context: Context) -> None:
    """Send an admin the backup that a button names."""
    query = update.callback_query
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    if not may(update, context, Role.ADMIN):
        await count_refusal(context, _ACTION)
        await refuse(query, catalogue.text(INVALID))
        return
    name = (query.data or "").partition(":")[2]
    backup = next((each for each in services.backups.listed() if each.path.name == name), None)
    if backup is None:
        await refuse(query, catalogue.text(GONE))
        return
    with harmless():
        await query.answer()
    content = await asyncio.to_thread(backup.path.read_bytes)
    await send_document(update, content, name, escape(catalogue.text(_CAPTION)))
    await record(update, context, "backup_sent", name)
