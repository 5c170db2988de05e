"""Text messages: answers to a prompt, questions about one's own country, or any other questions."""

import re

from telegram import Update

from handlers.answers.responding import was_answered
from handlers.answers.several import apart, questions_in
from handlers.context import Context, alone, language_of, message_in
from handlers.desk.correcting.commands import take_answer
from handlers.desk.officers import Role, may, role_of
from handlers.desk.uploads import receive_file
from handlers.groups.addressing import question_in
from handlers.groups.talk import asked_in_group
from handlers.hearing.ask import answer_text, preview
from handlers.hearing.near_misses import named_alone, said_in_words
from handlers.hearing.prompts import awaited, settle
from handlers.hearing.unknown import answer_other
from handlers.replying.running import find_command, run
from handlers.welcome.own_country import COMMAND as OWN_COUNTRY
from handlers.welcome.own_country import answer_for, ask_country, country_of, note_country
from knowledge.language.folding import fold
from knowledge.language.numbers import number_of, ordinal_of
from knowledge.language.parties import PartyRegister
from knowledge.stores.prompts import Prompt
from knowledge.understanding.first_person import said_to_be, speak_for

_LONGEST_ANSWER = 6
"""Words of the longest answer to a prompt: «San Vicente y las Granadinas»; longer ones are questions."""

_NUMBERED = frozenset({"conclusion", "recommendation"})
"""Commands that prompt for a number; a message without one is a question of its own."""

_TRACKING = frozenset({"done", "in_progress", "reopen", "history"})
"""Officers' commands that prompt for a number, which a note of any length may follow."""

_ARTICLES = frozenset({"un", "una", "a", "an"})
"""Articles that aren't numbers: «un momento»."""

_OF_PARTIES = frozenset({"country", "body", "my_country"})
"""Commands that prompt for a country or body; likewise."""


async def hear(update: Update, context: Context) -> None:
    """Answer a text message."""
    text = question_in(message_in(update))
    prompt = awaited(update, context)
    if prompt:
        command = find_command(prompt.command, role_of(update, context))
        argument = _argument(text, prompt.command, context.services.base.register)
        if named_alone(text) and not (command and command.role):
            argument = None  # «ayuda» is no country, but for an officer it may be a synonym of «plata»
        if prompt.command != OWN_COUNTRY or not argument:  # else answering the waiting question settles it
            await settle(update, context)
        if await take_answer(update, context, prompt, text):
            return
        if command and argument:
            await run(update, context, command, _words(prompt, argument, is_officers=bool(command.role)))
            return
    if not alone(update):
        asked = await asked_in_group(update, context)
        if asked is None:
            return
        text = asked
    register = context.services.base.register
    if meant := said_in_words(text, register, role_of(update, context)):
        await run(update, context, meant.command, meant.words)
        return
    await _answer(update, context, text)


async def take_file(update: Update, context: Context) -> None:
    """Take an admin's file as an act; of anybody else's, read only the caption."""
    if may(update, context, Role.ADMIN):
        await receive_file(update, context)
    elif message_in(update).caption:
        await hear(update, context)
    else:
        await answer_other(update, context)


async def hear_again(update: Update, context: Context) -> None:
    """Update the answer to an edited question; commands never run twice."""
    text = question_in(message_in(update))
    if was_answered(update, context) and text and not text.startswith("/"):
        await _answer(update, context, text)


async def _answer(update: Update, context: Context, text: str) -> None:
    for question in _apart(update, context, text):
        await _answer_one(update, context, question)


def _apart(update: Update, context: Context, text: str) -> list[str]:
    """Return the questions of a new message to answer separately, or the message as it is."""
    questions = questions_in(text) if update.message else []
    if not questions:
        return [text]
    services, language, focus = context.services, language_of(update, context), None
    answers = []
    for question in questions:
        answer, focus = services.base.ask(question, today=services.today(), language=language, focus=focus)
        answers.append(answer)
    return apart(preview(update, context, text), questions, answers) or [text]


async def _answer_one(update: Update, context: Context, text: str) -> None:
    if speak_for(text, "") is None:
        await answer_text(update, context, text)
        return
    if said := said_to_be(text, context.services.base.register):
        await note_country(update, context, said)
    own = said or country_of(update, context)
    if own is None:
        await ask_country(update, context, text)
    else:
        await answer_for(update, context, text, own)


def _words(prompt: Prompt, argument: str, *, is_officers: bool) -> str:
    """Join a prompt's words with the answer: «plata =» comes before it, the meeting after a number."""
    if is_officers:
        return f"{prompt.words} {argument}"
    return f"{argument} {prompt.words if prompt.command in _NUMBERED else ''}"


def _argument(text: str, command: str, register: PartyRegister) -> str | None:
    """Return the argument that a message gives for a prompt, or None if it is a question of its own."""
    is_long = len(text.split()) > _LONGEST_ANSWER and command not in _TRACKING
    if "?" in text or is_long:
        return None
    if command in _TRACKING:
        return text if _number_in(text) else None
    if command in _NUMBERED:
        return _number_in(text)
    is_party = register.named(text) or register.closest(text)
    return text if is_party or command not in _OF_PARTIES else None


def _number_in(text: str) -> str | None:
    """Return the text if it has digits, else its first number word in digits: «la 16 a», «la segunda»."""
    if re.search(r"\d", text):
        return text
    words = [word for word in text.split() if fold(word) not in _ARTICLES]
    numbers = (number_of(word) or ordinal_of(word) or 0 for word in words)
    return next((str(number) for number in numbers if number > 0), None)
