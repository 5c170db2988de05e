"""Answer a question, or, where it was edited, change the answer that it had."""

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
"""How long it is kept which answer is of which question, so that a restart doesn't forget it."""

USED = "used"
"""When what is in memory of a chat was last needed."""

_REMEMBERED = 20
"""Questions of a chat whose answers are changed when they are edited."""


async def respond(update: Update, context: Context, messages: Sequence[Message]) -> None:
    """Answer a question; where it was edited, in place of the answer that it had."""
    question, answered = message_in(update), _answered(update, context)
    before = answered.get(question.message_id)
    old = before.ids if before else ()
    if update.edited_message:
        sent = await _replace(question, old, messages)
    else:
        sent = (*old, *await reply(question, messages))  # of several questions the answers come one by one
    if update.callback_query is None:
        _remember(update, context, Answered(by=conversation_of(update)[1], ids=sent))


def was_answered(update: Update, context: Context) -> bool:
    """Tell whether the message that was edited is one of the last that were answered in its chat."""
    return message_in(update).message_id in _answered(update, context)


def asker_of(update: Update, context: Context, message_id: int) -> int | None:
    """Return who asked what a message of ours answers, if that is one of the last in its chat."""
    return next((each.by for each in _answered(update, context).values() if message_id in each.ids), None)


def _remember(update: Update, context: Context, now_answered: Answered) -> None:
    """Remember which answer is of which question: here the last ones, in the state those of some minutes."""
    services, question, answered = context.services, message_in(update), _answered(update, context)
    answered[question.message_id] = now_answered
    while len(answered) > _REMEMBERED:
        answered.pop(next(iter(answered)))
    chat_id, message_id, at = question.chat.id, question.message_id, services.now()
    services.leave(lambda state: AnsweredStore(state).keep(chat_id, message_id, now_answered, at=at))


def _answered(update: Update, context: Context) -> dict[int, Answered]:
    """Return our answers to the last questions of a chat, by their ids; a restart keeps the newest."""
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
    """Put messages in place of old ones of ours, and return the ids of those that stand there now."""
    bot, chat = question.get_bot(), question.chat.id
    placed = [
        message_id
        for message_id, message in zip(old, messages, strict=False)
        if await change(bot, chat, message_id, message)
    ]
    for message_id in old[len(messages) :]:
        with contextlib.suppress(BadRequest):  # it was deleted already, or is too old to be
            await bot.delete_message(chat, message_id)
    return (*placed, *await reply(question, messages[len(placed) :]))
