"""Taps under marks: choose a commitment, discard, undo, and show the evidence."""

import json
import logging
from collections.abc import Awaitable, Callable
from textwrap import shorten

from telegram import CallbackQuery, Update
from telegram import Message as TelegramMessage
from telegram.constants import CallbackQueryLimit

from handlers.context import Context, catalogue_for
from handlers.desk.officers import Role, count_refusal, may, record
from handlers.desk.tracking.history import send_evidence
from handlers.desk.tracking.keeping import ANSWERABLE, BEFORE, keep_marks, officer, subject_of
from handlers.desk.tracking.marking import NOT_SAVED
from handlers.desk.tracking.taps import MarkAction, MarkTap
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.memory import entrust
from handlers.replying.tap_replies import INVALID, refuse, show
from knowledge.stores.drafts import DraftStore
from knowledge.stores.marks import MarkStore
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_ALERT = CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH
_OVER = mark("Esta pregunta venció o ya se contestó. Escriba de nuevo la orden; ahora no se anotó nada.")
_CHANGED = mark("Desde la vista previa se anotó otra cosa: envíe la tabla de nuevo. No se anotó nada.")
_DISCARDED = mark("Descartado: no se anotó nada.")
_UNDONE = mark("↩️ Deshecho: vale de nuevo lo que estaba anotado antes.")
_ALREADY = mark("Eso ya estaba deshecho.")


async def tap_mark(update: Update, context: Context) -> None:
    """Choose, discard or undo, as the tapped button says."""
    query = update.callback_query
    if query is None:
        return
    catalogue = catalogue_for(update, context)
    try:
        tap = MarkTap.parse(query.data or "")
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue.text(INVALID))
        return
    if not may(update, context, Role.EDITOR):
        await count_refusal(context, "track")
        await refuse(query, catalogue.text(INVALID))
        return
    try:
        await _TAPS[tap.action](update, context, query, tap)
    except KnowledgeError as error:
        said = catalogue.text(NOT_SAVED, reason=catalogue.notice(error.notice))
        await refuse(query, shorten(said, _ALERT, placeholder="…"))


async def _choose(update: Update, context: Context, query: CallbackQuery, tap: MarkTap) -> None:
    services, catalogue = context.services, catalogue_for(update, context)
    since = services.now() - ANSWERABLE
    draft = DraftStore(services.state).draft(tap.subject, officer(update), since=since)
    if draft is None or tap.place >= len(draft.options):
        is_made = MarkStore(services.state).number_of(tap.subject) is not None
        await refuse(query, catalogue.text(BEFORE if is_made else _OVER))
        return
    if draft.version and draft.version != services.base.tracker.version:
        await refuse(query, catalogue.text(_CHANGED))
        return
    answer = await keep_marks(update, context, draft.options[tap.place], tap.subject)
    await entrust(services.change(lambda state: DraftStore(state).drop(tap.subject)))
    await show(query, [answer], in_place=True)


async def _discard(update: Update, context: Context, query: CallbackQuery, tap: MarkTap) -> None:
    await context.services.change(lambda state: DraftStore(state).drop(tap.subject))
    said = catalogue_for(update, context).text(_DISCARDED)
    await show(query, [Message(escape(said))], in_place=True)


async def _undo(update: Update, context: Context, query: CallbackQuery, tap: MarkTap) -> None:
    services, catalogue, user_id = context.services, catalogue_for(update, context), officer(update)
    now = services.now()
    undone = await services.change(lambda state: MarkStore(state).undo(tap.number, user_id=user_id, at=now))
    if not undone:
        await refuse(query, catalogue.text(_ALREADY))
        return
    change = MarkStore(services.state).change(tap.number)
    keys = dict.fromkeys(each.key for each in change.marks) if change else {}
    await record(update, context, "untrack", subject_of(keys), before=json.dumps({"change": tap.number}))
    old = query.message
    text = old.text_html if isinstance(old, TelegramMessage) and old.text else ""
    said = f"{text}\n\n{escape(catalogue.text(_UNDONE))}".strip()
    await show(query, [Message(said)], in_place=True)


_TAPS: dict[MarkAction, Callable[[Update, Context, CallbackQuery, MarkTap], Awaitable[None]]] = {
    MarkAction.CHOOSE: _choose,
    MarkAction.DISCARD: _discard,
    MarkAction.UNDO: _undo,
    MarkAction.EVIDENCE: send_evidence,
}
