"""/pendientes, /pais, /organismo, /plazos, /eventos, /actas, /reunion: lists, a page at a time, and cards."""

from telegram import Update

from handlers import requests
from handlers.context import Context, language_of, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from handlers.requests import Asked, Request
from knowledge.values.notices import mark

_WHICH_COUNTRY = mark("¿Qué país? Por ejemplo: /pais {country}")
_WHICH_BODY = mark("¿Qué organismo? Por ejemplo: /organismo {body}")


async def show_pending(update: Update, context: Context) -> None:
    """List what is to be done, by everyone or by whom the words after the command name."""
    await _show(update, context, requests.pending)


async def show_country(update: Update, context: Context) -> None:
    """Show what concerns the country named after the command."""
    await _show(update, context, requests.party, _WHICH_COUNTRY)


async def show_body(update: Update, context: Context) -> None:
    """Show what concerns the body named after the command."""
    await _show(update, context, requests.party, _WHICH_BODY)


async def show_deadlines(update: Update, context: Context) -> None:
    """List what falls due, at any time or in the days named after the command."""
    await _show(update, context, requests.deadlines)


async def show_events(update: Update, context: Context) -> None:
    """List the events, those to come first."""
    await _show(update, context, requests.events)


async def show_meetings(update: Update, context: Context) -> None:
    """List the meetings whose acts are loaded, by year."""
    await _show(update, context, requests.meetings)


async def show_meeting(update: Update, context: Context) -> None:
    """Show the newest meeting, or the one whose place or year follows the command."""
    await _show(update, context, requests.meeting)


async def _show(update: Update, context: Context, ask: Request, which: str | None = None) -> None:
    services, language = context.services, language_of(update, context)
    words = " ".join(context.args or ())
    if which and not words:
        messages = [Message(escape(services.catalogues[language].text(which)))]
    else:
        answer, _ = ask(services.base, Asked(words, services.today(), language))
        messages = services.renderer(language).messages(answer)
    await reply(message_in(update), messages)
