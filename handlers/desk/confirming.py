"""Taps under the preview of files: turn its pages, discard them, or load them all at once."""

import asyncio
import json
from collections.abc import Sequence
from operator import methodcaller

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for
from handlers.desk.after_load import after_load
from handlers.desk.changing import REFUSED
from handlers.desk.confirmations import (
    EXPIRED,
    fresh_message,
    officer_tap,
    refuse_as_invalid,
    show_in,
)
from handlers.desk.interrupted import noted
from handlers.desk.officers import Role, record
from handlers.desk.previews import Shown, render_preview
from handlers.desk.progress import ProgressMessage
from handlers.desk.reports import describe_report
from handlers.desk.upload_taps import UploadTap, Wish
from handlers.desk.uploads import Staged, preview_batch
from handlers.markup import bold, escape
from handlers.messages import Message, fill_messages
from handlers.replying.memory import recall
from handlers.replying.tap_replies import harmless, refuse
from handlers.services import Services
from knowledge.loading import LoadReport
from knowledge.loading.staging import Batch
from knowledge.stores.audit import AuditOutcome
from knowledge.stores.originals import Originals, Provenance
from knowledge.stores.state_store import StateStore
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_ACTION = "load"
_LOADING = mark("Cargando…")
_ALREADY = mark("Ya está cargado.")
_DISCARDED = mark("Descartado: no se ha cargado nada.")
_MEANWHILE = mark("Entretanto cambió lo que está cargado: revise de nuevo qué cambiaría.")
_LEFT_OUT = mark("No se ha cargado: {reason}")


async def tap_upload(update: Update, context: Context) -> None:
    """Handle a tap under a preview, if its batch is still waiting and belongs to who tapped."""
    query = await officer_tap(update, context, Role.ADMIN, _ACTION)
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        tap = UploadTap.parse(query.data or "")
    except ValueError:
        await refuse_as_invalid(query, update, context)
        return
    batch = await asyncio.to_thread(services.staging.batch_of, query.from_user.id)
    if batch and batch.tag == tap.tag and batch.loaded:
        with harmless():
            await query.answer(catalogue.text(_ALREADY))
        return
    place = fresh_message(query, services.now())
    if place is None or batch is None or batch.tag != tap.tag or not batch.is_open(services.now()):
        await refuse(query, catalogue.text(EXPIRED))
        return
    with harmless():
        await query.answer()
    match tap.wish:
        case Wish.LOAD:
            await _load(update, context, batch, place)
        case Wish.DISCARD:
            await asyncio.to_thread(services.staging.clear, batch.owner)
            await show_in(place, Message(escape(catalogue.text(_DISCARDED))))
        case _:
            await _turn(context, batch, place, tap, catalogue)


async def _turn(
    context: Context, batch: Batch, place: TelegramMessage, tap: UploadTap, catalogue: Catalogue
) -> None:
    """Show another view of the preview; the acts are cached, so this is quick."""
    try:
        staged = await asyncio.to_thread(preview_batch, context.services, batch)
    except KnowledgeError as error:
        await show_in(place, Message(escape(catalogue.notice(error.notice))))
        return
    await show_in(place, render_preview(_shown(staged, catalogue), tap.wish, tap.page))


async def _load(update: Update, context: Context, batch: Batch, place: TelegramMessage) -> None:
    """Load all files of a batch in a thread, and report the result."""
    services, catalogue = context.services, catalogue_for(update, context)
    doing = catalogue.text(_LOADING)
    await show_in(place, Message(escape(doing)))
    progress = ProgressMessage(place, doing, catalogue)
    try:
        if batch.against != services.base.edition:
            await progress.end([await _look_again(update, context, batch, catalogue)])
            return
        paths = services.staging.paths(batch)
        async with noted(services, place):
            report = await asyncio.to_thread(
                services.base.load, methodcaller("add", *paths, replace=True), progress.telling()
            )
    except KnowledgeError as error:
        await record(update, context, _ACTION, outcome=AuditOutcome.FAILED)
        await progress.end([await _refused(services, batch, error, catalogue)])
        return
    await _write_down(update, context, batch, {each.slug: each.sha256 for each in report.loaded})
    await progress.end(fill_messages(_told(report, catalogue, services)))
    await after_load(update, context, report)


async def _look_again(update: Update, context: Context, batch: Batch, catalogue: Catalogue) -> Message:
    """Preview a batch again, since something else was loaded meanwhile, possibly the batch itself.

    If the program was killed right after loading the batch, who loaded its acts must still be recorded.
    """
    services = context.services
    sent = {each.sha256 for each in batch.files}
    loaded = {each.slug: each.sha256 for each in services.base.documents() if each.sha256 in sent}
    if sent <= {*loaded.values()}:
        nobody = {slug: sha for slug, sha in loaded.items() if _provenance(services, sha) is None}
        await _write_down(update, context, batch, nobody)
        return Message(escape(catalogue.text(_ALREADY)))
    staged = await asyncio.to_thread(preview_batch, services, batch)
    return _with_note(staged, catalogue.text(_MEANWHILE), catalogue)


async def _refused(services: Services, batch: Batch, error: KnowledgeError, catalogue: Catalogue) -> Message:
    """Say why nothing was loaded, and let the officer try again."""
    why = f"{catalogue.text(REFUSED)}\n{catalogue.notice(error.notice)}"
    try:
        staged = await asyncio.to_thread(preview_batch, services, batch)
    except KnowledgeError:
        return Message(escape(why))
    return _with_note(staged, why, catalogue)


def _with_note(staged: Staged, note: str, catalogue: Catalogue) -> Message:
    message = render_preview(_shown(staged, catalogue))
    return message._replace(markup=f"⚠️ {escape(note)}\n\n{message.markup}")


def _shown(staged: Staged, catalogue: Catalogue) -> Shown:
    return Shown(staged.preview, staged.batch.tag, catalogue)


def _told(report: LoadReport, catalogue: Catalogue, services: Services) -> Sequence[str]:
    lost = services.base.tracker.statuses.lost
    done, *others = describe_report(report, catalogue, lost, services.base.documents())
    left_out = (catalogue.text(_LEFT_OUT, reason=reason) for reason in report.left_out)
    return [bold(done), *map(escape, (*others, *left_out))]


async def _write_down(update: Update, context: Context, batch: Batch, loaded: dict[str, str]) -> None:
    """Record who loaded which act from which file, and finish the batch."""
    services = context.services
    now, sent = services.now(), {each.sha256: each for each in batch.files}

    def write(state: StateStore) -> None:
        """Keep the provenance of each act."""
        originals = Originals(state)
        for slug, sha256 in loaded.items():
            file = sent[sha256]
            originals.keep_file_id(sha256, file.file_id)
            originals.keep(
                Provenance(sha256=sha256, slug=slug, file_name=file.name, user_id=batch.owner, loaded_at=now)
            )

    if loaded:
        await services.note(write)
        await record(update, context, _ACTION, ", ".join(loaded), after=json.dumps(loaded))
    await asyncio.to_thread(services.staging.finish, batch)


def _provenance(services: Services, sha256: str) -> Provenance | None:
    return recall(lambda: Originals(services.state).provenance(sha256))
