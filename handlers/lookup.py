"""/conclusion 16a and /recomendacion 2: a provision by its number."""

from telegram import Update

from handlers.ask import answer_text
from handlers.context import Context, language_of, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from knowledge.values.notices import mark

_WHICH_CONCLUSION = mark("¿Cuál conclusión? Escriba el número, por ejemplo /conclusion 16a")
_WHICH_RECOMMENDATION = mark("¿Cuál recomendación? Escriba el número, por ejemplo /recomendacion 2")


async def show_conclusion(update: Update, context: Context) -> None:
    """Show the conclusion, or its sub-item, whose number follows the command."""
    await _show(update, context, "conclusión", _WHICH_CONCLUSION)


async def show_recommendation(update: Update, context: Context) -> None:
    """Show the recommendation whose number follows the command."""
    await _show(update, context, "recomendación", _WHICH_RECOMMENDATION)


async def _show(update: Update, context: Context, section: str, which: str) -> None:
    if context.args:
        await answer_text(update, context, f"{section} {' '.join(context.args)}")
        return
    catalogue = context.services.catalogues[language_of(update)]
    await reply(message_in(update), [Message(escape(catalogue.text(which)))])
