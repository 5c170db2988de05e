"""Taps on the buttons under an answer, e.g. for the whole text or the next provision."""

import logging
from functools import partial

from telegram import Update

from handlers.answers.findings import to_copy
from handlers.answers.more import Shown
from handlers.answers.presenting import for_reader, keep_shown, present
from handlers.callbacks import Action, Form, LanguageTap, PageTap, Tap, lengthen, parse_tap, shorten
from handlers.context import Context, catalogue_for, conversation_of
from handlers.lists.filters import offer_meetings, offer_parties
from handlers.replying.tap_replies import GONE, INVALID, NoLongerLoaded, refuse, show, still_loaded
from handlers.welcome.language import keep_language
from knowledge.answering.conversation import Focus

_log = logging.getLogger(__name__)


async def tap(update: Update, context: Context) -> None:
    """Answer a tap: first Telegram, so that the button stops spinning, then the person."""
    query = update.callback_query
    if query is None:
        return
    try:
        asked = parse_tap(query.data or "")
    except ValueError:
        _log.warning("a tap that is not ours")
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    try:
        shown, in_place = await _answer(update, context, asked)
    except NoLongerLoaded:
        _log.warning("a tap on what is no longer loaded")
        await refuse(query, catalogue_for(update, context).text(GONE))
        return
    await show(query, shown.messages, in_place=in_place)
    await keep_shown(context, shown)
    if isinstance(asked, Tap) and asked.action is not Action.CARD:
        await _go_on_from(update, context, asked)


async def _go_on_from(update: Update, context: Context, asked: Tap) -> None:
    """Make the opened provision the context of the person's next message."""
    services, now = context.services, context.services.now()
    slugs = {shorten(document.slug): document.slug for document in services.base.documents()}
    if slug := slugs.get(asked.document):
        focus = Focus(document=slug, references=(str(asked.reference),)).write()
        chat = conversation_of(update)
        await services.note(lambda state: state.keep_focus(*chat, focus, at=now))


async def _answer(update: Update, context: Context, asked: Tap | PageTap | LanguageTap) -> tuple[Shown, bool]:
    """Return what a button asks for, and whether it replaces the message.

    Raises:
        NoLongerLoaded: the button names an act, provision or page that is no longer loaded.
    """
    services = context.services
    if isinstance(asked, LanguageTap):
        return Shown([await keep_language(update, context, asked.language)]), True
    if isinstance(asked, PageTap):
        return _list(update, context, asked), asked.form is not Form.OPEN
    renderer, today = services.renderer(asked.language), services.today()
    slugs = {shorten(document.slug): document.slug for document in services.base.documents()}
    whole = asked.action is Action.WHOLE
    with still_loaded():
        slug = slugs[asked.document]
        if asked.action is Action.CARD:
            card = services.base.card(slug, today=today, language=asked.language)
            return Shown(renderer.messages(card)), False
        answer = services.base.show(
            slug,
            asked.reference.parent or asked.reference if whole else asked.reference,
            language=asked.language,
            whole=whole or asked.action is Action.QUOTE,
        )
    if asked.action is Action.QUOTE:
        return Shown(to_copy(answer.findings[0], renderer.catalogue)), False
    if asked.action is Action.SHOW:
        return present(update, context, answer), False
    answer = for_reader(update, context, answer)
    messages = renderer.messages(answer, services.base.surroundings(answer, whole=whole), folded=not whole)
    return Shown(messages), True


def _list(update: Update, context: Context, asked: PageTap) -> Shown:
    """Render the page that a tap asks for, or the choices to limit it."""
    services = context.services
    base, catalogue = services.base, services.catalogues[asked.language]
    with still_loaded():
        limits = {
            "party": lengthen(asked.overview.party, base.register.parties),
            "where": lengthen(asked.overview.where, base.places()),
        }
    overview = asked.overview.model_copy(update=limits)
    if asked.form is Form.MEETINGS:
        return Shown([offer_meetings(overview, base.documents(), catalogue)])
    if asked.form is Form.PARTIES:
        count = partial(base.count, today=services.today())
        return Shown([offer_parties(overview, base.register, catalogue, count)])
    page = base.overview(overview, today=services.today(), language=asked.language)
    if overview.page > 1 and not page.findings:
        raise NoLongerLoaded  # leave the displayed list as it is
    return present(update, context, page)
