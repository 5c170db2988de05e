"""/start: what this bot is, and how to ask it."""

from telegram import Update

from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.markup import escape
from handlers.messages import fill_messages
from handlers.replies import reply
from knowledge.base import NO_ACTS
from knowledge.values.notices import mark

_WELCOME = mark(
    "Soy <b>Acuerdos</b> ({forum}). Busco en las actas quién debe hacer qué y hasta cuándo, y cito siempre "
    "la conclusión, palabra por palabra."
)
_HOW_TO_ASK = mark("Escriba su pregunta como se la haría a un colega, por ejemplo:")
_EXAMPLES = (mark("¿Qué plazos hay?"), mark("¿Qué debe hacer {country}?"))
"""Questions for a forum that has none of its own to show."""
_MORE = mark("/ayuda explica el resto.")


async def start(update: Update, context: Context) -> None:
    """Welcome a person."""
    catalogue = catalogue_for(update, context)
    has_acts = bool(context.services.base.documents())
    blocks = [
        catalogue.text(_WELCOME, forum=escape(catalogue.forum)),
        _examples(catalogue) if has_acts else escape(catalogue.notice(NO_ACTS)),
        catalogue.text(_MORE),
    ]
    await reply(message_in(update), fill_messages(blocks))


def _examples(catalogue: Catalogue) -> str:
    questions = catalogue.examples or tuple(map(catalogue.text, _EXAMPLES))
    return "\n".join(
        [catalogue.text(_HOW_TO_ASK), *(f"• <i>{escape(question)}</i>" for question in questions)]
    )
