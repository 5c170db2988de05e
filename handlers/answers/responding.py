"""Answer a question, or update the answer if the question was edited."""

import contextlib
from collections.abc import Sequence
from datetime import timedelta

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import BadRequest

from handlers.context import Context, conversation_of, message_in
from handlers.messages import Message
from handlers.replying.memory import recall
from handlers.replying.replies import reply
from handlers.replying.tap_replies import change
from knowledge.stores.answered import Answered, AnsweredStore

KEPT = timedelta(minutes=15)
"""How long the link between question and answer is kept in the state, to survive a restart."""

USED = "used"
"""Key for when the data of a chat in memory was last needed."""

_REMEMBERED = 20
"""Questions per chat whose answers are updated when they are edited."""


async def respond(update: Update, context: Context, messages: Sequence[Message]) -> None:
    """Answer a question; if it was edited, replace its previous answer."""
    question, answered = message_in(update), _answered(update, context)
    before = answered.get(question.message_id)
    old = before.ids if before else ()
    if update.edited_message:
        sent = await _replace(question, old, messages)
    else:
        sent = (*old, *await reply(question, messages))  # several questions are answered one by one
    if update.callback_query is None:
        _remember(update, context, Answered(by=conversation_of(update)[1], ids=sent))


def was_answered(update: Update, context: Context) -> bool:
    """Tell whether this message is one of the last answered in its chat."""
    return message_in(update).message_id in _answered(update, context)


def asker_of(update: Update, context: Context, message_id: int) -> int | None:
    """Return who asked the question that our message answers, if it is one of the last in its chat."""
    return next((each.by for each in _answered(update, context).values() if message_id in each.ids), None)


def _remember(update: Update, context: Context, now_answered: Answered) -> None:
    """Remember the answer to a question: in memory the last ones, in the state those of some minutes."""
    services, question, answered = context.services, message_in(update), _answered(update, context)
    answered[question.message_id] = now_answered
    while len(answered) > _REMEMBERED:
        answered.pop(next(iter(answered)))
    chat_id, message_id, at = question.chat.id, question.message_id, services.now()
    services.leave(lambda state: AnsweredStore(state).keep(chat_id, message_id, now_answered, at=at))


def _answered(update: Update, context: Context) -> dict[int, Answered]:
    """Return our answers to the last questions of a chat, by question id; the newest survive a restart."""
    chat, services = update.effective_chat, context.services
    if chat is None or context.chat_data is None:
        return {}
    if "answered" not in context.chat_data:
        since = services.now() - KEPT
        kept = recall(lambda: AnsweredStore(services.state).of_chat(chat.id, since=since))
        context.chat_data["answered"] = kept or {}
    context.chat_data[USED] = services.now()
    answered: dict[int, Answered] = context.chat_data["answered"]
    return answered


async def _replace(
    question: TelegramMessage, old: tuple[int, ...], messages: Sequence[Message]
) -> tuple[int, ...]:
    """Replace old messages of ours by new ones, and return the ids of the resulting messages."""
    bot, chat = question.get_bot(), question.chat.id
    placed = [
        message_id
        for message_id, message in zip(old, messages, strict=False)
        if await change(bot, chat, message_id, message)
    ]
    for message_id in old[len(messages) :]:
        with contextlib.suppress(BadRequest):  # already deleted, or too old to delete
            await bot.delete_message(chat, message_id)
    return (*placed, *await reply(question, messages[len(placed) :]))
