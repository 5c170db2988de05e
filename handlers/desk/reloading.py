"""/recargar and /sinonimo: an admin rebuilds the base, as it is or with a line more in the thesaurus."""

import asyncio
from collections.abc import Callable

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import REFUSED, change_base
from handlers.desk.officers import record
from handlers.desk.progress import ProgressMessage
from handlers.desk.reports import describe_report
from handlers.markup import bold, escape
from handlers.messages import Message, fill_messages
from handlers.replying.replies import reply
from knowledge.loading import Loader, LoadReport
from knowledge.stores.audit import AuditOutcome
from knowledge.values.errors import KnowledgeError
from knowledge.values.notices import mark

_RELOADING = mark("Recargando…")
_HOW = mark(
    "Escriba palabras que signifiquen lo mismo, separadas por «|»: /sinonimo pasaporte | libreta de viaje"
)


async def reload(update: Update, context: Context) -> None:
    """Rebuild the base from the acts at hand."""
    catalogue = catalogue_for(update, context)
    progress = await ProgressMessage.begin(message_in(update), catalogue.text(_RELOADING), catalogue)
    await change_base(update, context, progress, "reload", Loader.rebuild)


async def add_synonyms(update: Update, context: Context) -> None:
    """Take words that mean the same into the thesaurus."""
    line = " ".join(context.args or ())
    if not line:
        await reply(message_in(update), [Message(escape(catalogue_for(update, context).text(_HOW)))])
        return
    await _load(update, context, "synonyms", lambda: context.services.base.add_synonyms(line))


async def _load(update: Update, context: Context, action: str, load: Callable[[], LoadReport]) -> None:
    """Load something beside the loop, so that questions go on being answered, and say what came of it."""
    catalogue = catalogue_for(update, context)
    try:
        report = await asyncio.to_thread(load)
    except KnowledgeError as error:
        await record(update, context, action, outcome=AuditOutcome.FAILED)
        blocks = [bold(catalogue.text(REFUSED)), escape(catalogue.notice(error.notice))]
    else:
        await record(update, context, action)
        done, *warnings = describe_report(report, catalogue, context.services.base.tracker.statuses.lost)
        blocks = [bold(done), *map(escape, warnings)]
    await reply(message_in(update), fill_messages(blocks))
