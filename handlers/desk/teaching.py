"""Turn an unanswered question into a synonym: ask what the acts call one of its words."""

from collections.abc import Callable

from telegram import CallbackQuery, Update

from handlers.catalogue import Catalogue
from handlers.context import Context, conversation_of
from handlers.desk.synonyms import COMMAND
from handlers.markup import escape
from handlers.messages import LONGEST_LABEL, Button, Message
from handlers.replying.tap_replies import add_below
from knowledge.loading.synonyms import HOW
from knowledge.stores.misses import KeptMiss
from knowledge.stores.prompts import Prompt, PromptStore
from knowledge.values.notices import mark

WORDS = 6
"""Most words of a question that are offered; those that no act has come first."""

_MEANING = mark(
    "¿Cómo dicen las actas «{word}»? Escríbalo aquí, en una a tres palabras; antes de añadirlo verá qué "
    "respuestas cambiarían."
)


async def ask_for_meaning(
    update: Update,
    context: Context,
    query: CallbackQuery,
    miss: KeptMiss,
    tapped: int,
    catalogue: Catalogue,
    tap: Callable[[int], str],
) -> None:
    """Ask what the acts call a word of a question, and wait for the answer; offer the other words as buttons.

    `tapped` is the index of the word, and `tap` returns the button data for an index.
    """
    services = context.services
    words = services.base.unfamiliar(miss.text, today=services.today(), language=miss.language)[:WORDS]
    if tapped >= len(words):
        await add_below(query, Message(escape(catalogue.text(HOW))))
        return
    here, now = conversation_of(update), services.now()
    prompt = Prompt(command=COMMAND, words=f"{words[tapped]} =")
    await services.change(lambda state: PromptStore(state).keep(*here, prompt, at=now))
    others = tuple(
        (Button(f"«{word[:LONGEST_LABEL]}»", tap(place)),)
        for place, word in enumerate(words)
        if place != tapped
    )
    await add_below(query, Message(escape(catalogue.text(_MEANING, word=words[tapped])), others))
