"""/revertir: an admin restores the previous base, after a preview of the changes."""

import asyncio
import re

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import change_base
from handlers.desk.confirmations import (
    EXPIRED,
    fresh_message,
    officer_tap,
    refuse_as_invalid,
    show_in,
)
from handlers.desk.officers import Role
from handlers.desk.progress import ProgressMessage
from handlers.desk.reports import describe_changes
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from knowledge.loading import Loader
from knowledge.loading.comparing import BaseChanges
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

REVERT = r"^rv1:"
"""Prefix of the data of these buttons."""

_ACTION = "revert"
_FORM = re.compile(r"rv1:(?:(?P<edition>[0-9a-f]{12})|n)")
_SURE = mark("¿Volver a lo anterior? Esto es lo que cambiaría; /revertir otra vez regresa a lo de ahora.")
_NO_MATTER = mark("Las actas quedarían igual; cambian solo las palabras o las correcciones.")
_UNTOLD = mark("No puedo comparar: la base anterior es de otra versión del programa y se haría de nuevo.")
_REVERTING = mark("Volviendo a lo anterior…")
_KEPT = mark("Todo queda como está.")


async def revert(update: Update, context: Context) -> None:
    """Show what reverting would change, and ask for confirmation."""
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        edition = services.base.edition
        changes = await asyncio.to_thread(services.base.before)
    except KnowledgeError as error:
        await reply(message_in(update), [Message(escape(catalogue.notice(error.notice)))])
        return
    buttons = (
        Button(catalogue.text(mark("Volver")), f"rv1:{edition}"),
        Button(catalogue.text(mark("No")), "rv1:n"),
    )
    lines = map(escape, _told(changes, catalogue))
    await reply(message_in(update), fill_messages([bold(catalogue.text(_SURE)), *lines], (buttons,)))


async def tap_revert(update: Update, context: Context) -> None:
    """Revert, or leave everything as it is; the button expires if something was loaded meanwhile."""
    query = await officer_tap(update, context, Role.ADMIN, _ACTION)
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    match = _FORM.fullmatch(query.data or "")
    if match is None:
        await refuse_as_invalid(query, update, context)
        return
    place = fresh_message(query, services.now())
    if place is None or match["edition"] not in {None, services.base.edition}:
        await refuse(query, catalogue.text(EXPIRED))
        return
    with harmless():
        await query.answer()
    if match["edition"] is None:
        await show_in(place, Message(escape(catalogue.text(_KEPT))))
        return
    doing = catalogue.text(_REVERTING)
    await show_in(place, Message(escape(doing)))
    await change_base(update, context, ProgressMessage(place, doing, catalogue), _ACTION, Loader.revert)


def _told(changes: BaseChanges | None, catalogue: Catalogue) -> list[str]:
    if changes is None:
        return [catalogue.text(_UNTOLD)]
    return [*describe_changes(changes, catalogue)] or [catalogue.text(_NO_MATTER)]
