"""/corregir: «16a» opens a dialogue, «16a plazo 2017-07-31» goes straight to the preview."""

from collections.abc import Awaitable, Mapping
from typing import TypeVar

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.context import Context, catalogue_for, message_in
from handlers.desk.confirmations import EXPIRED, officer_tap, refuse_as_invalid, show_in
from handlers.desk.correcting.dialogue import COMMAND, Dialogue
from handlers.desk.correcting.reading import (
    NO_PROVISION,
    ReadValue,
    Several,
    names_a_field,
    read_correction,
    read_deadline,
    read_kind,
    read_parties,
    read_passage,
)
from handlers.desk.correcting.saving import ACTION, save
from handlers.desk.correcting.screens import way_back
from handlers.desk.correcting.steps import Ask, Buttons, CorrectionTap, Step, Wish, drop_step, step_of
from handlers.desk.officers import Role, may
from handlers.hearing.prompts import ask_back, awaited, settle, wait_for
from handlers.markup import escape
from handlers.messages import Message
from handlers.replying.replies import reply
from handlers.replying.tap_replies import harmless, refuse
from knowledge.language.folding import fold
from knowledge.stores.prompts import Prompt
from knowledge.values.errors import FaultyData, ReloadRefused
from knowledge.values.notices import Notice, echo, mark, notice

_WHICH = mark(
    "¿Qué disposición quiere corregir? Escríbala, por ejemplo 16a. En una línea: /corregir 16a plazo "
    "2017-07-31 · /corregir 16a responsable {body} · /corregir 16a tipo invitación"
)
_DISCARDED = mark("Descartado: no se corrigió nada.")
_CANCEL = frozenset({"cancelar", "cancel"})
_Shown = TypeVar("_Shown", Message, Message | None)

LONGEST_ANSWER = 6
"""Words beyond which an unreadable value without digits is treated as a question of its own."""

TYPED: Mapping[Ask, ReadValue] = {
    Ask.WHO: read_parties,
    Ask.WHEN: read_deadline,
    Ask.KIND: read_kind,
    Ask.WORDS: read_passage,
}
"""Readers of typed answers, by what was asked."""


async def correct(update: Update, context: Context) -> None:
    """Show what was read from a provision and ask what is wrong, unless the words already say it."""
    words = " ".join(context.args or ())
    if not words:
        await ask_back(update, context, Prompt(command=COMMAND), _WHICH)
        return
    await reply(message_in(update), [await _or_why(_begin(update, context, words), update, context)])


async def tap_correction(update: Update, context: Context) -> None:
    """Continue the dialogue as a button asks, or end it by saving or discarding."""
    query = await officer_tap(update, context, Role.EDITOR, ACTION)
    if query is None:
        return
    try:
        tap = CorrectionTap.parse(query.data or "")
    except ValueError:
        await refuse_as_invalid(query, update, context)
        return
    step, place = step_of(update, context, tap.nonce), query.message
    if step is None or not isinstance(place, TelegramMessage) or not place.is_accessible:
        await refuse(query, catalogue_for(update, context).text(EXPIRED))
        return
    with harmless():
        await query.answer()
    await _stop_waiting(update, context)
    if tap.wish is Wish.SAVE and step.edit:
        await save(update, context, place, tap.nonce, step, step.edit)
    elif tap.wish is Wish.CANCEL:
        await show_in(place, await _cancelled(update, context, tap.nonce))
    else:
        following = Dialogue(update, context).after(step, tap)
        await show_in(place, await _or_why(following, update, context))


async def take_answer(update: Update, context: Context, prompt: Prompt, text: str) -> bool:
    """Take a message as the answer that the dialogue waits for, and tell whether it is one.

    A question is not: it is answered as usual, and the buttons stay valid.
    """
    if prompt.command != COMMAND or not may(update, context, Role.EDITOR) or {"?", "¿"} & set(text):
        return False
    if not prompt.words:
        if context.services.base.correctable.find(text, today=context.services.today()) is None:
            return False
        await reply(message_in(update), [await _or_why(_begin(update, context, text), update, context)])
        return True
    step = step_of(update, context, prompt.words)
    if step is None or step.asked not in TYPED:
        return False
    answer = await _or_why(_answered(update, context, prompt, step, text), update, context)
    if answer is None:
        return False
    await reply(message_in(update), [answer])
    return True


async def _answered(
    update: Update, context: Context, prompt: Prompt, step: Step, text: str
) -> Message | None:
    """Continue with a typed value, or say that it isn't understood and keep waiting; None if no answer."""
    catalogue, dialogue = catalogue_for(update, context), Dialogue(update, context)
    if fold(text.strip()) in _CANCEL:
        return await _cancelled(update, context, prompt.words)
    target = dialogue.target(step)
    if target is None or target.seen != step.seen:
        return await dialogue.after(step, CorrectionTap(prompt.words, Wish.ONE))
    value = TYPED[step.asked](text, context.services, target)
    if isinstance(value, Notice):
        if step.asked is not Ask.WORDS and _is_of_its_own(text):
            return None
        await wait_for(update, context, prompt)
        buttons = Buttons(prompt.words, catalogue)
        return Message(escape(catalogue.notice(value)), way_back(buttons))
    return await dialogue.decide(target, step, value)


def _is_of_its_own(text: str) -> bool:
    return len(text.split()) > LONGEST_ANSWER and not any(map(str.isdigit, text))


async def _begin(update: Update, context: Context, words: str) -> Message:
    """Return the first message: a preview if the words name a change, else what was read."""
    services, catalogue, dialogue = (
        context.services,
        catalogue_for(update, context),
        Dialogue(update, context),
    )
    if names_a_field(words):
        asked = read_correction(services, words)
        if isinstance(asked, Notice):
            return Message(escape(catalogue.notice(asked)))
        if isinstance(asked, Several):
            return await dialogue.begin(asked.cited)
        return await dialogue.preview(asked.target, asked.edit)
    found = services.base.correctable.find(words, today=services.today())
    if found is None:
        found = notice(NO_PROVISION, words=echo(words))
    if isinstance(found, Notice):
        return Message(escape(catalogue.notice(found)))
    return await dialogue.begin(found)


async def _or_why(following: Awaitable[_Shown], update: Update, context: Context) -> _Shown | Message:
    """Return the next message, or an error about the act's files."""
    try:
        return await following
    except (FaultyData, ReloadRefused) as error:
        return Message(escape(catalogue_for(update, context).notice(error.notice)))


async def _cancelled(update: Update, context: Context, nonce: str) -> Message:
    await drop_step(context, nonce)
    return Message(escape(catalogue_for(update, context).text(_DISCARDED)))


async def _stop_waiting(update: Update, context: Context) -> None:
    """Stop taking this person's next message as an answer, until the dialogue asks again."""
    prompt = awaited(update, context)
    if prompt and prompt.command == COMMAND:
        await settle(update, context)
