"""/start: what this bot is, and how to ask it."""

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from knowledge.values.notices import mark

_WELCOME = mark(
    "Soy <b>Acuerdos</b>. Busco en las actas de la {forum} quién debe hacer qué y hasta cuándo, y cito "
    "siempre la conclusión, palabra por palabra.\n\n"
    "Escriba su pregunta como se la haría a un colega, por ejemplo:\n"
    "• <i>¿Hasta cuándo se manda lo de mujer migrante?</i>\n"
    "• <i>¿Cuándo es el taller de pasaportes?</i>\n"
    "• <i>conclusión 16 a</i>\n\n"
    "/ayuda explica el resto."
)


async def start(update: Update, context: Context) -> None:
    """Welcome a person."""
    catalogue = catalogue_for(update, context)
    await reply(message_in(update), [Message(catalogue.text(_WELCOME, forum=escape(catalogue.forum)))])
