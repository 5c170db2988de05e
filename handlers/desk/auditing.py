"""/auditoria: who changed what, with values before and after, newest first, and buttons to undo it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from textwrap import shorten

from telegram import CallbackQuery, Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.audit_words import subject, word
from handlers.desk.officers import Role, count_refusal, may
from handlers.desk.undoing import UNDO, undo
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, harmless, put_in_place, refuse
from knowledge.stores.audit import AuditOutcome, AuditTrail, NumberedEntry
from knowledge.stores.originals import AT_THE_SERVER
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

AUDIT = r"^au1:"
"""Prefix of the data of these buttons."""

_FORM = re.compile(r"au1:(?P<wish>[puy]):(?P<number>\d{1,9})(:(?P<asked_at>\d{1,11}))?", re.ASCII)
_ACTION = "audit"
_ON_A_PAGE = 6
_LONGEST = 120
"""Characters of the values before and after that a line shows."""
_ASKED_FOR = timedelta(minutes=10)
_REFUSALS_OF = timedelta(days=30)

_TITLE = mark("Registro de cambios")
_EMPTY = mark("Todavía nadie ha cambiado nada.")
_REFUSED = mark("Intentos rechazados en 30 días: {counts}.")
_SURE = mark("¿Deshacer esto? {entry}")
_UNDONE = mark("↩️ Deshecho: {entry}")
_EXPIRED = mark("Esta pregunta ya venció; no se deshizo nada. Escriba de nuevo /auditoria.")
_NOT_UNDONE = mark("No se deshizo nada. {reason}")
_ACTIONS = {
    "load": mark("cargar"),
    "reload": mark("recargar"),
    "retire": mark("retirar"),
    "revert": mark("revertir"),
    "synonyms": mark("sinónimo"),
    "correct": mark("corregir"),
    "track": mark("anotar avance"),
    "untrack": mark("deshacer avance"),
    "backup": mark("hacer copia"),
    "backup_sent": mark("enviar copia"),
    "restore": mark("restaurar copia"),
    "undo": mark("deshacer"),
    "announce": mark("avisar del acta"),
    "golden_question": mark("pregunta de prueba"),
    "discard_question": mark("descartar pregunta"),
}
_REFUSABLE = _ACTIONS | {
    "questions": mark("ver preguntas"),
    "answer": mark("dar una respuesta"),
    "status": mark("ver el estado"),
    "synonym": _ACTIONS["synonyms"],
    "done": _ACTIONS["track"],
    "in_progress": _ACTIONS["track"],
    "reopen": _ACTIONS["track"],
    "history": mark("ver el historial"),
    "progress": mark("ver el avance"),
    "balances": mark("ver el avance"),
    "export": mark("exportar"),
    "audit": mark("ver el registro"),
}
"""Actions that may be refused: recorded ones and read-only ones; commands by their English name."""


async def show_audit(update: Update, context: Context) -> None:
    """Show the newest entries."""
    await reply(message_in(update), [_page(context, catalogue_for(update, context), 1)])


async def tap_audit(update: Update, context: Context) -> None:
    """Turn a page, or undo an entry once the admin has confirmed it."""
    query = update.callback_query
    if query is None:
        return
    catalogue, form = catalogue_for(update, context), _FORM.fullmatch(query.data or "")
    if form is None or not may(update, context, Role.ADMIN):
        if form:
            await count_refusal(context, _ACTION)
        await refuse(query, catalogue.text(INVALID))
        return
    number = int(form["number"])
    with harmless():
        await query.answer()
    if form["wish"] == "p":
        await put_in_place(query, _page(context, catalogue, number))
        return
    entry = AuditTrail(context.services.state).numbered(number)
    if entry is None:
        await put_in_place(query, Message(escape(catalogue.text(INVALID))))
    elif form["wish"] == "u":
        await put_in_place(query, _question(context, entry, catalogue))
    else:
        await _undo(update, context, query, entry, int(form["asked_at"] or 0))


async def _undo(
    update: Update, context: Context, query: CallbackQuery, entry: NumberedEntry, asked_at: int
) -> None:
    catalogue = catalogue_for(update, context)
    if context.services.now().timestamp() - asked_at > _ASKED_FOR.total_seconds():
        await put_in_place(query, Message(escape(catalogue.text(_EXPIRED))))
        return
    try:
        await undo(update, context, entry)
    except KnowledgeError as error:
        await put_in_place(query, Message(escape(catalogue.text(_NOT_UNDONE, reason=error.notice))))
        return
    said = catalogue.text(_UNDONE, entry=_line(context, entry, catalogue))
    await put_in_place(query, Message(escape(said)))


def _question(context: Context, entry: NumberedEntry, catalogue: Catalogue) -> Message:
    asked_at = int(context.services.now().timestamp())
    buttons = (
        Button(catalogue.text(mark("Sí, deshacer")), f"au1:y:{entry.number}:{asked_at}"),
        Button(catalogue.text(mark("No")), "au1:p:1"),
    )
    said = catalogue.text(_SURE, entry=_line(context, entry, catalogue))
    return Message(escape(said), (buttons,))


def _page(context: Context, catalogue: Catalogue, page: int) -> Message:
    trail = AuditTrail(context.services.state)
    pages = max(1, -(-trail.count() // _ON_A_PAGE))
    page = min(max(page, 1), pages)
    entries = trail.page(_ON_A_PAGE, offset=(page - 1) * _ON_A_PAGE)
    blocks = [bold(catalogue.text(_TITLE)), *(_block(context, each, catalogue) for each in entries)]
    if not entries:
        blocks.append(escape(catalogue.text(_EMPTY)))
    refusals = trail.refusals(context.services.today() - _REFUSALS_OF)
    if refusals and page == 1:
        counts = ", ".join(_counted(refusals, catalogue))
        blocks.append(escape(catalogue.text(_REFUSED, counts=shorten(counts, 500, placeholder="…"))))
    return Message("\n\n".join(blocks), tuple(_keyboard(entries, page, pages, catalogue)))


def _keyboard(
    entries: tuple[NumberedEntry, ...], page: int, pages: int, catalogue: Catalogue
) -> Iterator[tuple[Button, ...]]:
    for each in entries:
        if each.entry.action in UNDO and each.entry.outcome is AuditOutcome.DONE and not each.is_undone:
            label = catalogue.text(mark("Deshacer {number}"), number=each.number)
            yield (Button(label, f"au1:u:{each.number}"),)
    turns = [(page - 1, "‹"), (page + 1, "›")]
    row = tuple(Button(f"{sign} {to}/{pages}", f"au1:p:{to}") for to, sign in turns if 1 <= to <= pages)
    if row:
        yield row


def _block(context: Context, numbered: NumberedEntry, catalogue: Catalogue) -> str:
    entry = numbered.entry
    lines = [escape(_line(context, numbered, catalogue))]
    changed = [word(each, catalogue) for each in (entry.before, entry.after)]
    if any(changed):
        before, after = (shorten(each, _LONGEST, placeholder="…") or "—" for each in changed)
        lines.append(escape(f"{before} → {after}"))
    return "\n".join(lines)


def _line(context: Context, numbered: NumberedEntry, catalogue: Catalogue) -> str:
    """Say in a line who did what when: «12 · 14 de julio de 2017, 09:05 · 900 · cargar · CRM, Tela…»."""
    entry = numbered.entry
    here = context.services.here(entry.at)
    who = catalogue.text(mark("servidor")) if entry.user_id == AT_THE_SERVER else str(entry.user_id)
    parts = [
        str(numbered.number),
        f"{catalogue.day(here.date())}, {here:%H:%M}",
        who,
        _action(entry.action, catalogue),
        shorten(
            subject(entry.subject, context.services.base.documents(), catalogue), _LONGEST, placeholder="…"
        ),
        catalogue.text(mark("falló")) if entry.outcome is AuditOutcome.FAILED else "",
        catalogue.text(mark("deshecho")) if numbered.is_undone else "",
    ]
    return " · ".join(filter(None, parts))


def _counted(refusals: Mapping[str, int], catalogue: Catalogue) -> Iterator[str]:
    """Yield each refused action with its count."""
    counts: Counter[str] = Counter()
    for name, count in refusals.items():
        counts[catalogue.text(_REFUSABLE[name]) if name in _REFUSABLE else name] += count
    yield from (f"{said} {count}" for said, count in sorted(counts.items()))


def _action(name: str, catalogue: Catalogue) -> str:
    return catalogue.text(_ACTIONS[name]) if name in _ACTIONS else name
