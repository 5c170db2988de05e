"""Who the admins are, and the record of what they did."""

import asyncio
from collections.abc import Callable

from telegram import Update
from telegram.constants import ChatType

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.markup import bold, escape
from handlers.messages import fill_messages
from handlers.replies import reply
from handlers.services import Services
from handlers.unknown import answer_unknown
from knowledge.loading import LoadReport
from knowledge.stores.state_store import AuditEntry, AuditOutcome
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_DONE = mark("Base recargada: {counts}.")
_REFUSED = mark("No se cambió nada; sigo contestando como antes.")


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


async def load_for_admin(
    update: Update, context: Context, action: str, load: Callable[[], LoadReport]
) -> None:
    """Load something for an admin and say what came of it; for anyone else the command doesn't exist.

    It runs beside the loop, so that questions go on being answered.
    """
    services, user = context.services, update.effective_user
    if user is None or not is_admin(update, context):
        _record(services, user.id if user else 0, action, AuditOutcome.REFUSED)
        await answer_unknown(update, context)
        return
    catalogue = catalogue_for(update, context)
    try:
        report = await asyncio.to_thread(load)
    except KnowledgeError as error:
        _record(services, user.id, action, AuditOutcome.FAILED)
        blocks = [bold(catalogue.text(_REFUSED)), escape(catalogue.notice(error.notice))]
    else:
        _record(services, user.id, action, AuditOutcome.DONE)
        done, *warnings = describe_report(report, catalogue)
        blocks = [bold(done), *map(escape, warnings)]
    await reply(message_in(update), fill_messages(blocks))


def describe_report(report: LoadReport, catalogue: Catalogue) -> list[str]:
    """Say what a load found: a line of counts, then one for each new act and for each thing to look at."""
    counts = (
        catalogue.count("{number} acta", "{number} actas", report.acts),
        catalogue.count("{number} disposición", "{number} disposiciones", report.provisions),
        catalogue.count("{number} compromiso", "{number} compromisos", report.commitments),
    )
    done = catalogue.text(_DONE, counts=", ".join(counts))
    news = map(catalogue.notice, report.news)
    return [done, *news, *(f"⚠️ {catalogue.notice(warning)}" for warning in report.warnings)]


def _record(services: Services, user_id: int, action: str, outcome: AuditOutcome) -> None:
    services.state.record(AuditEntry(at=services.now(), user_id=user_id, action=action, outcome=outcome))
