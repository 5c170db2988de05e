"""Change the loaded base for an officer: in a thread, with progress shown, and audited."""

import asyncio
from collections.abc import Callable

from telegram import Update

from handlers.context import Context, catalogue_for
from handlers.desk.interrupted import noted
from handlers.desk.officers import record
from handlers.desk.progress import ProgressMessage
from handlers.desk.reports import describe_report
from handlers.markup import bold, escape
from handlers.messages import fill_messages
from knowledge.loading import Loader, LoadReport
from knowledge.stores.audit import AuditOutcome
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

REFUSED = mark("No se cambió nada; sigo contestando como antes.")


async def change_base(
    update: Update,
    context: Context,
    progress: ProgressMessage,
    action: str,
    change: Callable[[Loader], LoadReport],
    subject: str = "",
    *,
    after: str = "",
) -> LoadReport | None:
    """Change the base with a loader, report and record the result; return None if nothing changed.

    `after` is the new state of the subject, for the audit.
    """
    catalogue = catalogue_for(update, context)
    try:
        async with noted(context.services, progress.message):
            report = await asyncio.to_thread(context.services.base.load, change, progress.telling())
    except KnowledgeError as error:
        await record(update, context, action, subject, after=after, outcome=AuditOutcome.FAILED)
        why = escape(catalogue.notice(error.notice))
        await progress.end(fill_messages([bold(catalogue.text(REFUSED)), why]))
        return None
    await record(update, context, action, subject, after=after)
    base = context.services.base
    done, *others = describe_report(report, catalogue, base.tracker.statuses.lost, base.documents())
    await progress.end(fill_messages([bold(done), *map(escape, others)]))
    return report
