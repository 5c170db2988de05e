"""/mi_pais: the country that a person represents, used by «¿qué me toca?» and /pendientes."""

from telegram import Update

from handlers.callbacks import shorten
from handlers.catalogue import Catalogue
from handlers.context import Context, catalogue_for, message_in
from handlers.hearing.ask import answer_request, answer_text
from handlers.hearing.prompts import ask_back, awaited, settle
from handlers.lists import requests
from handlers.markup import escape
from handlers.messages import Button, Keyboard, Message
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from handlers.replying.tap_replies import INVALID, harmless, put_in_place, refuse
from knowledge.language.folding import fold
from knowledge.language.parties import PartyRegister
from knowledge.stores.people import ANY, PeopleStore
from knowledge.stores.prompts import Prompt
from knowledge.understanding.first_person import speak_for
from knowledge.values.notices import echo, mark

COMMAND = "my_country"
_WHICH = mark(
    "¿De qué país es su delegación? Así sé qué le toca; puede cambiarlo cuando quiera con /mi_pais."
)
_CHOSEN = mark("Su país: {party}. Pregunte «¿qué me toca?»; se cambia con /mi_pais.")
_NONE = mark("De acuerdo, sin país. Puede elegirlo cuando quiera con /mi_pais.")
_UNKNOWN = mark("No conozco «{words}» entre los países y organismos del foro. Elija uno, por favor:")
_OF_NONE = frozenset({"ninguno", "ninguna", "ningun pais", "no", "none", "no country"})
_NAME_LIMIT = 40
_IN_A_ROW = 3


COUNTRY = r"^c1:"
"""Prefix of the data of buttons that choose a country; its name follows, or nothing for none."""


async def choose_country(update: Update, context: Context) -> None:
    """Take the country named after the command, or offer those of the forum."""
    words = " ".join(context.args or ())
    if not words:
        await ask_country(update, context)
        return
    register = context.services.base.register
    party = ANY if fold(words) in _OF_NONE else register.named(words) or register.closest(words)
    if party is None or (party and register.parties[party].abroad):
        catalogue = catalogue_for(update, context)
        text = escape(catalogue.text(_UNKNOWN, words=echo(words)))
        await reply(message_in(update), [Message(text, _countries(register, catalogue))])
        return
    await keep_country(update, context, party)
    await reply(message_in(update), [_chosen(update, context, party)])
    await _answer_waiting(update, context, party)


async def ask_country(update: Update, context: Context, words: str = "") -> None:
    """Ask a person for their country; `words` is the question that depends on it."""
    buttons = _countries(context.services.base.register, catalogue_for(update, context))
    await ask_back(update, context, Prompt(command=COMMAND, words=words), _WHICH, buttons)


async def tap_country(update: Update, context: Context) -> None:
    """Take the country that a button names, and answer the waiting question."""
    query = update.callback_query
    if query is None:
        return
    short = (query.data or "").partition(":")[2]
    register = context.services.base.register
    named = {shorten(name, _NAME_LIMIT): name for name in register.parties} | {ANY: ANY}
    if short not in named:
        await refuse(query, catalogue_for(update, context).text(INVALID))
        return
    with harmless():
        await query.answer()
    await keep_country(update, context, named[short])
    await put_in_place(query, _chosen(update, context, named[short]))
    await _answer_waiting(update, context, named[short])


def country_button(catalogue: Catalogue, name: str) -> Button:
    """Build the button that chooses a country."""
    return Button(catalogue.party(name), f"c1:{shorten(name, _NAME_LIMIT)}")


def country_of(update: Update, context: Context) -> str | None:
    """Return the country that a person represents, ANY if they prefer none, or None if not asked.

    A party that is no longer in the register counts as not asked.
    """
    user = update.effective_user
    if user is None:
        return ANY
    kept = recall(lambda: PeopleStore(context.services.state).country(user.id))
    return kept if kept is None or kept == ANY or kept in context.services.base.register.parties else None


async def keep_country(update: Update, context: Context, party: str) -> None:
    """Store the party that a person represents."""
    user = update.effective_user
    if user:
        await context.services.change(lambda state: PeopleStore(state).choose_country(user.id, party))


async def note_country(update: Update, context: Context, party: str) -> None:
    """Store the party that a person mentioned they represent, without telling them."""
    user = update.effective_user
    if user:
        await context.services.note(lambda state: PeopleStore(state).choose_country(user.id, party))


def _chosen(update: Update, context: Context, party: str) -> Message:
    catalogue = catalogue_for(update, context)
    return Message(escape(catalogue.text(_CHOSEN, party=(party,)) if party else catalogue.text(_NONE)))


async def _answer_waiting(update: Update, context: Context, party: str) -> None:
    """Answer the question for which the country was asked, if there is one."""
    prompt = awaited(update, context)
    if prompt is None or prompt.command != COMMAND:
        return
    await settle(update, context)
    if prompt.words:
        await answer_for(update, context, prompt.words, party)


async def answer_for(update: Update, context: Context, words: str, party: str) -> None:
    """Answer a question about one's own country, or list everybody's commitments if none is chosen."""
    spoken = speak_for(words, party) if party else None
    if spoken:
        await answer_text(update, context, spoken)
    else:
        await answer_request(update, context, requests.pending, "")


def _countries(register: PartyRegister, catalogue: Catalogue) -> Keyboard:
    """Offer the member countries, and not to say."""
    buttons = [country_button(catalogue, name) for name in register.members]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    return (*rows, (Button(catalogue.text(mark("Prefiero no decirlo")), f"c1:{ANY}"),))
