"""Send calendar files: for /calendario, and for the button under a provision with dates."""

import asyncio
import logging
import re
from collections.abc import Sequence

from telegram import Update

from handlers.calendars.writing import days_left, write_calendar
from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, language_of, message_in
from handlers.markup import bold, escape
from handlers.messages import Message
from handlers.provision_taps import ProvisionTap
from handlers.replying.replies import reply, send_document
from handlers.replying.tap_replies import GONE, INVALID, harmless, refuse
from handlers.services import Services
from knowledge.language.folding import fold
from knowledge.values.answers import Outcome
from knowledge.values.dated import Dated, DatedKind
from knowledge.values.notices import Notice, mark
from knowledge.values.questions import Overview, OverviewKind

_log = logging.getLogger(__name__)

CALENDAR = mark("Calendario del foro ({forum})")
"""Title of a calendar of all acts."""

_TITLE_OF_PARTY = mark("Calendario de {party} ({forum})")
_HOW = mark("Ábralo en su teléfono para agregarlo a su calendario.")
_ALL_OVER = mark("Todo esto ya pasó.")
_NOTHING = mark("No consta ningún plazo ni evento con fecha.")
_NO_DAYS = mark("Esa disposición ya no fija fechas.")
_LONGEST_NAME = 60


async def send_calendar(update: Update, context: Context) -> None:
    """Send all deadlines and events, or those of the party, meeting or days that the words name."""
    services, language = context.services, language_of(update, context)
    words = " ".join(context.args or ())
    answer = services.base.overview_of(
        OverviewKind.DEADLINES, words, today=services.today(), language=language
    )
    overview = answer.overview
    if overview is None or answer.outcome is Outcome.AMBIGUOUS:
        await reply(message_in(update), services.renderer(language).messages(answer))
        return
    catalogue = services.catalogues[language]
    found = agenda_of(services, overview)
    if not found:
        await reply(message_in(update), [Message(escape(catalogue.text(_NOTHING)))])
        return
    limits = answer.lead[1:]
    await _send(update, found, _title(overview, catalogue), services, catalogue, limits)


def agenda_of(services: Services, overview: Overview) -> tuple[Dated, ...]:
    """List the dates within an overview's limits; without a limit to a meeting or days, only those not past.

    If all are past, list them all.
    """
    agenda = services.base.agenda(
        (overview.party,) if overview.party else (),
        acts=services.base.acts_of(overview),
        period=overview.period,
    )
    return agenda if overview.is_limited else days_left(agenda, services.today()) or agenda


async def tap_calendar(update: Update, context: Context) -> None:
    """Send the dates of the provision whose button was tapped."""
    query = update.callback_query
    if query is None:
        return
    services = context.services
    try:
        tap = ProvisionTap.parse(query.data or "")
        slug = {shorten(each.slug): each.slug for each in services.base.documents()}[tap.document]
    except LookupError:
        await refuse(query, catalogue_for(update, context).text(GONE))
        return
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    catalogue = services.catalogues[tap.language]
    agenda = services.base.agenda(acts=(slug,))
    found = tuple(each for each in agenda if each.finding.citation.reference == tap.reference)
    if not found:
        await refuse(query, catalogue.text(_NO_DAYS))
        return
    with harmless():
        await query.answer()
    title = catalogue.citation(found[0].finding.citation)
    await _send(update, found, title, services, catalogue)


async def _send(
    update: Update,
    agenda: Sequence[Dated],
    title: str,
    services: Services,
    catalogue: Catalogue,
    limits: Sequence[Notice] = (),
) -> None:
    content = await asyncio.to_thread(write_calendar, agenda, catalogue, title, now=services.now())
    lines = [bold(title), *(escape(catalogue.notice(limit)) for limit in limits), _counted(agenda, catalogue)]
    if not days_left(agenda, services.today()):
        lines.append(catalogue.text(_ALL_OVER))
    caption = "\n".join([*lines, catalogue.text(_HOW)])
    name = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:_LONGEST_NAME].strip("-")
    await send_document(update, content, f"{name}.ics", caption)


def _title(overview: Overview, catalogue: Catalogue) -> str:
    if overview.party:
        return catalogue.text(_TITLE_OF_PARTY, party=(overview.party,))
    return catalogue.text(CALENDAR)


def _counted(agenda: Sequence[Dated], catalogue: Catalogue) -> str:
    due = sum(each.kind is DatedKind.DEADLINE for each in agenda)
    held = len(agenda) - due
    counts = (
        catalogue.count("{number} plazo", "{number} plazos", due) if due else "",
        catalogue.count("{number} evento", "{number} eventos", held) if held else "",
    )
    return " · ".join(filter(None, counts))
