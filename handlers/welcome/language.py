"""/idioma: choose the language of the interface in this chat."""

from babel import Locale
from telegram import Update

from handlers.callbacks import LanguageTap
from handlers.catalogue import LANGUAGES
from handlers.context import Context, catalogue_for, message_in, reader_of
from handlers.markup import escape
from handlers.messages import Button, Message
from handlers.replying.replies import reply
from knowledge.language.folding import fold
from knowledge.values.notices import mark

_WHICH = mark("¿En qué idioma prefiere que le escriba? Las citas quedan en el idioma del acta.")
_CHOSEN = mark("Le escribiré en español.")


async def choose_language(update: Update, context: Context) -> None:
    """Take the language named after the command, or offer all."""
    wanted = fold(" ".join(context.args or ()))
    named = [language for language in LANGUAGES if wanted in _names(language)]
    if named:
        await reply(message_in(update), [await keep_language(update, context, named[0])])
        return
    buttons = tuple(Button(name_of(language), str(LanguageTap(language))) for language in LANGUAGES)
    await reply(
        message_in(update), [Message(escape(catalogue_for(update, context).text(_WHICH)), (buttons,))]
    )


def name_of(language: str) -> str:
    """Return the name of a language in itself: «English»."""
    return str(Locale(language).languages[language]).capitalize()


async def keep_language(update: Update, context: Context, language: str) -> Message:
    """Store the language that a person chose, in a group for everybody, and confirm it in that language."""
    chat = reader_of(update)
    await context.services.change(lambda state: state.choose_language(*chat, language))
    return Message(escape(catalogue_for(update, context).text(_CHOSEN)))


def _names(language: str) -> set[str]:
    """Return the names of a language in every language of the interface, and its code."""
    return {language, *(fold(Locale(other).languages[language]) for other in LANGUAGES)}
