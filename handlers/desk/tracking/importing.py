"""Import a table that an officer sends back: preview its changes, and make them once confirmed."""

from collections.abc import Iterator
from textwrap import shorten

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import filters

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, may
from handlers.desk.tracking.changes import Comparison, Difference, compare
from handlers.desk.tracking.columns import STATES
from handlers.desk.tracking.keeping import keep_draft
from handlers.desk.tracking.rows import Progress
from handlers.desk.tracking.taps import MarkAction, MarkTap, discard_button
from handlers.hearing.unknown import answer_other
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.replying.replies import reply
from knowledge.stores.drafts import Draft
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark, mark_plural
from knowledge.values.tracking import Fulfilment

LARGEST = 5_000_000
"""Most bytes of a table; that of fifty years of acts has a tenth."""

SHOWN = 20
"""Most differences or faults that a preview lists."""

_TOO_BIG = mark("La tabla pasa de 5 MB; no se leyó.")
_NOT_FETCHED = mark("Telegram no entregó el archivo. Envíelo de nuevo.")
_FAULTY = mark_plural(
    "La tabla tiene {number} línea con error. No se anotó nada: corríjala y envíela de nuevo.",
    "La tabla tiene {number} líneas con errores. No se anotó nada: corríjalas y envíela de nuevo.",
)
_FAULT = mark("Línea {number}: {reason}")
_SAME = mark("La tabla dice lo mismo que ya está anotado: no hay nada que cambiar.")
_CHANGES = mark_plural("{number} cambio; aún no se anotó nada:", "{number} cambios; aún no se anotó nada:")
_CHANGE = mark("{before} → {after}")
_ON = mark("{state} el {day}")
_REST = mark("… y {number} más.")
_CONFIRM = mark_plural("✅ Anotar {number} cambio", "✅ Anotar {number} cambios")
_NOTE = 60


TABLE = filters.Document.FileExtension("csv")
"""Files that may be a table."""


async def take_officers_table(update: Update, context: Context) -> None:
    """Import an officer's table; treat anybody else's like any other file."""
    if may(update, context, Role.EDITOR):
        await take_table(update, context)
    else:
        await answer_other(update, context)


async def take_table(update: Update, context: Context) -> None:
    """Read a table, and show its changes or its faults."""
    message, catalogue, services = message_in(update), catalogue_for(update, context), context.services
    document = message.document
    if document is None:
        return
    if (document.file_size or 0) > LARGEST:
        await reply(message, [Message(escape(catalogue.text(_TOO_BIG)))])
        return
    try:
        content = bytes(await (await document.get_file()).download_as_bytearray())
    except TelegramError:
        await reply(message, [Message(escape(catalogue.text(_NOT_FETCHED)))])
        return
    version = services.base.tracker.version
    try:
        found = compare(content, services.base, services.catalogues, services.today())
        if found.faults or not found.differences:
            await reply(message, _complaint(found, catalogue))
            return
        made = tuple(each.mark for each in found.differences)
        nonce = await keep_draft(update, context, Draft(options=(made,), version=version))
    except KnowledgeError as error:
        await reply(message, [Message(escape(catalogue.notice(error.notice)))])
        return
    await reply(message, _preview(found, nonce, catalogue))


def describe_faults(found: Comparison, catalogue: Catalogue) -> Iterator[str]:
    """Describe the faults of a table, a line each."""
    for fault in found.faults:
        yield catalogue.text(_FAULT, number=fault.number, reason=fault.reason)


def describe_differences(found: Comparison, catalogue: Catalogue) -> Iterator[str]:
    """Describe the changes in a table, a line each."""
    for each in found.differences:
        told = catalogue.text(
            _CHANGE, before=_told(each.before, catalogue), after=_told(each.after, catalogue)
        )
        yield f"{_place(each, catalogue)}: {told}"


def _complaint(found: Comparison, catalogue: Catalogue) -> list[Message]:
    if not found.faults:
        return [Message(escape(catalogue.text(_SAME)))]
    lines = [*describe_faults(found, catalogue)]
    return fill_messages([bold(catalogue.count(*_FAULTY, len(lines))), *_first(lines, catalogue)])


def _preview(found: Comparison, nonce: str, catalogue: Catalogue) -> list[Message]:
    lines = [*describe_differences(found, catalogue)]
    count = len(lines)
    confirm = Button(
        catalogue.count(*_CONFIRM, count), str(MarkTap(MarkAction.CHOOSE, catalogue.language, nonce))
    )
    return fill_messages(
        [bold(catalogue.count(*_CHANGES, count)), *_first(lines, catalogue)],
        ((confirm,), (discard_button(nonce, catalogue),)),
    )


def _first(lines: list[str], catalogue: Catalogue) -> list[str]:
    """Return the first lines, and the number of the others."""
    left = len(lines) - SHOWN
    return [
        *map(escape, lines[:SHOWN]),
        *([escape(catalogue.text(_REST, number=left))] if left > 0 else []),
    ]


def _place(each: Difference, catalogue: Catalogue) -> str:
    citation = each.candidate.citation
    told = [catalogue.provision(citation)]
    if each.candidate.key.ordinal > 1:
        told[0] += f" ({each.candidate.key.ordinal})"
    if each.party:
        told.append(catalogue.party(each.party))
    return " · ".join([*told, catalogue.meeting(citation.meeting)])


def _told(progress: Progress, catalogue: Catalogue) -> str:
    state = catalogue.text(STATES[progress.fulfilment])
    told = [state]
    if progress.day and progress.fulfilment is not Fulfilment.OPEN:
        told = [catalogue.text(_ON, state=state, day=progress.day)]
    if progress.note:
        told.append(f"«{shorten(progress.note, _NOTE, placeholder='…')}»")
    return ", ".join(told)
