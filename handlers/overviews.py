"""/pendientes, /pais, /organismo, /plazos, /eventos: lists, a page at a time."""

from telegram import Update

from handlers.context import Context, language_of, message_in
from handlers.markup import escape
from handlers.messages import Message
from handlers.replies import reply
from knowledge.values.notices import mark
from knowledge.values.questions import OverviewKind

_WHICH_COUNTRY = mark("¿Qué país? Por ejemplo: /pais {country}")
_WHICH_BODY = mark("¿Qué organismo? Por ejemplo: /organismo {body}")


async def show_pending(update: Update, context: Context) -> None:
    """List what is to be done, by everyone or by the party named after the command."""
    await _show(update, context, OverviewKind.PENDING)


async def show_country(update: Update, context: Context) -> None:
    """Show what concerns the country named after the command."""
    await _show(update, context, OverviewKind.PARTY, _WHICH_COUNTRY)


async def show_body(update: Update, context: Context) -> None:
    """Show what concerns the body named after the command."""
    await _show(update, context, OverviewKind.PARTY, _WHICH_BODY)


async def show_deadlines(update: Update, context: Context) -> None:
    """List what falls due, at any time or in the days named after the command."""
    await _show(update, context, OverviewKind.DEADLINES)


async def show_events(update: Update, context: Context) -> None:
    """List the events, those to come first."""
    await _show(update, context, OverviewKind.EVENTS)


async def _show(update: Update, context: Context, kind: OverviewKind, which: str | None = None) -> None:
    services, language = context.services, language_of(update, context)
    words = " ".join(context.args or ())
    if which and not words:
        messages = [Message(escape(services.catalogues[language].text(which)))]
    else:
        answer = services.base.overview_of(kind, words, today=services.today(), language=language)
        messages = services.renderer(language).messages(answer)
    await reply(message_in(update), messages)
