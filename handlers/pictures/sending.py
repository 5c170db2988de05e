"""/resumen, and buttons for other pictures: send a picture with a caption that tells the same in words."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from telegram import Update

from handlers.callbacks import Form, PageTap, shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, language_of, message_in
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.pictures.figures import Figures, gather
from handlers.pictures.subjects import Asked, Several, asked_of, find_subject
from handlers.pictures.taps import PictureTap, every_meeting, offer_meetings
from handlers.pictures.wording import caption, headline
from handlers.replying.replies import reply, send_photo
from handlers.replying.tap_replies import GONE, INVALID, harmless, refuse
from knowledge.values.answers import Answer
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind

_log = logging.getLogger(__name__)

_artist = ThreadPoolExecutor(1, "pictures")
"""Draws in a single thread beside the loop, since the plotting library isn't thread-safe."""

_WHICH = mark("¿De qué reunión?")
_NOTHING = mark("{subject}: no consta ningún compromiso, plazo ni evento; no hay nada que dibujar.")


async def send_picture(update: Update, context: Context) -> None:
    """Send a picture of the newest meeting, or of the meeting, country or body that the words name."""
    services, language = context.services, language_of(update, context)
    catalogue = services.catalogues[language]
    words = " ".join(context.args or ())
    asked = find_subject(services.base, words, today=services.today(), language=language)
    match asked:
        case Answer():
            await reply(message_in(update), services.renderer(language).messages(asked))
        case Several():
            rows = (*offer_meetings(asked.documents, catalogue), (every_meeting(catalogue),))
            await reply(message_in(update), [Message(escape(catalogue.text(_WHICH)), rows)])
        case Asked():
            await _send(update, context, asked, catalogue)


async def tap_picture(update: Update, context: Context) -> None:
    """Send a picture of the meeting that a button names, or of all."""
    query, base = update.callback_query, context.services.base
    if query is None:
        return
    try:
        tap = PictureTap.parse(query.data or "")
        slugs = {shorten(each.slug): each.slug for each in base.documents()} | {"": None}
        asked = asked_of(base, Overview(kind=OverviewKind.PENDING, where=slugs[tap.document]))
    except LookupError:
        await refuse(query, catalogue_for(update, context).text(GONE))
        return
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await _send(update, context, asked, context.services.catalogues[tap.language])


async def _send(update: Update, context: Context, asked: Asked, catalogue: Catalogue) -> None:
    services = context.services
    figures = gather(services.base, asked.subject, services.today())
    rows = (
        tuple(_ways_on(figures, asked, catalogue, has_more=len(services.base.documents()) > 1)),
        *offer_meetings(asked.others, catalogue),
    )
    buttons = tuple(row for row in rows if row)
    if figures.is_empty:
        said = catalogue.text(_NOTHING, subject=headline(asked.subject, catalogue))
        await reply(message_in(update), [Message(escape(said), buttons)])
        return
    content = await asyncio.get_running_loop().run_in_executor(_artist, _draw, figures, catalogue)
    notes = [catalogue.notice(each) for each in asked.notes]
    await send_photo(update, content, caption(figures, catalogue, notes), buttons)


def _draw(figures: Figures, catalogue: Catalogue) -> bytes:
    # The plotting library takes half a second and 60 MB to load: only for those who want pictures.
    from handlers.pictures.drawing import draw  # noqa: PLC0415  for the reason above

    return draw(figures, catalogue)


def _ways_on(figures: Figures, asked: Asked, catalogue: Catalogue, *, has_more: bool) -> Iterator[Button]:
    """Yield buttons to the list with citations, and to a picture of all meetings."""
    if figures.total:
        label = catalogue.text(mark("Ver pendientes"))
        yield Button(label, str(PageTap(catalogue.language, asked.overview, Form.OPEN)))
    if has_more and not asked.subject.party and len(asked.subject.documents) == 1:
        yield every_meeting(catalogue)
