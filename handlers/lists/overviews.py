"""/pendientes, /pais, /organismo, /plazos, /eventos, /actas, /reunion: lists, a page at a time, and cards."""

from telegram import Update

from handlers.answers.presenting import deliver
from handlers.callbacks import PageTap
from handlers.context import Context, alone, catalogue_for, language_of, message_in
from handlers.hearing.prompts import ask_back
from handlers.lists import requests
from handlers.lists.offers import offer_bodies, offer_countries
from handlers.lists.requests import Asked, Request
from handlers.mending import soundly
from handlers.messages import Button
from handlers.replying.replies import reply
from handlers.welcome.own_country import country_of
from knowledge.stores.prompts import Prompt
from knowledge.values.notices import mark
from knowledge.values.questions import Overview, OverviewKind

_WHICH_COUNTRY = mark("¿Qué país? Elija o escriba uno:")
_WHICH_BODY = mark("¿Qué organismo? Elija o escriba uno:")


async def show_pending(update: Update, context: Context) -> None:
    """List the commitments of the party named after the command, or else of the reader's own country."""
    own = country_of(update, context) if alone(update) and not context.args else None
    if not own:
        await _show(update, context, requests.pending)
        return
    services, language = context.services, language_of(update, context)
    answer = services.base.overview(
        Overview(kind=OverviewKind.PENDING, party=own), today=services.today(), language=language
    )
    *before, last = services.renderer(language).messages(answer)
    everyone = PageTap(language, Overview(kind=OverviewKind.PENDING))
    label = services.catalogues[language].text(mark("De todos"))
    rows = (*last.buttons, (Button(label, str(everyone)),))
    await reply(message_in(update), [*before, last._replace(buttons=rows)])


async def show_country(update: Update, context: Context) -> None:
    """Show what concerns the country named after the command."""
    if context.args:
        await _show(update, context, requests.party)
        return
    countries = offer_countries(context.services.base, catalogue_for(update, context))
    await ask_back(update, context, Prompt(command="country"), _WHICH_COUNTRY, countries)


async def show_body(update: Update, context: Context) -> None:
    """Show what concerns the body named after the command."""
    if context.args:
        await _show(update, context, requests.party)
        return
    bodies = offer_bodies(context.services.base, catalogue_for(update, context))
    await ask_back(update, context, Prompt(command="body"), _WHICH_BODY, bodies)


async def show_deadlines(update: Update, context: Context) -> None:
    """List all deadlines, or those in the period named after the command."""
    await _show(update, context, requests.deadlines)


async def show_events(update: Update, context: Context) -> None:
    """List the events, upcoming ones first."""
    await _show(update, context, requests.events)


async def show_meetings(update: Update, context: Context) -> None:
    """List the meetings whose acts are loaded, by year."""
    await _show(update, context, requests.meetings)


async def show_meeting(update: Update, context: Context) -> None:
    """Show the newest meeting, or the one whose place or year follows the command."""
    await _show(update, context, requests.meeting)


async def _show(update: Update, context: Context, ask: Request) -> None:
    services, language = context.services, language_of(update, context)
    words = " ".join(context.args or ())
    asked = Asked(words, services.today(), language)
    answer, _ = await soundly(context, lambda: ask(services.base, asked))
    await deliver(update, context, answer)
