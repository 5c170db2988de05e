"""/exportar: the commitments with their status, as a table to edit, as JSON or as a calendar."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from enum import StrEnum

from telegram import Update

from handlers.calendars.sending import CALENDAR
from handlers.calendars.writing import write_calendar
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, count_refusal, may
from handlers.desk.tracking.rows import rows_of
from handlers.desk.tracking.writing import write_csv, write_json
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply, send_document
from handlers.replying.tap_replies import INVALID, harmless, refuse
from handlers.services import Services
from knowledge.citing.replies import NO_ACTS
from knowledge.stores.documents import Document
from knowledge.values.notices import Notice, echo, mark, notice

_log = logging.getLogger(__name__)

EXPORT = r"^exp1:"
"""Prefix of the data of this module's buttons."""

_TITLE = mark("Compromisos al {day}")
_HOW = mark(
    "Cambie solo estado, fecha y nota, y envíeme de vuelta el archivo: le mostraré qué cambia antes de "
    "anotarlo. Para una sola parte, repita la fila y escríbala en «parte»."
)
_WHICH_MEETING = mark("No entendí de qué reunión: «{words}».")
_BOM = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""


class Form(StrEnum):
    """File formats for commitments."""

    CSV = "csv"
    JSON = "json"
    ICS = "ics"


async def export(update: Update, context: Context) -> None:
    """Send the commitments of all or the named meetings as a table, or all in another format."""
    named = " ".join(context.args or ())
    if named.lower() in set(Form):
        await _send(update, context, Form(named.lower()))
        return
    services = context.services
    acts = services.base.meetings_named(named, today=services.today()) if named else ()
    if isinstance(acts, Notice) or (named and not acts):
        why = acts if isinstance(acts, Notice) else notice(_WHICH_MEETING, words=echo(named))
        await reply(message_in(update), [Message(escape(catalogue_for(update, context).notice(why)))])
        return
    await _send(update, context, Form.CSV, acts)


async def tap_export(update: Update, context: Context) -> None:
    """Send all commitments in the format that a button names."""
    query = update.callback_query
    if query is None:
        return
    named = (query.data or "").partition(":")[2]
    if not may(update, context, Role.EDITOR) or named not in set(Form):
        _log.warning("a tap of nobody who may, or that is not ours")
        await count_refusal(context, "export")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await _send(update, context, Form(named))


async def _send(update: Update, context: Context, form: Form, acts: Sequence[Document] = ()) -> None:
    """Send the commitments of all acts, or, as a table, of some."""
    services, catalogue = context.services, catalogue_for(update, context)
    if not services.base.documents():
        await reply(message_in(update), [Message(escape(catalogue.notice(NO_ACTS)))])
        return
    write = _csv(services, catalogue, acts) if form is Form.CSV else _WRITERS[form](services, catalogue)
    content = await asyncio.to_thread(write)
    today = services.today()
    lines = [bold(catalogue.text(_TITLE, day=today))]
    lines += [escape(catalogue.meeting(each.meeting)) for each in acts]
    if form is Form.CSV:
        lines.append(escape(catalogue.text(_HOW)))
    others = tuple(Button(each.upper(), f"exp1:{each}") for each in Form if not acts and each is not form)
    name = f"acuerdos-{today:%Y-%m-%d}.{form}"
    await send_document(update, content, name, "\n".join(lines), (others,) if others else ())


def _csv(services: Services, catalogue: Catalogue, acts: Sequence[Document] = ()) -> Callable[[], bytes]:
    statuses, slugs = services.base.tracker.statuses, {each.slug for each in acts}

    def write() -> bytes:
        """Write the table as a file that spreadsheets open."""
        rows = (each for each in rows_of(services.base, statuses) if not slugs or each.key.document in slugs)
        return (_BOM + write_csv(rows, catalogue)).encode()

    return write


def _json(services: Services, _catalogue: Catalogue) -> Callable[[], bytes]:
    statuses = services.base.tracker.statuses
    return lambda: write_json(rows_of(services.base, statuses)).encode()


def _ics(services: Services, catalogue: Catalogue) -> Callable[[], bytes]:
    agenda, now = services.base.agenda(), services.now()
    return lambda: write_calendar(agenda, catalogue, catalogue.text(CALENDAR), now=now)


_WRITERS: dict[Form, Callable[[Services, Catalogue], Callable[[], bytes]]] = {
    Form.JSON: _json,
    Form.ICS: _ics,
}
"""Functions that read the data for a format, in the loop, and return a writer for another thread."""
