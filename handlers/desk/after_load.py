"""After an officer has loaded acts in the chat: offer to notify subscribed chats."""

import logging
import re

from telegram import Update

from handlers.callbacks import shorten
from handlers.context import Context, catalogue_for
from handlers.desk.confirmations import EXPIRED, fresh_message, officer_tap, show_in
from handlers.desk.officers import Role, record
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from knowledge.loading import LoadReport
from knowledge.stores.subscriptions import SubscriptionStore
from knowledge.values.notices import counted, mark, mark_plural

_log = logging.getLogger(__name__)

NEWS = r"^nw1:"
"""Prefix of the buttons' data; the act's short name follows, or nothing for «No»."""

_ACTION = "announce"
_ASK = mark_plural(
    "¿Aviso a {number} chat de lo que le toca de {meeting}?",
    "¿Aviso a {number} chats de lo que les toca de {meeting}?",
)
_TOLD = mark_plural(
    "Avisaré a {number} chat en los próximos minutos.", "Avisaré a {number} chats en los próximos minutos."
)
_NOT_TOLD = mark("De acuerdo, no aviso a nadie.")


async def after_load(update: Update, context: Context, report: LoadReport) -> None:
    """Ask for each new act whether to notify subscribers; a failure here doesn't undo the load."""
    services, message = context.services, update.effective_message
    _log.info("acts confirmed in the chat: %s", ", ".join(each.slug for each in report.loaded))
    waiting = recall(lambda: SubscriptionStore(services.state).active()) or ()
    if not waiting or message is None:
        return
    catalogue = catalogue_for(update, context)
    new = {each.slug for each in report.loaded}
    for document in services.base.documents():
        if document.slug in new:
            named = catalogue.meeting(document.meeting)
            text = escape(catalogue.notice(counted(_ASK, len(waiting), meeting=named)))
            buttons = (
                Button(catalogue.text(mark("Avisar")), f"nw1:{shorten(document.slug)}"),
                Button(catalogue.text(mark("No")), "nw1:"),
            )
            await reply(message, [Message(text, (buttons,))])


async def tap_news(update: Update, context: Context) -> None:
    """Schedule the notices about an act, if an admin agrees."""
    query = await officer_tap(update, context, Role.ADMIN, _ACTION)
    if query is None:
        return
    services, catalogue = context.services, catalogue_for(update, context)
    place, short = fresh_message(query, services.now()), re.sub(NEWS, "", query.data or "")
    slug = next((each.slug for each in services.base.documents() if shorten(each.slug) == short), None)
    if place is None or (short and slug is None):
        await refuse(query, catalogue.text(EXPIRED))
        return
    with harmless():
        await query.answer()
    if slug is None:
        await show_in(place, Message(escape(catalogue.text(_NOT_TOLD))))
        return
    planned = await services.change(lambda state: SubscriptionStore(state).plan_notices(slug))
    await record(update, context, _ACTION, slug, after=str(planned))
    await show_in(place, Message(escape(catalogue.notice(counted(_TOLD, planned)))))
