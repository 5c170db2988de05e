"""Answer a question, or, where it was edited, change the answer that it had."""

import contextlib
from collections.abc import Sequence

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import BadRequest

from handlers.context import Context, message_in
from handlers.messages import Message
from handlers.replies import reply
from handlers.tap_replies import change

_REMEMBERED = 20
"""Questions of a chat whose answers are changed when they are edited."""


async def respond(update: Update, context: Context, messages: Sequence[Message]) -> None:
    """Answer a question; where it was edited, in place of the answer that it had."""
    question, answered = message_in(update), _answered(context)
    if update.edited_message:
        sent = await _replace(question, answered.get(question.message_id, ()), messages)
    else:
        sent = await reply(question, messages)
    if update.callback_query is None:
        answered[question.message_id] = sent
    while len(answered) > _REMEMBERED:
        answered.pop(next(iter(answered)))


def was_answered(update: Update, context: Context) -> bool:
    """Tell whether the message that was edited is one of the last that were answered in its chat."""
    return message_in(update).message_id in _answered(context)


def _answered(context: Context) -> dict[int, tuple[int, ...]]:
    """Return the ids of our answers to the last questions of a chat; a restart forgets them."""
    answered: dict[int, tuple[int, ...]] = {}
    if context.chat_data is None:
        return answered
    kept: dict[int, tuple[int, ...]] = context.chat_data.setdefault("answered", answered)
    return kept


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
