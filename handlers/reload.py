"""/recargar and /sinonimo: an admin rebuilds the base, as it is or with a line more in the thesaurus."""

from telegram import Update

from handlers.admins import is_admin, load_for_admin
from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from knowledge.values.notices import mark

_HOW = mark(
    "Escriba palabras que signifiquen lo mismo, separadas por «|»: /sinonimo pasaporte | libreta de viaje"
)


async def reload(update: Update, context: Context) -> None:
    """Rebuild the base from the acts at hand."""
    await load_for_admin(update, context, "reload", context.services.base.reload)


async def add_synonyms(update: Update, context: Context) -> None:
    """Take words that mean the same into the thesaurus."""
    line = " ".join(context.args or ())
    if not line and is_admin(update, context):
        await reply(message_in(update), [Message(escape(catalogue_for(update, context).text(_HOW)))])
        return
    await load_for_admin(update, context, "synonyms", lambda: context.services.base.add_synonyms(line))
