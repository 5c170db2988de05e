"""/start and /ayuda: what this bot is, and how to ask it."""

from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import Message, fill_messages
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
_HELP = mark(
    "<b>Pregunte con sus palabras</b>, en español o en inglés; entiendo siglas y errores de tecleo. "
    "Si el acta no lo dice, se lo diré: no invento respuestas.\n\n"
    "<b>Órdenes</b>\n"
    "/conclusion 16a — una conclusión o un inciso\n"
    "/recomendacion 2 — una recomendación\n"
    "/ayuda — esta explicación\n\n"
    "En un grupo contesto cuando una orden o una respuesta se dirige a mí."
)
_ACTS = mark("<b>Actas que conozco</b>")


async def start(update: Update, context: Context) -> None:
    """Welcome a person."""
    catalogue = catalogue_for(update, context)
    await reply(message_in(update), [Message(catalogue.text(_WELCOME, forum=escape(catalogue.forum)))])


async def show_help(update: Update, context: Context) -> None:
    """Explain the commands, and say which acts are loaded."""
    catalogue = catalogue_for(update, context)
    acts = [
        f"• {escape(catalogue.meeting(document.meeting))}" for document in context.services.base.documents()
    ]
    await reply(
        message_in(update), fill_messages([catalogue.text(_HELP), "\n".join([catalogue.text(_ACTS), *acts])])
    )
