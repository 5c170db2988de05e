"""/actas for admins: the usual list of acts, and who loaded each of them when."""

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.desk.officers import Role, may
from handlers.lists.overviews import show_meetings
from handlers.markup import bold, escape
from handlers.messages import fill_messages
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from handlers.services import Services
from knowledge.stores.documents import Document
from knowledge.stores.originals import AT_THE_SERVER, Originals
from knowledge.values.notices import mark

_TITLE = mark("De dónde viene cada acta")
_SHIPPED = mark("viene con el programa, o ya estaba en la carpeta")
_BY_OFFICER = mark("la cargó {user} el {day}, como {name}")
_AT_THE_SERVER = mark("se cargó en el servidor el {day}, como {name}")
_DIGEST = 12
_NAME_LIMIT = 60


async def show_acts(update: Update, context: Context) -> None:
    """Show the meetings by year, and to an admin where each act comes from."""
    await show_meetings(update, context)
    if not may(update, context, Role.ADMIN):
        return
    services, catalogue = context.services, catalogue_for(update, context)
    lines = [escape(_told(each, services, catalogue)) for each in services.base.documents()]
    if lines:
        await reply(message_in(update), fill_messages([bold(catalogue.text(_TITLE)), *lines]))


def _told(document: Document, services: Services, catalogue: Catalogue) -> str:
    meeting = catalogue.meeting(document.meeting) or document.slug
    known = recall(lambda: Originals(services.state).provenance(document.sha256))
    said = catalogue.text(_SHIPPED)
    if known:
        name, day = known.file_name[:_NAME_LIMIT], services.here(known.loaded_at).date()
        said = (
            catalogue.text(_AT_THE_SERVER, day=day, name=name)
            if known.user_id == AT_THE_SERVER
            else catalogue.text(_BY_OFFICER, user=known.user_id, day=day, name=name)
        )
    return f"• {meeting}: {said} ({document.slug}, sha256 {document.sha256[:_DIGEST]})"
