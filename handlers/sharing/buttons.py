"""«Compartir» under a provision: a link that opens it, to copy or to send to a chat."""

from urllib.parse import urlencode

from telegram import Update
from telegram.helpers import create_deep_linked_url

from handlers.context import Context, catalogue_for
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.tap_replies import GONE, INVALID, add_below, harmless, refuse
from handlers.sharing.links import Opened
from knowledge.values.notices import mark

_LINK = mark("Este enlace abre {reference} en un chat conmigo:")
_SHARE_URL = "https://t.me/share/url"


async def tap_share(update: Update, context: Context) -> None:
    """Send a link to the provision that a button names."""
    query = update.callback_query
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        opened = Opened.parse((query.data or "").partition(":")[2])
        citation = opened.show(services.base, catalogue.language).findings[0].citation
    except LookupError:
        await refuse(query, catalogue.text(GONE))
        return
    except ValueError:
        await refuse(query, catalogue.text(INVALID))
        return
    with harmless():
        await query.answer()
    link = create_deep_linked_url(context.bot.username, str(opened))
    reference, cited = catalogue.provision(citation), catalogue.citation(citation)
    text = escape(catalogue.text(_LINK, reference=reference))
    buttons = (
        Button(catalogue.text(mark("Copiar enlace")), copy=link),
        Button(
            catalogue.text(mark("Enviar a un chat")),
            url=f"{_SHARE_URL}?{urlencode({'url': link, 'text': cited})}",
        ),
    )
    await add_below(query, Message(f"{text}\n{escape(link)}", (buttons,)))
