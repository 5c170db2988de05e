"""Marks of commitments that no act has any more: they are kept, but have no effect."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for
from handlers.desk.confirmations import officer_tap
from handlers.desk.officers import Role
from handlers.desk.tracking.words import describe_mark
from handlers.markup import bold, escape
from handlers.messages import Button, Message, fill_messages
from handlers.replying.tap_replies import show
from knowledge.stores.documents import Document
from knowledge.values.notices import mark
from knowledge.values.tracking import CommitmentKey, Mark

LOST = r"^lm1:$"
"""The data of the button that shows them."""

SHOWN = 30
"""Most commitments shown; the rest is counted."""

_LOST = mark("⚠️ Lo anotado de {key} ya no tiene su compromiso en las actas; se guarda por si vuelve.")
_TITLE = mark("Anotado de compromisos que ya no están en las actas")
_NONE = mark("Todo lo anotado tiene su compromiso en las actas.")
_MORE = mark("y {number} más")
_QUOTE = 160


def describe_lost(
    lost: Iterable[Mark], catalogue: Catalogue, acts: Mapping[str, Document] | None = None
) -> Iterator[str]:
    """Name each marked commitment that is gone, with its citation if its act is given."""
    for key in dict.fromkeys(each.key for each in lost):
        act = (acts or {}).get(key.document)
        named = catalogue.citation(act.cite(key.reference)) if act else str(key)
        yield catalogue.text(_LOST, key=named)


def lost_button(catalogue: Catalogue) -> Button:
    """Build the button that shows the marks of commitments that are gone."""
    return Button(catalogue.text(mark("Ver lo anotado sin compromiso")), "lm1:")


async def tap_lost(update: Update, context: Context) -> None:
    """Show the marks of commitments that are gone, with their quotations."""
    query = await officer_tap(update, context, Role.EDITOR, "track")
    if query is None:
        return
    lost = context.services.base.tracker.statuses.lost
    await show(query, list(render_lost(lost, catalogue_for(update, context))), in_place=False)


def render_lost(lost: Iterable[Mark], catalogue: Catalogue) -> list[Message]:
    """Render for each commitment its key, its quotation, and its marks."""
    by_key: dict[CommitmentKey, list[Mark]] = {}
    for each in lost:
        by_key.setdefault(each.key, []).append(each)
    if not by_key:
        return [Message(escape(catalogue.text(_NONE)))]
    blocks = [bold(catalogue.text(_TITLE))]
    for key, marks in [*by_key.items()][:SHOWN]:
        quote = shorten(marks[-1].quote, _QUOTE, placeholder="…")
        said = (f"• {describe_mark(each, catalogue)}" for each in marks)
        blocks.append("\n".join(map(escape, (str(key), f"«{quote}»", *said))))
    if len(by_key) > SHOWN:
        blocks.append(escape(catalogue.text(_MORE, number=len(by_key) - SHOWN)))
    return fill_messages(blocks)
