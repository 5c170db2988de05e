"""/recargar: an admin rebuilds the base from the acts at hand, while questions go on being answered."""

import asyncio
import logging

from telegram import Update
from telegram.constants import ChatType

from handlers.catalogue import Catalogue
from handlers.context import Context, Services, catalogue_for, message_in
from handlers.markup import bold, escape
from handlers.messages import fill_messages
from handlers.replies import reply
from handlers.unknown import answer_unknown
from knowledge.loading import LoadReport
from knowledge.stores.state_store import AuditEntry, AuditOutcome
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_log = logging.getLogger(__name__)

_DONE = mark("Base recargada: {counts}.")
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
        _record(services, user.id if user else 0, AuditOutcome.REFUSED)
        await answer_unknown(update, context)
        return
    catalogue = catalogue_for(update, context)
    try:
        report = await asyncio.to_thread(services.base.reload)
    except KnowledgeError as error:
        _record(services, user.id, AuditOutcome.FAILED)
        blocks = [bold(catalogue.text(_REFUSED)), escape(catalogue.notice(error.notice))]
    else:
        _record(services, user.id, AuditOutcome.DONE)
        done, *warnings = describe_report(report, catalogue)
        blocks = [bold(done), *map(escape, warnings)]
    await reply(message, fill_messages(blocks))


def _record(services: Services, user_id: int, outcome: AuditOutcome) -> None:
    services.state.record(AuditEntry(at=services.now(), user_id=user_id, action="reload", outcome=outcome))


def describe_report(report: LoadReport, catalogue: Catalogue) -> list[str]:
    """Say what a reload found: a line of counts, then a line for each thing to look at."""
    counts = (
        catalogue.count("{number} acta", "{number} actas", report.acts),
        catalogue.count("{number} disposición", "{number} disposiciones", report.provisions),
        catalogue.count("{number} compromiso", "{number} compromisos", report.commitments),
    )
    done = catalogue.text(_DONE, counts=", ".join(counts))
    return [done, *(f"⚠️ {catalogue.notice(warning)}" for warning in report.warnings)]
