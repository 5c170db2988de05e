"""/conclusion 16a, /recomendacion 2, /siglas OIM: look up a number or an acronym."""

from telegram import Update

from handlers.context import Context, catalogue_for, language_of
from handlers.hearing.ask import answer_request
from handlers.hearing.prompts import ask_back
from handlers.lists.offers import chosen_act, offer_acronyms, offer_meetings_of, said
from handlers.lists.requests import Asked, Reply, Request, acronym, conclusion, recommendation
from knowledge.base import KnowledgeBase
from knowledge.stores.prompts import Prompt
from knowledge.values.notices import mark

_WHICH_CONCLUSION = mark("¿Cuál conclusión? Escriba el número, por ejemplo 16a")
_WHICH_RECOMMENDATION = mark("¿Cuál recomendación? Escriba el número, por ejemplo 2")
_OR_MEETING = mark("O elija antes la reunión:")
_WHICH_ACRONYM = mark("¿Qué sigla? Escríbala, por ejemplo {acronym}")


async def show_conclusion(update: Update, context: Context) -> None:
    """Show the conclusion, or its sub-item, whose number follows the command."""
    await _show(update, context, conclusion, Prompt(command="conclusion"), _WHICH_CONCLUSION)


async def show_recommendation(update: Update, context: Context) -> None:
    """Show the recommendation whose number follows the command."""
    await _show(update, context, recommendation, Prompt(command="recommendation"), _WHICH_RECOMMENDATION)


async def show_acronym(update: Update, context: Context) -> None:
    """Say what the acronym after the command stands for."""
    if words := " ".join(context.args or ()):
        await answer_request(update, context, acronym, words)
        return
    acronyms = offer_acronyms(context.services.base, language_of(update, context))
    await ask_back(update, context, Prompt(command="acronym"), _WHICH_ACRONYM, acronyms)


async def _show(update: Update, context: Context, request: Request, prompt: Prompt, which: str) -> None:
    """Show the provision named after a command; without a number, ask for it, or first for the meeting."""
    base, catalogue, args = context.services.base, catalogue_for(update, context), context.args or []
    act, words = chosen_act(args, base.documents()), " ".join(said(args))

    def of_act(base: KnowledgeBase, asked: Asked) -> Reply:
        """Answer a request from the chosen act alone."""
        return request(base, asked._replace(act=act.slug if act else None))

    if words:
        await answer_request(update, context, of_act, words)
    elif act:
        waiting = prompt.model_copy(update={"words": " ".join(args)})
        await ask_back(update, context, waiting, which, below=catalogue.meeting(act.meeting))
    else:
        meetings = offer_meetings_of(base, prompt.command, catalogue)
        below = catalogue.text(_OR_MEETING) if meetings else ""
        await ask_back(update, context, prompt, which, meetings, below=below)
