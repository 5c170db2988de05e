"""/recargar: an admin rebuilds the base from the acts at hand, while questions go on being answered."""

import asyncio
import logging

from telegram import Update
from telegram.constants import ChatType

from handlers.context import Context, language_of, message_in
from handlers.markup import bold, escape
from handlers.messages import fill_messages
from handlers.replies import reply
from handlers.unknown import answer_unknown
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_DONE = mark("Base recargada: {acts} actas, {provisions} disposiciones, {commitments} compromisos.")
_REFUSED = mark("No se recargó; sigo contestando con la base anterior.")


def is_admin(update: Update, context: Context) -> bool:
    """Tell whether an admin wrote this, alone with the bot and in their own words (not forwarded)."""
    message, user = update.effective_message, update.effective_user
    return (
        message is not None
        and user is not None
        and message.chat.type == ChatType.PRIVATE
        and message.forward_origin is None
        and user.id in context.services.admins
    )


async def reload(update: Update, context: Context) -> None:
    """Rebuild the base for an admin; for anyone else the command doesn't exist."""
    services = context.services
    message, user = message_in(update), update.effective_user
    if user is None or not is_admin(update, context):
        services.state.record(user.id if user else 0, "reload", "refused", at=services.now())
        await answer_unknown(update, context)
        return
    catalogue = services.catalogues[language_of(update)]
    try:
        report = await asyncio.to_thread(services.base.reload)
    except KnowledgeError as error:
        services.state.record(user.id, "reload", "failed", at=services.now())
        blocks = [bold(catalogue.text(_REFUSED)), escape(catalogue.notice(error.notice))]
    else:
        services.state.record(user.id, "reload", "done", at=services.now())
        counts = {"acts": report.acts, "provisions": report.provisions, "commitments": report.commitments}
        blocks = [
            bold(catalogue.text(_DONE, **counts)),
            *(f"⚠️ {escape(catalogue.notice(w))}" for w in report.warnings),
        ]
    await reply(message, fill_messages(blocks))
