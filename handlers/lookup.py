"""/conclusion 16a, /recomendacion 2, /siglas OIM: what a number or a name stands for."""

from telegram import Update

from handlers.ask import answer_request, answer_text
from handlers.context import Context, catalogue_for, language_of, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from handlers.requests import Request, conclusion, recommendation
from knowledge.values.notices import mark

_WHICH_CONCLUSION = mark("¿Cuál conclusión? Escriba el número, por ejemplo /conclusion 16a")
_WHICH_RECOMMENDATION = mark("¿Cuál recomendación? Escriba el número, por ejemplo /recomendacion 2")

_WHICH_ACRONYM = mark("¿Qué sigla? Por ejemplo: /siglas {acronym}")
# How a question for it begins, in each language of the interface.
_MEANING = {"es": "¿Qué significa la sigla", "en": "What is the meaning of the acronym"}


async def show_conclusion(update: Update, context: Context) -> None:
    """Show the conclusion, or its sub-item, whose number follows the command."""
    await _show(update, context, conclusion, _WHICH_CONCLUSION)


async def show_recommendation(update: Update, context: Context) -> None:
    """Show the recommendation whose number follows the command."""
    await _show(update, context, recommendation, _WHICH_RECOMMENDATION)


async def show_acronym(update: Update, context: Context) -> None:
    """Say what the acronym after the command stands for."""
    language = language_of(update, context)
    if context.args:
        await answer_text(update, context, f"{_MEANING[language]} {context.args[0]}")
        return
    await _ask_which(update, context, _WHICH_ACRONYM)


async def _show(update: Update, context: Context, request: Request, which: str) -> None:
    if context.args:
        await answer_request(update, context, request, " ".join(context.args))
        return
    await _ask_which(update, context, which)


async def _ask_which(update: Update, context: Context, which: str) -> None:
    catalogue = catalogue_for(update, context)
    await reply(message_in(update), [Message(escape(catalogue.text(which)))])
