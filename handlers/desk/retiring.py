"""/retirar: an admin retires an act, after a look at what goes with it."""

import re
from collections.abc import Sequence
from enum import StrEnum
from operator import methodcaller
from typing import NamedTuple, Self

from telegram import Update

from handlers.button_data import read_data
from handlers.callbacks import shorten
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
from handlers.markup import bold, escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from handlers.services import Services
from knowledge.citing.replies import NO_ACTS
from knowledge.language.folding import fold
from knowledge.stores.documents import Document
from knowledge.values.notices import mark

RETIRE = r"^rt1:"
"""Prefix of the data of these buttons."""

_ACTION = "retire"
_FORM = re.compile(
    r"rt1:(?P<wish>[payn])(?::(?P<document>[a-z0-9~-]+))?(?::(?P<edition>[0-9a-f]{12}))?(?::(?P<page>[1-9]\d{0,2}))?"
)
_WHICH = mark("¿Qué acta se retira?")
_NONE_SUCH = mark("Ningún acta se llama así. /retirar sin nada más las muestra todas.")
_SURE = mark(
    "¿Retirar {meeting}? Dejaré de contestar con ella. Su archivo se guarda, y /revertir la trae de vuelta."
)
_RETIRING = mark("Retirando…")
_KEPT = mark("El acta se queda.")
_GONE = mark("Esa acta ya no está cargada.")
_ON_A_PAGE = 8


class _Wish(StrEnum):
    """What a tap asks for: a page of acts, the question whether to retire one, or the answer yes or no."""

    PAGE = "p"
    ASK = "a"
    YES = "y"
    NO = "n"


class _Tap(NamedTuple):
    wish: _Wish
    document: str = ""
    edition: str = ""
    page: int = 1

    @classmethod
    def parse(cls, data: str) -> Self:
        """Parse the data of a button; raise ValueError if it isn't ours."""
        match = read_data(_FORM, data)
        return cls(
            _Wish(match["wish"]), match["document"] or "", match["edition"] or "", int(match["page"] or 1)
        )

    def __str__(self) -> str:
        parts = [self.document, self.edition, str(self.page) if self.wish is _Wish.PAGE else ""]
        return ":".join(["rt1", self.wish, *filter(None, parts)])


async def retire(update: Update, context: Context) -> None:
    """Ask whether to retire the act that the words name, or which of several."""
    services, catalogue = context.services, catalogue_for(update, context)
    wanted = [fold(word) for word in context.args or ()]
    documents = services.base.documents()
    found = [each for each in documents if _is_named(each, wanted, catalogue)]
    if not documents:
        message = Message(escape(catalogue.notice(NO_ACTS)))
    elif not found:
        message = Message(escape(catalogue.text(_NONE_SUCH)))
    elif len(found) == 1:
        message = _question(found[0], services, catalogue)
    else:
        message = _choice(found, 1, catalogue, paged=not wanted)
    await reply(message_in(update), [message])


async def tap_retire(update: Update, context: Context) -> None:
    """Handle a tap under such a question, if it is still valid."""
    query = await officer_tap(update, context, Role.ADMIN, _ACTION)
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        tap = _Tap.parse(query.data or "")
    except ValueError:
        await refuse_as_invalid(query, update, context)
        return
    place = fresh_message(query, services.now())
    if place is None or (tap.wish is _Wish.YES and tap.edition != services.base.edition):
        await refuse(query, catalogue.text(EXPIRED))
        return
    document = next((each for each in services.base.documents() if shorten(each.slug) == tap.document), None)
    if document is None and tap.wish in {_Wish.ASK, _Wish.YES}:
        await refuse(query, catalogue.text(_GONE))
        return
    with harmless():
        await query.answer()
    if tap.wish is _Wish.PAGE:
        await show_in(place, _choice(services.base.documents(), tap.page, catalogue))
    elif document is None or tap.wish is _Wish.NO:
        await show_in(place, Message(escape(catalogue.text(_KEPT))))
    elif tap.wish is _Wish.ASK:
        await show_in(place, _question(document, services, catalogue))
    else:
        slug, doing = document.slug, catalogue.text(_RETIRING)
        await show_in(place, Message(escape(doing)))
        progress = ProgressMessage(place, doing, catalogue)
        await change_base(update, context, progress, _ACTION, methodcaller("retire", slug), slug)


def _is_named(document: Document, wanted: Sequence[str], catalogue: Catalogue) -> bool:
    name = fold(f"{document.slug} {catalogue.meeting(document.meeting)} {document.source}")
    return all(word in name for word in wanted)


def _choice(documents: Sequence[Document], page: int, catalogue: Catalogue, *, paged: bool = True) -> Message:
    """Offer a page of acts to choose from, or only the first ones unless `paged`."""
    last = max(1, -(-len(documents) // _ON_A_PAGE)) if paged else 1
    page = min(page, last)
    shown = documents[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    rows = [
        (Button(catalogue.meeting(each.meeting) or each.slug, str(_Tap(_Wish.ASK, shorten(each.slug)))),)
        for each in shown
    ]
    turns = ((f"◀ {page - 1}", page - 1, page > 1), (f"{page + 1} ▶", page + 1, page < last))
    pager = tuple(Button(label, str(_Tap(_Wish.PAGE, page=to))) for label, to, leads_on in turns if leads_on)
    return Message(bold(catalogue.text(_WHICH)), (*rows, pager) if pager else tuple(rows))


def _question(document: Document, services: Services, catalogue: Catalogue) -> Message:
    meeting = catalogue.meeting(document.meeting) or document.slug
    act = services.base.act(document.slug)
    counts = (
        catalogue.count("{number} disposición", "{number} disposiciones", len(act.provisions)),
        catalogue.count("{number} compromiso", "{number} compromisos", len(act.commitments)),
    )
    text = f"{catalogue.text(_SURE, meeting=meeting)}\n{', '.join(counts)}"
    yes = _Tap(_Wish.YES, shorten(document.slug), services.base.edition)
    buttons = (
        Button(catalogue.text(mark("Retirar")), str(yes)),
        Button(catalogue.text(mark("No")), str(_Tap(_Wish.NO))),
    )
    return Message(escape(text), (buttons,))
