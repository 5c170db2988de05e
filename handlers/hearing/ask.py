"""Answer questions, and remember the context of a chat."""

from datetime import timedelta

from telegram import Update

from handlers.answers.presenting import deliver
from handlers.answers.responding import asker_of
from handlers.context import Context, conversation_of, language_of
from handlers.events import pseudonym, tell
from handlers.feedback.opinions import take_down
from handlers.lists.requests import Asked, Request, ask_base
from handlers.mending import soundly
from handlers.replying.memory import recall
from knowledge.values.answers import Answer

REMEMBERED = timedelta(minutes=15)
"""How long the context of a chat is remembered."""


async def answer_text(update: Update, context: Context, text: str) -> None:
    """Answer a question from a message or a command."""
    await answer_request(update, context, ask_base, text)


async def answer_request(update: Update, context: Context, request: Request, words: str) -> None:
    """Answer a request, and remember the new context of the chat."""
    services, chat, now = context.services, conversation_of(update), context.services.now()
    started = services.stopwatch()
    answer, focus = await soundly(context, lambda: request(services.base, _asked(update, context, words)))
    seconds = services.stopwatch() - started
    tell(
        "answer",
        outcome=answer.outcome.value,
        kind=answer.kind.value,
        seconds=seconds,
        user=pseudonym(chat[1]),
    )
    await deliver(update, context, answer)
    # Only after the answer, so that it never waits for a locked file; the chat's next question does.
    await take_down(update, context, answer, words, seconds)
    await services.note(lambda state: state.keep_focus(*chat, focus or "", at=now))


def preview(update: Update, context: Context, text: str) -> Answer:
    """Return the answer to a question without sending it."""
    answer, _ = ask_base(context.services.base, _asked(update, context, text))
    return answer


def _asked(update: Update, context: Context, words: str) -> Asked:
    """Return words as asked by their author, in the context of their chat."""
    services, now = context.services, context.services.now()
    here = _followed(update, context)
    focus = recall(lambda: services.state.focus(*here, since=now - REMEMBERED))
    return Asked(words, services.today(), language_of(update, context), focus)


def _followed(update: Update, context: Context) -> tuple[int, int]:
    """Return the conversation that a message continues; a reply to our answer continues the asker's."""
    chat, user = conversation_of(update)
    replied = update.message.reply_to_message if update.message else None
    asker = asker_of(update, context, replied.message_id) if replied else None
    return chat, user if asker is None else asker
