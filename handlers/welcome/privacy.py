"""/privacidad explains what is stored about a person; /borrar_mis_datos deletes it once confirmed."""

import asyncio
from datetime import timedelta

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import role_of
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, harmless, put_in_place, refuse
from knowledge.stores.forgetting import forget_person
from knowledge.values.notices import mark

FORGET = r"^f1:"
"""Prefix of the data of the buttons under the question; the person's id follows and, for yes, the time."""

_ASKED_FOR = timedelta(minutes=10)
"""How long the button is valid."""

_KEPT = mark(
    "Junto a su identificador de Telegram guardo solo lo que usted eligió (idioma, país, avisos) y, por "
    "quince minutos, de qué hablábamos; una pregunta suya, solo si usted lo autoriza, por treinta días."
)
_COPIES = mark(
    "Las copias de seguridad se conservan dos semanas. /borrar_mis_datos borra lo suyo, y ninguna copia lo "
    "trae de vuelta."
)
_SURE = mark(
    "¿Borro todo lo que guardo de usted: idioma, país, avisos y de qué hablábamos? No se puede deshacer."
)
_DONE = mark("Listo: borré todo lo que guardaba de usted.")
_RECORD = mark("Lo que hizo como funcionario de la secretaría queda en el registro de cambios.")
_STAYS = mark("De acuerdo, no borré nada.")
_EXPIRED = mark("Esta pregunta ya venció; no borré nada. Escriba de nuevo /borrar_mis_datos.")


async def show_privacy(update: Update, context: Context) -> None:
    """Explain what is stored about a person, and how to delete it."""
    catalogue = catalogue_for(update, context)
    said = (_KEPT, _COPIES, _RECORD) if role_of(update, context) else (_KEPT, _COPIES)
    text = "\n\n".join(escape(catalogue.text(each)) for each in said)
    await reply(message_in(update), [Message(text)])


async def ask_to_forget(update: Update, context: Context) -> None:
    """Ask whether to delete everything stored about a person."""
    catalogue, user = catalogue_for(update, context), update.effective_user
    if user is None:
        return
    asked_at = int(context.services.now().timestamp())
    buttons = (
        Button(catalogue.text(mark("Sí, borrar")), f"f1:{user.id}:{asked_at}"),
        Button(catalogue.text(mark("No")), f"f1:{user.id}"),
    )
    await reply(message_in(update), [Message(escape(catalogue.text(_SURE)), (buttons,))])


async def tap_forget(update: Update, context: Context) -> None:
    """Delete the data of the person who was asked, if they tap yes in time."""
    query = update.callback_query
    if query is None:
        return
    catalogue = catalogue_for(update, context)
    _, asked, *moment = (query.data or "").split(":")
    if asked != str(query.from_user.id) or not all(each.isdecimal() for each in moment):
        await refuse(query, catalogue.text(INVALID))
        return
    said = _STAYS
    if moment:
        waited = context.services.now().timestamp() - int(moment[0])
        in_time = 0 <= waited <= _ASKED_FOR.total_seconds()
        said = _DONE if in_time else _EXPIRED
        if in_time:
            await _forget(context, query.from_user.id)
    with harmless():
        await query.answer()
    shown = [said, _RECORD] if said == _DONE and role_of(update, context) else [said]
    await put_in_place(query, Message(escape(" ".join(map(catalogue.text, shown)))))


async def _forget(context: Context, user_id: int) -> None:
    """Record the deletion first, so that no backup brings the data back, then delete it."""
    services = context.services
    await asyncio.to_thread(services.forgotten.add, user_id, services.now())
    await services.change(lambda state: forget_person(state, user_id))
