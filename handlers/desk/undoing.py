"""Undo officers' actions, given their audit entries."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from operator import methodcaller

from telegram import Update

from handlers.context import Context
from handlers.desk.officers import record
from knowledge.loading import Loader
from knowledge.stores.audit import UNDONE, AuditTrail, NumberedEntry
from knowledge.stores.marks import MarkStore
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark, notice

Undo = Callable[[Update, Context, NumberedEntry], Awaitable[None]]
"""Undoes the action of an audit entry, or raises KnowledgeError and changes nothing."""

KNOWLEDGE = ("load", "reload", "retire", "revert", "synonyms", "correct", "restore")
"""Actions that change the acts or the files beside them; only the last of them can be undone."""


class NotUndone(KnowledgeError):
    """An action can't be undone any more; nothing has changed."""


async def undo(update: Update, context: Context, numbered: NumberedEntry) -> None:
    """Undo the action of an entry, and record that in the audit.

    Raises:
        KnowledgeError: it can't be undone, or was already; nothing has changed.
    """
    entry = numbered.entry
    if numbered.is_undone:
        raise NotUndone(notice(mark("Eso ya estaba deshecho.")))
    if entry.action not in UNDO:
        raise NotUndone(notice(mark("Eso no se puede deshacer.")))
    await UNDO[entry.action](update, context, numbered)
    await record(update, context, UNDONE, str(numbered.number), before=entry.after, after=entry.before)


async def _take_back_marks(update: Update, context: Context, numbered: NumberedEntry) -> None:
    services, user = context.services, update.effective_user
    change, now, user_id = json.loads(numbered.entry.after)["change"], services.now(), user.id if user else 0
    if not await services.change(lambda state: MarkStore(state).undo(change, user_id=user_id, at=now)):
        raise NotUndone(notice(mark("Eso ya estaba deshecho.")))


async def _forget_synonyms(update: Update, context: Context, numbered: NumberedEntry) -> None:
    """Remove the line from the thesaurus, regardless of later changes."""
    line = numbered.entry.after
    if not line:  # earlier versions didn't record it
        await _go_back(update, context, numbered)
        return
    await asyncio.to_thread(context.services.base.load, methodcaller("remove_synonyms", line))


async def _go_back(_: Update, context: Context, numbered: NumberedEntry) -> None:
    """Restore the previous base, if this was the last change."""
    services = context.services
    newest = AuditTrail(services.state).newest(KNOWLEDGE)
    if newest is None or newest.number != numbered.number:
        sentence = mark("Solo se deshace lo último que cambió las actas, y después hubo otro cambio.")
        raise NotUndone(notice(sentence))
    await asyncio.to_thread(services.base.load, Loader.revert)


UNDO: Mapping[str, Undo] = {
    "track": _take_back_marks,
    "load": _go_back,
    "retire": _go_back,
    "revert": _go_back,
    "synonyms": _forget_synonyms,
    "correct": _go_back,
}
"""How to undo each action; others can't be undone."""
