"""Save a confirmed correction once, and only if the provision is still as its author saw it."""

import asyncio
from collections.abc import Iterator
from operator import methodcaller

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.context import Context, catalogue_for
from handlers.desk.changing import REFUSED
from handlers.desk.confirmations import show_in
from handlers.desk.correcting.steps import Buttons, Step, Wish, drop_step
from handlers.desk.interrupted import noted
from handlers.desk.officers import record
from handlers.desk.progress import ProgressMessage
from handlers.desk.reports import describe_report
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.replying.memory import entrust, recall
from handlers.services import Services
from knowledge.reading.correcting import ReviewEdit
from knowledge.stores.audit import AuditOutcome, AuditTrail
from knowledge.values.errors import CorrectedMeanwhile, KnowledgeError
from knowledge.values.notices import mark

ACTION = "correct"
"""The action in the audit."""

_SAVING = mark("Guardando la corrección…")
_ALREADY = mark("Esa corrección ya estaba guardada.")


async def save(
    update: Update, context: Context, place: TelegramMessage, nonce: str, step: Step, edit: ReviewEdit
) -> None:
    """Write a correction into the review file, rebuild the base, and report the result."""
    services, catalogue = context.services, catalogue_for(update, context)
    doing = catalogue.text(_SAVING)
    await show_in(place, Message(escape(doing)))
    progress = ProgressMessage(place, doing, catalogue)
    try:
        async with noted(services, place):
            report = await asyncio.to_thread(
                services.base.load, methodcaller("correct", step.slug, edit), progress.telling()
            )
    except KnowledgeError as error:
        await progress.end(await _not_saved(update, context, Buttons(nonce, catalogue), step, edit, error))
        return
    await _write_down(update, context, nonce, step)
    done, *others = describe_report(report, catalogue, documents=services.base.documents())
    await progress.end(fill_messages([bold(done), *map(escape, others)]))


async def _not_saved(
    update: Update, context: Context, buttons: Buttons, step: Step, edit: ReviewEdit, error: KnowledgeError
) -> list[Message]:
    """Say why nothing was written, and let the officer go on.

    If the program was killed right after saving, Telegram delivers the same tap again: then the correction is
    already in, and only the audit may lack it.
    """
    services, catalogue = context.services, buttons.catalogue
    if isinstance(error, CorrectedMeanwhile) and _is_in(services, step, edit):
        if not _is_written_down(services, step):
            await _write_down(update, context, buttons.nonce, step)
        return [Message(escape(catalogue.text(_ALREADY)))]
    await record(update, context, ACTION, _subject(step), outcome=AuditOutcome.FAILED)
    said = [bold(catalogue.text(REFUSED)), escape(catalogue.notice(error.notice))]
    return fill_messages(said, (tuple(_ways_on(error, buttons)),))


def _ways_on(error: KnowledgeError, buttons: Buttons) -> Iterator[Button]:
    """Offer to try again, or, if somebody was faster, to see the current state."""
    if isinstance(error, CorrectedMeanwhile):
        yield buttons.button(mark("Ver cómo está"), Wish.BACK)
    else:
        yield buttons.button(mark("Guardar"), Wish.SAVE)
    yield buttons.button(mark("Descartar"), Wish.CANCEL)


def _is_in(services: Services, step: Step, edit: ReviewEdit) -> bool:
    now = services.base.correctable.of(step.slug, edit.reference)
    return now is not None and now.seen == edit.left


def _is_written_down(services: Services, step: Step) -> bool:
    last = recall(lambda: AuditTrail(services.state).newest((ACTION,)))
    return last is not None and (last.entry.subject, last.entry.after) == (_subject(step), step.after)


async def _write_down(update: Update, context: Context, nonce: str, step: Step) -> None:
    await record(update, context, ACTION, _subject(step), before=step.before, after=step.after)
    await entrust(drop_step(context, nonce))


def _subject(step: Step) -> str:
    return f"{step.slug}#{step.reference}"
