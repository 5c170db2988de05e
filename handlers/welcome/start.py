"""/start: the loaded acts, questions to tap, and personal settings; or the target of a link."""

import re

from telegram import Update

from handlers.answers.more import kept_messages
from handlers.catalogue import LANGUAGES, Catalogue
from handlers.context import Context, alone, catalogue_for, message_in, reader_of
from handlers.hearing.ask import answer_request
from handlers.lists.requests import ask_alone
from handlers.markup import bold, escape
from handlers.messages import Button, Keyboard, Message
from handlers.replying.replies import reply
from handlers.replying.run_taps import RunTap
from handlers.replying.tap_replies import GONE, INVALID, add_below, harmless, put_in_place, refuse
from handlers.sharing.links import Opened, kept_by
from handlers.welcome.language import name_of
from handlers.welcome.own_country import country_of
from handlers.welcome.starters import Starter, questions, word
from knowledge.citing.replies import NO_ACTS
from knowledge.values.notices import mark

WELCOME_IN = r"^s1:"
"""Prefix of the data of buttons that show the welcome in a language; the language follows."""

_WELCOME = mark(
    "Soy <b>Acuerdos</b> ({forum}). Busco en las actas quién debe hacer qué y hasta cuándo, y cito siempre "
    "la conclusión, palabra por palabra."
)
_KNOWN = mark("Conozco {acts}; la más reciente es la de {meeting}.")
_ASK = mark("Escriba su pregunta como se la haría a un colega, o toque una:")
_NO_LONGER = mark("Lo que ese enlace abría ya no está cargado.")
_LANGUAGE = re.compile(rf"s1:(?P<language>{'|'.join(LANGUAGES)})")


async def start(update: Update, context: Context) -> None:
    """Welcome a person, or show the target of the link that brought them here."""
    payload = context.args[0] if context.args else ""
    messages = [_welcome(update, context)]
    if payload:
        messages = _opened(update, context, payload) or messages
    await reply(message_in(update), messages)


async def tap_starter(update: Update, context: Context) -> None:
    """Ask the question of a button, and answer it."""
    query = update.callback_query
    if query is None:
        return
    catalogue = catalogue_for(update, context)
    try:
        question = word(Starter.parse(query.data or ""), context.services.base, catalogue)
    except LookupError:
        await refuse(query, catalogue.text(GONE))
        return
    except ValueError:
        await refuse(query, catalogue.text(INVALID))
        return
    with harmless():
        await query.answer()
    await add_below(query, Message(bold(question)))
    await answer_request(update, context, ask_alone, question)


async def tap_welcome(update: Update, context: Context) -> None:
    """Store the language that a button names, and show the welcome in it."""
    query = update.callback_query
    if query is None:
        return
    match = _LANGUAGE.fullmatch(query.data or "")
    if match is None:
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    here = reader_of(update)
    await context.services.change(lambda state: state.choose_language(*here, match["language"]))
    await put_in_place(query, _welcome(update, context))


def _welcome(update: Update, context: Context) -> Message:
    catalogue = catalogue_for(update, context)
    blocks = [catalogue.text(_WELCOME, forum=escape(catalogue.forum)), *_known(context, catalogue)]
    offered = questions(context.services.base, catalogue, context.services.today())
    return Message("\n\n".join(blocks), (*offered, *_choices(update, context, catalogue)))


def _known(context: Context, catalogue: Catalogue) -> tuple[str, ...]:
    """Say which acts are loaded, and how to ask."""
    documents = context.services.base.documents()
    if not documents:
        return (escape(catalogue.notice(NO_ACTS)),)
    acts = catalogue.count("{number} acta", "{number} actas", len(documents))
    years = [document.meeting.start.year for document in documents if document.meeting.start]
    if len(set(years)) > 1:
        acts += f" ({min(years)}–{max(years)})"
    meeting = catalogue.meeting(documents[0].meeting)
    return (escape(catalogue.text(_KNOWN, acts=acts, meeting=meeting)), escape(catalogue.text(_ASK)))


def _choices(update: Update, context: Context, catalogue: Catalogue) -> Keyboard:
    """Offer the other languages, in private chats one's country, and the help."""
    own = country_of(update, context)
    label = (
        catalogue.text(mark("Mi país: {party}"), party=(own,)) if own else catalogue.text(mark("Mi país…"))
    )
    others = [language for language in LANGUAGES if language != catalogue.language]
    first = [RunTap("my_country", "").button(label)] if alone(update) else []
    first += [Button(name_of(language), f"s1:{language}") for language in others]
    return (tuple(first), (RunTap("help", "").button(catalogue.text(mark("Ayuda"))),))


def _opened(update: Update, context: Context, payload: str) -> list[Message]:
    """Return the messages that a link opens; none if it isn't one of ours."""
    services, catalogue = context.services, catalogue_for(update, context)
    try:
        if token := kept_by(payload):
            return kept_messages(services, token)
        answer = Opened.parse(payload).show(services.base, catalogue.language)
    except LookupError:
        return [Message(escape(catalogue.text(_NO_LONGER))), _welcome(update, context)]
    except ValueError:
        return []
    return services.renderer(catalogue.language).messages(answer, services.base.surroundings(answer))
