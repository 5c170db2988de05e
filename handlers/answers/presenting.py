"""Send an answer as its reader takes it: alone with the bot the whole of it, in a group briefly."""

from telegram import Update

from handlers.answers.brief import show_briefly
from handlers.answers.more import Shown, show_first
from handlers.answers.responding import respond
from handlers.context import Context, alone
from handlers.desk.officers import role_of
from handlers.feedback.opinions import offer_to_tell
from knowledge.stores.kept_messages import KeptMessages
from knowledge.values.answers import Answer


def present(update: Update, context: Context, answer: Answer) -> Shown:
    """Render an answer for where it was asked."""
    services, answer = context.services, for_reader(update, context, answer)
    renderer = services.renderer(answer.language)
    if alone(update):
        return show_first(answer, renderer, services.base)
    return show_briefly(answer, renderer, services.base, context.bot.username)


def for_reader(update: Update, context: Context, answer: Answer) -> Answer:
    """Let officers, alone with the bot, know which values a person decided."""
    if role_of(update, context) is None or answer.overview or answer.card:
        return answer
    return context.services.base.correctable.with_reviews(answer)


async def deliver(update: Update, context: Context, answer: Answer) -> None:
    """Answer a message, and keep what a button under the answer opens."""
    shown = present(update, context, answer)
    await respond(update, context, offer_to_tell(update, context, answer, shown.messages))
    # After the answer, which so never waits for a file that is locked.
    await keep_shown(context, shown)


async def keep_shown(context: Context, shown: Shown) -> None:
    """Keep what a button under an answer opens, if there is one."""
    services, kept = context.services, shown.kept
    if kept:
        now = services.now()
        await services.note(lambda state: KeptMessages(state).keep(kept, at=now))
