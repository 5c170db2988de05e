"""Answer questions, and remember what a chat is about."""

from datetime import timedelta

from telegram import Update

from handlers.context import Context, conversation_of, language_of, message_in
from handlers.memory import entrust, recall
from handlers.more import show_first
from handlers.replies import reply
from handlers.requests import Asked, Request, ask_base
from knowledge.stores.kept_messages import KeptMessages

REMEMBERED = timedelta(minutes=15)
"""How long a chat remembers what it was just about."""


async def answer_text(update: Update, context: Context, text: str) -> None:
    """Answer a question that a message puts, or that a command stands for."""
    await answer_request(update, context, ask_base, text)


async def answer_request(update: Update, context: Context, request: Request, words: str) -> None:
    """Answer what words ask for, and remember what the chat is about from now on."""
    services, chat, now = context.services, conversation_of(update), context.services.now()
    focus = recall(lambda: services.state.focus(*chat, since=now - REMEMBERED))
    asked = Asked(words, services.today(), language_of(update, context), focus)
    answer, focus = request(services.base, asked)
    shown = show_first(answer, services.renderer(answer.language), services.base)
    await reply(message_in(update), shown.messages)
    # After the answer, which so never waits for a file that is locked; the next question of this chat does.
    if kept := shown.kept:
        await entrust(services.change(lambda state: KeptMessages(state).keep(kept, at=now)))
    await entrust(services.change(lambda state: state.keep_focus(*chat, focus or "", at=now)))
