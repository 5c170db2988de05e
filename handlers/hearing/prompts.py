"""Prompt for a command's missing argument, and remember the prompt: «¿Cuál recomendación?» «2»."""

from datetime import timedelta

from telegram import Update

from handlers.context import Context, catalogue_for, conversation_of, message_in
from handlers.markup import escape
from handlers.messages import Keyboard, Message
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from knowledge.stores.prompts import Prompt, PromptStore

WAITING = timedelta(minutes=10)
"""How long a prompt waits for its answer."""


async def ask_back(
    update: Update,
    context: Context,
    prompt: Prompt,
    question: str,
    buttons: Keyboard = (),
    *,
    below: str = "",
) -> None:
    """Ask for the argument of a command; `question` is a marked text, and `below` the text under it."""
    text = "\n".join(filter(None, (escape(catalogue_for(update, context).text(question)), escape(below))))
    await reply(message_in(update), [Message(text, buttons)])
    await wait_for(update, context, prompt)


async def wait_for(update: Update, context: Context, prompt: Prompt) -> None:
    """Take this person's next message as the answer to a prompt."""
    services, here, now = context.services, conversation_of(update), context.services.now()
    await services.note(lambda state: PromptStore(state).keep(*here, prompt, at=now))


def awaited(update: Update, context: Context) -> Prompt | None:
    """Return the prompt that waits for this person's answer in this chat, or None."""
    services, here = context.services, conversation_of(update)
    since = services.now() - WAITING
    return recall(lambda: PromptStore(services.state).prompt(*here, since=since))


async def settle(update: Update, context: Context) -> None:
    """Stop waiting for this person's answer."""
    services, here = context.services, conversation_of(update)
    await services.note(lambda state: PromptStore(state).drop(*here))
