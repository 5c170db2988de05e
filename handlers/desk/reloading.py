"""/recargar: an admin rebuilds the base from the acts at hand."""

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.changing import change_base
from handlers.desk.progress import ProgressMessage
from knowledge.loading import Loader
from knowledge.values.notices import mark

_RELOADING = mark("Recargando…")


async def reload(update: Update, context: Context) -> None:
    """Rebuild the base from the acts at hand."""
    catalogue = catalogue_for(update, context)
    progress = await ProgressMessage.begin(message_in(update), catalogue.text(_RELOADING), catalogue)
    await change_base(update, context, progress, "reload", Loader.rebuild)
