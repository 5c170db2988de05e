"""Send an answer: in full in a private chat, briefly in a group."""

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
    """Render an answer for the chat where it was asked."""
    services, answer = context.services, for_reader(update, context, answer)
    renderer = services.renderer(answer.language)
    if alone(update):
        return show_first(answer, renderer, services.base)
    return show_briefly(answer, renderer, services.base, context.bot.username)


def for_reader(update: Update, context: Context, answer: Answer) -> Answer:
    """Show officers, in private chats, which values a person decided."""
    if role_of(update, context) is None or answer.overview or answer.card:
        return answer
    return context.services.base.correctable.with_reviews(answer)


async def deliver(update: Update, context: Context, answer: Answer) -> None:
    """Send an answer, and keep the content that a button under it opens."""
    shown = present(update, context, answer)
    await respond(update, context, offer_to_tell(update, context, answer, shown.messages))
    # Only after the answer, so that it never waits for a locked file.
    await keep_shown(context, shown)


async def keep_shown(context: Context, shown: Shown) -> None:
    """Keep the content that a button under an answer opens, if any."""
    services, kept = context.services, shown.kept
    if kept:
        now = services.now()
        await services.note(lambda state: KeptMessages(state).keep(kept, at=now))
