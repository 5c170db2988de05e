"""Answer a question, or, where it was edited, change the answer that it had."""

import contextlib
from collections.abc import Sequence
from typing import NamedTuple

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import BadRequest

from handlers.context import Context, conversation_of, message_in
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import change

_REMEMBERED = 20
"""Questions of a chat whose answers are changed when they are edited."""


class Answered(NamedTuple):
    """Who asked something, and the ids of what we answered."""

    by: int
    ids: tuple[int, ...]


async def respond(update: Update, context: Context, messages: Sequence[Message]) -> None:
    """Answer a question; where it was edited, in place of the answer that it had."""
    question, answered = message_in(update), _answered(context)
    if update.edited_message:
        before = answered.get(question.message_id)
        sent = await _replace(question, before.ids if before else (), messages)
    else:
        sent = await reply(question, messages)
    if update.callback_query is None:
        answered[question.message_id] = Answered(conversation_of(update)[1], sent)
    while len(answered) > _REMEMBERED:
        answered.pop(next(iter(answered)))


def was_answered(update: Update, context: Context) -> bool:
    """Tell whether the message that was edited is one of the last that were answered in its chat."""
    return message_in(update).message_id in _answered(context)


def asker_of(context: Context, message_id: int) -> int | None:
    """Return who asked what a message of ours answers, if that is one of the last in its chat."""
    return next((each.by for each in _answered(context).values() if message_id in each.ids), None)


def _answered(context: Context) -> dict[int, Answered]:
    """Return our answers to the last questions of a chat, by their ids; a restart forgets them."""
    answered: dict[int, Answered] = {}
    if context.chat_data is None:
        return answered
    kept: dict[int, Answered] = context.chat_data.setdefault("answered", answered)
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
